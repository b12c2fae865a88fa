import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { HuibaoError } from '../../model/errors.ts'
import { readCsv } from '../../scripts/lib/facts/csv.ts'
import { docxText } from '../../scripts/lib/facts/office/docx.ts'
import { unzip } from '../../scripts/lib/facts/office/unzip.ts'
import { readXlsx } from '../../scripts/lib/facts/office/xlsx.ts'
import { docx, paragraph, wordTable, xlsx, type Cell, type WorkbookLooks } from './support/office.ts'

const refused = (read: () => unknown): string => {
  try {
    read()
  } catch (error) {
    if (error instanceof HuibaoError) return error.message
    throw error
  }
  return ''
}

describe('a Word file', () => {
  it('is read paragraph by paragraph, tables with bars', () => {
    const body = [
      paragraph('一、综合'),
      '<w:p><w:r><w:t>全年产值</w:t></w:r><w:r><w:t>600.5</w:t></w:r><w:r><w:t>亿元。</w:t></w:r></w:p>',
      paragraph('表1 产量'),
      wordTable([
        ['镇', '产量（吨）'],
        ['东|镇', '12.0'],
      ]),
      paragraph('二、工业'),
    ].join('')
    expect(docxText(docx(body), '公报.docx').split('\n')).toEqual([
      '一、综合',
      '全年产值600.5亿元。',
      '表1 产量',
      '',
      '| 镇 | 产量（吨） |',
      '| 东¦镇 | 12.0 |',
      '',
      '二、工业',
    ])
  })

  it.each([
    [
      'what was struck out',
      '<w:p><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:r><w:t>8</w:t></w:r></w:p>',
      '8',
    ],
    ['what is hidden', '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r><w:r><w:t>8</w:t></w:r></w:p>', '8'],
    [
      'what was moved away',
      '<w:p><w:moveFrom><w:r><w:t>9</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>8</w:t></w:r></w:ins></w:p>',
      '8',
    ],
  ])('is read without %s', (_, body, text) => {
    expect(docxText(docx(body), '公报.docx')).toBe(text)
  })

  it('fills up the cells that others are merged over', () => {
    const cell = (text: string, look = ''): string => `<w:tc><w:tcPr>${look}</w:tcPr>${paragraph(text)}</w:tc>`
    const table = `<w:tbl><w:tr>${cell('镇', '<w:vMerge w:val="restart"/>')}${cell('产值', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('总量')}${cell('增速')}</w:tr></w:tbl>`
    expect(docxText(docx(table), '公报.docx').trim().split('\n')).toEqual(['| 镇 | 产值 |  |', '|  | 总量 | 增速 |'])
  })

  it('has its notes at the end', () => {
    const notes = `<w:footnotes><w:footnote w:type="separator">${paragraph('—')}</w:footnote><w:footnote>${paragraph('注：初步数。')}</w:footnote></w:footnotes>`
    expect(docxText(docx(paragraph('正文。'), { 'word/footnotes.xml': notes }), '公报.docx')).toBe(
      '正文。\n注：初步数。',
    )
  })
})

describe('a workbook', () => {
  const sheets: Record<string, Cell[][]> = {
    表1: [
      ['表1 各镇产值'],
      ['单位：亿元'],
      ['镇', '产值', '比上年增长（%）'],
      ['东镇', 3.3000000000000003, { value: 8, format: '0.0' }],
      ['西镇', { value: 1234.5, format: '#,##0.0' }, { value: -0.042, format: '0.0%' }],
      ['注：初步数'],
    ],
    底稿: [
      ['镇', '数'],
      ['东镇', 1],
    ],
  }

  it('is read as its cells are printed, each line a row of the sheet', () => {
    const [table, ...others] = readXlsx(xlsx(sheets, { hidden: ['底稿'] }), '数据.xlsx')
    expect(others).toEqual([])
    expect(table).toMatchObject({
      file: '数据.xlsx',
      sheet: '表1',
      caption: '表1 各镇产值',
      unit: '亿元',
      heads: ['镇', '产值', '比上年增长（%）'],
      rows: [
        { cells: ['东镇', '3.3', '8.0'], line: 4 },
        { cells: ['西镇', '1,234.5', '-4.2%'], line: 5 },
      ],
    })
  })

  it.each<[string, Cell, string]>([
    ['a year kept as a date', { value: 44197, format: 'yyyy"年"' }, '2021年'],
    ['a decline in parentheses', { value: -3.2, format: '0.0_);(0.0)' }, '-3.2'],
    ['a decline in red', { value: -3.2, format: '0.0;[Red]0.0' }, '-3.2'],
    ['noise of a double', 3.3000000000000003, '3.3'],
    ['a fault of a formula', { t: 'e', value: '#REF!' }, '#REF!'],
    ['a formula that was never computed', { formula: '1+1' }, '(公式没有存下结果)'],
    ['a date of Strict Open XML', { t: 'd', value: '2021-01-01T00:00:00', format: 'yyyy"年"' }, '2021年'],
    ['a format that nobody reads', { value: 1, format: '0.0"' }, '(读不了的数字格式:0.0")'],
  ])('prints %s', (_, cell, printed) => {
    const [table] = readXlsx(
      xlsx({
        表: [
          ['项', '值', '别的'],
          ['甲', cell, 1],
        ],
      }),
      '数据.xlsx',
    )
    expect(table?.rows[0]?.cells[1]?.replaceAll('（', '(').replaceAll('）', ')').replaceAll('：', ':')).toBe(printed)
  })
})

