import type { FigureInput } from '../../model/figure.ts'
import type { DeckSource } from '../../model/source.ts'
import type { TableInput } from '../../model/table.ts'
import { cellsOf } from '../../model/cells.ts'
import { isSamePeriod, resolvePeriod } from '../../model/periods.ts'
import { quantitiesOf } from '../../model/reading/statement.ts'
import { collapseSpaces, toHalfWidth } from '../../model/reading/text.ts'
import { wordsOf } from '../../model/reading/words.ts'
import { isSameValue } from '../../model/values.ts'
import { writtenTables } from '../../model/tables.ts'
import { tableIdOf } from '../../model/table-id.ts'
import { sourcesOf } from '../../model/sources.ts'
import { statedFigures } from '../../scripts/check/facts/facts.ts'
import { candidatesOf, matchTable } from '../../scripts/check/facts/table-source.ts'
import { parseArticle, sectionsOf } from '../../scripts/lib/facts/article.ts'
import { findClause } from '../../scripts/lib/facts/find.ts'
import type { Prose } from '../../scripts/lib/facts/read-article.ts'

/** What is compared of a figure that both have. */
export const FIELDS = ['value', 'unit', 'qualifier', 'change', 'period', 'label'] as const
export type Field = (typeof FIELDS)[number]

/** How many are right, of those that were suggested and of those that there are. */
export interface Score {
  right: number
  suggested: number
  gold: number
}

export interface Comparison {
  scores: Record<'found' | Field, Score>
  /** A line for each figure and field that differs, for people. */
  wrong: string[]
}

/** A figure with where in the text its number stands. */
export interface Placed {
  place: string
  figure: FigureInput
  source: DeckSource
}

/**
 * Compares what was suggested for a text with what people have written down for it. Two figures are one where their
 * number stands at one place of the text.
 */
export function compare(suggested: DeckSource, gold: DeckSource, prose: Prose): Comparison {
  const [own, theirs] = [placedFigures(suggested, prose), placedFigures(gold, prose)]
  const pairs = theirs.flatMap(each => {
    const same = own.find(({ place }) => place === each.place)
    return same ? [[same, each] as const] : []
  })
  const score = (right: number): Score => ({ right, suggested: own.length, gold: theirs.length })
  const wrong = [
    ...theirs.filter(({ place }) => !own.some(each => each.place === place)).map(each => `缺 ${told(each)}`),
    ...own.filter(({ place }) => !theirs.some(each => each.place === place)).map(each => `多 ${told(each)}`),
    ...FIELDS.flatMap(field =>
      pairs
        .filter(([a, b]) => !isRight(field, a, b))
        .map(([a, b]) => `${field} ${shown(field, a.figure)} ≠ ${shown(field, b.figure)} ${told(b)}`),
    ),
  ]
  const fields = FIELDS.map(field => [field, score(pairs.filter(([a, b]) => isRight(field, a, b)).length)] as const)
  return { scores: Object.fromEntries([['found', score(pairs.length)], ...fields]) as Comparison['scores'], wrong }
}

const told = ({ place, figure }: Placed): string =>
  `[${place}] ${figure.label} ${JSON.stringify(figure.value)}${figure.unit} ${figure.evidence.clause}`

function shown(field: Field, figure: FigureInput): string {
  return field === 'value' ? JSON.stringify([figure.value, figure.to]) : String(figure[field])
}

function isRight(field: Field, a: Placed, b: Placed): boolean {
  const [own, gold] = [a.figure, b.figure]
  switch (field) {
    case 'value':
      return isSameValue(own.value, gold.value) && own.to === gold.to
    case 'qualifier':
      return (own.qualifier ?? 'none') === (gold.qualifier ?? 'none')
    case 'period': {
      const [mine, theirs] = [a, b].map(({ figure, source }) => resolvePeriod(figure.period, source.periods))
      return mine && theirs
        ? isSamePeriod({ ...mine, id: null }, { ...theirs, id: null }) || (!mine.span && !theirs.span)
        : false
    }
    case 'label':
      return isUsable(own.label, gold.label)
    default:
      return own[field] === gold[field]
  }
}

/** What tells only how something is measured, when, or that it is so: it is told beside the label as well. */
const BESIDE = new RegExp(
  '（.*?）|占[^，]*$|增速|增幅|涨幅|降幅|变化|位次|排位|占比|比重|比例|完成率|目标|规划|历年|年末|上年|来年|期初|期末|此前|远期|当年|今年|全年|累计|数量|面积$|总长|长度|与全市平均相比|比上年|比期初|全[市区县国]|[的了在与和、“”]',
  'g',
)

