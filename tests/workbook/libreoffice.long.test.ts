import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadSource } from '../../model/load.ts'
import { readWorkbook } from '../../scripts/workbook/read.ts'
import { writeWorkbook } from '../../scripts/workbook/write.ts'
import { temporaryFolder } from '../scripts/support/context.ts'
import { outcome } from '../support/process.ts'
import { ROOT } from '../support/project.ts'

const DECKS = ['.', ...['bulletin', 'other-district', 'gate', 'work-report'].map(name => `tests/fixtures/${name}`)]
const MINUTES = 60_000

let hasOffice = false
beforeAll(async () => {
  hasOffice = (await outcome('soffice', ['--version'], ROOT)).code === 0
}, MINUTES)

/** What LibreOffice makes of a file. @param forms the formats that it is saved in, one after the other */
async function saved(file: string, ...forms: string[]): Promise<Uint8Array> {
  let from = file
  for (const form of forms) {
    const folder = path.join(path.dirname(from), form)
    await mkdir(folder, { recursive: true })
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(path.dirname(file), 'profile')).href}`
    const args = ['--headless', profile, '--convert-to', form, '--outdir', folder, from]
    const { code, output } = await outcome('soffice', args, path.dirname(file))
    expect(code, output).toBe(0)
    from = path.join(folder, `${path.parse(from).name}.${form}`)
  }
  return readFile(from)
}

/** How many drop-down lists the sheets of a workbook have. */
function countChoices(bytes: Uint8Array): number {
  const sheets = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/'))
  return sheets.reduce((sum, [, xml]) => sum + (strFromU8(xml).match(/<dataValidation /g)?.length ?? 0), 0)
}

describe('a workbook that LibreOffice has saved', () => {
  it.for(DECKS)('says what it said, and has its lists: %s', { timeout: 5 * MINUTES }, async (deck, { skip }) => {
    skip(!hasOffice, 'no soffice on this machine: apt-get install libreoffice-calc')
    const known = await loadSource(path.join(ROOT, deck))
    const bytes = writeWorkbook({ title: '一份文稿', subtitle: '某区', source: known })
    const file = path.join(temporaryFolder(), '数据.xlsx')
    await writeFile(file, bytes)
    const before = readWorkbook(bytes, { known })
    expect(before).toHaveProperty('draft')
    for (const forms of [['xlsx'], ['ods', 'xlsx']]) {
      const after = await saved(file, ...forms)
      expect(readWorkbook(after, { known })).toEqual(before)
      expect(countChoices(after)).toBe(countChoices(bytes))
    }
  })
})
