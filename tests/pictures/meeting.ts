import type { BrowserContextOptions, Page } from 'playwright-chromium'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { parsePresentArgs } from '../../scripts/present/args.ts'
import { present } from '../../scripts/present/present.ts'
import { dataUrl, drawPage, openPage, WIDTH, type Studio } from './studio.ts'

const SLIDE = 13
/** When the meeting begins, and when the picture is taken: on a clock that stands still. */
const [BEGIN, NOW] = [Date.parse('2020-12-28T09:00+08:00'), Date.parse('2020-12-28T09:09:20+08:00')]

const LAPTOP = { viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1 } as const satisfies BrowserContextOptions
const PHONE = {
  viewport: { width: 390, height: 844 },
  screen: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 1,
} as const satisfies BrowserContextOptions

const GAP = 36

/** The presenter's page on a laptop and on a phone, and the page of somebody in the audience. */
export async function drawMeeting(studio: Studio): Promise<Buffer> {
  const folder = await mkdtemp(path.join(studio.folder, 'meeting-'))
  studio.context.life.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  let now = BEGIN
  const args = parsePresentArgs(['--no-open', '--fresh', '--host', '127.0.0.1', '--port', '0'])
  const { localUrl, codes } = await present(args, { ...studio.context, date: () => new Date(now) }, { folder })
  const visit = async (address: string, options: BrowserContextOptions): Promise<Page> => {
    const page = await openPage(studio, options)
    await page.clock.setFixedTime(now)
    await page.goto(localUrl + address)
    return page
  }
  const laptop = await visit(`pair#${codes.issue().long}`, LAPTOP)
  await laptop.locator('.hb-desk-current .hb-slide').waitFor()
  const phone = await visit(`pair#${codes.issue().long}`, PHONE)
  const viewer = await visit('', PHONE)
  await phone.locator('.hb-phone-current .hb-slide').waitFor()
  const pages = [laptop, phone, viewer]
  // Slides that have been on a screen before stand still when they are turned to again.
  await turnTo(laptop, SLIDE)
  await settle(pages)
  await turnTo(laptop, SLIDE - 1)
  now = NOW
  for (const page of pages) await page.clock.setFixedTime(now)
  await turnTo(laptop, SLIDE)
  await phone.locator('.hb-phone-place b', { hasText: String(SLIDE) }).waitFor()
  await viewer.locator(`.hb-reading-present[data-no="${SLIDE}"]`).waitFor()
  await settle(pages)
  // On a busy machine slides above may have been drawn after the page has looked for its place the last time.
  await viewer.locator(`[id="${SLIDE}"]`).evaluate(section => section.scrollIntoView())
  await viewer.waitForTimeout(500)
  const shots = await Promise.all(pages.map(page => page.screenshot({ animations: 'disabled' })))
  for (const page of pages) await page.context().close()
  return arrange(studio, shots)
}

async function turnTo(laptop: Page, slide: number): Promise<void> {
  await laptop.keyboard.type(String(slide))
  await laptop.keyboard.press('Enter')
  await laptop.locator(`.hb-desk[data-page="${slide}"]`).waitFor()
}

/** Waits until pages ask for nothing more, and followers have looked for their slide the last time. */
async function settle(pages: readonly Page[]): Promise<void> {
  await Promise.all(pages.map(page => page.waitForTimeout(4_000)))
}

/** Side by side, all of one height. */
async function arrange(studio: Studio, shots: readonly Buffer[]): Promise<Buffer> {
  const ratios = [LAPTOP, PHONE, PHONE].map(({ viewport: { width, height } }) => width / height)
  const height = (WIDTH - (ratios.length + 1) * GAP) / ratios.reduce((sum, ratio) => sum + ratio, 0)
  return drawPage(studio, {
    height: Math.round(height + 2 * GAP),
    css: `body { display: flex; gap: ${GAP}px; padding: ${GAP}px }
img { height: ${height}px }`,
    body: shots.map(shot => `<div class="framed"><img src="${dataUrl(shot)}" alt=""></div>`).join(''),
  })
}
