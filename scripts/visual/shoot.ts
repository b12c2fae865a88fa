import type { Browser } from 'playwright-chromium'
import sharp from 'sharp'
import { attributeFaults } from '../export/attribute.ts'
import { shootSheet } from '../export/png.ts'
import { describeProblems } from '../export/problems.ts'
import { renderSlides } from '../export/render.ts'
import type { Deck } from '../lib/deck.ts'
import { HuibaoError } from '../lib/errors.ts'
import { lookName, shotName, type ShotGroup, type ShotLook } from './plan.ts'

/** Width of the pictures. Half of a slide's: a label that moves by 4 px still moves by 2. */
export const WIDTH = 640

const TIMEOUT = 30_000

/** A picture of a slide. */
export interface Shot {
  /** Name of its file. */
  name: string
  no: number
  title: string
  look: ShotLook
  /** A PNG of few colours. */
  png: Buffer
}

/**
 * Draws slides in one look.
 * @param each called after each of them
 * @throws HuibaoError where a slide has a fault: how it looks would be of no account
 */
export async function shootGroup({ look, numbers }: ShotGroup, browser: Browser, deck: Deck, origin: string, each: () => void): Promise<Shot[]> {
  const scale = WIDTH / deck.canvas.width
  const { print, sheets, problems } = await renderSlides({ browser, deck, origin, numbers, clicks: false, scale, look, timeout: TIMEOUT })
  try {
    const faults = describeProblems([...problems, ...await attributeFaults(print, origin, false)], sheets)
    if (faults.length > 0) {
      throw new HuibaoError(`文稿有 ${faults.length} 处问题（${lookName(look)}），先不比较画面：\n  ${faults.join('\n  ')}`, { hint: '请改正后重试。' })
    }
    const shots: Shot[] = []
    for (const sheet of sheets) {
      shots.push({ name: shotName(sheet.no, look), no: sheet.no, title: sheet.title, look, png: await pack(await shootSheet(print.page, sheet)) })
      each()
    }
    return shots
  }
  finally {
    await print.page.context().close()
  }
}

/** A third of the size, for a difference of colour that nobody sees. */
async function pack(png: Buffer): Promise<Buffer> {
  return await sharp(png).removeAlpha().png({ palette: true, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer()
}
