import type { Browser, Page } from 'playwright-chromium'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { LIMITS } from '../../setup/present/protocol.ts'
import { composeProject } from '../support/project.ts'
import { Hall, LAPTOP, PHONE, placeOf, shownSlide } from './support/hall.ts'

const SLIDES = 13

const poll = <Value>(probe: () => Promise<Value> | Value, timeout = 8_000) => expect.poll(probe, { timeout, interval: 100 })

/** What a slide lacks: pictures, charts, faces. */
async function lacking(page: Page, slide: string): Promise<string[]> {
  return page.locator(slide).evaluate((element) => {
    const images = [...element.querySelectorAll('img')].filter(({ complete, naturalWidth }) => !complete || !naturalWidth).map(({ src }) => src)
    const charts = [...element.querySelectorAll<HTMLElement>('[data-waitfor]')].filter(chart => !chart.querySelector(chart.dataset.waitfor!)).map(() => 'chart')
    const faces = [...document.fonts].filter(({ status }) => status !== 'loaded').map(({ family, weight }) => `${family} ${weight}`)
    return [...images, ...charts, ...faces, ...element.querySelector('.hb-slide') ? [] : ['slide']]
  })
}

describe('a network that goes away', () => {
  let hall: Hall
  let first: Browser
  let second: Browser

  beforeAll(async () => {
    hall = new Hall(await composeProject('present-network', 'other-district'))
    await hall.open()
    first = await hall.browser()
    second = await hall.browser()
  })
  afterAll(() => hall.close())
  afterEach(() => {
    expect(hall.faults).toEqual([])
  })

  const ahead = (page: Page) => page.locator('html[data-huibao-ahead=done]').waitFor({ state: 'attached' })

  /** Makes a laptop drive, whoever does before; its page knows it then. */
  async function drive(laptop: Page): Promise<void> {
    const who = () => laptop.locator('.hb-bar-who').textContent()
    await poll(who).not.toContain('正在连接')
    const take = laptop.getByRole('button', { name: '接管', exact: true })
    if (await take.count())
      await take.click()
    await poll(who).not.toContain('正在控制')
  }

  it('leaves all slides to whoever has come before, with their pictures and charts', async () => {
    const viewer = await hall.visit(first, '')
    await ahead(viewer)
    await viewer.context().setOffline(true)
    for (let no = 1; no <= SLIDES; no++) {
      await poll(() => shownSlide(viewer)).toBe(no)
      await poll(() => lacking(viewer, `#slideshow [data-slidev-no="${no}"]`)).toEqual([])
      await viewer.keyboard.press('ArrowDown')
    }
    await viewer.context().close()
  })

  it('leaves a page turn that came just before it', async () => {
    const laptop = await hall.pair(second, LAPTOP)
    await laptop.locator('.hb-bar').waitFor()
    const viewer = await hall.visit(first, '')
    await ahead(viewer)
    await laptop.keyboard.press('ArrowRight')
    await poll(() => placeOf(viewer)).toEqual([2, 0])
    await viewer.context().setOffline(true)
    await laptop.keyboard.press('ArrowRight')
    await poll(() => hall.presentation.meeting.state.page).toBe(3)
    expect(await lacking(viewer, '#slideshow [data-slidev-no="2"]')).toEqual([])
    await viewer.context().setOffline(false)
    await poll(() => shownSlide(viewer)).toBe(3)
    await viewer.context().close()
    await laptop.context().close()
  })

  it('leaves the whole page to read, and the slides behind it', async () => {
    const reader = await hall.visit(first, '', PHONE)
    await ahead(reader)
    await poll(() => reader.locator('.hb-reading-slide .hb-slide').count(), 20_000).toBe(SLIDES)
    await reader.context().setOffline(true)
    for (let no = 1; no <= SLIDES; no++) {
      await reader.locator(`.hb-reading-slide[data-no="${no}"]`).scrollIntoViewIfNeeded()
      await poll(() => lacking(reader, `.hb-reading-slide[data-no="${no}"]`)).toEqual([])
    }
    await reader.locator('.hb-reading-slide[data-no="5"] .hb-reading-open').click()
    await poll(() => shownSlide(reader)).toBe(5)
    await reader.context().close()
  })

  it('is told on a screen only after a while; screens, phones and the laptop\'s own turns are right again by themselves', async () => {
    const laptop = await hall.pair(second, LAPTOP)
    await laptop.locator('.hb-bar').waitFor()
    await drive(laptop)
    const screen = await hall.visit(first, 'kiosk')
    const viewer = await hall.visit(first, '')
    await Promise.all([screen, viewer].map(ahead))
    const before = hall.presentation.meeting.state
    await laptop.keyboard.press('ArrowDown')
    await poll(() => shownSlide(screen)).toBe(before.page + 1)

    await hall.stop()
    const stopped = Date.now()
    await poll(() => laptop.locator('.hb-bar-who').textContent()).toContain('网络中断')
    await laptop.keyboard.press('ArrowDown')
    await laptop.keyboard.press('ArrowDown')
    await poll(() => shownSlide(laptop)).toBe(before.page + 3)
    const sign = screen.locator('.hb-present-sign')
    await screen.waitForTimeout(Math.max(0, LIMITS.sign - 3_000 - (Date.now() - stopped)))
    expect(await sign.isVisible()).toBe(false)
    await poll(() => sign.isVisible()).toBe(true)
    expect(Date.now() - stopped).toBeLessThan(LIMITS.sign + LIMITS.beat + 2_000)
    expect(await shownSlide(screen)).toBe(before.page + 1)
    await poll(() => viewer.locator('.hb-follow').textContent()).toContain('网络中断，正在重连')
    // The mouse or a key of somebody who wonders changes nothing.
    await screen.keyboard.press('ArrowRight')
    expect(await shownSlide(screen)).toBe(before.page + 1)

    await hall.open()
    for (const page of [screen, viewer, laptop])
      await poll(() => shownSlide(page), 12_000).toBe(before.page + 3)
    await poll(() => sign.isVisible()).toBe(false)
    await poll(() => viewer.locator('.hb-follow').textContent()).not.toContain('网络中断')
    const after = hall.presentation.meeting.state
    expect(after.rev).toBeGreaterThan(before.rev)
    expect(after.epoch).toBeGreaterThan(before.epoch)
    for (const page of [laptop, screen, viewer])
      await page.context().close()
  })

  it('takes the laptop away: the phone says so within ten seconds, and goes on', async () => {
    const laptop = await hall.pair(second, LAPTOP)
    const phone = await hall.pair(first, PHONE)
    const screen = await hall.visit(first, 'kiosk')
    await laptop.getByRole('button', { name: '接管', exact: true }).click()
    await poll(() => phone.locator('.hb-phone-other').textContent()).toContain('正在控制')
    // A cable that is pulled says no goodbye.
    await laptop.context().setOffline(true)
    const gone = Date.now()
    await poll(() => phone.locator('.hb-phone-alarm').isVisible(), 14_000).toBe(true)
    expect(Date.now() - gone).toBeLessThanOrEqual(10_000)
    expect(await phone.locator('.hb-phone-alarm').textContent()).toContain('断开了')
    const { page } = hall.presentation.meeting.state
    await phone.getByRole('button', { name: '接管', exact: true }).click()
    await phone.getByRole('button', { name: '下一步', exact: true }).click()
    await poll(() => shownSlide(screen)).toBe(page + 1)
    // What the laptop did meanwhile counts for nothing, and it says who drives now.
    await laptop.keyboard.press('ArrowUp')
    await laptop.context().setOffline(false)
    await poll(() => laptop.locator('.hb-bar-who').textContent(), 14_000).toContain('正在控制')
    await poll(() => shownSlide(laptop)).toBe(page + 1)
    expect(hall.presentation.meeting.state.page).toBe(page + 1)
  })

  it('is not used up by the tabs of one browser: those that nobody sees give way, and come back', async () => {
    // In a browser without windows every tab takes itself for seen.
    const veil = (page: Page) => page.context().addInitScript(() => Object.defineProperty(document, 'visibilityState', { get: () => document.documentElement.dataset.veiled ?? 'visible' }))
    const see = (page: Page, isSeen: boolean) => page.evaluate((isSeen) => {
      if (isSeen)
        delete document.documentElement.dataset.veiled
      else
        document.documentElement.dataset.veiled = 'hidden'
      document.dispatchEvent(new Event('visibilitychange'))
    }, isSeen)
    const tabs = [await hall.pair(second, LAPTOP, veil)]
    while (tabs.length < 8) {
      await tabs.at(-1)!.locator('.hb-bar-line:not(.hb-bar-line-away)').waitFor()
      await see(tabs.at(-1)!, false)
      tabs.push(await tabs[0]!.context().newPage())
      await tabs.at(-1)!.goto(hall.url('presenter/'))
    }
    const [first, last] = [tabs[0]!, tabs.at(-1)!]
    await last.locator('.hb-bar-line:not(.hb-bar-line-away)').waitFor()
    await drive(last)
    const { page } = hall.presentation.meeting.state
    await poll(() => shownSlide(last)).toBe(page)
    await last.keyboard.press('ArrowUp')
    await poll(() => hall.presentation.meeting.state.page).toBe(page - 1)
    await see(last, false)
    await see(first, true)
    await poll(() => shownSlide(first)).toBe(page - 1)
    await first.context().close()
  })

  it('ends a pairing that is taken away', async () => {
    const phone = await hall.pair(first, PHONE)
    const laptop = await hall.pair(second, LAPTOP)
    // What it has not fetched by then, it does not get.
    await ahead(phone)
    await laptop.getByRole('button', { name: /配对手机/ }).click()
    const me = await phone.evaluate(() => localStorage.getItem('huibao:device'))
    await laptop.locator(`.hb-dialog-devices [data-device="${me}"] button`).click()
    await poll(() => phone.locator('.hb-phone-alarm').textContent(), 15_000).toContain('配对已经失效')
  })
})
