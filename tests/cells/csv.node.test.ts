import { describe, expect, it } from 'vitest'
import { decodeText } from '../../scripts/lib/facts/decode.ts'
import { csvSheet, readCsv } from '../../scripts/lib/facts/csv.ts'

const bytes = (...parts: readonly (readonly number[])[]): Uint8Array => Uint8Array.from(parts.flat())
const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)]
const utf16 = (text: string): number[] =>
  [...text].flatMap(char => [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8])
/** 东镇 in GB18030. */
const EAST = [0xb6, 0xab, 0xd5, 0xf2]

describe('the bytes of a text', () => {
  it.each<[string, Uint8Array, string | undefined]>([
    ['UTF-8', bytes(utf8('东镇,1')), '东镇,1'],
    ['UTF-8 with a byte order mark', bytes([0xef, 0xbb, 0xbf], utf8('东镇,1')), '东镇,1'],
    ['GB18030', bytes(EAST, utf8(',1')), '东镇,1'],
    ['UTF-16', bytes([0xff, 0xfe], utf16('东镇,1')), '东镇,1'],
    ['no text', bytes([0xff, 0xff, 0xff]), undefined],
    ['no text that looks like one', bytes(utf8('PK'), [3, 4, 0, 0], utf8('1')), undefined],
  ])('are read in %s', (_, given, text) => {
    expect(decodeText(given)).toBe(text)
  })
})

describe('a csv file', () => {
  it('is a sheet that is named as the file is', () => {
    const { name, rows } = csvSheet('镇,产值\n\n东镇,"1,234"\n', '来源/各镇.csv')
    expect(name).toBe('各镇')
    expect(rows.get(3)?.get(1)).toEqual({ ref: 'B3', value: '1,234' })
    expect(rows.has(2)).toBe(false)
  })

  it('has its tables as a sheet has', () => {
    expect(readCsv('各镇产值\n单位：万元\n镇,产值,户数\n东镇,1,2\n\n西镇,3,4\n', '各镇.csv')).toMatchObject([
      { caption: '各镇产值', unit: '万元', heads: ['镇', '产值', '户数'], rows: [{ line: 4 }, { line: 6 }] },
    ])
  })

  it.each([
    ['tabs', '镇\t产值\n东镇\t1\n'],
    ['tabs, and commas in its cells', '镇\t产值\n东镇\t1,234,567\n'],
    ['semicolons', '镇;产值\n东镇;1\n'],
    ['semicolons, and commas for points', '镇;产值\n东镇;1,5\n'],
    ['a title of one cell above', '"云溪区1,2月;各镇"\n镇;产值\n东镇;1\n'],
  ])('may have %s', (_, text) => {
    expect(readCsv(text, '各镇.csv')).toMatchObject([{ heads: ['镇', '产值'], rows: [{}] }])
  })

  it.each([
    ['镇,产值\n"东镇,1\n', '第 2 行的引号不成对'],
    ['镇,产值\n东镇,1\n西"镇",1\n', '第 3 行的引号不成对'],
    ['镇,产值\n东镇,"1"2\n', '第 2 行的引号不成对'],
  ])('whose quotes do not pair is told by its line: %j', (text, message) => {
    expect(() => readCsv(text, '各镇.csv')).toThrow(`csv 文件读不出来：各镇.csv：${message}`)
  })
})
