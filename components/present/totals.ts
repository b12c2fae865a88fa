import { TotalsCount } from './totals-count.ts'
import type { Control } from './control.ts'

/** Milliseconds between two looks at how many clicks the slides have. */
const EACH = 1_000

/**
 * Tells the server how many clicks the slides have that this page has drawn, so that a step can go on by one.
 * @param count by page from 0; undefined for a slide that has not been drawn
 * @returns tells at once what has not been told yet
 */
export function reportTotals(control: Control, count: () => readonly (number | undefined)[]): () => Promise<void> {
  const totals = new TotalsCount()

  async function tell(): Promise<void> {
    const { state, unpaired } = control
    if (!state.value || unpaired.value) return
    const news = totals.news(count(), state.value.epoch)
    if (!news) return
    const answer = await control.send({ type: 'totals', totals: news })
    if (answer?.ok) totals.told(news, answer.state.epoch)
  }

  setInterval(tell, EACH)
  return tell
}
