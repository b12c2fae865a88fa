import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect } from 'vitest'
import { openKeptPictures } from '../../scripts/export/kept-pictures.ts'
import { test, WINDOW } from '../support/test.ts'
import { temporaryFolder } from './support/context.ts'

const STYLE = '<style>h1 { color: red; background: url("/ground.png") }</style>'
const slide = (no: number, inner: string): string => `<div class="print-slide-container" id="${no}-1">${inner}</div>`
const SLIDES = [
  slide(1, '<h1>甲</h1>'),
  slide(2, '<img src="/photos/桥.jpg"><div _echarts_instance_="ec_1">乙</div>'),
  slide(3, '<canvas></canvas>'),
].join('')
const PICTURE = Buffer.from('picture')

describe('pictures of slides', () => {
  /** Ids of the slides whose pictures are kept after a change. */
  test.for<
    [string, number[], Partial<{ body: string; scale: number; files: Record<string, string>; picture: string }>]
  >([
    ['nothing', [1, 2], {}],
    ['one slide', [2], { body: STYLE + SLIDES.replace('甲', '丙') }],
    ['what ECharts counts', [1, 2], { body: STYLE + SLIDES.replace('ec_1', 'ec_2') }],
    ['a style', [], { body: STYLE.replace('red', 'blue') + SLIDES }],
    ['what is around the slides', [], { body: `${STYLE}<main class="dark">${SLIDES}</main>` }],
    ['the sharpness', [], { scale: 2 }],
    ['a photo of one slide', [1], { files: { 'photos/桥.jpg': '路' } }],
    ['a picture of a style', [], { files: { 'ground.png': '土' } }],
    ['a file that no slide names', [1, 2], { files: { 'photos/楼.jpg': '楼' } }],
    ['a picture that was drawn', [2], { picture: 'painted over' }],
  ])('after a change of %s, those of %j are kept', async ([_, kept, change], { page }) => {
    const [root, site] = [temporaryFolder(), temporaryFolder()]
    const write = (folder: string, files: Record<string, string>): void => {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
        writeFileSync(path.join(folder, name), text)
      }
    }
    const open = () => openKeptPictures(page, { root, out: path.join(root, 'exports'), site })
    write(site, { 'photos/桥.jpg': '桥', 'ground.png': '地' })
    await page.setContent(STYLE + SLIDES)
    const first = await open()
    for (const no of [1, 2, 3]) {
      expect(first.find(`${no}.png`, `${no}-1`)).toBeUndefined()
      write(root, { [`exports/${no}.png`]: 'picture' })
      first.note(`${no}.png`, `${no}-1`, PICTURE)
    }
    await first.save()

    write(site, change.files ?? {})
    write(root, change.picture === undefined ? {} : { 'exports/1.png': change.picture })
    await page.setContent(change.body ?? STYLE + SLIDES)
    if (change.scale !== undefined) {
      const { width, height } = WINDOW
      const metrics = { width, height, deviceScaleFactor: change.scale, mobile: false }
      await (await page.context().newCDPSession(page)).send('Emulation.setDeviceMetricsOverride', metrics)
    }
    const second = await open()
    const found = [1, 2, 3].filter(no => second.find(`${no}.png`, `${no}-1`)?.toString() === 'picture')
    expect(found).toEqual(kept)
  })
})