describe('the tables of a sheet', () => {
  const tables = (rows: Cell[][], looks: WorkbookLooks = {}) =>
    readXlsx(xlsx({ 数据: rows }, looks), '数据.xlsx').map(({ caption, unit, heads, rows }) => ({
      caption,
      unit,
      heads,
      rows: rows.map(({ cells, line }) => [line, ...cells]),
    }))
  const heads = ['镇', '产值', '户数']

  it.each<[string, Cell[][], WorkbookLooks | undefined, object]>([
    [
      'go on behind blank rows',
      [heads, ['东镇', 1, 2], [], [], ['西镇', 3, 4]],
      {},
      {
        heads,
        rows: [
          [2, '东镇', '1', '2'],
          [5, '西镇', '3', '4'],
        ],
      },
    ],
    [
      'have what is merged over rows in each of them',
      [
        ['产业', '指标', '数'],
        ['农业', '产值', 1],
        [null, '户数', 2],
      ],
      { merges: { 数据: ['A2:A3'] } },
      {
        heads: ['产业', '指标', '数'],
        rows: [
          [2, '农业', '产值', '1'],
          [3, '农业', '户数', '2'],
        ],
      },
    ],
    [
      'have two rows of heads, merged across and down',
      [
        ['镇', '产值', null, '户数'],
        [null, '总量', '增速'],
        ['东镇', 1, 2, 3],
      ],
      { merges: { 数据: ['A1:A2', 'B1:C1', 'D1:D2'] } },
      { heads: ['镇', '产值总量', '产值增速', '户数'], rows: [[3, '东镇', '1', '2', '3']] },
    ],
    [
      'have years below their heads',
      [
        ['镇', '产值', null],
        [null, 2024, 2025],
        ['东镇', 1, 2],
      ],
      { merges: { 数据: ['A1:A2', 'B1:C1'] } },
      { heads: ['镇', '产值2024', '产值2025'], rows: [[3, '东镇', '1', '2']] },
    ],
    [
      'have numbers like years below their heads',
      [
        ['镇', '户数', '产值'],
        ['东镇', 2024, 2025],
        ['西镇', 1, 2],
      ],
      {},
      {
        heads: ['镇', '户数', '产值'],
        rows: [
          [2, '东镇', '2024', '2025'],
          [3, '西镇', '1', '2'],
        ],
      },
    ],
    [
      'have a unit in a line with who made them',
      [['各镇产值'], ['编制单位：统计站', null, '单位：万元'], heads, ['东镇', 1, 2]],
      {},
      { unit: '万元', heads },
    ],
    [
      'are seen without hidden rows and columns',
      [heads, ['东镇', 1, 2], ['暂存', 8, 9], ['西镇', 3, 4]],
      { hiddenRows: { 数据: [3] }, hiddenColumns: { 数据: [2] } },
      {
        heads: ['镇', '', '户数'],
        rows: [
          [2, '东镇', '', '2'],
          [4, '西镇', '', '4'],
        ],
      },
    ],
    [
      'have dates of the calendar of 1904',
      [
        ['镇', { value: 42735, format: 'yyyy"年"' }],
        ['东镇', 1],
        ['西镇', 2],
      ],
      { date1904: true },
      { heads: ['镇', '2021年'] },
    ],
  ])('%s', (_, rows, looks, expected) => {
    expect(tables(rows, looks)[0]).toMatchObject(expected)
  })

  it('are two where heads stand behind a blank row', () => {
    expect(tables([heads, ['东镇', 1, 2], [], ['村', '产值', '户数'], ['东村', 3, 4]])).toHaveLength(2)
  })
})

