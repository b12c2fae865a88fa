import type { Page } from 'playwright-chromium'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { comparePictures } from '../../scripts/visual/compare.ts'
import { skins } from '../../styles/tokens.ts'

/** What a page is drawn from; a test changes one thing of it. */
const SOUND = { labelLeft: 300, labelTop: 300, labelSize: 20, bar: skins.red.color.highlight as string, paper: skins.red.color.paper as string, number: 1140, label: 'label 840' }

/** Changes each byte by at most `most`, always in the same way. */
async function noisy(png: Buffer, most: number): Promise<Buffer> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  let seed = 1
  const noise = data.map((value) => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7FFFFFFF
    return Math.max(0, Math.min(255, value + (seed >> 16) % (2 * most + 1) - most))
  })
  return sharp(noise, { raw: { width: info.width, height: info.height, channels: 3 } }).png().toBuffer()
}

describe('two pictures of a slide', () => {
  const life = new Lifecycle()
  let page: Page
  let sound: Buffer

  async function draw(change: Partial<typeof SOUND> = {}, css = ''): Promise<Buffer> {
    const { labelLeft, labelTop, labelSize, bar, paper, number, label } = { ...SOUND, ...change }
    await page.setContent(`<style>* { margin: 0 } body { background: ${paper}; font: 24px sans-serif; color: #1d1f23 } div { position: absolute } ${css}</style>
      <div style="left: 72px; top: 80px; font-size: 46px">Title 1234567</div>
      <div style="left: 300px; top: 340px; width: 500px; height: 60px; background: ${bar}"></div>
      <div style="left: ${labelLeft}px; top: ${labelTop}px; font-size: ${labelSize}px">${label}</div>
      <div style="left: 72px; top: 680px; font-size: 16px; color: #5a5e66">Source 2031</div>
      <div style="left: ${number}px; top: 680px; font-size: 16px; color: #5a5e66">7</div>`)
    return page.screenshot()
  }

  beforeAll(async () => {
    const browser = await launchBrowser({ host: currentHost(), life, log: silentLog })
    page = await (await browser.newContext({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 0.5 })).newPage()
    sound = await draw()
  })
  afterAll(() => life.dispose())

  it.each<[string, () => Promise<Buffer>]>([
    ['the same', () => draw()],
    ['with noise of a few levels', () => noisy(sound, 4)],
    ['with few colours', () => sharp(sound).png({ palette: true, dither: 0 }).toBuffer()],
    ['with edges of glyphs drawn a little stronger', () => sharp(sound).gamma(1, 1.05).toBuffer()],
  ])('are the same where the slide is drawn %s', async (_, again) => {
    expect(await comparePictures(sound, await again())).toBeUndefined()
  })

  it.each<[string, Partial<typeof SOUND>]>([
    ['a label moved by 4 px to the right', { labelLeft: SOUND.labelLeft + 4 }],
    ['a label moved by 4 px to the left', { labelLeft: SOUND.labelLeft - 4 }],
    ['a label moved by 4 px down', { labelTop: SOUND.labelTop + 4 }],
    ['a label grown by 2 px', { labelSize: SOUND.labelSize + 2 }],
    ['a page number moved by 4 px', { number: SOUND.number + 4 }],
    ['a bar in the colour of comparison', { bar: skins.red.color.compare }],
    ['a bar a little paler', { bar: '#b3343a' }],
    ['paper as dark as panels', { paper: skins.red.color.panel }],
    ['another digit in a label', { label: 'label 890' }],
  ])('differ by %s', async (_, change) => {
    const difference = await comparePictures(sound, await draw(change))
    expect(difference?.reason).toBe('content')
    expect(difference!.share).toBeGreaterThan(0)
  })

  it('tell where they differ, and show it', async () => {
    const { box, picture } = (await comparePictures(sound, await draw({ labelLeft: SOUND.labelLeft + 4 })))!
    expect(box!.left).toBeGreaterThan(SOUND.labelLeft / 2 - 6)
    expect(box!.top).toBeGreaterThan(SOUND.labelTop / 2 - 6)
    expect(box!.top + box!.height).toBeLessThan(SOUND.labelTop / 2 + 24)
    expect(await sharp(picture).metadata()).toMatchObject({ width: 640, height: 360 })
    const { channels } = await sharp(picture).extract(box!).stats()
    expect(channels[0]!.max).toBe(255)
    expect(channels[1]!.min).toBe(0)
  })

  it('differ where one is larger', async () => {
    expect(await comparePictures(sound, await sharp(sound).resize(640, 480).toBuffer())).toMatchObject({ reason: 'size' })
  })
})
