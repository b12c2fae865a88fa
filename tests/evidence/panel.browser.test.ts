import type { Locator, Page } from 'playwright-chromium'
import type { Fact, FactsDocument } from '../../model/facts.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject } from 'vitest'
import { findFaults, loadAxe, SLIDEV } from '../a11y/support/axe.ts'
import { appendixPages } from '../../model/slides/appendix-pages.ts'
import { settled } from '../a11y/support/show.ts'
import { test, type Open } from '../support/test.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const DIALOG = '.hb-evidence[role=dialog]'

const { figures: facts } = JSON.parse(
  readFileSync(join(inject('district').plain, 'facts.json'), 'utf8'),
) as FactsDocument
const factOf = (id: string): Fact => facts.find(fact => fact.id === id)!

/** A figure that stands as a large number on this slide, and the others on which it is. */
const large = { ...factOf('berths'), slide: 16, others: factOf('berths').slides.filter(no => no !== 16) }
/** One that is drawn as a bar on this slide. */
const drawn = { ...factOf('cargo'), slide: 3 }
const derived = factOf('carriers-base')

/** Opens a slide, and waits until everything on it is there. */
async function openSlide(open: Open, ...[path, options]: Parameters<Open>): Promise<Page> {
  const page = await open(path, options)
  await settled(page)
  return page
}

async function openReading(open: Open, query = ''): Promise<Page> {
  const page = await open(`/read${query}`, PHONE)
  await page.waitForFunction(
    () =>
      document.fonts.status === 'loaded' &&
      document.querySelector('.hb-reading') &&
      [...document.querySelectorAll('[data-slidev-no]')].every(slide => slide.querySelector('[data-huibao-content]')),
  )
  return page
}

const shown = (page: Page, id: string): Locator =>
  page.locator(`#slide-container .slidev-page:visible [data-figure="${id}"]:visible`).first()
const focusedFigure = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-figure') ?? null)
const slideOf = (page: Page): number => Number(new URL(page.url()).pathname.match(/\d+$/)?.[0])

/** Asks for the evidence of a figure on the slide that is shown. @returns the panel */
async function ask(page: Page, id: string): Promise<Locator> {
  await shown(page, id).click()
  const dialog = page.locator(DIALOG)
  await dialog.waitFor()
  return dialog
}

/** What the page asks for from now on of the panel's script, which is loaded when a panel is first to be opened. */
function watchPanel(page: Page): string[] {
  const asked: string[] = []
  page.on('request', request => /\/panel-[\w-]+\.js$/.test(request.url()) && asked.push(request.url()))
  return asked
}

/** Waits until a page has asked for all that it was going to. */
async function echo(page: Page): Promise<void> {
  await page.evaluate(async () => void (await (await fetch('/facts.json')).text()))
}

async function expectInside(page: Page): Promise<void> {
  const box = (await page.locator(DIALOG).boundingBox())!
  const { width, height } = page.viewportSize()!
  expect(
    [box.x >= 0, box.y >= 0, box.x + box.width <= width + 0.5, box.y + box.height <= height + 0.5],
    JSON.stringify(box),
  ).toEqual([true, true, true, true])
}

/** The panel hides no letter of what it speaks of. */
async function expectUncovered(page: Page, text: Locator): Promise<void> {
  const panel = (await page.locator(DIALOG).boundingBox())!
  const box = await text.evaluate(element => {
    const range = document.createRange()
    range.selectNodeContents(element)
    return range.getBoundingClientRect().toJSON() as { left: number; right: number; top: number; bottom: number }
  })
  const clear =
    box.right <= panel.x ||
    box.left >= panel.x + panel.width ||
    box.bottom <= panel.y ||
    box.top >= panel.y + panel.height
  expect(clear, JSON.stringify({ panel, box })).toBe(true)
}