describe('a file that is none, or hostile', () => {
  it('is refused where it is no office file', () => {
    expect(refused(() => docxText(strToU8('正文'), '公报.docx'))).toBe('读不了 公报.docx：不是 Office 文件，或者坏了')
    expect(refused(() => docxText(zipSync({ a: strToU8('') }), '公报.docx'))).toContain('里面没有 Word 的正文')
    expect(refused(() => readXlsx(zipSync({ a: strToU8('') }), '数据.xlsx'))).toContain('里面没有 Excel 的工作簿')
  })

  it('is refused where it would unpack to more than there is room for', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(4 * 2 ** 20) })
    expect(bomb.length).toBeLessThan(10_000)
    expect(refused(() => unzip(bomb, '公报.docx', () => true, 2 ** 20))).toBe('读不了 公报.docx：展开后超过 1 MB')
  })

  it('is refused where a part is longer than it says', () => {
    const liar = docx(paragraph('全年产值600亿元。'.repeat(100)))
    const size = new DataView(liar.buffer, liar.byteOffset)
    const central = liar.length - 22 - 46 - 'word/document.xml'.length
    expect(size.getUint32(central, true)).toBe(0x02014b50)
    size.setUint32(central + 24, 400, true)
    expect(refused(() => docxText(liar, '公报.docx'))).toContain('XML 不完整')
  })

  it('is refused where it defines entities', () => {
    const laughs = zipSync({
      'word/document.xml': strToU8(
        '<!DOCTYPE d [<!ENTITY a "哈"><!ENTITY b "&a;&a;">]><d><w:p><w:r><w:t>&b;</w:t></w:r></w:p></d>',
      ),
    })
    expect(refused(() => docxText(laughs, '公报.docx'))).toContain('XML 不完整')
  })

  it('is refused where a sheet is wider than any', () => {
    const wide = Array.from(
      { length: 3 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c><c r="ZZZZ${row + 1}"><v>2</v></c></row>`,
    )
    const bytes = zipSync({
      'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="表" r:id="r"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8('<r><r Id="r" Target="worksheets/a.xml"/></r>'),
      'xl/worksheets/a.xml': strToU8(`<worksheet><sheetData>${wide.join('')}</sheetData></worksheet>`),
    })
    expect(refused(() => readXlsx(bytes, '数据.xlsx'))).toContain('个单元格')
  })

  it('is refused where it nests deeper than any', () => {
    const deep = `<w:document xmlns:w="w">${'<w:p>'.repeat(100_000)}${'</w:p>'.repeat(100_000)}</w:document>`
    const bytes = zipSync({ 'word/document.xml': strToU8(deep) })
    expect(refused(() => docxText(bytes, '公报.docx'))).toBe('读不了 公报.docx：里面的 XML 套了 200 层以上')
  })

  it('is refused where it has more rows than anyone fills in', () => {
    const sheet = `<worksheet><sheetData>${'<row/>'.repeat(450_000)}</sheetData></worksheet>`
    const bytes = xlsx({ 表: [['镇', '产值']] }, { more: { 'xl/worksheets/sheet0.xml': sheet } })
    expect(refused(() => readXlsx(bytes, '数据.xlsx'))).toContain('内容太多：超过 40 万个元素')
    const lines = '东镇,1\n'.repeat(100_001)
    expect(refused(() => readCsv(lines, '数据.csv'))).toBe('csv 文件太长：数据.csv：超过 10 万行')
  })

  it('is refused where it merges more than a sheet has', () => {
    const rows = Array.from({ length: 3 }, () => ['东镇', 1])
    const areas = Array.from({ length: 2 }, () => 'A1:A1048576')
    expect(refused(() => readXlsx(xlsx({ 表: rows }, { merges: { 表: areas } }), '数据.xlsx'))).toContain('个单元格')
  })

  it('is read without macros, and without what other workbooks would say', () => {
    const rows: Cell[][] = [
      ['镇', '产值', '户数'],
      ['东镇', { value: 1, formula: "'C:\\[上月.xlsx]表1'!B2" }, 2],
    ]
    const more = { 'xl/vbaProject.bin': 'Sub Auto_Open()', 'xl/externalLinks/externalLink1.xml': '<!DOCTYPE a [' }
    expect(readXlsx(xlsx({ 表: rows }, { more }), '数据.xlsm')[0]?.rows[0]?.cells).toEqual(['东镇', '1', '2'])
  })
})
