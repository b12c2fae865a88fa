import type { Page } from 'playwright-chromium'
import { renderReading, type ReadingOptions } from './reading-page.ts'
import type { Rendered } from './render.ts'

/** CSS pixels of the page that long pictures show: as broad as a large phone. */
const WIDTH = 540
/** Device pixels for a CSS pixel: pictures are 1080 px wide, as chats show them at full size. */
const SCALE = 2
/** Pixels that a picture may be high: beyond, chats shrink it until nobody can read it, and Chromium draws no more. */
export const HIGHEST = 16_000

/** What is there to be pressed, and ends with the screen. */
const STILL = `
.hb-reading-menu, .hb-reading-bar nav, .hb-reading-end { display: none !important }
.hb-reading-bar { position: static !important }
.print-slide-container { margin: -16px calc(-1 * var(--edge)) 0; padding: 16px var(--edge) 0 }
`

/** Places at which a long page may be parted: between slides, and within them between lines, in CSS pixels. */
export interface Breaks {
  height: number
  slides: readonly number[]
  lines: readonly number[]
}

/**
 * Where pictures of a long page begin and end: each as high as it may be, and none ends within a slide, unless one is
 * higher than a picture; then it is parted between lines.
 * @param highest of a picture, in the same unit
 */
export function partsOf(
  { height, slides, lines }: Breaks,
  highest: number,
): (readonly [top: number, bottom: number])[] {
  const parts: [number, number][] = []
  let top = 0
  while (height - top > highest) {
    const last = (places: readonly number[]): number | undefined =>
      places.filter(place => place > top && place <= top + highest).sort((a, b) => b - a)[0]
    const bottom = last(slides) ?? last(lines) ?? top + highest
    parts.push([top, bottom])
    top = bottom
  }
  return [...parts, [top, height]]
}

/**
 * Loads the deck's reading page as a phone shows it, and looks at its slides.
 * @throws HuibaoError where the site has no reading page
 */
export function renderColumn(options: ReadingOptions): Promise<Rendered> {
  const canvas = { width: WIDTH, height: 2 * WIDTH }
  return renderReading(options, { canvas, scale: SCALE, media: 'screen', style: STILL })
}

/** Pictures of the page to read, from top to bottom. @returns PNG files, 1080 pixels wide and at most 16,000 high */
export async function shootColumn(page: Page): Promise<Buffer[]> {
  const parts = partsOf(await page.evaluate(findBreaks), HIGHEST / SCALE)
  const pictures: Buffer[] = []
  for (const [top, bottom] of parts)
    pictures.push(
      await page.screenshot({
        animations: 'disabled',
        fullPage: true,
        clip: { x: 0, y: top, width: WIDTH, height: bottom - top },
      }),
    )
  return pictures
}

/* Runs in the page: may use nothing from outside of itself. */
function findBreaks(): Breaks {
  const bottoms = (selector: string): number[] =>
    [...document.querySelectorAll(selector)].map(each => Math.floor(each.getBoundingClientRect().bottom + scrollY))
  return {
    height: Math.ceil(document.querySelector('.hb-reading')!.getBoundingClientRect().bottom + scrollY),
    slides: bottoms('.hb-reading-slide'),
    lines: bottoms('.hb-reading-slide :is(tr, li, p, figure, dd)'),
  }
}