describe('the evidence of a figure, asked for with the mouse', () => {
  test('stands beside a large number, says everything, and turns no page', async ({ open }) => {
    const page = await openSlide(open, `/${large.slide}`)
    await shown(page, large.id).click()
    const dialog = page.getByRole('dialog', { name: `数据依据：${large.label}` })
    await dialog.waitFor()
    const said = await dialog.innerText()
    for (const text of [large.label, large.text, large.period.text, large.chapter.title, large.column, large.clause!])
      expect(said).toContain(text)
    expect(large.clause).toContain(await dialog.locator('mark').innerText())
    expect(large.others.length).toBeGreaterThan(0)
    for (const no of large.others) await dialog.getByRole('link', { name: `第${no}页`, exact: true }).waitFor()
    expect(await dialog.getByRole('heading').evaluate(heading => heading === document.activeElement)).toBe(true)
    expect(
      await dialog
        .locator('*')
        .evaluateAll(all =>
          all
            .filter(each => each.textContent?.trim() && Number.parseFloat(getComputedStyle(each).fontSize) < 16)
            .map(each => each.outerHTML),
        ),
    ).toEqual([])
    await expectInside(page)
    await expectUncovered(page, shown(page, large.id).locator('[data-number=value]'))
    expect(slideOf(page)).toBe(large.slide)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  test('comes at a bar, and at its label', async ({ open }) => {
    const page = await openSlide(open, `/${drawn.slide}`)
    for (const mark of ['bar', 'label', 'value']) {
      const element = page
        .locator(`#slide-container .slidev-page:visible svg [data-mark=${mark}][data-figure="${drawn.id}"]`)
        .first()
      const box = (await element.boundingBox())!
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
      await expect
        .poll(() =>
          page
            .locator(`${DIALOG} .hb-evidence-value`)
            .innerText()
            .catch(() => ''),
        )
        .toContain(drawn.text)
      await expectUncovered(
        page,
        page.locator(`#slide-container .slidev-page:visible svg [data-mark=value][data-figure="${drawn.id}"]`).first(),
      )
      await page.keyboard.press('Escape')
    }
  })

  test('tells how a derived figure came about; each input opens in the panel, with a way back', async ({ open }) => {
    const page = await openSlide(open, `/${derived.appendix}`)
    const dialog = await ask(page, derived.id)
    await expect.poll(() => dialog.innerText()).toContain(derived.derived!.formula)
    for (const id of derived.derived!.inputs) {
      await dialog.getByRole('button', { name: factOf(id).label }).click()
      await expect.poll(() => dialog.locator('.hb-evidence-clause').innerText()).toBe(factOf(id).clause)
      expect(await dialog.getByRole('heading').evaluate(heading => heading === document.activeElement)).toBe(true)
      await dialog.getByRole('button', { name: '返回' }).click()
      await expect.poll(() => dialog.innerText()).toContain(derived.derived!.formula)
    }
  })

  test('is gone with a click elsewhere, and a click beside the slide still turns the page', async ({ open }) => {
    const page = await openSlide(open, `/${large.slide}`, { viewport: { width: 1280, height: 900 } })
    const dialog = await ask(page, large.id)
    await page.locator('.slidev-page:visible .hb-footer').click({ position: { x: 40, y: 30 } })
    await dialog.waitFor({ state: 'detached' })
    expect(slideOf(page)).toBe(large.slide)
    await ask(page, large.id)
    await page.mouse.click(1200, 20)
    await expect.poll(() => slideOf(page)).toBe(large.slide + 1)
    await dialog.waitFor({ state: 'detached' })
  })

  // Places are judged in tests/evidence/place.node.test.ts.
  test('lies within a small window for every figure of some slides', async ({ open }) => {
    const page = await openSlide(open, `/${large.slide}?slide`, { viewport: { width: 844, height: 390 } })
    for (const no of [large.slide, drawn.slide]) {
      if (slideOf(page) !== no) await page.goto(new URL(`/${no}?slide`, page.url()).href)
      await settled(page)
      const figures = page.locator(
        '#slide-container .slidev-page:visible [data-figure]:not(path, rect, tr, .hb-evidence *):visible',
      )
      expect(await figures.count()).toBeGreaterThan(2)
      for (let index = 0; index < (await figures.count()); index += 1) {
        await figures.nth(index).click({ force: true })
        await page.locator(DIALOG).waitFor()
        await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))
        await expectInside(page)
        await page.keyboard.press('Escape')
      }
    }
  })

  test('is gone when the page is turned: by the keys of a remote control or of the keyboard, or by going back', async ({
    open,
  }) => {
    const page = await openSlide(open, `/${large.slide}`)
    const dialog = await ask(page, large.id)
    await page.keyboard.press('PageDown')
    await expect.poll(() => slideOf(page)).toBe(large.slide + 1)
    await dialog.waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowLeft')
    await settled(page)
    await ask(page, large.id)
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.keyboard.press('ArrowRight')
    await dialog.waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowLeft')
    await settled(page)
    await ask(page, large.id)
    await page.goBack()
    await expect.poll(() => slideOf(page)).toBe(large.slide + 1)
    await dialog.waitFor({ state: 'detached' })
  })

  test('leaves its figure in sight on a slide that is watched on a phone held upright', async ({ open }) => {
    const page = await openSlide(open, `/${large.slide}?slide`, PHONE)
    const value = shown(page, large.id).locator('[data-number=value]')
    const box = (await value.boundingBox())!
    await page.touchscreen.tap(box.x + 20, box.y + box.height / 2)
    await page.locator(DIALOG).waitFor()
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    await expectUncovered(page, value)
    await expectInside(page)
  })
})

