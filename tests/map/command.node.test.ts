import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { readSheets } from '../../scripts/lib/facts/office/workbook.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { command } from '../../scripts/map/main.ts'
import { xlsx, type Cell } from '../check/support/office.ts'
import { draftedDeck, removeScratch } from '../cells/support/deck.ts'
import { FIRST, monthly } from '../cells/support/monthly.ts'
import { testContext } from '../scripts/support/context.ts'

afterAll(removeScratch)

const BROKEN: Cell[][] = [['2026年'], ['镇', '产值（亿元）'], ['东镇', '12,34'], ['西镇', 2]]

/** Runs the command in a deck that has a file. @returns its exit code, what it prints, and what it tells beside that */
async function run(name: string, bytes: Uint8Array, ...args: string[]) {
  const root = await draftedDeck(monthly(FIRST), '云溪区月报.xlsx')
  writeFileSync(path.join(root, name), bytes)
  const [printed, told]: [string[], string[]] = [[], []]
  const tell = (line: string): void => void told.push(line)
  const code = await command.run({
    ...testContext(root),
    args: [name, ...args],
    log: { ...silentLog, info: tell, warn: tell, error: tell },
    print: line => void printed.push(line),
  })
  return { root, code, printed, told }
}

/** A workbook with macros, as Excel saves it. */
function withMacros(bytes: Uint8Array): Uint8Array {
  const override = (name: string, type: string): string => `<Override PartName="/xl/${name}" ContentType="${type}"/>`
  const types =
    override('workbook.xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml') +
    override('vbaProject.bin', 'application/vnd.ms-office.vbaProject')
  const parts = unzipSync(bytes)
  const relations = strFromU8(parts['xl/_rels/workbook.xml.rels']!)
  return zipSync({
    ...parts,
    '[Content_Types].xml': strToU8(`<Types xmlns="x">${types}</Types>`),
    'xl/_rels/workbook.xml.rels': strToU8(
      relations.replace('</Rel', '<Relationship Id="rM" Type="x/vbaProject" Target="vbaProject.bin"/></Rel'),
    ),
    'xl/vbaProject.bin': strToU8('Sub'),
  })
}

describe('a workbook that cannot be read', () => {
  it('has its problems as notes in a copy without macros, which is no workbook with macros', async () => {
    const { root, code, printed, told } = await run('表.xlsm', withMacros(xlsx({ 表: BROKEN })), '--annotate')
    expect(code).toBe(1)
    expect(printed.at(-1)).toBe('表-批注.xlsx')
    expect(told).toContain('批注的这一份里没有宏；请在原来的文件里改。')
    const copy = readFileSync(path.join(root, '表-批注.xlsx'))
    expect(readSheets(copy, '').length).toBe(1)
    const parts = Object.entries(unzipSync(copy)).map(([name, bytes]) => name + strFromU8(bytes))
    expect(parts.filter(text => /vba|macroEnabled/i.test(text))).toEqual([])
  })

  it('has none where it is a csv file, which is told', async () => {
    const bytes = new TextEncoder().encode('镇,产值（亿元）\n东镇,"12,34"\n西镇,2\n')
    const { root, code, told } = await run('2026年.csv', bytes, '--annotate')
    expect(code).toBe(1)
    expect(told).toContain('csv 里放不下批注，没有另存；请照上面的改，或先另存为 xlsx。')
    expect(existsSync(path.join(root, '2026年-批注.xlsx'))).toBe(false)
  })
})

it('tells which numbers are left out', async () => {
  const rows: Cell[][] = [['2026年'], ['编码', '镇', '产值（亿元）'], [101, '东镇', 1], [205, '西镇', 2]]
  const { code, told } = await run('表.xlsx', xlsx({ 表: rows }))
  expect(code).toBe(0)
  expect(told.slice(0, 2)).toEqual(['没有取的数 2 格：', '  在行名前面，看作编号：表 A3 “101”，表 A4 “205”'])
})
