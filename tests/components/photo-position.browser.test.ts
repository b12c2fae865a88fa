import type { Page } from 'playwright-chromium'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photoPosition } from '../../components/photo-position.ts'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'

interface Size { width: number, height: number }

/** A grey photo with a red dot at its focal point. */
async function dotted({ width, height }: Size, [x, y]: readonly [number, number]): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#888"/><circle cx="${x * width}" cy="${y * height}" r="${Math.min(width, height) / 50}" fill="#f00"/></svg>`
  return `data:image/png;base64,${(await sharp(Buffer.from(svg)).png().toBuffer()).toString('base64')}`
}

/** The middle of the red pixels, or of what is seen of them. */
async function findDot(png: Buffer): Promise<[number, number] | undefined> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const dot = Array.from({ length: info.width * info.height }, (_, index) => index).filter(index => data[3 * index]! > 200 && data[3 * index + 1]! < 60)
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  return dot.length > 0 ? [mean(dot.map(index => index % info.width)), mean(dot.map(index => Math.floor(index / info.width)))] : undefined
}

const PHOTOS: Size[] = [{ width: 1600, height: 900 }, { width: 900, height: 1600 }, { width: 2400, height: 600 }, { width: 800, height: 800 }]
const FRAMES: Size[] = [{ width: 360, height: 360 }, { width: 640, height: 360 }, { width: 200, height: 500 }]
const FOCI = [[0.5, 0.5], [0.2, 0.3], [0.85, 0.6], [0.05, 0.95]] as const

describe('the focal point of a photo', () => {
  const life = new Lifecycle()
  let page: Page
  beforeAll(async () => {
    page = await (await launchBrowser({ host: currentHost(), life, log: silentLog })).newPage({ viewport: { width: 700, height: 600 } })
  })
  afterAll(() => life.dispose())

  async function show(photo: Size, frame: Size, focus: readonly [number, number], place = ''): Promise<[number, number] | undefined> {
    await page.setContent(`<div style="width: ${frame.width}px; height: ${frame.height}px; ${place}"><div style="width: 100%; height: 100%; container-type: size">
      <img src="${await dotted(photo, focus)}" style="display: block; width: 100%; height: 100%; object-fit: cover; object-position: ${photoPosition(photo, focus)}"></div></div>`)
    await page.locator('img').evaluate((image: HTMLImageElement) => image.decode())
    return findDot(await page.locator('img').screenshot())
  }

  /** Where the point comes to lie along one side: in the middle, unless the photo ends before. */
  function along(fraction: number, length: number, room: number, place: number): number {
    return fraction * length - Math.max(0, Math.min(fraction * length - place * room, length - room))
  }

  it.each(PHOTOS.flatMap(photo => FRAMES.map(frame => [photo, frame] as const)))('stays in the frame, in its middle as far as the photo reaches: %j in %j', async (photo, frame) => {
    const scale = Math.max(frame.width / photo.width, frame.height / photo.height)
    for (const focus of FOCI) {
      const [x, y] = (await show(photo, frame, focus))!
      expect(Math.abs(x - along(focus[0], photo.width * scale, frame.width, 0.5))).toBeLessThan(4)
      expect(Math.abs(y - along(focus[1], photo.height * scale, frame.height, 0.5))).toBeLessThan(4)
    }
  })

  it('goes where the layout wants it, as where a card covers the left half', async () => {
    const [x] = (await show({ width: 2400, height: 600 }, { width: 640, height: 360 }, [0.5, 0.5], '--hb-focus-x: 75'))!
    expect(Math.abs(x - 480)).toBeLessThan(4)
  })
})
