import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import prettier from 'prettier'
import { describe, expect, it } from 'vitest'
import { loadSource } from '../../model/load.ts'
import type { DeckSource } from '../../model/source.ts'
import { editDataFiles } from '../../scripts/lib/data-files/edit.ts'
import { printDataFiles } from '../../scripts/lib/data-files/print.ts'
import { writeFiles } from '../../scripts/lib/data-files/write-files.ts'
import { sources } from '../workbook/support/drafts.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

async function inFolder(use: (root: string) => Promise<void>): Promise<void> {
  await mkdir(path.join(ROOT, '.huibao'), { recursive: true })
  const root = await mkdtemp(path.join(ROOT, '.huibao/edit-'))
  try {
    await use(root)
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

describe('data files', () => {
  it('say what is written, and what they are edited to', async () => {
    const options = { ...(await prettier.resolveConfig(path.join(ROOT, 'data/deck.ts'))), parser: 'typescript' }
    await fc.assert(
      fc.asyncProperty(sources, sources, (before: DeckSource, after: DeckSource) =>
        inFolder(async root => {
          const written = printDataFiles({ title: '一份文稿', source: before })
          for (const [file, text] of written) expect(await prettier.format(text, options), file).toBe(text)
          await writeFiles(root, written)
          expect(await loadSource(root)).toEqual(before)
          await writeFiles(root, await editDataFiles(root, before, after))
          expect(await loadSource(root)).toEqual(after)
          await writeFiles(root, await editDataFiles(root, after, before))
          expect(await loadSource(root)).toEqual(before)
        }),
      ),
      { numRuns: 20, endOnFailure: true },
    )
  })
})