describe('the evidence of a figure, asked for with the keyboard', () => {
  test('opens at Enter, keeps the keys to itself, and gives the focus back at Esc', async ({ open }) => {
    const page = await openSlide(open, `/${drawn.slide}`)
    const buttons = page.locator('#slide-container [aria-haspopup=dialog]')
    expect(await buttons.count()).toBe(0)
    await page.keyboard.press('Tab')
    await expect.poll(() => buttons.count()).toBeGreaterThan(1)
    const names = await buttons.evaluateAll(all => all.map(each => each.getAttribute('aria-label')!))
    expect(names.filter(name => !name.endsWith('，查看依据'))).toEqual([])
    expect(names.some(name => name.includes(drawn.text))).toBe(true)
    await expect.poll(() => focusedFigure(page)).not.toBe(null)
    const visited: (string | null)[] = [await focusedFigure(page)]
    while (visited.at(-1) !== null && visited.length < (await buttons.count())) {
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
      expect(
        await page.evaluate(selector => document.querySelector(selector)!.contains(document.activeElement), DIALOG),
      ).toBe(true)
      for (const other of ['ArrowRight', 'ArrowLeft', 'o', 'g']) await page.keyboard.press(other)
      expect([slideOf(page), await page.locator('#slidev-goto-input:focus').count()]).toEqual([drawn.slide, 0])
      await page.keyboard.press('Escape')
      await page.locator(DIALOG).waitFor({ state: 'detached' })
      expect(await focusedFigure(page)).toBe(asked)
    }
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.url()).not.toMatch(new RegExp(`/${drawn.slide}$`))
  })

  test('leads on to what comes next, and back to the figure', async ({ open }) => {
    const page = await openSlide(open, `/${large.slide}`)
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
    for (let tabs = 0; tabs <= stops; tabs += 1) await page.keyboard.press('Tab')
    await page.locator(DIALOG).waitFor({ state: 'detached' })
    expect(await focusedFigure(page)).toBe(second)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.locator(DIALOG).waitFor()
    await page.keyboard.press('Shift+Tab')
    expect(await focusedFigure(page)).toBe(first)
  })
})

