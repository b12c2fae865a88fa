import type { Figure } from '../data/index.ts'
import type { Kind } from '../data/model/vocabulary.ts'
import { DERIVED_MARK } from '../data/format.ts'

const MEASURES: Partial<Record<Kind, string>> = { growth: '增幅', reduction: '降幅', share: '占比' }

/** Formulas that fit on a source line; more are left to the appendix. */
const MOST_FORMULAS = 2

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)]
}

function measureText(figures: readonly Figure[]): string[] {
  // A place in a ranking says itself what it measures.
  const measured = figures.filter(({ kind }) => kind !== 'rank')
  const kinds = unique(measured.map(({ kind }) => kind))
  const measure = kinds.length === 1 ? MEASURES[kinds[0]!] : undefined
  const yearOnYear = measured.every(({ change }) => change?.startsWith('同比'))
  return measure ? [yearOnYear ? `同比${measure}` : measure] : []
}

// The commonest period needs no list: the others name their figures, it covers the rest.
function periodParts(figures: readonly Figure[]): string[] {
  const groups = unique(figures.map(({ period }) => period.text))
    .map(text => ({ text, labels: unique(figures.filter(({ period }) => period.text === text).map(({ short }) => short)) }))
    .sort((a, b) => a.labels.length - b.labels.length)
  const rest = groups.pop()!
  if (!groups.length)
    return [rest.text]
  return [...groups.map(({ text, labels }) => `${labels.join('、')}为${text}`), `其余为${rest.text}`]
}

function columnParts(figures: readonly Figure[]): string[] {
  const columns = unique(figures.map(({ evidence }) => evidence.column))
  return columns.map((column, index) => {
    const chapters = unique(figures.filter(({ evidence }) => evidence.column === column).map(({ chapter }) => chapter.short))
    return `${index === 0 ? '出处：' : ''}“${column} ${chapters.join('、')}”`
  })
}

function formulaText(figures: readonly Figure[]): string[] {
  const derived = figures.filter(figure => figure.derived)
  if (derived.length > MOST_FORMULAS)
    return [`${DERIVED_MARK}算式见附录`]
  return derived.map(({ short, derived }) => `${DERIVED_MARK}：${short}＝${derived!.formula}`)
}

/**
 * What the source line of a group of figures says, in parts that a line must not break: measure, periods, columns of the
 * source, formulas. Empty for no figures.
 */
export function sourceParts(figures: readonly Figure[]): string[] {
  if (!figures.length)
    return []
  return [...measureText(figures), ...periodParts(figures), ...columnParts(figures), ...formulaText(figures)]
}
