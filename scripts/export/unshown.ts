import type { LayoutSnapshot } from '../check/layout/facts.ts'
import { textsOf, unshownFindings } from '../check/layout/unshown.ts'
import { readWritten } from '../check/numbers/source.ts'
import { callModule } from '../lib/page-modules.ts'
import { openPrintPage } from './open.ts'
import type { Problem } from './problems.ts'
import { settle } from './settle.ts'
import type { Rendered } from './render.ts'

/** What is written on the slides and not on what is exported of them. */
export interface Unshown {
  /** Seen at no click at all. */
  never: Problem[]
  /** Seen at a click of which no page is exported. */
  earlier: Problem[]
}

/**
 * Compares what is written on the slides with what is seen on those that are exported. Where something is missing, the
 * slides that miss it are looked at once more, at each of their clicks.
 * @param root the deck's folder
 * @param clicks whether every click is exported
 */
export async function findUnshown(
  root: string,
  { print, layouts }: Pick<Rendered, 'print' | 'layouts'>,
  { origin, clicks, timeout }: { origin: string; clicks: boolean; timeout: number },
): Promise<Unshown> {
  const written = await readWritten(root)
  const texts = textsBySlide(layouts)
  const missing = (no: number, shown: readonly string[]): string[] =>
    unshownFindings(written[no - 1]?.contentRaw ?? '', shown).map(({ text }) => text)
  const lacking = [...texts]
    // A slide without any text is told of as blank, or for what it has thrown.
    .filter(([, shown]) => shown.length > 0)
    .map(([no, shown]) => ({ no, missed: missing(no, shown) }))
    .filter(({ missed }) => missed.length > 0)
  if (lacking.length === 0) return { never: [], earlier: [] }
  const atClicks = clicks
    ? texts
    : await textsAtClicks(
        print,
        lacking.map(({ no }) => no),
        { origin, timeout },
      )
  const tell = (slide: number, missed: readonly string[], why: string): Problem[] =>
    missed.map(text => ({ slide, message: `“${text}”看不见：${why}` }))
  const unshown: Unshown = { never: [], earlier: [] }
  for (const { no, missed } of lacking) {
    const never = missing(no, atClicks.get(no) ?? [])
    unshown.never.push(...tell(no, never, '点到哪一步都不出现，请核对 clicks、v-click、v-if 和 v-show；不要的字请删去'))
    const earlier = missed.filter(text => !never.includes(text))
    unshown.earlier.push(...tell(no, earlier, '导出的是点击完之后的画面，它在那之前；要它请加 --clicks'))
  }
  return unshown
}

async function textsAtClicks(
  { page, look }: Rendered['print'],
  numbers: readonly number[],
  { origin, timeout }: { origin: string; timeout: number },
): Promise<Map<number, string[]>> {
  const print = await openPrintPage(page.context(), origin, numbers, true, timeout, look)
  try {
    await settle(print, timeout)
    return textsBySlide(await callModule(print.page, 'scripts/check/layout/page/collect.ts', 'collectPrinted'))
  } finally {
    await print.page.close()
  }
}

/** All texts of each slide, of whichever click. */
function textsBySlide(snapshots: readonly LayoutSnapshot[]): Map<number, string[]> {
  const slides = Map.groupBy(snapshots, ({ no }) => no)
  return new Map([...slides].map(([no, own]) => [no, own.flatMap(textsOf)]))
}
