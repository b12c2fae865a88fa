import type { Fact } from '../../../model/facts.ts'
import { DERIVED_MARK } from '../../../model/format.ts'
import type { DeckData } from '../../../model/slides/context.ts'
import { printFigures } from '../../../model/slides/figure-text.ts'
import { formatDuration, isPlannedTime } from '../../../model/slides/note.ts'

/** What a speaker's notes say as plain lines: the planned time, then the note with its figures as they are printed. */
export function speechLines(note: string | undefined, time: unknown, data: DeckData | undefined): string[] {
  const planned = isPlannedTime(time) && time > 0 ? [`计划 ${formatDuration(time)}`] : []
  const printed = note === undefined || !data ? (note ?? '') : printFigures(note, data, id => `〔${id}〕`, false)
  return [...planned, ...plainLines(printed)]
}

/** Markdown as it is read aloud. */
function plainLines(markdown: string): string[] {
  return markdown
    .split('\n')
    .map(line =>
      line
        .replace(/<[^>]*>/g, '')
        // Where a click is due, for those who present with Slidev.
        .replace(/\[click(?::\d+)?\]/g, '')
        .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/^\s*(?:#{1,6}|>)\s+/, '')
        .replace(/\*\*|__|`/g, '')
        .trim(),
    )
    .filter(line => line !== '')
}

/** The evidence of figures, a line each: clause and place, or how one is derived. */
export function evidenceLines(figures: readonly Fact[]): string[] {
  return figures.length === 0 ? [] : ['数据依据', ...figures.map(evidenceLine)]
}

/** Where one figure comes from. */
function evidenceLine(fact: Fact): string {
  const { label, text, period, derived, clause, cell } = fact
  const head = `${label}：${text}`
  if (derived) return `${head}（${DERIVED_MARK}）— ${derived.formula}`
  const place = placeOf(fact)
  if (cell) return `${head} — ${cell.table}，“${cell.row}”行，“${cell.column}”列${place && `（${place}）`}`
  return `${head}（${period.text}）— “${clause ?? ''}”${place && `（${place}）`}`
}

function placeOf({ source, chapter, column }: Fact): string {
  return [source?.title, chapter.title, column].filter(Boolean).join('，')
}