describe('the evidence of a figure stays away', () => {
  test('from a screen that only follows', async ({ open }) => {
    const page = await openSlide(open, `/${large.slide}?kiosk`)
    const asked = watchPanel(page)
    await shown(page, large.id).click({ force: true })
    await page.keyboard.press('Tab')
    await echo(page)
    expect([asked, await page.locator(DIALOG).count(), await page.locator('[aria-haspopup=dialog]').count()]).toEqual([
      [],
      0,
      0,
    ])
    await page.goto(new URL(`/${large.slide}`, page.url()).href)
    await settled(page)
    await ask(page, large.id)
    expect(asked).toHaveLength(1)
  })

  test('from pages to print, and from paper', async ({ open }) => {
    const page = await open(`/print?print=true&range=${large.slide}`)
    const asked = watchPanel(page)
    await page.locator('.print-slide-container [data-figure]').first().click()
    await echo(page)
    expect([asked, await page.locator(DIALOG).count()]).toEqual([[], 0])
    await page.goto(new URL(`/${large.slide}`, page.url()).href)
    await settled(page)
    const dialog = await ask(page, large.id)
    expect(asked).toHaveLength(1)
    await page.emulateMedia({ media: 'print' })
    expect(await dialog.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await dialog.waitFor({ state: 'detached' })
  })

  test('from the audience, while the presenter looks at it', async ({ open, site }) => {
    const page = await openSlide(open, `/${large.slide}`)
    const asked = watchPanel(page)
    const presenter = await page.context().newPage()
    await presenter.goto(`${site.origin}/presenter/${large.slide}`)
    await settled(presenter)
    const dialog = await ask(presenter, large.id)
    const [other] = large.others
    await dialog.getByRole('link', { name: `第${other}页`, exact: true }).click()
    await expect
      .poll(() => [presenter, page].map(each => new URL(each.url()).pathname))
      .toEqual([`/presenter/${other}`, `/${other}`])
    expect(asked).toEqual([])
  })
})

describe('on the page to read, on a phone, the evidence of a figure', () => {
  test('comes as a sheet at a finger that nearly hits, does not hide its figure, and leads to other slides', async ({
    open,
  }) => {
    const page = await openReading(open)
    const section = page.locator(`section[id="${large.slide}"]`)
    await section.scrollIntoViewIfNeeded()
    const figure = section
      .locator(`.hb-number[data-figure="${large.id}"] .hb-number-value, [data-figure="${large.id}"]`)
      .first()
    await figure.waitFor()
    await section.evaluate(element => element.scrollIntoView())
    const box = (await figure.boundingBox())!
    await page.touchscreen.tap(box.x + 20, box.y - 5)
    const sheet = page.locator(DIALOG)
    await expect.poll(() => sheet.innerText().catch(() => '')).toContain(large.text)
    const place = (await sheet.boundingBox())!
    expect([place.x, place.width, Math.round(place.y + place.height)]).toEqual([0, 390, 844])
    expect((await figure.boundingBox())!.y).toBeLessThan(place.y)
    const low = await sheet
      .locator('a, button')
      .evaluateAll(targets =>
        targets
          .filter(target => target.getBoundingClientRect().height < 44 || target.getBoundingClientRect().width < 44)
          .map(target => target.outerHTML),
      )
    expect(low).toEqual([])
    await sheet.getByRole('link', { name: /^附录/ }).tap()
    const row = page.locator(`#entry-${large.id}`)
    const distance = (place: Locator): Promise<number> =>
      place.evaluate(element => Math.abs(element.getBoundingClientRect().top))
    await expect.poll(() => distance(row)).toBeLessThan(PHONE.viewport.height)
    await sheet.getByRole('button', { name: '关闭' }).tap()
    await sheet.waitFor({ state: 'detached' })
    // And back, from its entry there.
    const links = row.locator('.hb-appendix-pages a')
    expect(
      await links.evaluateAll(all =>
        all.map(each => [
          each.getAttribute('href'),
          each.getAttribute('aria-label'),
          each.getBoundingClientRect().height >= 44,
        ]),
      ),
    ).toEqual(large.slides.map(no => [`#${no}`, `第${no}页`, true]))
    await links.first().tap()
    await expect
      .poll(() => distance(page.locator(`section[id="${large.slides[0]}"]`)))
      .toBeLessThan(PHONE.viewport.height / 2)
  })
})

test('the appendix leads to every slide that shows a figure, with the look kept', async ({ open }) => {
  const page = await openSlide(open, `/${large.appendix}?skin=夜`)
  const row = page.locator(`.slidev-page:visible tr[data-figure="${large.id}"]`)
  expect(await row.locator('.hb-appendix-number').innerText()).toBe(String(large.number))
  expect(await row.getByRole('link').evaluateAll(links => links.map(link => link.textContent))).toEqual(
    large.slides.map(String),
  )
  await row.getByRole('link').first().click()
  await expect.poll(() => slideOf(page)).toBe(large.slides[0])
  expect(new URL(page.url()).searchParams.get('skin')).toBe('夜')
  await shown(page, large.id).waitFor()
})

test.for(['16/9', '4/3'])(
  'a page of the appendix has room for the rows that are reckoned: %s',
  async (aspect, { open }) => {
    const page = await openSlide(open, `/${large.appendix}?aspect=${aspect}`)
    const table = page.locator('.slidev-page:visible .hb-appendix')
    for (const label of ['产值', '产'.repeat(20)]) {
      const room = await table.evaluate((element, label) => {
        const [body] = (element as HTMLTableElement).tBodies
        const [row] = body!.rows
        row!.querySelector('.hb-appendix-label')!.textContent = label
        row!.querySelector('.hb-appendix-clause')!.textContent = '产值1亿元'
        row!.querySelector('.hb-appendix-pages')!.textContent = '2'
        const fill = (count: number): boolean => {
          body!.replaceChildren(...Array.from({ length: count }, () => row!.cloneNode(true)))
          const { bottom } = element.closest('.hb-content')!.getBoundingClientRect()
          return element.getBoundingClientRect().bottom <= bottom + 0.5
        }
        let count = 1
        while (fill(count + 1)) count++
        return count
      }, label)
      const row = { label, clause: '产值1亿元', slides: [2] }
      const reckoned = Array.from({ length: 40 }, (_, index) => index + 1).filter(
        count => appendixPages(Array.from({ length: count }, () => row)) === 1,
      ).length
      // What 4:3 has more is not used.
      if (aspect === '16/9') expect(reckoned).toBe(room)
      else expect(reckoned).toBeLessThan(room)
    }
  },
)

describe('axe objects to nothing', () => {
  test.for(['红', '夜'])('about the panel on a slide: %s', async (skin, { open }) => {
    const page = await openSlide(open, `/${drawn.slide}?skin=${skin}`)
    await page.keyboard.press('Tab')
    await page.locator('[aria-haspopup=dialog]').first().waitFor()
    await page.keyboard.press('Enter')
    await page.locator(DIALOG).waitFor()
    await loadAxe(page)
    expect(await findFaults(page, SLIDEV)).toEqual([])
  })

  test('about the panel in the appendix, of a derived figure', async ({ open }) => {
    const page = await openSlide(open, `/${derived.appendix}`)
    await page.keyboard.press('Tab')
    await ask(page, derived.id)
    await loadAxe(page)
    expect(await findFaults(page, SLIDEV)).toEqual([])
  })

  test('about the sheet on the page to read', async ({ open }) => {
    const page = await openReading(open, '?all')
    await page.keyboard.press('Tab')
    await page.locator('.hb-reading [aria-haspopup=dialog]').first().waitFor()
    await page.locator('.hb-reading .hb-fig[data-figure]').first().click()
    await page.locator(DIALOG).waitFor()
    await loadAxe(page)
    expect(await findFaults(page)).toEqual([])
  })
})
