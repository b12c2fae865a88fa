import type { Browser, Page } from 'playwright-chromium'
import sharp from 'sharp'
import { launchBrowser } from '../browser/launch.ts'
import { attributeFaults } from '../export/attribute.ts'
import { describeProblems } from '../export/problems.ts'
import { renderSlides } from '../export/render.ts'
import type { SlideSnapshot } from '../export/inspect.ts'
import type { Context } from '../lib/command.ts'
import type { Deck } from '../lib/deck.ts'
import { HuibaoError } from '../../model/errors.ts'
import { ensureSite } from '../site/ensure.ts'
import { serveSite } from '../site/serve.ts'
import { lookName, shotName, type ShotGroup, type ShotLook } from './plan.ts'

/** Width of the pictures. Half of a slide's: a label that moves by 4 px still moves by 2. */
export const WIDTH = 640

/** Height of the largest picture that Chromium draws: what lies below is a repetition of what lies above. */
const TALLEST = 16_384

const TIMEOUT = 30_000

/** A picture of a slide. */
export interface Shot {
  /** Name of its file. */
  name: string
  no: number
  title: string
  look: ShotLook
  /** A PNG. */
  png: Buffer
}

/** Where pictures of a deck are taken. */
export interface Studio {
  /** Major version of its Chromium. */
  chromium: string
  /**
   * Draws slides in one look.
   * @throws HuibaoError where a slide has a fault: how it looks would be of no account
   */
  shoot: (group: ShotGroup) => Promise<Shot[]>
}

/**
 * Serves the deck's site, built anew where it has changed, and launches a browser.
 * @param browser one that is at hand already
 */
export async function openStudio(deck: Deck, { root, host, life, log }: Context, browser?: Browser): Promise<Studio> {
  const [origin, own] = await Promise.all([
    ensureSite({ root, deck, host, life, log }).then(site => serveSite(site.folder, life)),
    browser ?? launchBrowser({ host, life, log }),
  ])
  return { chromium: own.version().split('.')[0]!, shoot: group => shootGroup(group, own, deck, origin) }
}

async function shootGroup({ look, numbers }: ShotGroup, browser: Browser, deck: Deck, origin: string): Promise<Shot[]> {
  const scale = WIDTH / deck.canvas.width
  const { print, snapshots, problems } = await renderSlides({
    browser,
    deck,
    origin,
    numbers,
    clicks: false,
    scale,
    look,
    timeout: TIMEOUT,
  })
  try {
    const faults = describeProblems([...problems, ...(await attributeFaults(print, origin, false))], snapshots)
    if (faults.length > 0) {
      throw new HuibaoError(
        `文稿有 ${faults.length} 处问题（${lookName(look)}），先不比较画面：\n  ${faults.join('\n  ')}`,
        { hint: '请改正后重试。' },
      )
    }
    const pictures = await shootStrips(print.page, snapshots, scale)
    return snapshots.map(({ no, title }, index) => ({
      name: shotName(no, look),
      no,
      title,
      look,
      png: pictures[index]!,
    }))
  } finally {
    await print.page.context().close()
  }
}

/**
 * Shoots the slides of a print page, which stand one below the other, as many at a time as Chromium can draw: a picture
 * of each by itself takes three times as long.
 */
export async function shootStrips(page: Page, snapshots: readonly SlideSnapshot[], scale: number): Promise<Buffer[]> {
  const { width, height } = snapshots[0]!
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)]
  const atOnce = Math.max(1, Math.floor(TALLEST / down))
  const pictures: Buffer[] = []
  for (let first = 0; first < snapshots.length; first += atOnce) {
    const count = Math.min(atOnce, snapshots.length - first)
    const strip = await page.screenshot({
      fullPage: true,
      animations: 'disabled',
      clip: { x: 0, y: first * height, width, height: count * height },
    })
    const {
      data,
      info: { channels },
    } = await sharp(strip).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const size = across * down * channels
    for (let index = 0; index < count; index += 1) {
      pictures.push(
        await sharp(data.subarray(index * size, (index + 1) * size), { raw: { width: across, height: down, channels } })
          .png({ compressionLevel: 1 })
          .toBuffer(),
      )
    }
  }
  return pictures
}

/** The same picture as a PNG of few colours: a third of the size, for a difference of colour that nobody sees. */
export async function packPicture(png: Buffer): Promise<Buffer> {
  return await sharp(png).removeAlpha().png({ palette: true, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer()
}
