import { figure, plus } from '../../model/expression.ts'
import type { DerivedSchema, FigureSchema } from '../../model/schema.ts'
import type { DeckSource } from '../../model/source.ts'
import type { TableInput } from '../../model/table.ts'
import { soundSource } from './deck-source.ts'
import { gdp } from './tables.ts'

/** Another value for each field that a schema knows. */
export type Samples<Schema extends { entries: object }> = Record<keyof Schema['entries'], unknown>

/** A deck that has something of everything. */
export function fullSource(): DeckSource {
  const source = soundSource()
  const [shops, part, sales] = source.figures[0]!.figures
  const markets = { ...shops!, id: 'markets', label: '市场', evidence: { column: '数说', clause: '市场300家' } }
  const stalls = {
    ...shops!,
    id: 'stalls',
    label: '摊位',
    evidence: { sheet: '摊位', cell: 'B2', row: '全区', column: '个数' },
  }
  return {
    ...source,
    chapters: [...source.chapters, { id: 'river', title: '河道', short: '河道', topic: '河道' }],
    periods: [...source.periods, { id: 'june', text: '2031年6月', stated: [] }],
    sources: [
      { id: 'bulletin', title: '公报' },
      { id: 'report', title: '报告' },
    ],
    figures: [{ ...source.figures[0]!, figures: [shops!, part!, sales!, markets, stalls] }, source.figures[1]!],
    tables: [{ file: 'data/tables/gdp.ts', tables: [{ ...gdp, period: '2021' } as TableInput] }],
    targets: { file: 'data/targets.ts', targets: [{ id: 'open', plan: 'shops-new', direction: 'least' }] },
    names: { file: 'data/names.ts', names: [{ text: '5G', reason: '术语' }] },
    unused: { file: 'data/unused.ts', unused: [{ id: 'shops', reason: '口述' }] },
    structural: { file: 'data/structural.ts', structural: [{ text: '两章', counts: 'chapters', reason: '章数' }] },
  }
}

/** A cell of a workbook as evidence. */
export const CELL = { sheet: '别的表', cell: 'C3', row: '东区', column: '家数' }
export const FIGURE: Samples<typeof FigureSchema> = {
  ...{ id: 'stores', label: '门店', short: '店', value: 310, to: 320, as: '三百家', decimals: 1, unit: '户' },
  ...{
    printAs: '万家',
    qualifier: '约',
    kind: 'ratio',
    period: 'spring',
    change: '增长',
    of: 'parks-new',
    whole: '全市',
  },
  ...{
    overlap: '有重叠',
    comparedWith: '上年',
    note: '居全市前列',
    doubt: '待核对',
    shares: [{ id: 'a', label: '甲' }],
  },
  ...{ rankIn: { table: 'gdp', order: 'ascending' }, evidence: { column: '话说', clause: '商铺共300家' } },
}
export const DERIVED: Samples<typeof DerivedSchema> = {
  ...{ id: 'old', label: '老商铺', short: '老', unit: '户', kind: 'ratio', decimals: 1, period: '2030', of: 'shops' },
  ...{ whole: '全市', expression: plus(figure('shops'), figure('shops-new')) },
}
/** Of the fourth figure of the first file, and of the fifth. */
export const EVIDENCE = {
  text: { source: 'report', column: '话说', clause: '商铺共300家', also: ['全区商铺300家'], period: '今年' },
  workbook: { source: 'report', ...CELL },
} as const
