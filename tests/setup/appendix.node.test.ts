import { parse } from '@slidev/parser/core'
import { describe, expect, it } from 'vitest'
import { partOf } from '../../model/appendix-part.ts'
import { partName } from '../../model/format.ts'
import { appendixPages, type AppendixRow } from '../../model/slides/appendix-pages.ts'
import type { DeckData } from '../../model/slides/context.ts'
import { expandAppendix } from '../../model/slides/expand-appendix.ts'
import { figureExtension } from '../../model/slides/extension.ts'
import { problemLine } from '../../model/slides/problems.ts'
import { checkedSlide, slideProblems } from '../../model/slides/slides.ts'
import type { SlideInfo } from '@slidev/types'
import { data as sound } from './deck-data.ts'

const row = (row: Partial<AppendixRow> = {}): AppendixRow => ({
  label: '产值',
  clause: '产值1亿元',
  slides: [2],
  ...row,
})
const rows = (count: number, each?: Partial<AppendixRow>): AppendixRow[] =>
  Array.from({ length: count }, () => row(each))
const TABLE = { name: '表1《产值》', heads: ['产值', '增长'] }
const LONG = '全区各类企业经过一年努力建成投产的新项目总数达到一百余个，其中包括智能工厂12家，数字车间34个'

describe('the number of pages of an appendix', () => {
  it.each<[string, AppendixRow[], string, number]>([
    ['a chapter without figures has one', [], '', 1],
    ['as many rows of one line as a page has room for', rows(15), '', 1],
    ['one row more', rows(16), '', 2],
    ['60 figures', rows(60), '', 4],
    ['60 figures with long clauses', rows(60, { clause: LONG }), '', 10],
    ['a long label takes lines, too', rows(15, { label: '产'.repeat(16) }), '', 2],
    ['a long period does', rows(15, { period: '截至2024年11月底' }), '', 2],
    ['and one for which there is room in the padding alone', rows(15, { period: '2021年—2024年' }), '', 2],
    ['and a short one does not', rows(15, { period: '2024年1—11月' }), '', 1],
    ['nor does the month up to which it is', rows(15, { period: '截至2020年11月' }), '', 1],
    ['and many slides do', rows(15, { slides: [11, 12, 13] }), '', 2],
    [
      'a figure of 600 slides stands on a page like any other',
      rows(1, { slides: Array.from({ length: 600 }, (_, index) => index + 1) }),
      '',
      1,
    ],
    ['and five of them do not', rows(5, { slides: Array.from({ length: 600 }, (_, index) => index + 1) }), '', 2],
    ['while three short numbers of slides stand in one line', rows(15, { slides: [1, 2, 13] }), '', 1],
    ['notes on misprints take room', rows(15), '“一”应为“二”。', 2],
    ['rows of a table have a head above them', rows(15, { table: TABLE }), '', 2],
    ['and as many as there is room for below it', rows(14, { table: TABLE }), '', 1],
    [
      'of many columns, a row has several lines',
      rows(8, { table: { ...TABLE, heads: Array<string>(12).fill('产值') } }),
      '',
      2,
    ],
    ['a row that no page has room for stands alone', rows(2, { clause: '产'.repeat(600) }), '', 2],
  ])('%s', (_, list, note, expected) => {
    expect(appendixPages(list, note)).toBe(expected)
  })

  it('follows the tallest page, wherever its rows are', () => {
    const [tall, short] = [rows(3, { clause: LONG }), rows(5)]
    expect(appendixPages([...tall, ...short, ...tall, ...short])).toBe(2)
    expect(appendixPages([...tall, ...tall, ...short, ...short])).toBe(3)
    expect(appendixPages([...short, ...short, ...tall, ...tall])).toBe(3)
  })

  it('leaves a value behind its word of change, where both have no room', () => {
    expect(appendixPages(rows(15, { value: ['增长', '6.7%'] }))).toBe(1)
    expect(appendixPages(rows(15, { value: ['高于全市平均', '0.4个百分点'] }))).toBe(2)
  })
})

describe('the parts of a list', () => {
  it.each([
    [10, 3, [4, 3, 3]],
    [50, 7, [8, 7, 7, 7, 7, 7, 7]],
    [9, 4, [3, 2, 2, 2]],
    [2, 3, [1, 1, 0]],
    [5, 1, [5]],
  ])('%i rows over %i', (count, of, sizes) => {
    const list = Array.from({ length: count }, (_, index) => index)
    const parts = Array.from({ length: of }, (_, index) => partOf(list, index + 1, of))
    expect(parts.map(({ length }) => length)).toEqual(sizes)
    expect(parts.flat()).toEqual(list)
  })

  it('have names that are no numbers', () => {
    const names = (of: number): string => Array.from({ length: of }, (_, index) => partName(index + 1, of)).join('')
    expect([2, 3, 4, 11].map(names)).toEqual(['上下', '上中下', '甲乙丙丁', '甲乙丙丁戊己庚辛壬癸续'])
  })
})

/** The hooks' data, with a chapter `city` of so many figures. */
function withFigures(count: number): DeckData {
  const chapter = { id: 'city' } as DeckData['figures'][number]['chapter']
  const figures = Array.from({ length: count }, (_, index) => ({
    ...{ id: `f-${index}`, label: `路${index}`, chapter, derived: null },
    period: { text: '2031年' },
    evidence: { column: '', clause: `修路${index}条` },
  })) as unknown as DeckData['figures']
  return { ...sound, figures }
}

