import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-chromium'
import type { Fact, FactsDocument } from '../../data/model/facts.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { findFaults, loadAxe } from '../a11y/support/axe.ts'
import { serveDeck } from '../support/site.ts'

const WINDOW = { width: 1280, height: 720 }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
/** Parts of Slidev's own; see the tests of the slides. */
const SLIDEV = ['nav button:has(button)']
const DIALOG = '.hb-evidence[role=dialog]'

describe('the evidence of a figure', () => {
  const life = new Lifecycle()
  let origin: string
  let browser: Browser
  let facts: readonly Fact[]
  /** A figure that stands as a large number; one that is drawn as a bar; one that is derived. */
  let large: Fact, drawn: Fact, derived: Fact

  beforeAll(async () => {
    [origin, browser] = await Promise.all([serveDeck(life), launchBrowser({ host: currentHost(), life, log: silentLog })])
    facts = (await (await fetch(`${origin}/facts.json`)).json() as FactsDocument).figures
    const page = await open('/print?print=true', {}, '.print-slide-container')
    const find = async (selector: string): Promise<Fact> => {
      const ids = await page.locator(selector).evaluateAll(elements => elements.map(element => (element as HTMLElement).dataset.figure))
      return facts.find(({ id, slides, clause }) => ids.includes(id) && slides.length > 1 && clause) ?? facts.find(({ id, slides }) => ids.includes(id) && slides.length > 0)!
    }
    await page.locator('svg [data-mark=bar]').first().waitFor({ state: 'attached' })
    large = await find('.hb-number[data-figure]')
    drawn = await find('svg [data-mark=bar]')
    derived = facts.find(fact => fact.derived && fact.appendix)!
    await page.context().close()
  })
  afterAll(() => life.dispose())

  async function open(path: string, options: BrowserContextOptions = {}, ready = '#slide-container .slidev-page:visible [data-huibao-content]'): Promise<Page> {
    const context = await browser.newContext({ viewport: WINDOW, reducedMotion: 'reduce', locale: 'zh-CN', ...options })
    const page = await context.newPage()
    await page.goto(origin + path)
    await page.locator(ready).first().waitFor()
    await page.waitForLoadState('networkidle')
    return page
  }

  const shown = (page: Page, id: string): Locator => page.locator(`#slide-container .slidev-page:visible [data-figure="${id}"]:visible`).first()
  const focusedFigure = (page: Page): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('data-figure') ?? null)
  const slideOf = (page: Page): number => Number(new URL(page.url()).pathname.match(/\d+$/)?.[0])

  async function expectInside(page: Page): Promise<void> {
    const box = (await page.locator(DIALOG).boundingBox())!
    const { width, height } = page.viewportSize()!
    expect([box.x >= 0, box.y >= 0, box.x + box.width <= width + 0.5, box.y + box.height <= height + 0.5], JSON.stringify(box)).toEqual([true, true, true, true])
  }

  /** The panel hides no letter of what it speaks of. */
  async function expectUncovered(page: Page, text: Locator): Promise<void> {
    const panel = (await page.locator(DIALOG).boundingBox())!
    const box = await text.evaluate((element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      return range.getBoundingClientRect().toJSON() as { left: number, right: number, top: number, bottom: number }
    })
    const clear = box.right <= panel.x || box.left >= panel.x + panel.width || box.bottom <= panel.y || box.top >= panel.y + panel.height
    expect(clear, JSON.stringify({ panel, box })).toBe(true)
  }

  describe('asked for with the mouse', () => {
    it('stands beside a large number, says everything, and turns no page', async () => {
      const page = await open(`/${large.slides[0]}`)
      await shown(page, large.id).click()
      const dialog = page.getByRole('dialog', { name: `数据依据：${large.label}` })
      await dialog.waitFor()
      const said = await dialog.innerText()
      for (const text of [large.label, large.text, large.period.text, large.chapter.title, large.column, large.clause!])
        expect(said).toContain(text)
      expect(large.clause).toContain(await dialog.locator('mark').innerText())
      for (const no of large.slides.slice(1))
        await dialog.getByRole('link', { name: `第${no}页`, exact: true }).waitFor()
      expect(await dialog.getByRole('heading').evaluate(heading => heading === document.activeElement)).toBe(true)
      expect(await dialog.locator('*').evaluateAll(all => all.filter(each => each.textContent?.trim() && Number.parseFloat(getComputedStyle(each).fontSize) < 16).map(each => each.outerHTML))).toEqual([])
      await expectInside(page)
      await expectUncovered(page, shown(page, large.id).locator('[data-number=value]'))
      expect(slideOf(page)).toBe(large.slides[0])
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await page.context().close()
    })

    it('comes at a bar, and at its label', async () => {
      const page = await open(`/${drawn.slides[0]}`)
      for (const mark of ['bar', 'label', 'value']) {
        const element = page.locator(`#slide-container .slidev-page:visible svg [data-mark=${mark}][data-figure="${drawn.id}"]`).first()
        await element.waitFor({ state: 'attached' })
        const box = (await element.boundingBox())!
        await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
        await expect.poll(() => page.locator(`${DIALOG} .hb-evidence-value`).innerText().catch(() => '')).toContain(drawn.text)
        await expectUncovered(page, page.locator(`#slide-container .slidev-page:visible svg [data-mark=value][data-figure="${drawn.id}"]`).first())
        await page.keyboard.press('Escape')
      }
      await page.context().close()
    })

    it('tells how a derived figure came about; each input opens in the panel, with a way back', async () => {
      const page = await open(`/${derived.appendix}`)
      await shown(page, derived.id).click()
      const dialog = page.locator(DIALOG)
      await expect.poll(() => dialog.innerText()).toContain(derived.derived!.formula)
      for (const id of derived.derived!.inputs) {
        const input = facts.find(fact => fact.id === id)!
        await dialog.getByRole('button', { name: input.label }).click()
        await expect.poll(() => dialog.locator('.hb-evidence-clause').innerText()).toBe(input.clause)
        expect(await dialog.getByRole('heading').evaluate(heading => heading === document.activeElement)).toBe(true)
        await dialog.getByRole('button', { name: '返回' }).click()
        await expect.poll(() => dialog.innerText()).toContain(derived.derived!.formula)
      }
      await page.context().close()
    })

    it('is gone with a click elsewhere, and a click beside the slide still turns the page', async () => {
      const page = await open(`/${large.slides[0]}`, { viewport: { width: 1280, height: 900 } })
      const before = slideOf(page)
      await shown(page, large.id).click()
      await page.locator(DIALOG).waitFor()
      await page.locator('.slidev-page:visible .hb-footer').click({ position: { x: 40, y: 30 } })
      await page.locator(DIALOG).waitFor({ state: 'detached' })
      expect(slideOf(page)).toBe(before)
      await shown(page, large.id).click()
      await page.locator(DIALOG).waitFor()
      await page.mouse.click(1200, 20)
      await expect.poll(() => slideOf(page)).toBe(before + 1)
      await page.locator(DIALOG).waitFor({ state: 'detached' })
      await page.context().close()
    })

    it.each([[WINDOW, ''], [{ width: 1024, height: 768 }, '&aspect=4:3'], [{ width: 844, height: 390 }, '']])('lies within the window for every figure of some slides: %o', async (viewport, query) => {
      const page = await open(`/${large.slides[0]}?slide${query}`, { viewport })
      for (const no of [large.slides[0]!, drawn.slides[0]!, derived.appendix!]) {
        await page.goto(`${origin}/${no}?slide${query}`)
        await page.locator(`[data-slidev-no="${no}"]:visible [data-figure]:visible`).first().waitFor()
        const figures = page.locator('#slide-container .slidev-page:visible [data-figure]:not(path, rect, tr, .hb-evidence *):visible')
        for (let index = 0; index < await figures.count(); index += 1) {
          await figures.nth(index).click({ force: true })
          await page.locator(DIALOG).waitFor()
          await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))
          await expectInside(page)
          await page.keyboard.press('Escape')
        }
      }
      await page.context().close()
    })
  })

  describe('asked for with the keyboard', () => {
    it('opens at Enter, keeps the keys to itself, and gives the focus back at Esc', async () => {
      const page = await open(`/${drawn.slides[0]}`)
      const buttons = page.locator('#slide-container [aria-haspopup=dialog]')
      expect(await buttons.count()).toBe(0)
      await page.keyboard.press('Tab')
      await expect.poll(() => buttons.count()).toBeGreaterThan(1)
      const names = await buttons.evaluateAll(all => all.map(each => each.getAttribute('aria-label')!))
      expect(names.filter(name => !name.endsWith('，查看依据'))).toEqual([])
      expect(names.some(name => name.includes(drawn.text))).toBe(true)
      await expect.poll(() => focusedFigure(page)).not.toBe(null)
      const visited: (string | null)[] = [await focusedFigure(page)]
      while (visited.at(-1) !== null && visited.length < await buttons.count()) {
        await page.keyboard.press('Tab')
        visited.push(await focusedFigure(page))
      }
      expect(visited).toEqual(await buttons.evaluateAll(all => all.map(each => each.getAttribute('data-figure'))))
      const ring = await page.evaluate(() => getComputedStyle(document.activeElement!))
      expect([ring.outlineStyle, Number.parseFloat(ring.outlineWidth) >= 2]).toEqual(['solid', true])
      const asked = visited.at(-1)
      for (const key of ['Enter', 'Space']) {
        await page.keyboard.press(key)
        await page.locator(DIALOG).waitFor()
        expect(await page.evaluate(selector => document.querySelector(selector)!.contains(document.activeElement), DIALOG)).toBe(true)
        for (const other of ['ArrowRight', 'ArrowLeft', 'o', 'g'])
          await page.keyboard.press(other)
        expect([slideOf(page), await page.locator('#slidev-goto-input:focus').count()]).toEqual([drawn.slides[0], 0])
        await page.keyboard.press('Escape')
        await page.locator(DIALOG).waitFor({ state: 'detached' })
        expect(await focusedFigure(page)).toBe(asked)
      }
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => page.url()).not.toMatch(new RegExp(`/${drawn.slides[0]}$`))
      await page.context().close()
    })

    it('leads on to what comes next, and back to the figure', async () => {
      const page = await open(`/${large.slides[0]}`)
      await page.keyboard.press('Tab')
      await expect.poll(() => focusedFigure(page)).not.toBe(null)
      const first = await focusedFigure(page)
      await page.keyboard.press('Tab')
      const second = await focusedFigure(page)
      await page.keyboard.press('Shift+Tab')
      expect(await focusedFigure(page)).toBe(first)
      await page.keyboard.press('Enter')
      await page.locator(DIALOG).waitFor()
      const stops = await page.locator(`${DIALOG} :is(a, button)`).count()
      for (let tabs = 0; tabs <= stops; tabs += 1)
        await page.keyboard.press('Tab')
      await page.locator(DIALOG).waitFor({ state: 'detached' })
      expect(await focusedFigure(page)).toBe(second)
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Enter')
      await page.locator(DIALOG).waitFor()
      await page.keyboard.press('Shift+Tab')
      expect(await focusedFigure(page)).toBe(first)
      await page.context().close()
    })

    it('lets the keys of a remote control turn the page', async () => {
      const page = await open(`/${large.slides[0]}`)
      await shown(page, large.id).click()
      await page.locator(DIALOG).waitFor()
      await page.keyboard.press('PageDown')
      await expect.poll(() => slideOf(page)).toBe(large.slides[0]! + 1)
      await page.locator(DIALOG).waitFor({ state: 'detached' })
      await page.context().close()
    })
  })

  it('is gone when the page is turned, by whomever', async () => {
    const page = await open(`/${large.slides[0]}`)
    await shown(page, large.id).click()
    await page.locator(DIALOG).waitFor()
    await page.goBack().catch(() => {})
    await page.goto(`${origin}/${large.slides[0]}`)
    await shown(page, large.id).click()
    await page.locator(DIALOG).waitFor()
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.keyboard.press('ArrowRight')
    await page.locator(DIALOG).waitFor({ state: 'detached' })
    await page.context().close()
  })

  describe('stays away', () => {
    it('from a screen that only follows', async () => {
      const page = await open(`/${large.slides[0]}?kiosk`)
      await shown(page, large.id).click({ force: true })
      await page.keyboard.press('Tab')
      await page.waitForTimeout(500)
      expect([await page.locator(DIALOG).count(), await page.locator('[aria-haspopup=dialog]').count()]).toEqual([0, 0])
      await page.context().close()
    })

    it('from pages to print, and from paper', async () => {
      const print = await open(`/print?print=true&range=${large.slides[0]}`, {}, '.print-slide-container [data-figure]')
      await print.locator('[data-figure]').first().click()
      await print.waitForTimeout(500)
      expect(await print.locator(DIALOG).count()).toBe(0)
      await print.context().close()
      const page = await open(`/${large.slides[0]}`)
      await shown(page, large.id).click()
      await page.locator(DIALOG).waitFor()
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator(DIALOG).isVisible()).toBe(false)
      await page.emulateMedia({ media: 'screen' })
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
      await page.locator(DIALOG).waitFor({ state: 'detached' })
      await page.context().close()
    })

    it('from the audience, while the presenter looks at it', async () => {
      const page = await open(`/${large.slides[0]}`)
      const presenter = await page.context().newPage()
      await presenter.goto(`${origin}/presenter/${large.slides[0]}`)
      await shown(presenter, large.id).click()
      await presenter.locator(DIALOG).waitFor()
      await page.waitForTimeout(500)
      expect(await page.locator(DIALOG).count()).toBe(0)
      const other = large.slides[1] ?? large.appendix!
      await presenter.locator(DIALOG).getByRole('link', { name: new RegExp(`第${other}页`) }).first().click()
      await expect.poll(() => new URL(presenter.url()).pathname).toBe(`/presenter/${other}`)
      await page.context().close()
    })
  })

  it('leaves its figure in sight on a slide that is watched on a phone held upright', async () => {
    const page = await open(`/${large.slides[0]}?slide`, PHONE)
    const value = shown(page, large.id).locator('[data-number=value]')
    const box = (await value.boundingBox())!
    await page.touchscreen.tap(box.x + 20, box.y + box.height / 2)
    await page.locator(DIALOG).waitFor()
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    await expectUncovered(page, value)
    await expectInside(page)
    await page.context().close()
  })

  describe('on the page to read, on a phone', () => {
    it('comes as a sheet at a finger that nearly hits, does not hide its figure, and leads to other slides', async () => {
      const page = await open('/read', PHONE, '.hb-reading [data-huibao-content]')
      const section = page.locator(`section[id="${large.slides[0]}"]`)
      await section.scrollIntoViewIfNeeded()
      const figure = section.locator(`.hb-number[data-figure="${large.id}"] .hb-number-value, [data-figure="${large.id}"]`).first()
      await figure.waitFor()
      await section.evaluate(element => element.scrollIntoView())
      const box = (await figure.boundingBox())!
      await page.touchscreen.tap(box.x + 20, box.y - 5)
      const sheet = page.locator(DIALOG)
      await expect.poll(() => sheet.innerText().catch(() => '')).toContain(large.text)
      const place = (await sheet.boundingBox())!
      expect([place.x, place.width, Math.round(place.y + place.height)]).toEqual([0, 390, 844])
      expect((await figure.boundingBox())!.y).toBeLessThan(place.y)
      const low = await sheet.locator('a, button').evaluateAll(targets => targets.filter(target => target.getBoundingClientRect().height < 44 || target.getBoundingClientRect().width < 44).map(target => target.outerHTML))
      expect(low).toEqual([])
      await sheet.getByRole('link', { name: /^附录/ }).tap()
      await expect.poll(() => page.locator(`section[id="${large.appendix}"]`).evaluate(element => Math.abs(element.getBoundingClientRect().top) < innerHeight)).toBe(true)
      await sheet.getByRole('button', { name: '关闭' }).tap()
      await sheet.waitFor({ state: 'detached' })
      await page.context().close()
    })

    it('leads from the appendix to the slides', async () => {
      const page = await open('/read', PHONE, '.hb-reading [data-huibao-content]')
      await page.locator(`section[id="${large.appendix}"]`).scrollIntoViewIfNeeded()
      const row = page.locator(`#entry-${large.id}`)
      await row.waitFor()
      const links = row.locator('.hb-appendix-pages a')
      expect(await links.evaluateAll(all => all.map(each => [each.getAttribute('href'), each.getAttribute('aria-label'), each.getBoundingClientRect().height >= 44]))).toEqual(large.slides.map(no => [`#${no}`, `第${no}页`, true]))
      await links.first().tap()
      await expect.poll(() => page.locator(`section[id="${large.slides[0]}"]`).evaluate(element => Math.abs(element.getBoundingClientRect().top) < innerHeight / 2)).toBe(true)
      await page.context().close()
    })
  })

  it('leads from the appendix to every slide that shows a figure, with the look kept', async () => {
    const page = await open(`/${large.appendix}?skin=夜`)
    const row = page.locator(`.slidev-page:visible tr[data-figure="${large.id}"]`)
    expect(await row.locator('.hb-appendix-number').innerText()).toBe(String(large.number))
    expect(await row.getByRole('link').evaluateAll(links => links.map(link => link.textContent))).toEqual(large.slides.map(String))
    await row.getByRole('link').first().click()
    await expect.poll(() => slideOf(page)).toBe(large.slides[0])
    expect(new URL(page.url()).searchParams.get('skin')).toBe('夜')
    await shown(page, large.id).waitFor()
    await page.context().close()
  })

  it.each(['红', '夜'])('has nothing that axe objects to: %s', async (skin) => {
    const page = await open(`/${drawn.slides[0]}?skin=${skin}`)
    await page.keyboard.press('Tab')
    await page.locator('[aria-haspopup=dialog]').first().waitFor()
    await page.keyboard.press('Enter')
    await page.locator(DIALOG).waitFor()
    await loadAxe(page)
    expect(await findFaults(page, SLIDEV)).toEqual([])
    await page.goto(`${origin}/${derived.appendix}?skin=${skin}`)
    await page.locator('.slidev-page:visible .hb-appendix').waitFor()
    await page.keyboard.press('Tab')
    await shown(page, derived.id).click()
    await page.locator(DIALOG).waitFor()
    await loadAxe(page)
    expect(await findFaults(page, SLIDEV)).toEqual([])
    await page.context().close()
    const read = await open(`/read?all&skin=${skin}`, { viewport: PHONE.viewport }, '.hb-reading .hb-appendix')
    await read.keyboard.press('Tab')
    await read.locator('.hb-reading [aria-haspopup=dialog]').first().waitFor()
    await read.locator('.hb-reading .hb-fig[data-figure]').first().click()
    await read.locator(DIALOG).waitFor()
    await loadAxe(read)
    expect(await findFaults(read, [])).toEqual([])
    await read.context().close()
  })
})

describe('facts.json in a site', () => {
  const life = new Lifecycle()
  afterAll(() => life.dispose())

  it('is what the page names, and what the deck\'s data says', async () => {
    const origin = await serveDeck(life)
    const html = await (await fetch(`${origin}/`)).text()
    const href = /<link rel="alternate" type="application\/json"[^>]* href="([^"]+)">/.exec(html)?.[1]
    expect(href).toBe('/facts.json')
    const { figures } = await import('../../data/index.ts')
    const served = await (await fetch(origin + href)).json() as FactsDocument
    expect(served.figures.map(({ id, number, value, unit, qualifier }) => ({ id, number, value, unit, qualifier })))
      .toEqual(figures.map(({ id, value, unit, qualifier }, index) => ({ id, number: index + 1, value, unit, qualifier })))
    expect(served.figures.filter(({ appendix }) => appendix === undefined)).toEqual([])
  })
})
