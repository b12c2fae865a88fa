import type { Figure } from '../model/figure.ts'
import { DERIVED_MARK, nested, PLAN_MARK } from '../model/format.ts'
import { sourceName } from '../model/sources.ts'
import { kindName } from '../model/vocabulary.ts'

/** Kinds, and bases of comparison, that fit on a source line; more are left to the appendix. */
const MOST_NAMED = 3
const MOST_SCOPES = 2

/** Characters of the names of figures that are of another time than the others, and times that are listed. */
const MOST_DATED = 30
const MOST_TIMES = 3

/** Sources, and columns or chapters of those that have names, that fit on a source line. */
const MOST_SOURCES = 3
const MOST_COLUMNS = 3

/** Plans that are named one by one. */
const MOST_PLANS = 3

/** What plans are called. */
const PLANS = `${PLAN_MARK}数`

/** Formulas that fit on a source line; more are left to the appendix. */
const MOST_FORMULAS = 2

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)]
}

/** What is measured, in which unit where there is only one: 数量（家）. */
function measureParts(figures: readonly Figure[]): string[] {
  // A place in a ranking says itself what it measures.
  const kinds = unique(figures.filter(({ kind }) => kind !== 'rank').map(kindName))
  const names = kinds.map(kind => {
    const units = unique(figures.filter(figure => kindName(figure) === kind).map(({ unit }) => unit))
    return units.length === 1 && units[0] && kinds.length < MOST_NAMED ? `${kind}（${units[0]}）` : kind
  })
  return names.length && names.length <= MOST_NAMED ? [`指标：${names.join('、')}`] : []
}

/** What changes are compared with, and what shares are of. */
function scopeParts(figures: readonly Figure[]): string[] {
  const stated = figures.filter(({ derived }) => !derived)
  const scopes = unique(
    stated.flatMap(({ change, comparedWith, whole }) => [
      ...(comparedWith ? [`与${comparedWith}相比`] : change?.startsWith('同比') ? ['同比'] : []),
      ...(whole ? [`占${whole}`] : []),
    ]),
  )
  return scopes.length && scopes.length <= MOST_SCOPES ? [`口径：${scopes.join('、')}`] : []
}

/** Whether a figure goes by its period, as the cells of a series do. */
const isDated = ({ short, period }: Figure): boolean => short === period.text

/** The period that is that of all plans and of nothing else, where there is more than one; they then need no list. */
function periodOfPlans(figures: readonly Figure[]): string | undefined {
  const [plans, facts] = [true, undefined].map(planned =>
    unique(figures.filter(figure => figure.planned === planned).map(({ period }) => period.text)),
  ) as [string[], string[]]
  return plans.length === 1 && facts.length > 0 && !facts.includes(plans[0]!) ? plans[0] : undefined
}

const byTime = (figures: readonly Figure[]): Figure[] =>
  [...figures].sort((a, b) => (a.period.end < b.period.end ? -1 : 1))

/** Times of numbers, from the earliest on: each of few, of many the first and the last. */
function timesOf(figures: readonly Figure[], most = MOST_TIMES): string {
  const [dated, others] = [true, false].map(has =>
    unique(byTime(figures.filter(({ period }) => (period.end !== '') === has)).map(({ period }) => period.text)),
  ) as [string[], string[]]
  const ends = dated.length > most ? [`${dated[0]}至${dated.at(-1)}`] : dated
  return [...others, ...ends].join('、')
}

/** Whether the time of a figure lies in that of a series. */
function isIn(series: readonly Figure[], { period }: Figure): boolean {
  const [from] = byTime(series)
  const isWithin = from !== undefined && period.begin !== '' && period.begin >= from.period.begin
  return isWithin && series.some(({ period: { end } }) => end >= period.end)
}