const data = withFigures(32)
const expanded = (text: string, used = data): string => expandAppendix(text.split('\n'), used).lines.join('\n')

const APPENDIX = `---
layout: appendix
time: 30
routeAlias: evidence
chapter: city
---

# 依据

<AppendixTable
  chapter="city" />

<!--
讲稿
-->
`

describe('a slide with a table of the appendix', () => {
  it('becomes as many as its rows need, which begin like it and have no note', () => {
    expect(expanded(`# 封面\n\n${APPENDIX}\n---\n\n# 末页\n`)).toBe(`# 封面

---
layout: appendix
time: 30
routeAlias: evidence
chapter: city
---

# 依据（上）

<AppendixTable :part="1" :of="3"
  chapter="city" />

<!--
讲稿
-->


---
layout: appendix
time: 0
#
chapter: city
---

## 依据（中）

<AppendixTable :part="2" :of="3"
  chapter="city" />

---
layout: appendix
time: 0
#
chapter: city
---

## 依据（下）

<AppendixTable :part="3" :of="3"
  chapter="city" />
---

# 末页
`)
  })

  it('is cut by Slidev as it is meant, without front matter and at the beginning of a file, too', async () => {
    const text = '## 依据\n\n<AppendixTable chapter="city" />\n\n<!-- 讲 -->\n\n---\n\n<AppendixTable chapter="city" />'
    const { slides } = await parse(expanded(text), '')
    expect(slides.map(({ content, note }) => [content, note])).toEqual([
      ['## 依据（上）\n\n<AppendixTable :part="1" :of="3" chapter="city" />', '讲'],
      ['## 依据（中）\n\n<AppendixTable :part="2" :of="3" chapter="city" />', undefined],
      ['## 依据（下）\n\n<AppendixTable :part="3" :of="3" chapter="city" />', undefined],
      ['<AppendixTable :part="1" :of="3" chapter="city" />', undefined],
      ['<AppendixTable :part="2" :of="3" chapter="city" />', undefined],
      ['<AppendixTable :part="3" :of="3" chapter="city" />', undefined],
    ])
  })

  it.each([
    ['parts are written', '<AppendixTable chapter="city" :part="1" :of="2" />'],
    ['a part is known only in the browser', '<AppendixTable chapter="city" :part="$page" />'],
    ['anything may be bound', '<AppendixTable chapter="city" v-bind="props" />'],
    ['the chapter is known only in the browser', '<AppendixTable :chapter="`${a}`" />'],
    ['the chapter does not exist', '<AppendixTable chapter="ctiy" />'],
    ['there are several', '<AppendixTable chapter="city" />\n<AppendixTable chapter="trade" />'],
    ['it is code', '```html\n<AppendixTable chapter="city" />\n```'],
    ['the slide includes a file', '---\nsrc: ./other.md\n---\n\n<AppendixTable chapter="city" />'],
  ])('stays as it is where %s', (_, text) => {
    expect(expanded(text)).toBe(text)
  })

  it('has the head of a series above the first of its rows', () => {
    const years = Array.from({ length: 14 }, (_, index) => String(2018 + index))
    const figures = years.map(year => ({
      ...data.figures[0]!,
      ...{
        id: `gdp@${year}`,
        label: '产值',
        period: { id: year, text: `${year}年`, stated: [], span: null, begin: '', end: '' },
      },
      ...{ value: 1, decimals: 0, unit: '亿元', qualifier: 'none', kind: 'amount', chapter: { id: 'city' } },
      evidence: { column: '', clause: '', cell: { table: '表1', row: `${year}年`, column: '产值' } },
    })) as unknown as DeckData['figures']
    const series = { ...data, figures, findTable: () => ({ by: 'periods' }) as ReturnType<DeckData['findTable']> }
    expect(expanded(APPENDIX, series)).toBe(APPENDIX)
  })

  it('stays as it is where its rows need one page, and where it is expanded already', () => {
    expect(expanded(APPENDIX, withFigures(8))).toBe(APPENDIX)
    expect(expanded(expanded(APPENDIX))).toBe(expanded(APPENDIX))
  })

  it('drops what a front matter says of one slide, on all of its lines', () => {
    const text = '---\ntitle: >-\n  依\n  据\nlayout: appendix\n---\n\n<AppendixTable chapter="city" />\n'
    expect(expanded(text).split('\n---\n').at(-2)).toBe('#\n#\n#\nlayout: appendix')
  })

  it('leaves all lines those of the file, in messages of the build', async () => {
    const markdown = `# 封面\n\n${APPENDIX}\n---\n\n<Fig id="gone" />\n\n<AppendixTable chapter="city" :part="3" :of="2" />\n`
    const { slides } = await parse(markdown, '/deck/slides.md', [figureExtension({ data })])
    const infos = slides.map(source => ({ source }) as unknown as SlideInfo)
    expect(infos.map(info => checkedSlide(info).start)).toEqual([0, 2, 2, 2, 19])
    expect(slideProblems(infos, data, '/deck').map(problem => problemLine(problem).trim())).toEqual([
      expect.stringMatching(/^slides\.md:21（第 5 页） {2}没有编号为“gone”的数据/),
      expect.stringMatching(/^slides\.md:23（第 5 页） {2}附录的 :part="3" :of="2" 对不上/),
    ])
  })
})
