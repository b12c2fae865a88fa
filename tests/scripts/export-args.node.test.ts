import { describe, expect, it } from 'vitest'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { pngName } from '../../scripts/export/names.ts'
import { formatRange, parseRange } from '../../scripts/export/range.ts'

describe('export arguments', () => {
  it('default to both forms in exports/', () => {
    expect(parseExportArgs([])).toEqual({
      forms: ['pdf', 'png'], range: undefined, clicks: false, scale: 2, out: 'exports', json: false, rebuild: false, timeout: 30_000, help: false,
    })
  })

  it.each([
    [['pdf'], { forms: ['pdf'] }],
    [['png', 'pdf', 'png'], { forms: ['pdf', 'png'] }],
    [['--range', '3-7,9', '--clicks'], { range: '3-7,9', clicks: true }],
    [['--scale=1.5', '--out', '输出', '--json'], { scale: 1.5, out: '输出', json: true }],
    [['--timeout', '5', '--rebuild'], { timeout: 5000, rebuild: true }],
    [['-h'], { help: true }],
  ])('%j', (args, expected) => {
    expect(parseExportArgs(args)).toMatchObject(expected)
  })

  it.each([
    [['docx'], '不认识的导出格式：docx'],
    [['--nope'], '命令的参数不对：--nope'],
    [['--range'], '命令的参数不对：--range'],
    [['--scale', '0'], '--scale 要写 0.5 到 4 之间的数，而不是“0”'],
    [['--scale', 'x'], '而不是“x”'],
    [['--scale', ''], '而不是“”'],
    [['--timeout', '0'], '--timeout 要写 1 到 600 之间的数'],
    [['--out', ' '], '--out 后面要写文件夹的名字'],
  ])('refuses %j', (args, message) => {
    expect(() => parseExportArgs(args)).toThrow(message)
  })
})

describe('a range', () => {
  it.each([
    [undefined, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ['3', [3]],
    ['3-5,9', [3, 4, 5, 9]],
    [' 9 , 3 - 4 ', [3, 4, 9]],
    ['7-', [7, 8, 9]],
    ['2,1-3,2', [1, 2, 3]],
    ['３－５，９', [3, 4, 5, 9]],
    ['3—5、9', [3, 4, 5, 9]],
    ['3至5；9', [3, 4, 5, 9]],
  ])('%s', (range, numbers) => {
    expect(parseRange(range, 9)).toEqual(numbers)
  })

  it.each([
    ['', '有空的部分'],
    [',', '有空的部分'],
    ['1,,2', '有空的部分'],
    ['a', '“a”不是页码'],
    ['1.5', '“1.5”不是页码'],
    ['-3', '“-3”不是页码'],
    ['1-2-3', '“1-2-3”不是页码'],
    ['0', '“0”超出文稿，文稿共 9 页'],
    ['10', '“10”超出文稿，文稿共 9 页'],
    ['8-10', '“8-10”超出文稿'],
    ['12-', '“12-”超出文稿'],
    ['5-3', '“5-3”的起页在止页之后'],
  ])('%j is refused', (range, message) => {
    expect(() => parseRange(range, 9)).toThrow(message)
  })

  it.each([[[3], '3'], [[1, 2, 3], '1-3'], [[1, 3, 4, 9], '1,3-4,9'], [[], '']])('of %j reads %s', (numbers, range) => {
    expect(formatRange(numbers)).toBe(range)
  })
})

describe('the name of a PNG', () => {
  it.each([
    [{ no: 3, clicks: 0 }, 9, false, '03.png'],
    [{ no: 3, clicks: 0 }, 120, false, '003.png'],
    [{ no: 3, clicks: 2 }, 24, true, '03-02.png'],
    [{ no: 12, clicks: 0 }, 24, true, '12-00.png'],
  ])('%j of %i', (sheet, total, clicks, name) => {
    expect(pngName(sheet, total, clicks)).toBe(name)
  })
})
