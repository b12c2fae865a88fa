import sharp from 'sharp'
import { describe, expect, inject } from 'vitest'
import { readDeck } from '../../scripts/lib/deck.ts'
import { comparePictures } from '../../scripts/visual/compare.ts'
import { openStudio, packPicture } from '../../scripts/visual/studio.ts'
import { skins } from '../../styles/tokens.ts'
import { testContext } from '../scripts/support/context.ts'
import { test as base, WINDOW } from '../support/test.ts'

/** What a page is drawn from; a test changes one thing of it. */
const SOUND = {
  labelLeft: 300,
  labelTop: 300,
  labelSize: 20,
  bar: skins.red.color.highlight as string,
  paper: skins.red.color.paper as string,
  number: 1140,
  label: 'label 840',
}

/** Changes each byte by at most `most`, always in the same way. */
async function noisy(png: Buffer, most: number): Promise<Buffer> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  let seed = 1
  const noise = data.map(value => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
    return Math.max(0, Math.min(255, value + ((seed >> 16) % (2 * most + 1)) - most))
  })
  return sharp(noise, { raw: { width: info.width, height: info.height, channels: 3 } })
    .png()
    .toBuffer()
}

const test = base
  .extend('draw', { scope: 'file' }, async ({ browser }, { onCleanup }) => {
    const context = await browser.newContext({ viewport: WINDOW, deviceScaleFactor: 0.5 })
    onCleanup(() => context.close())
    const page = await context.newPage()
    return async (change: Partial<typeof SOUND> = {}): Promise<Buffer> => {
      const { labelLeft, labelTop, labelSize, bar, paper, number, label } = { ...SOUND, ...change }
      await page.setContent(`<style>* { margin: 0 } body { background: ${paper}; font: 24px sans-serif; color: #1d1f23 } div { position: absolute }</style>
        <div style="left: 72px; top: 80px; font-size: 46px">Title 1234567</div>
        <div style="left: 300px; top: 340px; width: 500px; height: 60px; background: ${bar}"></div>
        <div style="left: ${labelLeft}px; top: ${labelTop}px; font-size: ${labelSize}px">${label}</div>
        <div style="left: 72px; top: 680px; font-size: 16px; color: #5a5e66">Source 2031</div>
        <div style="left: ${number}px; top: 680px; font-size: 16px; color: #5a5e66">7</div>`)
      return page.screenshot()
    }
  })
  .extend('sound', { scope: 'file' }, ({ draw }) => draw())

describe('two pictures of a slide', () => {
  test.for<[string, (sound: Buffer, draw: () => Promise<Buffer>) => Promise<Buffer>]>([
    ['the same', (_, draw) => draw()],
    ['with noise of a few levels', sound => noisy(sound, 4)],
    ['with few colours', sound => packPicture(sound)],
    ['with edges of glyphs drawn a little stronger', sound => sharp(sound).gamma(1, 1.05).toBuffer()],
  ])('are the same where the slide is drawn %s', async ([_, again], { sound, draw }) => {
    expect(await comparePictures(sound, await again(sound, draw))).toBeUndefined()
  })

  test.for<[string, Partial<typeof SOUND>]>([
    ['a label moved by 4 px to the right', { labelLeft: SOUND.labelLeft + 4 }],
    ['a label moved by 4 px to the left', { labelLeft: SOUND.labelLeft - 4 }],
    ['a label moved by 4 px down', { labelTop: SOUND.labelTop + 4 }],
    ['a label grown by 2 px', { labelSize: SOUND.labelSize + 2 }],
    ['a page number moved by 4 px', { number: SOUND.number + 4 }],
    ['a bar in the colour of comparison', { bar: skins.red.color.compare }],
    ['a bar a little paler', { bar: '#b3343a' }],
    ['paper as dark as panels', { paper: skins.red.color.panel }],
    ['another digit in a label', { label: 'label 890' }],
  ])('differ by %s', async ([_, change], { sound, draw }) => {
    const difference = await comparePictures(sound, await draw(change))
    expect(difference?.reason).toBe('content')
    expect(difference!.share).toBeGreaterThan(0)
  })

  test('tell where they differ, and show it', async ({ sound, draw }) => {
    const { box, picture } = (await comparePictures(sound, await draw({ labelLeft: SOUND.labelLeft + 4 })))!
    expect(box!.left).toBeGreaterThan(SOUND.labelLeft / 2 - 6)
    expect(box!.top).toBeGreaterThan(SOUND.labelTop / 2 - 6)
    expect(box!.top + box!.height).toBeLessThan(SOUND.labelTop / 2 + 24)
    expect(await sharp(picture).metadata()).toMatchObject({ width: 640, height: 360 })
    const { channels } = await sharp(picture).extract(box!).stats()
    expect(channels[0]!.max).toBe(255)
    expect(channels[1]!.min).toBe(0)
  })

  test('differ where one is larger', async ({ sound }) => {
    expect(await comparePictures(sound, await sharp(sound).resize(640, 480).toBuffer())).toMatchObject({
      reason: 'size',
    })
  })
})

test("pictures of a deck's slides are taken all at once as each would be by itself", async ({ browser }) => {
  const { root } = inject('district')
  const { shoot } = await openStudio(await readDeck(root), testContext(root), browser)
  const look = { skin: 'night', aspect: '4:3' } as const
  const shots = await shoot({ look, numbers: [3, 16] })
  expect(shots.map(({ name, title }) => [name, title])).toEqual([
    ['003-night-4x3.png', '条形图：货值突破840亿元'],
    ['016-night-4x3.png', '一个大数：航运企业220家'],
  ])
  const pixels = (png: Buffer) => sharp(png).raw().toBuffer({ resolveWithObject: true })
  const [together, alone] = await Promise.all([
    pixels(shots[1]!.png),
    pixels((await shoot({ look, numbers: [16] }))[0]!.png),
  ])
  expect(together.info).toMatchObject({ width: 640, height: 480 })
  expect(together.data.equals(alone.data)).toBe(true)
})
