import type { Figure } from '../data/index.ts'
import type { Kind } from '../data/model/vocabulary.ts'
import { DERIVED_MARK } from '../data/format.ts'

const MEASURES: Partial<Record<Kind, string>> = { growth: '增幅', reduction: '降幅', share: '占比', rank: '位次' }

/** Formulas that fit on a source line; more are left to the appendix. */
const MOST_FORMULAS = 2

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)]
}

function measureText(figures: readonly Figure[]): string[] {
  const kinds = unique(figures.map(({ kind }) => kind))
  const measure = kinds.length === 1 ? MEASURES[kinds[0]!] : undefined
  return measure ? [measure] : []
}

// The commonest period needs no list: the others name their figures, it covers the rest.
function periodText(figures: readonly Figure[]): string {
  const groups = unique(figures.map(({ period }) => period.text))
    .map(text => ({ text, labels: unique(figures.filter(({ period }) => period.text === text).map(({ short }) => short)) }))
    .sort((a, b) => a.labels.length - b.labels.length)
  const rest = groups.pop()!
  if (!groups.length)
    return rest.text
  return [...groups.map(({ text, labels }) => `${labels.join('、')}为${text}`), `其余为${rest.text}`].join('，')
}

function columnText(figures: readonly Figure[]): string {
  return `出处：${unique(figures.map(({ evidence, chapter }) => `“${evidence.column} ${chapter.short}”`)).join('')}`
}

function formulaText(figures: readonly Figure[]): string[] {
  const derived = figures.filter(figure => figure.derived)
  if (derived.length > MOST_FORMULAS)
    return [`${DERIVED_MARK}算式见附录`]
  return derived.map(({ short, derived }) => `${DERIVED_MARK}：${short}＝${derived!.formula}`)
}

/** One line for a group of figures: measure · period · columns of the source · formulas. Empty for no figures. */
export function sourceText(figures: readonly Figure[]): string {
  if (!figures.length)
    return ''
  return [...measureText(figures), periodText(figures), columnText(figures), ...formulaText(figures)].join(' · ')
}
