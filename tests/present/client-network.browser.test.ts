import type { Page } from 'playwright-chromium'
import { describe, expect } from 'vitest'
import { LIMITS } from '../../components/present/protocol.ts'
import { deskAt, goesOn, type Hall, LAPTOP, PHONE, placeOf, shownSlide, test } from './support/hall.ts'

/** Lets the test move a page's clock, which goes on by itself otherwise. */
const clocked = (page: Page) => page.clock.install()

/** What a slide lacks: pictures, charts, faces. */
async function lacking(page: Page, slide: string): Promise<string[]> {
  return page.locator(slide).evaluate(element => {
    const images = [...element.querySelectorAll('img')]
      .filter(({ complete, naturalWidth }) => !complete || !naturalWidth)
      .map(({ src }) => src)
    const charts = [...element.querySelectorAll<HTMLElement>('[data-waitfor]')]
      .filter(chart => !chart.querySelector(chart.dataset.waitfor!))
      .map(() => 'chart')
    const faces = [...document.fonts]
      .filter(({ status }) => status !== 'loaded')
      .map(({ family, weight }) => `${family} ${weight}`)
    return [...images, ...charts, ...faces, ...(element.querySelector('.hb-slide') ? [] : ['slide'])]
  })
}

/** Lets a page fetch all that the deck may show, without the pause before it; its clock must be the test's. */
async function fetchedAhead(page: Page): Promise<void> {
  await page.locator('.hb-follow, .hb-present-sign, .hb-phone-head').first().waitFor({ state: 'attached' })
  await page.clock.fastForward(4_000)
  await page.locator('html[data-huibao-ahead=done]').waitFor({ state: 'attached' })
}

const whoDrives = (laptop: Page) => laptop.locator('.hb-who').textContent()

