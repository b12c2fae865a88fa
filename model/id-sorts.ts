/** What an id can be of. Each has ids of its own: a quote and a photo may share one. */
export type IdSort = 'figure' | 'table' | 'target' | 'period' | 'chapter' | 'quote' | 'photo'

/** The sorts that have few ids and no values: all but the figures. */
export type NamedSort = Exclude<IdSort, 'figure'>

/** The sorts as messages call them. */
export const SORT_NAMES: Readonly<Record<IdSort, string>> = {
  figure: '数据',
  table: '表',
  target: '目标',
  period: '时段',
  chapter: '章',
  quote: '引语',
  photo: '图片',
}

/** Props that carry ids other than those of figures, by component. */
export const NAMED_PROPS: Readonly<Record<string, Readonly<Record<string, NamedSort>>>> = {
  AppendixTable: { chapter: 'chapter' },
  Bullet: { ids: 'target' },
  Contribution: { of: 'table' },
  DataTable: { of: 'table' },
  Milestone: { at: 'period' },
  DistrictMap: { of: 'table' },
  PageFrame: { chapter: 'chapter' },
  PhotoSlot: { id: 'photo' },
  PullQuote: { id: 'quote' },
  RankBars: { of: 'table' },
  ShareDonut: { of: 'table' },
  Slope: { of: 'table' },
  SmallMultiples: { of: 'table' },
  StackedColumns: { of: 'table' },
  TargetTable: { ids: 'target' },
  TotalAndGrowth: { of: 'table' },
  TrendChart: { of: 'table' },
}

/** Frontmatter keys by which layouts take ids. */
export const NAMED_KEYS: Readonly<Record<string, NamedSort>> = { chapter: 'chapter', photo: 'photo', quote: 'quote' }

/** What is wrong with an id, and the ids that may be meant. */
export function unknownIdMessage(id: string, nearest: readonly string[], sort: IdSort = 'figure'): string {
  const name = SORT_NAMES[sort]
  if (!id) return `没有写${name}编号`
  return `没有编号为“${id}”的${name}${nearest.length ? `，最接近的是：${nearest.join('、')}` : ''}`
}

/** Why a part of the appendix would leave rows out; `undefined` where it is one of the parts that there are. */
export function wrongPartMessage(part: number, of: number): string | undefined {
  const whole = [part, of].every(Number.isInteger)
  return whole && part >= 1 && part <= of
    ? undefined
    : `附录的 :part="${part}" :of="${of}" 对不上，会漏掉数据：of 是一共几页，part 是其中第几页，从 1 到 of`
}
