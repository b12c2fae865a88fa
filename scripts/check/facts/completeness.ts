import { idsOf } from '../../../model/context.ts'
import { withShares } from '../../../model/shares.ts'
import { idsOfTag } from '../../../model/slides/ids.ts'
import { frontmatterIds } from '../../../model/slides/frontmatter.ts'
import { scanTags } from '../../../model/slides/scan.ts'
import type { Unused } from '../../../model/source.ts'
import { tableIdOf } from '../../../model/table-id.ts'
import { isShown } from '../../lib/facts/appearances.ts'
import type { Finding } from '../finding.ts'
import { numbersOfSource } from './completeness-source.ts'
import { inFile, type Facts } from './facts.ts'
import { tablesOfSource } from './tables.ts'

type Sort = NonNullable<Unused['sort']>

/** What is in the data and may be shown, with what messages call it. */
interface Item {
  sort: Sort
  id: string
  file: string
  text: string
}

const NAMES: Record<Sort, string> = { figure: '数据', table: '表', quote: '引语', photo: '图片' }

/**
 * Every figure, quote and photo is shown on a slide or marked as unused; and, with the source at hand, every number of
 * it is a figure or listed as a name. What only notes, the appendix or a period (`as="period"`) name is not shown. Of a
 * table it is enough that one cell is, of a proportion that one of its shares is.
 */
export function completeness(facts: Facts): Finding[] {
  const shown = shownIds(facts)
  return [
    ...itemsOf(facts).flatMap(item => notShown(item, shown, facts)),
    ...shownThough(facts, shown),
    ...(facts.article ? [...numbersOfSource(facts, facts.article), ...tablesOfSource(facts, facts.article)] : []),
  ]
}

function itemsOf({ source }: Facts): Item[] {
  const { figures, derived, tables = [], quotes, photos } = source
  const items = (sort: Sort, file: string, entries: readonly unknown[], field: string): Item[] =>
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

/** The ids of what slides show. */
export function shownIds({ appearances, slides, data, source }: Facts): Record<Sort, ReadonlySet<string>> {
  const named = slides.flatMap(({ frontmatter, frontmatterRaw = '', contentRaw }) => [
    ...frontmatterIds(frontmatter, frontmatterRaw),
    ...scanTags(contentRaw).flatMap(tag => idsOfTag(tag, data.figureProps)),
  ])
  const of = (sort: Sort): Set<string> => new Set(named.filter(each => each.sort === sort).map(({ id }) => id))
  const figures = appearances.filter(isShown).map(({ id }) => id)
  const charted = slides.flatMap(({ contentRaw }) =>
    scanTags(contentRaw).flatMap(({ attributes }) =>
      attributes.filter(({ name }) => name === 'of').map(({ value = '' }) => value),
    ),
  )
  const proportions = source.figures.flatMap(file =>
    file.figures.filter(entry => idsOf(withShares(entry)).some(id => figures.includes(id))),
  )
  return {
    figure: new Set([...figures, ...idsOf(proportions)]),
    table: new Set([...charted, ...figures.map(tableIdOf).filter(id => id !== undefined)]),
    quote: of('quote'),
    photo: of('photo'),
  }
}

function unusedOf({ source }: Facts): readonly Unused[] {
  return (source.unused?.unused ?? []).filter(entry => typeof entry === 'object' && entry !== null)
}

function notShown({ sort, id, file, text }: Item, shown: Record<Sort, ReadonlySet<string>>, facts: Facts): Finding[] {
  if (shown[sort].has(id) || unusedOf(facts).some(entry => entry.id === id && (entry.sort ?? 'figure') === sort))
    return []
  const named = sort === 'figure' ? facts.appearances.filter(each => each.id === id) : []
  const only = [
    ...new Set(
      named.map(({ medium, style }) =>
        medium === 'note' ? '备注' : medium === 'appendix' ? '附录' : style === 'period' ? '时段' : '',
      ),
    ),
  ].filter(Boolean)
  const advice = `请在 slides.md 里用上它；确实不用的，在 ${facts.source.unused?.file ?? 'data/unused.ts'} 里写明理由`
  return [
    inFile('completeness', facts.where(file, id), {
      element: sort === 'figure' ? id : `${NAMES[sort]} ${id}`,
      text,
      measured: only.length > 0 ? `只出现在${only.join('、')}里，没有一页展示它` : '没有一页展示它',
      expected: '至少在一页的标题、正文或图表里出现（备注和附录不算）',
      advice,
    }),
  ]
}

function shownThough(facts: Facts, shown: Record<Sort, ReadonlySet<string>>): Finding[] {
  const file = facts.source.unused?.file ?? ''
  return unusedOf(facts)
    .filter(({ id, sort = 'figure' }) => shown[sort]?.has(id))
    .map(({ id, sort = 'figure', reason }) => {
      const where = facts.appearances.find(each => each.id === id && isShown(each))
      return inFile('completeness', facts.where(file, id), {
        element: sort === 'figure' ? id : `${NAMES[sort]} ${id}`,
        text: reason,
        measured: `写明不用，却出现在${where ? `第 ${where.slide.no} 页（${where.slide.file}:${where.line}）` : '幻灯片里'}`,
        expected: '写明不用的不出现',
        advice: `请从 ${file} 里删去这一条，或从幻灯片里删去它`,
      })
    })
}