describe('a network that goes away', () => {
  let hall: Hall
  let laptop: Page
  let phone: Page
  let screen: Page
  let viewer: Page

  test.beforeAll(async ({ openHall }) => {
    hall = await openHall()
    laptop = await hall.pair(LAPTOP, clocked)
    phone = await hall.pair(PHONE, clocked)
    screen = await hall.visit('kiosk', LAPTOP, clocked)
    viewer = await hall.visit('', LAPTOP, clocked)
    for (const page of [phone, screen, viewer]) await fetchedAhead(page)
    await laptop.locator('.hb-desk').waitFor()
  })
  test.afterAll(() => hall.close())
  goesOn(() => hall)

  test('leaves a page turn that came just before it', async () => {
    await laptop.keyboard.press('ArrowRight')
    await expect.poll(() => placeOf(viewer)).toEqual([2, 0])
    await viewer.context().setOffline(true)
    await laptop.keyboard.press('ArrowRight')
    await expect.poll(() => hall.presentation.meeting.state.page).toBe(3)
    expect(await lacking(viewer, '#slideshow [data-slidev-no="2"]')).toEqual([])
    await viewer.context().setOffline(false)
    await expect.poll(() => shownSlide(viewer)).toBe(3)
  })

  test('leaves all slides to whoever has come before, with their pictures and charts', async () => {
    await viewer.context().setOffline(true)
    await viewer.keyboard.press('ArrowUp')
    await viewer.keyboard.press('ArrowUp')
    for (let no = 1; no <= hall.presentation.meeting.pages; no++) {
      await expect.poll(() => shownSlide(viewer)).toBe(no)
      await expect.poll(() => lacking(viewer, `#slideshow [data-slidev-no="${no}"]`)).toEqual([])
      await viewer.keyboard.press('ArrowDown')
    }
    await viewer.context().setOffline(false)
    await viewer.locator('.hb-follow button').click()
    await expect.poll(() => shownSlide(viewer)).toBe(3)
  })

  test('leaves the whole page to read, and the slides behind it', async () => {
    const reader = await hall.visit('', PHONE, clocked)
    await fetchedAhead(reader)
    const { pages } = hall.presentation.meeting
    await expect.poll(() => reader.locator('.hb-reading-slide .hb-slide').count()).toBe(pages)
    await reader.context().setOffline(true)
    for (let no = 1; no <= pages; no++) {
      await reader.locator(`.hb-reading-slide[data-no="${no}"]`).scrollIntoViewIfNeeded()
      await expect.poll(() => lacking(reader, `.hb-reading-slide[data-no="${no}"]`)).toEqual([])
    }
    await reader.locator('.hb-reading-slide[data-no="5"] .hb-reading-open').click()
    await expect.poll(() => shownSlide(reader)).toBe(5)
    await reader.context().close()
  })

  test("is told on a screen only after a while; screens, phones and the laptop's own turns are right again by themselves", async () => {
    await expect.poll(() => shownSlide(screen)).toBe(3)
    const before = hall.presentation.meeting.state
    // From here on the screen's clock goes only as far as it is moved; a pointer is the last that it hears.
    await screen.clock.pauseAt((await screen.evaluate(() => Date.now())) + 1_000)
    await hall.presentation.meeting.command(
      { type: 'pointer', pointer: { x: 50, y: 50, style: 'laser' } },
      before.driver!,
    )
    await screen.locator('.hb-pointer').waitFor()
    await hall.stop()
    await expect
      .poll(async () => {
        await laptop.clock.fastForward(2_500)
        return whoDrives(laptop)
      })
      .toContain('网络中断')
    await laptop.keyboard.press('ArrowDown')
    await laptop.keyboard.press('ArrowDown')
    await expect.poll(() => deskAt(laptop)).toEqual([5, 0])
    const sign = screen.locator('.hb-present-sign')
    await screen.clock.fastForward(LIMITS.sign - 1)
    expect(await sign.isVisible()).toBe(false)
    await screen.clock.fastForward(1)
    await expect.poll(() => sign.isVisible()).toBe(true)
    await screen.clock.resume()
    expect(await shownSlide(screen)).toBe(3)
    await viewer.clock.fastForward(LIMITS.sign)
    await expect.poll(() => viewer.locator('.hb-follow').textContent()).toContain('网络中断，正在重连')
    // The mouse or a key of somebody who wonders changes nothing.
    await screen.keyboard.press('ArrowRight')
    expect(await shownSlide(screen)).toBe(3)

    await hall.open()
    for (const page of [screen, viewer]) await expect.poll(() => shownSlide(page)).toBe(5)
    await expect.poll(() => deskAt(laptop)).toEqual([5, 0])
    await expect.poll(() => sign.isVisible()).toBe(false)
    await expect.poll(() => viewer.locator('.hb-follow').textContent()).not.toContain('网络中断')
    await expect.poll(() => phone.locator('.hb-phone-place b').first().textContent()).toBe('5')
    const after = hall.presentation.meeting.state
    expect(after.rev).toBeGreaterThan(before.rev)
    expect(after.epoch).toBeGreaterThan(before.epoch)
  })

  test('takes the laptop away: the phone says so, and goes on', async () => {
    await expect.poll(() => phone.locator('.hb-phone-other').textContent()).toContain('正在控制')
    // A cable that is pulled says no goodbye.
    await laptop.context().setOffline(true)
    // Less than would make a device that still gives signs of life count as gone.
    hall.pass(LIMITS.pulse)
    await expect.poll(() => phone.locator('.hb-phone-alarm').isVisible()).toBe(true)
    expect(await phone.locator('.hb-phone-alarm').textContent()).toContain('断开了')
    await phone.getByRole('button', { name: '接管', exact: true }).click()
    await phone.getByRole('button', { name: '下一步', exact: true }).click()
    await expect.poll(() => shownSlide(screen)).toBe(6)
    // What the laptop did meanwhile counts for nothing, and it says who drives now.
    await laptop.keyboard.press('ArrowUp')
    await laptop.context().setOffline(false)
    await expect.poll(() => whoDrives(laptop)).toContain('正在控制')
    await expect.poll(() => deskAt(laptop)).toEqual([6, 0])
    expect(hall.presentation.meeting.state.page).toBe(6)
  })

  test('is another thing than a pairing that is taken away', async () => {
    await laptop.getByRole('button', { name: /^设备/ }).click()
    const me = await phone.evaluate(() => localStorage.getItem('huibao:device'))
    await laptop.locator(`.hb-dialog-devices [data-device="${me}"] button`, { hasText: '取消配对' }).click()
    await expect.poll(() => phone.locator('.hb-phone-alarm').textContent()).toContain('配对已经失效')
  })
})

describe('the connections of one browser', () => {
  test('are not used up by its tabs: those that nobody sees give way, and come back', async ({ hall }) => {
    // In a browser without windows every tab takes itself for seen.
    const veil = (page: Page) =>
      page.context().addInitScript(() =>
        Object.defineProperty(document, 'visibilityState', {
          get: () => document.documentElement.dataset.veiled ?? 'visible',
        }),
      )
    const see = (page: Page, isSeen: boolean) =>
      page.evaluate(isSeen => {
        if (isSeen) delete document.documentElement.dataset.veiled
        else document.documentElement.dataset.veiled = 'hidden'
        document.dispatchEvent(new Event('visibilitychange'))
      }, isSeen)
    const connected = (page: Page) => page.locator('.hb-bar-line:not(.hb-bar-line-away)').waitFor()
    const tabs = [await hall.pair(LAPTOP, veil)]
    // A browser has six connections to a server.
    while (tabs.length < 7) {
      await connected(tabs.at(-1)!)
      await see(tabs.at(-1)!, false)
      tabs.push(await tabs[0]!.context().newPage())
      await tabs.at(-1)!.goto(hall.url('presenter/'))
    }
    const [first, last] = [tabs[0]!, tabs.at(-1)!]
    await connected(last)
    await expect.poll(() => whoDrives(last)).toContain('谁先翻页谁控制')
    await last.keyboard.press('ArrowDown')
    await expect.poll(() => hall.presentation.meeting.state.page).toBe(2)
    await see(last, false)
    await see(first, true)
    await expect.poll(() => deskAt(first)).toEqual([2, 0])
    expect(hall.faults).toEqual([])
  })
})
