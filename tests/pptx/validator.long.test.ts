import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, inject } from 'vitest'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck } from '../../scripts/export/export.ts'
import { baseTemplate } from '../../scripts/export/pptx/base/base.ts'
import { fitForeign } from '../../scripts/export/pptx/foreign/fit.ts'
import { readForeign } from '../../scripts/export/pptx/foreign/read.ts'
import { writePptx } from '../../scripts/export/pptx/write.ts'
import { skinIds } from '../../styles/skin.ts'
import { temporaryFolder, testContext } from '../scripts/support/context.ts'
import { test } from '../support/test.ts'
import { deckModel, everyShape, media } from './support/model.ts'
import { schemaErrors } from './support/validator.ts'

async function expectSound(file: string): Promise<void> {
  const errors = await schemaErrors(file)
  if (errors) expect(errors).toEqual([])
}

describe('by the schemas of Office', () => {
  test('every shape is sound, in every skin, aspect ratio and on a template', async () => {
    const folder = temporaryFolder()
    for (const skin of skinIds) {
      for (const height of [720, 960]) {
        const model = deckModel([everyShape(1), everyShape(2)], skin, height)
        const own = path.join(folder, `${skin}-${height}.pptx`)
        writeFileSync(own, writePptx(model, baseTemplate(model), media))
        await expectSound(own)
        const foreign = fitForeign(readForeign(own, writePptx(model, baseTemplate(model), media)), model)
        const placed = path.join(folder, `${skin}-${height}-template.pptx`)
        writeFileSync(placed, writePptx(model, foreign, media))
        await expectSound(placed)
      }
    }
  })

  test('a deck is sound, with its charts, tables and pictures, and the same bytes each time', async ({ browser }) => {
    const { root } = inject('district')
    const made = async (): Promise<string> => {
      const out = temporaryFolder()
      const report = await exportDeck(parseExportArgs(['pptx', '--refs', '--out', out]), testContext(root), {
        browser: async () => browser,
      })
      expect(report.problems).toEqual([])
      return report.files[0]!
    }
    const [first, second] = [await made(), await made()]
    await expectSound(first)
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true)
  })
})
