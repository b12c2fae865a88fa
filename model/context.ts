import type { FigureInput, ResolvedPeriod } from './figure.ts'
import type { DataProblem } from './problems.ts'
import type { DeckSource } from './source.ts'
import { nearestIds } from './nearest.ts'
import { findSource, sourceIdOf, unknownSource } from './sources.ts'
import { resolvePeriod } from './periods.ts'
import { expectedSpan, looksLikeSpan } from './span-nearest.ts'

/** What the check of one entry needs to know of the others. */
export interface Context {
  source: DeckSource
  /** All periods of the deck. */
  periods: readonly ResolvedPeriod[]
  /** Stated figures whose shape is in order, and the cells of tables that are, by id. */
  sound: ReadonlyMap<string, FigureInput>
  /** Ids of all stated figures, in order or not. */
  stated: readonly string[]
  /** Ids of all figures, derived ones included. */
  ids: readonly string[]
}

/** The id of an entry of any shape, or its position where it has none. */
export function nameOf(entry: unknown, index: number): string {
  const id = (entry as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? id : `第${index + 1}条`
}

/** The ids of entries of any shape. */
export function idsOf(entries: readonly unknown[]): string[] {
  return entries.map(entry => (entry as { id?: unknown } | null | undefined)?.id).filter(id => typeof id === 'string')
}

/** The end of a message about an id that is not there. */
export function suggest(id: string, ids: readonly string[]): string {
  return `最接近的是：${nearestIds(id, ids).join('、')}`
}

/** What is wrong with the period that a figure refers to: it is no id of an entry, and no code of a span. */
export function unknownPeriod(period: string, { periods }: DeckSource): string | null {
  if (resolvePeriod(period, periods)) return null
  return looksLikeSpan(period)
    ? `时段“${period}”不是 data/periods.ts 里的编号，也不是时段的代码，${expectedSpan(period)}`
    : `没有时段“${period}”，${suggest(period, idsOf(periods))}`
}

/** What is wrong with the column that an entry names; `field` is the path to it. */
function unknownColumn(column: string | undefined, { columns }: DeckSource, field: string): string | null {
  if (columns.length === 0)
    return column === undefined
      ? null
      : `${field}：这份文稿没有栏目（data/columns.ts 是空的），请删去（现为 "${column}"）`
  if (column === undefined) return `${field}：没有写栏目，应为：${columns.join('、')}`
  return columns.includes(column) ? null : `${field}：栏目不在清单内，应为：${columns.join('、')}（现为 "${column}"）`
}

/** What is wrong with where in a source an entry says that it stands: which source, and in which column of it. */
export function wrongPlace(
  { source: own, column }: { source?: string; column?: string },
  file: string | undefined,
  source: DeckSource,
  path = '',
): (string | null)[] {
  const unknown = unknownSource(own, source, `${path}source`)
  const found = findSource(source, sourceIdOf(source, own, file))
  if (!found?.undivided) return [unknown, unknownColumn(column, source, `${path}column`)]
  return [
    unknown,
    column === undefined ? null : `${path}column：“${found.title}”不分章和栏（undivided），请删去（现为 "${column}"）`,
  ]
}

/** Whether there is a chapter of this id. */
export function isChapter(id: string, { chapters }: DeckSource): boolean {
  return idsOf(chapters).includes(id)
}

/** What is wrong with the `of` of a figure; `ids` are those that it may name. */
export function unknownWhole({ id, of }: { id: string; of?: string }, ids: readonly string[]): string | null {
  if (of === undefined) return null
  if (of === id) return 'of 不能指向自己'
  return ids.includes(of)
    ? null
    : `of 指向不存在的“${of}”，${suggest(
        of,
        ids.filter(other => other !== id),
      )}`
}

/** Reports every key that stands there twice. */
export function duplicates(
  entries: readonly { file: string; id: string; key: unknown }[],
  what: string,
): DataProblem[] {
  const first = new Map<string, { file: string; id: string }>()
  return entries.flatMap(({ file, id, key }) => {
    if (typeof key !== 'string') return []
    const earlier = first.get(key)
    if (earlier) return [{ file, id, message: `${what}“${key}”重复，已见于 ${earlier.file} 的 ${earlier.id}` }]
    first.set(key, { file, id })
    return []
  })
}
