import { describe, expect, it } from 'vitest'
import { resolveDeck } from '../../model/deck.ts'
import type {
  ChapterSchema,
  ErratumSchema,
  NameSchema,
  PeriodSchema,
  PhotoSchema,
  QuoteSchema,
  SourceDocumentSchema,
  UnusedSchema,
} from '../../model/schema.ts'
import type { DeckSource } from '../../model/source.ts'
import type { TableSchema } from '../../model/table-schema.ts'
import type { TargetSchema } from '../../model/target-rules.ts'
import { recordData } from '../../scripts/diff/read-data.ts'
import type { DeckRecord } from '../../scripts/diff/record.ts'
import { diffText } from '../../scripts/diff/text.ts'
import { CELL, DERIVED, EVIDENCE, FIGURE, fullSource, type Samples } from '../support/every-field.ts'
import { gdp } from '../support/tables.ts'
import { diffOf } from './support/records.ts'

type Fields = Record<string, unknown>

/** What a deck says, whose data is in order as far as the fields that are compared go. */
const recordOf = (source: DeckSource): DeckRecord => ({
  ...{ title: '', pictures: {}, slides: [] },
  ...recordData(resolveDeck<string>(source), source),
})

/** What is told of a deck in which one field of one entry is another, or not there any more. */
function toldOf(find: (source: DeckSource) => unknown, field: string, value: unknown): string {
  const source = structuredClone(fullSource())
  Object.assign(find(source) as Fields, { [field]: value })
  return diffText(diffOf(recordOf(fullSource()), recordOf(source)), 'brackets')
}

const CHAPTER: Samples<typeof ChapterSchema> = { id: 'shops', title: '商业', short: '商', topic: '买卖' }
const SOURCE: Samples<typeof SourceDocumentSchema> = {
  ...{
    id: 'paper',
    title: '日报',
    publisher: '报社',
    date: '2032年',
    file: '日报.docx',
    undivided: true,
    partial: '只取一段',
    period: 'all-year',
    headings: { shops: '商业贸易' },
  },
}
const PERIOD: Samples<typeof PeriodSchema> = {
  ...{ id: 'all-year', text: '全年', span: '2031-01/2031-11', stated: ['今年'], implied: true },
}
const QUOTE: Samples<typeof QuoteSchema> = {
  ...{ id: 'owner', source: 'report', chapter: 'parks', column: '评说', text: '好做', speaker: '店主', role: '老板' },
}
const PHOTO: Samples<typeof PhotoSchema> = {
  ...{
    id: 'mall',
    caption: '商场',
    ownCaption: true,
    alt: '楼',
    scene: 'scenes/mall.svg',
    credit: '某人',
    focus: [0.2, 0.3],
  },
}
const ERRATUM: Samples<typeof ErratumSchema> = {
  ...{ printed: '商辅', read: '商埠', chapters: ['parks'], source: 'report', reason: '印错' },
}
const NAME: Samples<typeof NameSchema> = { text: '6G', reason: '名称' }
const UNUSED: Samples<typeof UnusedSchema> = { id: 'parks-new', sort: 'photo', reason: '不讲' }
const TARGET: Samples<typeof TargetSchema> = {
  ...{
    id: 'opened',
    label: '开店',
    plan: 'shops',
    done: 'shops',
    before: 'shops',
    direction: 'most',
    rate: 'open-rate',
  },
}
const TABLE: Samples<typeof TableSchema> = {
  ...{ id: 'towns', label: '各年', chapter: 'parks', period: '2020', evidence: { table: '表4' }, rows: 'subjects' },
  ...{ head: '年份', measures: [...gdp.measures].reverse(), cells: gdp.cells.slice(1), heads: { 2016: '一六年' } },
  ...{
    labels: { '2016/total': '总值' },
    units: { 2016: '万元' },
    ours: '2016',
    total: '2016',
    parts: { 2016: ['2015'] },
  },
  ...{
    breaks: [{ before: '2016', reason: '口径' }],
    skip: [{ row: '2014', reason: '太早' }],
    doubts: { 2016: '待核对' },
  },
}
const MEASURE: Samples<(typeof TableSchema)['entries']['measures']['pipe'][0]['item']> = {
  ...{ id: 'sum', label: '总值', head: '总值（亿元）', unit: '万元', kind: 'ratio', change: '增加', fall: '降低' },
  ...{ comparedWith: '前年', of: 'growth', whole: '全市', period: '2020' },
}

const ENTRIES: Record<string, [find: (source: DeckSource) => unknown, samples: Fields]> = {
  figure: [s => s.figures[0]!.figures[3], FIGURE],
  'evidence of a text': [s => s.figures[0]!.figures[3]!.evidence, EVIDENCE.text],
  'evidence of a workbook': [s => s.figures[0]!.figures[4]!.evidence, EVIDENCE.workbook],
  'file of figures': [s => s.figures[0], { chapter: 'parks', source: 'report' }],
  'derived figure': [s => s.derived.figures[0], DERIVED],
  chapter: [s => s.chapters[2], CHAPTER],
  source: [s => s.sources![1], SOURCE],
  period: [s => s.periods[2], PERIOD],
  quote: [s => s.quotes.quotes[0], QUOTE],
  photo: [s => s.photos.photos[0], PHOTO],
  erratum: [s => s.errata.errata[0], ERRATUM],
  name: [s => s.names!.names[0], NAME],
  unused: [s => s.unused!.unused[0], UNUSED],
  structural: [s => s.structural!.structural[0], { text: '三章', reason: '几章' }],
  target: [s => s.targets!.targets[0], TARGET],
  table: [s => s.tables![0]!.tables[0], TABLE],
  'evidence of a table': [s => s.tables![0]!.tables[0]!.evidence, { table: '表4', sheet: '表', source: 'report' }],
  measure: [s => s.tables![0]!.tables[0]!.measures[1], MEASURE],
  'file of tables': [s => s.tables![0], { source: 'report', skip: [{ table: '表9', reason: '不用' }] }],
  deck: [s => s, { columns: ['数说', '评说', '话说'], units: { count: ['场次'] } }],
}

describe.each(Object.entries(ENTRIES))('%s', (_, [find, samples]) => {
  it.each(Object.entries(samples))('tells another %s', (field, value) => {
    const told = toldOf(find, field, value)
    expect(told).not.toContain('没有变化')
    expect(told.split('\n').length).toBeGreaterThan(2)
    const words = typeof value === 'string' && /\p{Script=Han}/u.test(value) ? value : ''
    expect(told.replace(/\[-.*?-\]|[{}+]/g, '')).toContain(words)
  })
})

it.each([
  [{ source: 'report', clause: '商铺300家', period: '全年' }, 'report', '商铺300家'],
  [{ source: 'report', ...CELL }, 'report', '别的表'],
])('a place in another source is told: %j', (place, ...words) => {
  const told = toldOf(s => s.figures[0]!.figures[3]!.evidence, 'also', [place])
  for (const word of words) expect(told).toContain(word)
})

it('a field that no one knows is told by its name', () => {
  const told = '（空） → 晴'
  expect(toldOf(s => s.figures[0]!.figures[3], 'weather', '晴')).toContain(`weather：${told}`)
  expect(toldOf(s => s.quotes.quotes[0], 'weather', '晴')).toContain(`weather：${told}`)
  expect(toldOf(s => s, 'weathers', [{ id: 'day', sky: '晴' }])).toContain('添  weathers（day） sky：晴')
})
