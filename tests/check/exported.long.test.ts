import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, inject } from 'vitest'
import { judgeExport } from '../../scripts/check/exported/judge.ts'
import { knownDeck } from '../../scripts/check/exported/known.ts'
import { READERS } from '../../scripts/check/exported/readers.ts'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck } from '../../scripts/export/export.ts'
import { temporaryFolder, testContext } from '../scripts/support/context.ts'
import { test } from '../support/test.ts'

test('what a deck is exported to has no number that is no figure’s', async ({ browser }) => {
  const { root } = inject('district')
  const out = temporaryFolder()
  const { files, problems } = await exportDeck(
    parseExportArgs(['pptx', 'pdf', 'handout', '--out', out]),
    testContext(root),
    { browser: async () => browser },
  )
  expect(problems).toEqual([])
  const deck = await knownDeck(root)
  const told: string[] = []
  for (const file of files) {
    const read = await READERS[path.extname(file)]!()
    const exported = await read(file, readFileSync(file), deck.slides.length)
    expect(exported.pages.flatMap(({ texts }) => texts).length).toBeGreaterThan(100)
    for (const { slide, element, text, measured } of judgeExport(path.basename(file), exported, deck))
      told.push(`${path.basename(file)} ${slide} ${element} “${text}” ${measured}`)
  }
  expect(told).toEqual([])
})
