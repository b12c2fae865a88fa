import type { DeckData } from './context.ts'
import { escapeHtml } from '../escape-html.ts'
import { printFigures } from './figure-text.ts'
import { unknownIdMessage } from '../id-sorts.ts'

/** `45` → 45 秒, `75` → 1 分 15 秒, `120` → 2 分. Fractions are rounded. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds)
  const minutes = Math.floor(whole / 60)
  const rest = whole % 60
  return [minutes ? `${minutes} 分` : '', rest || !minutes ? `${rest} 秒` : ''].filter(Boolean).join(' ')
}

/** Whether a frontmatter's `time` is a planned time in seconds; 0 is for slides that are not presented. */
export function isPlannedTime(time: unknown): time is number {
  return typeof time === 'number' && Number.isFinite(time) && time >= 0
}

function errorMark(text: string): string {
  return `<strong data-huibao-error style="color:#b3261e">〔${escapeHtml(text)}〕</strong>`
}

/**
 * A note whose dollar signs are dollar signs: Slidev reads a pair of them on a line as a formula. Code and what is
 * escaped already is left alone.
 */
function withoutFormulas(note: string): string {
  return note.replace(/\\[\s\S]|(`+)(?!`)[\s\S]*?[^`]\1(?!`)|\$/g, found => (found === '$' ? '&#36;' : found))
}

/** Ids are kebab-case, checked when the data is loaded. */
const bound = (text: string, id: string): string => `<span data-figure="${id}">${text}</span>`

/**
 * A speaker note as it is shown: the planned time first, then the note with its figures printed. `undefined` where
 * there is neither.
 */
export function printNote(note: string | undefined, time: unknown, data: DeckData): string | undefined {
  const plan =
    isPlannedTime(time) && time > 0 ? `<span data-number="time">计划 ${formatDuration(time)}</span>` : undefined
  const text =
    note && printFigures(note, data, id => errorMark(unknownIdMessage(id, data.nearest(id, 'figure'))), true, bound)
  return [plan, text && withoutFormulas(text)].filter(Boolean).join('\n\n') || undefined
}
