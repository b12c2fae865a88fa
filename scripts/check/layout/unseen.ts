import type { CDPSession, Page } from 'playwright-chromium'
import type { Rect } from '../../../components/rect.ts'
import { overhang, union } from '../../../components/rect.ts'
import { callModule } from '../../lib/page-modules.ts'
import { contrast, luminance } from '../../../styles/contrast.ts'
import type { Cell, DoubtfulText, LayoutSnapshot, UnseenText } from './facts.ts'
import { LEAST_CONTRAST } from './limits.ts'

const DOUBTS = 'scripts/check/layout/page/doubts.ts'

/** The share of a character's box that its strokes take at the least: that of 一, and half of that for good measure. */
const LEAST_SHARE = 0.005

/** A part of the page as it is painted. */
export interface Picture {
  /** Red, green and blue of each pixel, row by row. */
  data: Uint8Array
  /** Size in pixels. */
  width: number
  height: number
  /** What of the page it shows, in CSS px. */
  region: Rect
}

/** A part of a page as it is painted with all its texts, and without the doubtful ones. */
export type Pair = readonly [painted: Picture, bare: Picture]

/**
 * Finds out which of the doubtful texts of the print page are seen: takes two pictures of where they stand, one of them
 * without the texts. Of a slide as high as the window these are two; a click that changes nothing for them needs none.
 * @param page which the snapshots have just been taken of
 * @returns the snapshots, with what is not seen in each
 */
export async function findUnseen(page: Page, snapshots: readonly LayoutSnapshot[]): Promise<LayoutSnapshot[]> {
  const known = new Set<string>()
  const looked = snapshots.map(snapshot => {
    const fresh = snapshot.doubtful.filter(each => {
      const key = keyOf(snapshot, each)
      return !known.has(key) && known.add(key)
    })
    return { snapshot, fresh }
  })
  if (looked.every(({ fresh }) => fresh.length === 0)) return [...snapshots]
  const room = page.viewportSize()!.height
  const pairs = await takePairs(
    page,
    looked.flatMap(({ fresh }) =>
      bandsOf(
        fresh.flatMap(({ cells }) => cells),
        room,
      ),
    ),
  )
  return looked.map(({ snapshot, fresh }) => ({ ...snapshot, unseen: fresh.flatMap(text => unseenOf(text, pairs)) }))
}

/** The same text at the same place of the slide, in the same doubt. */
function keyOf({ no }: LayoutSnapshot, { element, reason, cells, place }: DoubtfulText): string {
  return JSON.stringify([no, element, reason, place, cells.map(({ character }) => character).join('')])
}

/** The parts of a page in which characters stand, from above, none of them higher than a window. */
export function bandsOf(cells: readonly Cell[], room: number): Rect[] {
  const bands: Rect[] = []
  for (const { rect } of [...cells].sort((a, b) => a.rect.top - b.rect.top)) {
    const band = bands.at(-1)
    const joined = band && union(band, rect)
    if (joined && joined.bottom - joined.top <= room - 2) bands[bands.length - 1] = joined
    else bands.push(rect)
  }
  return bands.map(({ left, top, right, bottom }) => ({
    left: Math.floor(left),
    top: Math.floor(top),
    right: Math.ceil(right),
    bottom: Math.ceil(bottom),
  }))
}

async function takePairs(page: Page, regions: readonly Rect[]): Promise<Pair[]> {
  const session = await page.context().newCDPSession(page)
  const take = async (): Promise<Picture[]> => {
    const pictures: Picture[] = []
    for (const region of regions) pictures.push(await takePicture(page, session, region))
    return pictures
  }
  const painted = await take()
  await callModule(page, DOUBTS, 'hideDoubtful')
  const bare = await take()
  await callModule(page, DOUBTS, 'showDoubtful')
  await session.detach()
  return painted.map((picture, index) => [picture, bare[index]!])
}

async function takePicture(page: Page, session: CDPSession, region: Rect): Promise<Picture> {
  const { left: x, top: y, right, bottom } = region
  // Beyond the window a picture takes ten times as long.
  await page.evaluate(top => window.scrollTo(0, top), y)
  // Packed fast and not small: Playwright's own screenshot takes four times as long.
  const { data: png } = await session.send('Page.captureScreenshot', {
    format: 'png',
    optimizeForSpeed: true,
    clip: { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y), scale: 1 },
  })
  const { default: sharp } = await import('sharp')
  const { data, info } = await sharp(Buffer.from(png, 'base64'))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, region }
}

/** What of a text is not seen, by pictures of all that it stands in. */
export function unseenOf({ element, reason, flow, cells }: DoubtfulText, pairs: readonly Pair[]): UnseenText[] {
  const unseen = cells.filter(cell => {
    const pair = pairs.find(([{ region }]) => Math.max(...Object.values(overhang(cell.rect, region))) <= 0)
    return pair && !isSeen(cell, pair)
  })
  if (unseen.length === 0) return []
  return [{ element, reason, flow, characters: unseen.map(({ character }) => character).join(''), count: cells.length }]
}

function isSeen({ rect }: Cell, [painted, bare]: Pair): boolean {
  const { width, height, region } = painted
  const scale = width / (region.right - region.left)
  const [left, right] = [rect.left, rect.right].map(x => Math.round(clamp((x - region.left) * scale, width)))
  const [top, bottom] = [rect.top, rect.bottom].map(y => Math.round(clamp((y - region.top) * scale, height)))
  const least = Math.max(2, LEAST_SHARE * (right! - left!) * (bottom! - top!))
  let seen = 0
  for (let y = top!; y < bottom!; y += 1)
    for (let x = left!; x < right!; x += 1) {
      const at = 3 * (y * width + x)
      if (contrast(lightnessAt(painted, at), lightnessAt(bare, at)) < LEAST_CONTRAST) continue
      seen += 1
      if (seen >= least) return true
    }
  return false
}

function lightnessAt({ data }: Picture, at: number): number {
  return luminance(data[at]!, data[at + 1]!, data[at + 2]!)
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value))
}