/**
 * Whether a label can be used without an edit: it is that of the gold, or names the same: without what stands beside
 * the label anyway (`BESIDE`), the words of the shorter are all among those of the longer, whatever their order, and
 * make at least half of it.
 */
export function isUsable(label: string, gold: string): boolean {
  const [a, b] = [label, gold].map(text => [...text.replace(BESIDE, '')].join(''))
  if (a === b) return true
  const [short, long] = a!.length <= b!.length ? [a!, b!] : [b!, a!]
  if (short.length < 2 || short.length * 2 < long.length) return false
  return wordsOf(short).every(({ text }) => long.includes(text))
}

/** The figures of a deck by where their numbers stand: line and character of the text, or row and column of a table. */
export function placedFigures(source: DeckSource, { text, whole }: Prose): Placed[] {
  const [document] = sourcesOf(source)
  const article = parseArticle(
    text,
    source,
    '',
    document && {
      id: document.id,
      title: '',
      ...(document.undivided !== undefined && { undivided: document.undivided }),
    },
    whole,
  )
  const stated = statedFigures({ source }).flatMap(({ figure, place }): Placed[] => {
    const clause = collapseSpaces(toHalfWidth(figure.evidence.clause))
    const [number] = quantitiesOf(figure, clause)
    const spots = findClause(sectionsOf(article, place), figure.evidence.clause, source.errata.errata)
    if (!number) throw new Error(`${figure.id}: no number in ${clause}`)
    return spots.slice(0, 1).map(({ section, at }) => {
      const end = at + number.number.end - 1
      const line = section.lines[end]!
      const first = section.lines.indexOf(line)
      // The line feed that ends a paragraph is of the line behind it.
      const begin = section.text[first] === '\n' ? first + 1 : first
      return { place: `${line}:${end - begin}`, figure, source }
    })
  })
  return [
    ...stated,
    ...writtenTables(source).flatMap(({ table, source: own }) => placedCells(table, article.tables, own, source)),
  ]
}

function placedCells(
  table: TableInput,
  tables: ReturnType<typeof parseArticle>['tables'],
  own: string | null,
  source: DeckSource,
): Placed[] {
  const [found] = candidatesOf(table, tables, own)
  if (!found) return []
  const { rows, columns } = matchTable(table, found, source.periods)
  return cellsOf(table).flatMap(figure => {
    const [row = '', measure = table.measures[0]!.id] = figure.id
      .slice(tableIdOf(figure.id)!.length + 1)
      .split(/\/(?=[^/]*$)/)
    const [line, column] = [found.rows[rows.get(row) ?? -1]?.line, columns.get(measure)]
    return line === undefined || column === undefined ? [] : [{ place: `${line}|${column}`, figure, source }]
  })
}

/** Precision and recall in percent. */
export function rates({ right, suggested, gold }: Score): { precision: number; recall: number } {
  return { precision: (100 * right) / suggested, recall: (100 * right) / gold }
}

/** The scores as a table for people, a line for each text: precision/recall in percent by field. */
export function scoreTable(rows: readonly (readonly [name: string, comparison: Comparison])[]): string {
  const fields = ['found', ...FIELDS] as const
  const all = Object.fromEntries(
    fields.map(field => [field, sum(rows.map(([, { scores }]) => scores[field]))]),
  ) as Comparison['scores']
  const lines = [...rows.map(([name, { scores }]) => [name, scores] as const), ['all', all] as const].map(
    ([name, scores]) => [
      name.padEnd(NAME_WIDTH),
      ...fields.map(field => {
        const { precision, recall } = rates(scores[field])
        return `${precision.toFixed(1)}/${recall.toFixed(1)}`.padStart(CELL_WIDTH)
      }),
    ],
  )
  const head = ['precision/recall'.padEnd(NAME_WIDTH), ...fields.map(field => field.padStart(CELL_WIDTH))]
  return [head, ...lines].map(line => line.join(' ').trimEnd()).join('\n')
}

const NAME_WIDTH = 18
const CELL_WIDTH = 12

function sum(scores: readonly Score[]): Score {
  const of = (part: keyof Score): number => scores.reduce((all, score) => all + score[part], 0)
  return { right: of('right'), suggested: of('suggested'), gold: of('gold') }
}
