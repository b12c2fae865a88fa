import { SORT_NAMES } from '../../../model/id-sorts.ts'
import { shownIds } from '../../../model/slides/shown.ts'
import type { Unused, UnusedSort } from '../../../model/source.ts'
import { isShown } from '../../lib/facts/appearances.ts'
import { MEDIA } from '../../trace/place.ts'
import type { Finding } from '../finding.ts'
import { numbersOfSource } from './completeness-source.ts'
import { inFile, type Facts } from './facts.ts'
import { tablesOfSource } from './tables.ts'

/** What is in the data and may be shown, with what messages call it. */
interface Item {
  sort: UnusedSort
  id: string
  file: string
  text: string
}

/**
 * Every figure, quote and photo is shown on a slide or marked as unused; and, with the source at hand, every number of
 * it is a figure or listed as a name. What only notes, the appendix or a period (`as="period"`) name is not shown. Of a
 * table it is enough that one cell is, of a proportion that one of its shares is.
 */
export function completeness(facts: Facts): Finding[] {
  return [
    ...unshownItems(facts).map(item => notShown(item, facts)),
    ...shownThough(facts),
    ...(facts.article ? [...numbersOfSource(facts, facts.article), ...tablesOfSource(facts, facts.article)] : []),
  ]
}

function itemsOf({ source }: Pick<Facts, 'source'>): Item[] {
  const { figures, derived, tables = [], quotes, photos } = source
  const items = (sort: UnusedSort, file: string, entries: readonly unknown[], field: string): Item[] =>
    entries.flatMap(entry => {
      const { id, [field]: text } = (entry ?? {}) as Record<string, unknown>
      return typeof id === 'string' ? [{ sort, id, file, text: typeof text === 'string' ? text : '' }] : []
    })
  return [
    ...[...figures, derived].flatMap(({ file, figures }) => items('figure', file, figures, 'label')),
    ...tables.flatMap(({ file, tables }) => items('table', file, tables, 'label')),
    ...items('quote', quotes.file, quotes.quotes, 'text'),
    ...items('photo', photos.file, photos.photos, 'caption'),
  ]
}

function unusedOf({ source }: Pick<Facts, 'source'>): readonly Unused[] {
  return (source.unused?.unused ?? []).filter(entry => typeof entry === 'object' && entry !== null)
}

/** What is in the data, is not marked as unused, and stands on no slide. */
export function unshownItems(facts: Pick<Facts, 'source' | 'slides' | 'data'>): Item[] {
  const shown = shownIds(facts.slides, facts.data, facts.source)
  const isUnused = ({ sort, id }: Item): boolean =>
    unusedOf(facts).some(entry => entry.id === id && (entry.sort ?? 'figure') === sort)
  return itemsOf(facts).filter(item => !shown[item.sort].has(item.id) && !isUnused(item))
}

function notShown({ sort, id, file, text }: Item, facts: Facts): Finding {
  const named = sort === 'figure' ? facts.appearances.filter(each => each.id === id) : []
  const only = [
    ...new Set(
      named.map(({ medium, style }) =>
        medium === 'note' || medium === 'appendix' ? MEDIA[medium] : style === 'period' ? '时段' : '',
      ),
    ),
  ].filter(Boolean)
  const advice = `请在 slides.md 里用上它；确实不用的，在 ${facts.source.unused?.file ?? 'data/unused.ts'} 里写明理由`
  return inFile('completeness', facts.where(file, id), {
    element: sort === 'figure' ? id : `${SORT_NAMES[sort]} ${id}`,
    text,
    measured: only.length > 0 ? `只出现在${only.join('、')}里，没有一页展示它` : '没有一页展示它',
    expected: '至少在一页的标题、正文或图表里出现（备注和附录不算）',
    advice,
  })
}

function shownThough(facts: Facts): Finding[] {
  const shown = shownIds(facts.slides, facts.data, facts.source)
  const file = facts.source.unused?.file ?? ''
  return unusedOf(facts)
    .filter(({ id, sort = 'figure' }) => shown[sort]?.has(id))
    .map(({ id, sort = 'figure', reason }) => {
      const where = facts.appearances.find(each => each.id === id && isShown(each))
      return inFile('completeness', facts.where(file, id), {
        element: sort === 'figure' ? id : `${SORT_NAMES[sort]} ${id}`,
        text: reason,
        measured: `写明不用，却出现在${where ? `第 ${where.slide.no} 页（${where.slide.file}:${where.line}）` : '幻灯片里'}`,
        expected: '写明不用的不出现',
        advice: `请从 ${file} 里删去这一条，或从幻灯片里删去它`,
      })
    })
}
