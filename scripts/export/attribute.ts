import type { Page } from 'playwright-chromium'
import type { Look } from '../lib/look.ts'
import { openPrintPage, type PrintPage } from './open.ts'
import type { Problem } from './problems.ts'
import { loadSlides } from './settle.ts'
import { chunksOf } from './within.ts'

/** For a slide on its own, and for all of them together: milliseconds. */
const SLIDE_TIMEOUT = 5_000
const TOTAL_TIMEOUT = 120_000

/**
 * Tells which slides the faults of the print page come from. An address is looked for in the slides; an error in the
 * console does not say, so some slides are loaded once more together, and those of them with such an error each on its
 * own. What every slide shows, or none, is the deck's.
 */
export async function attributeFaults(
  { page, watch, numbers, look }: PrintPage,
  origin: string,
  clicks: boolean,
): Promise<Problem[]> {
  const faults = [...watch.faults]
  const places = new Map<string, number[]>()
  for (const [message, address] of faults) {
    places.set(message, address === undefined ? [] : await page.evaluate(slidesMentioning, address))
  }
  // Slidev fetches the images of all slides in advance: an address that no slide mentions may be of one not exported.
  const unplaced = faults
    .filter(([message, address]) => address === undefined && places.get(message)!.length === 0)
    .map(([message]) => message)
  if (numbers.length === 1) unplaced.forEach(message => places.set(message, [...numbers]))
  const deadline = performance.now() + TOTAL_TIMEOUT
  const faultsOfPart = async (part: readonly number[]): Promise<string[]> => {
    if (performance.now() > deadline) return []
    const own = await faultsOf(page, origin, part, clicks, look)
    return unplaced.filter(message => own.includes(message))
  }
  for (const part of unplaced.length > 0 && numbers.length > 1 ? chunksOf(numbers) : []) {
    if ((await faultsOfPart(part)).length === 0) continue
    for (const no of part) for (const message of await faultsOfPart([no])) places.get(message)!.push(no)
  }
  return [...places].flatMap(([message, slides]): Problem[] =>
    slides.length === 0 || (slides.length === numbers.length && slides.length > 1)
      ? [{ message }]
      : slides.map(slide => ({ slide, message })),
  )
}

async function faultsOf(
  page: Page,
  origin: string,
  part: readonly number[],
  clicks: boolean,
  look: Look,
): Promise<string[]> {
  const print = await openPrintPage(page.context(), origin, part, clicks, SLIDE_TIMEOUT, look)
  try {
    await loadSlides(print, SLIDE_TIMEOUT)
    return [...print.watch.faults.keys()]
  } finally {
    await print.page.close()
  }
}

/* Runs in the page: may use nothing from outside of itself. */
function slidesMentioning(address: string): number[] {
  const containers = [...document.querySelectorAll('.print-slide-container')]
  const mentions = (text: string): boolean => [address, encodeURI(address)].some(each => text.includes(each))
  return [
    ...new Set(
      containers
        .filter(each => mentions(each.innerHTML.replaceAll('&amp;', '&')))
        .map(each => Number.parseInt(each.id)),
    ),
  ]
}
