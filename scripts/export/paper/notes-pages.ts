import type { Page } from 'playwright-chromium'
import type { SlideSnapshot } from '../inspect.ts'
import { missingFrom } from '../pdf-text.ts'
import type { Problem } from '../problems.ts'
import { appendPages, notesHtml } from './pages.ts'
import type { Margins } from './margins.ts'
import { NOTES_STYLE, paperStyle } from './style.ts'

/** What the pages with notes are called: the heading and the bookmark. */
export const NOTES_TITLE = '讲稿'

/**
 * Puts pages with what the speaker says behind the slides of the print page, so that they are printed with them.
 * @param speech what is said on a slide: a paragraph each
 * @returns what is on them
 */
export async function appendNotes(
  page: Page,
  snapshots: readonly Pick<SlideSnapshot, 'no' | 'title' | 'clicks'>[],
  speech: (no: number) => readonly string[],
  margins: Margins,
): Promise<SaidLine[]> {
  const first = snapshots.filter(({ no }, index) => snapshots[index - 1]?.no !== no)
  const said = first
    .map(({ no, title }) => ({ no, heading: `${no}\u3000${title}`.trim(), speech: speech(no) }))
    .filter(each => each.speech.length > 0)
  if (said.length === 0) return []
  await page.addStyleTag({ content: paperStyle('hb-notes', margins, 'counter(page)') + NOTES_STYLE })
  await page.evaluate(appendPages, notesHtml(NOTES_TITLE, said))
  return said.flatMap(({ no, speech }) => speech.map(text => ({ slide: no, text })))
}

/** What the speaker says on a slide: a paragraph. */
export interface SaidLine {
  slide: number
  text: string
}

/**
 * What of it is not on the pages that it was printed on.
 * @param written what else is on them
 */
export function findLostSpeech(
  said: readonly SaidLine[],
  pages: readonly string[],
  written: readonly { text: string }[] = [],
): Problem[] {
  const lost = new Set(missingFrom([...said, ...written], pages.join('')))
  return said
    .filter(line => lost.has(line))
    .map(({ slide, text }) => ({ slide, message: `讲稿里的“${text}”没有印出来` }))
}
