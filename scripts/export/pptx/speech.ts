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