// The commonest period needs no list: the others name their figures, it covers the rest.
function periodParts(all: readonly Figure[]): string[] {
  const series = all.filter(isDated)
  const figures = all.filter(figure => !isDated(figure) && !isIn(series, figure))
  const ahead = periodOfPlans(figures)
  const groups = unique(figures.map(({ period }) => period.text))
    .map(text => ({
      text,
      labels:
        text === ahead
          ? [PLANS]
          : unique(figures.filter(({ period }) => period.text === text).map(({ short }) => short)),
    }))
    // Plans are named, and never the rest.
    .sort((a, b) => Number(b.text === ahead) - Number(a.text === ahead) || a.labels.length - b.labels.length)
  const rest = series.length > 0 ? { text: timesOf(series, 1), labels: [] } : groups.pop()!
  const names = groups.flatMap(({ labels }) => labels)
  // Names tell times apart only where each has one, and a line has room for few.
  const told =
    names.join('').length <= MOST_DATED &&
    unique([...names, ...rest.labels]).length === names.length + rest.labels.length
  const others = all.filter(({ period }) => period.text !== ahead)
  const parts = told
    ? [
        ...groups.map(({ text, labels }) => `${labels.join('、')}为${text}`),
        `${groups.length ? '其余为' : ''}${rest.text}`,
      ]
    : ahead === undefined
      ? [timesOf(others)]
      : [`${PLANS}为${ahead}`, `其余为${timesOf(others)}`]
  return parts.map((part, index) => (index === 0 ? `时段：${part}` : part))
}

/** Which of the numbers are planned, and no facts. */
function planParts(figures: readonly Figure[]): string[] {
  const planned = unique(figures.filter(figure => figure.planned).map(({ short }) => short))
  if (planned.length === 0 || periodOfPlans(figures) !== undefined) return []
  if (figures.every(figure => figure.planned)) return [`均为${PLANS}`]
  // Names have room where they are few and short.
  const few = planned.length <= MOST_PLANS && planned.join('').length <= MOST_DATED
  return [few ? `${PLANS}：${planned.join('、')}` : `部分为${PLANS}`]
}

/** Where in one source figures stand: columns of chapters, or else chapters. */
function columnsOf(figures: readonly Figure[]): string[] {
  if (figures[0]!.source?.undivided) return []
  const columns = unique(figures.map(({ evidence }) => evidence.column))
  return columns.flatMap(column => {
    const chapters = figures.filter(({ evidence }) => evidence.column === column).map(({ chapter }) => chapter)
    return column === undefined
      ? unique(chapters.map(({ title }) => `“${nested(title)}”`))
      : `“${column} ${unique(chapters.map(({ short }) => short)).join('、')}”`
  })
}

function placeParts(figures: readonly Figure[]): string[] {
  const own = unique(figures.map(({ source }) => source)).map(source => ({
    source,
    columns: columnsOf(figures.filter(figure => figure.source === source)),
  }))
  const isLong = own.reduce((sum, { columns }) => sum + columns.length, 0) > MOST_COLUMNS
  const named = own.map(({ source, columns }) => {
    const [first = '', ...others] = source && isLong ? [] : columns
    return [`${source ? sourceName(source) : ''}${first}`, ...others]
  })
  const places = [...named.slice(0, MOST_SOURCES).flat(), ...(named.length > MOST_SOURCES ? ['等'] : [])]
  return places.map((place, index) => `${index === 0 ? '出处：' : ''}${place}`)
}

function formulaText(figures: readonly Figure[]): string[] {
  const derived = figures.filter(figure => figure.derived)
  if (derived.length > MOST_FORMULAS) return [`${DERIVED_MARK}算式见附录`]
  return derived.map(({ short, derived }) => `${DERIVED_MARK}：${short}＝${derived!.formula}`)
}

/**
 * What the source line of a group of figures says, in parts that a line must not break: measure, scope, periods,
 * plans, sources and their columns, formulas. Empty for no figures.
 */
export function sourceParts(figures: readonly Figure[]): string[] {
  if (!figures.length) return []
  return [
    ...measureParts(figures),
    ...scopeParts(figures),
    ...periodParts(figures),
    ...planParts(figures),
    ...placeParts(figures),
    ...formulaText(figures),
  ]
}
