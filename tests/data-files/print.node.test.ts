import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import prettier from 'prettier'
import { afterAll, describe, expect, it } from 'vitest'
import { loadSource } from '../../model/load.ts'
import { canonicalSource } from '../../scripts/lib/data-files/canonical.ts'
import { printDataFiles } from '../../scripts/lib/data-files/print.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const DECKS = ['.', ...['bulletin', 'work-report', 'other-district', 'gallery'].map(name => `tests/fixtures/${name}`)]
const folders: string[] = []
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

describe('the data files of a new deck', () => {
  it.each(DECKS)('say what %s says, laid out as Prettier does', async deck => {
    const source = await loadSource(path.join(ROOT, deck))
    const files = printDataFiles({ title: '一份文稿', source })
    const options = { ...(await prettier.resolveConfig(path.join(ROOT, 'data/deck.ts'))), parser: 'typescript' }
    for (const [file, text] of files) expect(await prettier.format(text, options), file).toBe(text)
    await mkdir(path.join(ROOT, '.huibao'), { recursive: true })
    const folder = await mkdtemp(path.join(ROOT, '.huibao/print-'))
    folders.push(folder)
    for (const [file, text] of files) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
      await writeFile(path.join(folder, file), text)
    }
    expect(await loadSource(folder)).toEqual(canonicalSource(source))
  })
})
