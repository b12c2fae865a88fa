import type { Page } from 'playwright-chromium'
import { describe, expect } from 'vitest'
import type { Command } from '../../components/present/protocol.ts'
import { deskAt, goesOn, type Hall, LAPTOP, PHONE, placeOf, shownSlide, test } from './support/hall.ts'

/** A slide that has one click. */
const CLICKED = 11

/** Sends a command as the device of a page. */
async function send(page: Page, command: Command): Promise<void> {
  const { origin } = new URL(page.url())
  const answer = await page.request.post(`${origin}/command`, { data: command, headers: { Origin: origin } })
  expect(answer.status()).toBe(200)
}

describe('a meeting', () => {
  let hall: Hall
  let laptop: Page
  let phone: Page
  let screen: Page
  let viewer: Page
  let reader: Page

  test.beforeAll(async ({ openHall }) => {
    hall = await openHall()
    laptop = await hall.pair(LAPTOP)
    phone = await hall.pair(PHONE)
    screen = await hall.visit('kiosk')
    viewer = await hall.visit('')
    reader = await hall.visit('', PHONE)
    await viewer.locator('.hb-follow').waitFor({ state: 'attached' })
    await Promise.all([
      screen.locator('.hb-kiosk').waitFor(),
      laptop.locator('.hb-desk-current .hb-slide').waitFor(),
      phone.locator('.hb-phone-current .hb-slide').waitFor(),
    ])
  })
  test.afterAll(() => hall.close())
  goesOn(() => hall)

  const followers = () => [screen, viewer]
  /** The section that is marked for the reader, and whether it is at the top of their screen. */
  const readerAt = () =>
    reader
      .locator('.hb-reading-present')
      .evaluate((section: HTMLElement) => [
        Number(section.dataset.no),
        section.getBoundingClientRect().top > -8 && section.getBoundingClientRect().top < 200,
      ])
  async function everybodyAt(page: number, clicks = 0): Promise<void> {
    await expect
      .poll(async () => ((await laptop.locator('.hb-desk').count()) ? deskAt(laptop) : placeOf(laptop)))
      .toEqual([page, clicks])
    for (const each of followers()) await expect.poll(() => placeOf(each)).toEqual([page, clicks])
    for (const each of followers()) await expect.poll(() => shownSlide(each)).toBe(page)
    await expect.poll(() => phone.locator('.hb-phone-place b').first().textContent()).toBe(String(page))
    await expect.poll(() => readerAt()).toEqual([page, true])
  }

  async function goTo(page: number): Promise<void> {
    await laptop.keyboard.type(String(page))
    await laptop.keyboard.press('Enter')
  }

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

  test('the pairing leads each device to its own page', () => {
    expect(new URL(laptop.url()).pathname).toBe('/presenter/presenter/1')
    expect(new URL(phone.url()).pathname).toBe('/presenter/phone')
  })

  test('the laptop turns pages for everybody, forth and back', async () => {
    await laptop.keyboard.press('ArrowRight')
    await everybodyAt(2)
    await laptop.keyboard.press('ArrowRight')
    await everybodyAt(3)
    await laptop.keyboard.press('ArrowLeft')
    await everybodyAt(2)
  })

  test('clicks are done everywhere', async () => {
    await goTo(CLICKED)
    await everybodyAt(CLICKED)
    const clicked = (page: Page) => page.locator(`#slideshow [data-slidev-no="${CLICKED}"] .slidev-vclick-target`)
    await expect.poll(() => clicked(viewer).getAttribute('class')).toContain('slidev-vclick-hidden')
    await expect.poll(() => phone.locator('.hb-phone-place').textContent()).toContain('本页还有 1 步')
    await laptop.keyboard.press('ArrowRight')
    await everybodyAt(CLICKED, 1)
    for (const page of followers())
      await expect.poll(() => clicked(page).getAttribute('class')).not.toContain('slidev-vclick-hidden')
    // Back over a slide's beginning comes to the end of the one before.
    await laptop.keyboard.press('ArrowRight')
    await everybodyAt(CLICKED + 1)
    await laptop.keyboard.press('ArrowLeft')
    await everybodyAt(CLICKED, 1)
  })

  test('a viewer looks back, is told where the presenter is, and returns with one tap', async () => {
    await viewer.keyboard.press('ArrowLeft')
    await viewer.keyboard.press('ArrowLeft')
    await expect.poll(() => placeOf(viewer)).toEqual([CLICKED - 1, 0])
    await goTo(4)
    await expect.poll(() => viewer.locator('.hb-follow button').textContent()).toContain('跟随 · 第4页')
    await expect.poll(() => shownSlide(screen)).toBe(4)
    expect(await placeOf(viewer)).toEqual([CLICKED - 1, 0])
    await viewer.locator('.hb-follow button').click()
    await everybodyAt(4)
    await expect.poll(() => viewer.locator('.hb-follow button').count()).toBe(0)
  })

  test('a viewer who loads the page anew while looking back stays there', async () => {
    await viewer.keyboard.press('ArrowRight')
    await expect.poll(() => placeOf(viewer)).toEqual([5, 0])
    await viewer.reload()
    await expect.poll(() => viewer.locator('.hb-follow button').textContent()).toContain('跟随 · 第4页')
    expect(await placeOf(viewer)).toEqual([5, 0])
    await viewer.locator('.hb-follow button').click()
    await everybodyAt(4)
  })

  test('a screen only follows, whatever is done to it', async () => {
    const visited: string[] = []
    screen.on('framenavigated', frame => visited.push(new URL(frame.url()).pathname))
    await screen.keyboard.press('ArrowRight')
    await screen.keyboard.press('ArrowRight')
    await screen.keyboard.press('o')
    await screen.mouse.click(1200, 300)
    await screen.mouse.wheel(0, 400)
    await screen.evaluate(() =>
      document
        .querySelector('#slide-container')!
        .dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch', clientX: 1000 })),
    )
    await laptop.keyboard.press('ArrowRight')
    await everybodyAt(5)
    expect(visited).toEqual(['/5'])
    expect(await screen.locator('.slidev-slide-container:not(#slide-container)').count()).toBe(0)
    expect(await screen.evaluate(() => getComputedStyle(document.querySelector('#slide-container')!).cursor)).toBe(
      'none',
    )
  })

  test('whoever reads follows to the section, until they scroll', async () => {
    const present = () => reader.locator('.hb-reading-present').getAttribute('data-no')
    await expect.poll(present).toBe('5')
    await reader.mouse.move(200, 400)
    await reader.mouse.wheel(0, -2_000)
    await expect.poll(() => reader.locator('.hb-follow button').textContent()).toContain('跟随 · 第5页')
    await laptop.keyboard.press('ArrowRight')
    await expect.poll(() => reader.locator('.hb-follow button').textContent()).toContain('跟随 · 第6页')
    await expect.poll(present).toBe('6')
    expect((await readerAt())[1]).toBe(false)
    await reader.locator('.hb-follow button').tap()
    await everybodyAt(6)
  })

  test('the phone has to take over before it turns a page, and the laptop then too', async () => {
    await press(phone, '下一步')
    await expect
      .poll(() => phone.locator('.hb-phone-message').textContent())
      .toContain('笔记本正在控制，刚才的翻页没有生效')
    await everybodyAt(6)
    await press(phone, '接管')
    await expect.poll(() => laptop.locator('.hb-who').textContent()).toContain('手机正在控制')
    await expect.poll(() => phone.locator('.hb-phone-head').textContent()).toContain('由您控制')
    await press(phone, '下一步')
    await everybodyAt(7)
    await press(phone, '上一步')
    await everybodyAt(6)

    await laptop.keyboard.press('ArrowRight')
    await expect.poll(() => laptop.locator('.hb-desk-message').textContent()).toContain('刚才的翻页没有生效')
    await everybodyAt(6)
    await press(laptop, '接管')
    await expect.poll(() => phone.locator('.hb-phone-other').textContent()).toContain('笔记本正在控制')
    await expect.poll(() => laptop.locator('.hb-who').textContent()).toContain('由您控制')
    await laptop.keyboard.press('ArrowRight')
    await everybodyAt(7)
  })

  test('the phone steps through clicks', async () => {
    await press(phone, '接管')
    await expect.poll(() => hall.presentation.meeting.state.driver?.name).toBe('手机')
    for (const at of [
      [8, 0],
      [9, 0],
      [10, 0],
      [11, 0],
      [11, 1],
      [12, 0],
    ] as [number, number][]) {
      await press(phone, '下一步')
      await everybodyAt(...at)
    }
    await press(phone, '上一步')
    await everybodyAt(11, 1)
  })

  test('the laser of the phone is seen where the finger is, and goes with it', async () => {
    await press(phone, '激光')
    const pad = (await phone.locator('.hb-phone-pad').boundingBox())!
    await phone.mouse.move(pad.x + pad.width / 4, pad.y + pad.height / 2)
    await phone.mouse.down()
    await phone.mouse.move(pad.x + pad.width / 2, pad.y + pad.height / 4, { steps: 5 })
    for (const page of [laptop, ...followers()]) {
      await expect
        .poll(() =>
          page
            .locator('.hb-pointer-laser')
            .evaluate(({ style }) =>
              ['--x', '--y'].map(name => Math.round(Number.parseFloat(style.getPropertyValue(name)))),
            ),
        )
        .toEqual([50, 25])
    }
    await phone.mouse.up()
    for (const page of [laptop, ...followers()]) await expect.poll(() => page.locator('.hb-pointer').count()).toBe(0)
    await press(phone, '关激光')
  })

  test("screens go dark from the laptop's key and from the phone", async () => {
    await press(phone, '黑屏')
    for (const page of [...followers(), reader]) await page.locator('.hb-screen-black').waitFor()
    expect(
      await screen
        .locator('.hb-screen-black')
        .evaluate(blank => [
          getComputedStyle(blank).backgroundColor,
          blank.clientWidth,
          blank.clientHeight,
          blank.textContent!.trim(),
        ]),
    ).toEqual(['rgb(0, 0, 0)', 1280, 720, ''])
    await press(laptop, '接管')
    await expect.poll(() => hall.presentation.meeting.state.driver?.name).toBe('笔记本')
    await laptop.keyboard.press('b')
    for (const page of [...followers(), reader])
      await expect.poll(() => page.locator('.hb-screen-black').count()).toBe(0)
    // A pressed button does not keep the keys.
    await press(laptop, '黑屏')
    await viewer.locator('.hb-screen-black').waitFor()
    await laptop.keyboard.press('b')
    await expect.poll(() => viewer.locator('.hb-screen-black').count()).toBe(0)
  })

  test("the laptop's mouse is the laser or the spotlight where it is asked to be, and nothing elsewhere", async () => {
    const slide = (await laptop.locator('.hb-desk-current .slidev-slide-content').boundingBox())!
    const to = (x: number, y: number) => laptop.mouse.move(slide.x + slide.width * x, slide.y + slide.height * y)
    const at = () =>
      viewer
        .locator('.hb-pointer')
        .evaluate(({ className, style }) => [className, Math.round(Number.parseFloat(style.getPropertyValue('--x')))])
    await to(0.4, 0.5)
    await laptop.keyboard.press('l')
    await to(0.5, 0.5)
    await expect.poll(at).toEqual(['hb-pointer hb-pointer-laser', 50])
    await laptop.keyboard.press('s')
    await to(0.25, 0.5)
    await expect.poll(at).toEqual(['hb-pointer hb-pointer-spotlight', 25])
    await laptop.mouse.move(2, 2)
    await expect.poll(() => viewer.locator('.hb-pointer').count()).toBe(0)
    await laptop.keyboard.press('Escape')
    await to(0.5, 0.5)
    await laptop.keyboard.press('ArrowRight')
    await laptop.keyboard.press('ArrowLeft')
    await everybodyAt(11, 1)
    expect(await viewer.locator('.hb-pointer').count()).toBe(0)
  })

  test('what is drawn is on its slide everywhere, and nowhere else', async () => {
    await press(laptop, '画笔')
    const slide = (await laptop.locator('.hb-desk-current .slidev-slide-content').boundingBox())!
    const stroke = async (from: readonly [number, number], to: readonly [number, number]): Promise<void> => {
      await laptop.mouse.move(slide.x + slide.width * from[0], slide.y + slide.height * from[1])
      await laptop.mouse.down()
      await laptop.mouse.move(slide.x + slide.width * to[0], slide.y + slide.height * to[1], { steps: 8 })
      await laptop.mouse.up()
    }
    await stroke([0.3, 0.5], [0.8, 0.6])
    const strokes = (page: Page) => page.locator('.hb-overlay-drawing > path')
    for (const page of followers()) await expect.poll(() => strokes(page).count()).toBe(1)
    // In px of the canvas, whatever the size of the window that it was drawn in.
    const ends = () =>
      strokes(viewer).evaluate(path => {
        const { x, width } = (path as SVGPathElement).getBBox()
        return [x, x + width].map(end => Math.round(end / 128))
      })
    await expect.poll(ends).toEqual([3, 8])
    // Every shape that the pen has passes the server.
    for (const [name, shape] of [
      ['箭头', 'line[marker-end]'],
      ['方框', 'rect'],
      ['圆圈', 'ellipse'],
    ] as const) {
      await press(laptop, name)
      await stroke([0.4, 0.3], [0.6, 0.4])
      for (const page of followers())
        await expect.poll(() => page.locator(`.hb-overlay-drawing ${shape}`).count()).toBe(1)
    }
    await press(laptop, '撤销')
    for (const page of followers()) await expect.poll(() => page.locator('.hb-overlay-drawing ellipse').count()).toBe(0)
    await press(laptop, '画笔')
    await goTo(3)
    await everybodyAt(3)
    for (const page of followers()) await expect.poll(() => strokes(page).count()).toBe(0)
    await goTo(11)
    for (const page of followers()) await expect.poll(() => strokes(page).count()).toBe(1)
  })

  test('one clock begins with the first turn, and runs on both of the presenter’s pages', async () => {
    expect(hall.presentation.meeting.state.timer.status).toBe('running')
    await expect.poll(() => phone.locator('.hb-phone-clock b').textContent()).not.toBe('0:00')
    await press(phone, '接管')
    await phone.locator('.hb-phone-clock').tap()
    await expect.poll(() => hall.presentation.meeting.state.timer.status).toBe('paused')
    const paused = await phone.locator('.hb-phone-clock b').textContent()
    await expect.poll(() => laptop.locator('.hb-clock-elapsed b').textContent()).toBe(paused)
    await press(laptop, '接管')
    await press(laptop, '继续')
    await expect.poll(() => hall.presentation.meeting.state.timer.status).toBe('running')
  })

  test('whoever comes late sees the slide that is shown, and none before', async () => {
    await goTo(9)
    await everybodyAt(9)
    const late = await hall.visit('', LAPTOP, page =>
      page.addInitScript(() => {
        const seen: string[] = []
        Object.assign(window, { seen })
        new MutationObserver(() =>
          document.querySelectorAll<HTMLElement>('#slideshow [data-slidev-no]').forEach(slide => {
            if (slide.checkVisibility() && seen.at(-1) !== slide.dataset.slidevNo) seen.push(slide.dataset.slidevNo!)
          }),
        ).observe(document, { subtree: true, childList: true, attributes: true })
      }),
    )
    await expect.poll(() => shownSlide(late)).toBe(9)
    expect(await late.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(['9'])
    // What follows is loaded behind the first slide.
    await late.locator('.hb-follow').waitFor({ state: 'attached' })
    await laptop.keyboard.press('ArrowRight')
    await expect.poll(() => placeOf(late)).toEqual([10, 0])
    await expect.poll(() => shownSlide(late)).toBe(10)
  })

  test("slides alone, on the presenter's laptop, drive too, with nothing over them", async () => {
    await laptop.goto(hall.url('presenter/10'))
    await expect.poll(() => shownSlide(laptop)).toBe(10)
    await expect.poll(() => laptop.locator('.hb-desk').count()).toBe(0)
    await laptop.mouse.move(600, 300)
    await laptop.keyboard.press('ArrowRight')
    await everybodyAt(11)
    await press(phone, '接管')
    await press(phone, '黑屏')
    await laptop.locator('.hb-screen-black').waitFor()
    await press(phone, '恢复画面')
    // What another device draws is on the slides too.
    await send(phone, {
      type: 'draw',
      page: 11,
      svg: '<rect x="123" y="100" width="300" height="200" fill="none" stroke="#ff595e"></rect>',
    })
    for (const page of [laptop, viewer]) await page.locator('rect[x="123"]').waitFor()
    await laptop.keyboard.press('ArrowRight')
    await expect.poll(() => laptop.locator('.hb-toast').textContent()).toContain('正在控制，刚才的翻页没有生效')
    await everybodyAt(11)
    await laptop.goto(hall.url('presenter/'))
    await laptop.locator('.hb-desk').waitFor()
    await press(laptop, '接管')
    await everybodyAt(11)
  })

  test('the page of the presenter has room for everything', async () => {
    for (const viewport of [
      { width: 1280, height: 720 },
      { width: 1366, height: 657 },
      { width: 1920, height: 1080 },
      { width: 1024, height: 768 },
    ]) {
      await laptop.setViewportSize(viewport)
      const outside = () =>
        laptop.locator('.hb-desk').evaluate(desk =>
          [...desk.querySelectorAll('button, b, strong, .hb-desk-slide, .hb-notes-text')]
            .filter(element => {
              const { left, top, right, bottom } = element.getBoundingClientRect()
              return left < 0 || top < 0 || Math.floor(right) > innerWidth || Math.floor(bottom) > innerHeight
            })
            .map(({ outerHTML }) => outerHTML.slice(0, 120)),
        )
      await expect.poll(outside).toEqual([])
    }
    await laptop.setViewportSize(LAPTOP.viewport)
  })

  test('a page is picked from the list of all, on the laptop and on the phone', async () => {
    await laptop.keyboard.press('o')
    await laptop.getByRole('button', { name: /^4 / }).click()
    await everybodyAt(4)
    await press(phone, '接管')
    await press(phone, '页面')
    await phone.getByRole('button', { name: /^6 / }).tap()
    await everybodyAt(6)
    await press(laptop, '接管')
  })

  test('the audience’s code is on the big screen, and on nobody’s own device', async () => {
    await press(laptop, '二维码上大屏')
    await screen.locator('.hb-screen-qr .hb-qr').waitFor()
    expect(await screen.locator('.hb-screen-qr').textContent()).toContain(new URL(hall.url()).host)
    await laptop.locator('.hb-desk-current .hb-screen-qr').waitFor()
    expect(await viewer.locator('.hb-screen-qr').count()).toBe(0)
    await press(laptop, '恢复画面')
    await press(laptop, '中场休息')
    for (const page of [...followers(), reader])
      await expect.poll(() => page.locator('.hb-screen-break').textContent()).toContain('中场休息')
    await press(laptop, '恢复画面')
    for (const page of [...followers(), reader]) await expect.poll(() => page.locator('.hb-screen').count()).toBe(0)
  })

  test('a question of the audience is on the screen when the presenter has put it there', async () => {
    expect(await viewer.getByRole('button', { name: '提问', exact: true }).count()).toBe(0)
    await laptop.getByRole('button', { name: /^观众/ }).click()
    await laptop.getByLabel(/观众可以提问/).check()
    await press(laptop, '关闭')
    await press(viewer, '提问')
    await viewer.getByLabel('向汇报人提问').fill('公园什么时候开放？')
    await press(viewer, '发送')
    await expect.poll(() => viewer.locator('.hb-ask').textContent()).toContain('已经送到汇报人那里')
    await press(viewer, '关闭')
    expect(await screen.locator('.hb-question').count()).toBe(0)
    await laptop.getByRole('button', { name: /^提问/ }).click()
    await press(laptop, '上大屏')
    for (const page of followers())
      await expect.poll(() => page.locator('.hb-question').textContent()).toContain('公园什么时候开放？')
    await press(laptop, '收起')
    for (const page of followers()) await expect.poll(() => page.locator('.hb-question').count()).toBe(0)
    await press(laptop, '关闭')
  })

  test('a window that nobody sees turns no pages, and is right when it is seen again', async () => {
    const see = (state: string) =>
      viewer.evaluate(state => {
        Object.defineProperty(document, 'visibilityState', { get: () => state, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      }, state)
    await goTo(3)
    await everybodyAt(3)
    await see('hidden')
    for (const page of [4, 5, 6, 7]) {
      await goTo(page)
      await expect.poll(() => placeOf(screen)).toEqual([page, 0])
    }
    expect(await placeOf(viewer)).toEqual([3, 0])
    await see('visible')
    await everybodyAt(7)
  })

  test('a device is called by another name', async () => {
    await laptop.getByRole('button', { name: /^设备/ }).click()
    const own = laptop.locator('.hb-dialog-devices li', { hasText: '这一台' })
    await own.getByRole('button', { name: '改名' }).click()
    await laptop.getByLabel('设备的名字').fill('主席台')
    await laptop.keyboard.press('Enter')
    await expect.poll(() => phone.locator('.hb-phone-other').textContent()).toContain('主席台正在控制')
    await press(laptop, '关闭')
  })
})

describe('a phone alone', () => {
  let hall: Hall
  let phone: Page

  test.beforeAll(async ({ openHall }) => {
    hall = await openHall()
    phone = await hall.pair(PHONE, page =>
      page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'wakeLock')),
    )
  })
  test.afterAll(() => hall.close())
  goesOn(() => hall)

  test('whose browser has no lock plays a film after the first touch, to keep its screen awake', async () => {
    await phone.locator('.hb-phone-head').tap()
    await expect
      .poll(() =>
        phone
          .locator('video.hb-awake')
          .evaluate((film: HTMLVideoElement) => film.currentTime > 0 && !film.paused && film.loop && !film.muted),
      )
      .toBe(true)
  })

  test('steps through the clicks of a slide too, with no laptop that has counted them', async () => {
    const viewer = await hall.visit('')
    await viewer.locator('.hb-follow').waitFor({ state: 'attached' })
    const step = async (name: string, place: [number, number]): Promise<void> => {
      await phone.getByRole('button', { name, exact: true }).click()
      await expect.poll(() => placeOf(viewer)).toEqual(place)
      await expect.poll(() => phone.locator('.hb-phone-place b').first().textContent()).toBe(String(place[0]))
    }
    await send(phone, { type: 'goto', page: CLICKED - 1 })
    await step('下一步', [CLICKED, 0])
    await step('下一步', [CLICKED, 1])
    await step('下一步', [CLICKED + 1, 0])
    await step('上一步', [CLICKED, 1])
    await step('上一步', [CLICKED, 0])
  })
})

describe('the pairing page', () => {
  let hall: Hall
  let page: Page

  test.beforeAll(async ({ openHall }) => {
    hall = await openHall()
    page = await hall.visit('presenter/')
  })
  test.afterAll(() => hall.close())
  goesOn(() => hall)

  const said = () => page.locator('#status').textContent()
  async function type(code: string): Promise<void> {
    await page.locator('#code').fill(code)
    await page.locator('#code').press('Enter')
  }

  test('is where whoever is not paired is led', () => {
    expect(new URL(page.url()).pathname).toBe('/pair')
  })

  test('clears the code out of the address before anything else, and says of a used one that it is used', async () => {
    const { long } = hall.presentation.codes.issue()
    hall.presentation.codes.redeem(long)
    await page.goto('about:blank')
    await page.goto(hall.url(`pair#${long}`))
    expect(page.url()).toBe(hall.url('pair'))
    await expect.poll(said).toContain('这个二维码已经用过，或者过期了')
  })

  test('says what is wrong with a code that is typed', async () => {
    await type('ABC')
    await expect.poll(said).toBe('配对码是 8 位，现在是 3 位。')
    await type('ZZZZ-ZZZZ')
    await expect.poll(said).toContain('配对码不对，或者已经用过、过期了')
  })

  test('says that the server cannot be reached, and tries again with the same scan', async () => {
    const { long } = hall.presentation.codes.issue()
    await page.route('**/pair', route => (route.request().method() === 'POST' ? route.abort() : route.continue()))
    await page.goto('about:blank')
    await page.goto(hall.url(`pair#${long}`))
    await expect.poll(said).toContain('连不上汇报的电脑')
    await page.unroute('**/pair')
    await page.getByRole('button', { name: '重试' }).click()
    await page.waitForURL(/\/presenter\/presenter\/1/, { waitUntil: 'commit' })
  })

  test('pairs by the typed code, however it is written', async () => {
    // What the presenter's page still loads would be refused to a device that is not paired.
    await page.goto('about:blank')
    await page.context().clearCookies()
    await page.goto(hall.url('pair'))
    const { typed } = hall.presentation.codes.issue()
    await type(`${typed.slice(0, 4)} ${typed.slice(4)}`.toLowerCase())
    await page.waitForURL(/\/presenter\/presenter\/1/, { waitUntil: 'commit' })
  })

  test('tells whoever guesses how long to wait', async () => {
    await page.goto(hall.url('pair'))
    for (let guess = 0; guess < 12 && !(await said())?.includes('试得太多了'); guess++) {
      await type('YYYYYYYY')
      await expect.poll(said).not.toBe('正在配对……')
    }
    expect(await said()).toMatch(/^试得太多了，请等 \d+ 秒再试。$/)
    expect(await page.locator('#submit').isDisabled()).toBe(true)
  })
})
