import { readFileSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-chromium'
import { beforeAll, describe, expect, inject } from 'vitest'
import { REVIEW_FILE, type Review } from '../../model/review.ts'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { Desk } from '../../scripts/review/desk.ts'
import { buildPage, type PageFile } from '../../scripts/review/page.ts'
import { startReviewServer } from '../../scripts/review/server.ts'
import { Slides } from '../../scripts/review/slides.ts'
import { writeSheet } from '../../scripts/review/sheet/write.ts'
import { findFaults, loadAxe } from '../a11y/support/axe.ts'
import { temporaryFolder, testContext, testLifecycle } from '../scripts/support/context.ts'
import { composeDeck } from '../support/project.ts'
import { test } from '../support/test.ts'

/** The slides are in a frame of their own, where the checks of the deck look at them. */
const HERE = { iframes: false }

let page: Map<string, PageFile>
beforeAll(async () => {
  page = await buildPage()
})

/** Serves the other district's deck from a folder of its own, whose review is empty. */
async function serve(name: string): Promise<{ address: string; root: string; review: () => Review }> {
  const root = await composeDeck(name, 'other-district')
  const desk = await Desk.open({ root, source: [], by: null, date: () => new Date() })
  const build = (): Promise<string> => Promise.resolve(inject('district').plain)
  const address = await startReviewServer({
    desk,
    slides: await Slides.open({ build, log: silentLog }, (await desk.stamps()).deckStamp),
    page,
    port: 0,
    life: testLifecycle(),
    log: silentLog,
  })
  const review = (): Review =>
    (JSON.parse(readFileSync(path.join(root, REVIEW_FILE), 'utf8')) as { reviews: Review }).reviews
  return { address, root, review }
}

const chosen = (page: Page): Promise<string | null> => page.locator('.figure[aria-selected=true] .label').textContent()

const told = (page: Page): Promise<string | null> => page.getByRole('status').last().textContent()

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Says who one is, by keyboard. */
async function callYourself(page: Page, name: string): Promise<void> {
  await page.locator('dialog #name:focus').waitFor()
  await press(page, 'Control+a')
  await page.keyboard.insertText(name)
  await press(page, 'Enter')
  await page.locator('dialog').waitFor({ state: 'detached' })
}

describe('the page, by keyboard alone', () => {
  test('shows a figure in source and slides, and takes down what two people say', async ({ open }) => {
    const { address, review } = await serve('review-page')
    const page = await open(address, { viewport: { width: 1440, height: 900 } })
    await page.locator('.figure').first().waitFor()
    expect(new URL(page.url()).search).toBe('')
    await loadAxe(page)
    expect(await findFaults(page, [], HERE)).toEqual([])

    const first = await chosen(page)
    await press(page, 'j')
    const second = await chosen(page)
    expect(second).not.toBe(first)
    await press(page, 'k')
    expect(await chosen(page)).toBe(first)
    await press(page, 'ArrowDown')
    expect(await chosen(page)).toBe(second)

    // All three show it: the number in the source, and on a slide.
    const value = (await page.locator('.card .number').evaluate(each => each.firstChild!.textContent))!
    const digits = /[\d.]+/.exec(value)![0]
    expect(await page.locator('.source .mark.chosen').first().textContent()).toContain(digits)
    const box = page.frameLocator('iframe').locator('.print-slide-container:not(.review-away) .review-box').first()
    await box.waitFor()

    // What scrolls keeps the arrows to itself.
    await page.locator('.source').focus()
    await press(page, 'ArrowDown')
    expect(await chosen(page)).toBe(second)
    await press(page, 'Escape')

    // Nobody confirms without a name.
    await press(page, 'y')
    await callYourself(page, '李明')
    await press(page, 'y')
    await expect.poll(() => told(page)).toBe(`已确认：${second}`)
    expect(await page.locator('.seats .taken').allTextContents()).toEqual([expect.stringContaining('李明')])
    await press(page, 'p')
    await callYourself(page, '李 明')
    await press(page, 'Enter')
    await expect.poll(() => Object.values(review()).map(each => Object.keys(each))).toEqual([['李明']])
    await press(page, 'p')
    await callYourself(page, '王芳')
    await press(page, 'Enter')
    await page.locator('.figure[aria-selected=true].state-signed').waitFor()
    expect(await page.locator('.seats .taken').count()).toBe(2)

    // The next one, past what is done.
    await press(page, 'k', 'u')
    expect(await chosen(page)).not.toBe(second)
    await press(page, 'n')
    await page.locator('dialog #word:focus').waitFor()
    expect(await findFaults(page, [], HERE)).toEqual([])
    await page.keyboard.insertText('原文是 210 亿元')
    await press(page, 'Enter')
    await page.locator('.figure[aria-selected=true].state-objected').waitFor()
    expect(await page.locator('.objection').textContent()).toContain('王芳')
    expect(await page.locator('.objection').textContent()).toContain('原文是 210 亿元')
    expect(await findFaults(page, [], HERE)).toEqual([])
    await press(page, 'x')
    await page.locator('.figure[aria-selected=true].state-open').waitFor()
    expect(Object.keys(review())).toHaveLength(1)
  })

  test('finds and filters, and tells its keys', async ({ open }) => {
    const { address } = await serve('review-find')
    const page = await open(address, { viewport: { width: 1024, height: 768 } })
    await page.locator('.figure').first().waitFor()
    const all = await page.locator('.figure').count()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)

    const name = (await page.locator('.figure .label').nth(2).textContent())!
    await press(page, '/')
    await page.keyboard.insertText(name)
    await expect.poll(() => page.locator('.figure').count()).toBeLessThan(all)
    expect(await chosen(page)).toContain(name)
    // What is typed is no command, and what is chosen stays.
    await page.keyboard.type('y')
    expect(await page.locator('dialog').count()).toBe(0)
    await press(page, 'Control+a', 'Delete', 'Escape')
    await page.locator('#figures:focus').waitFor()
    await expect.poll(() => page.locator('.figure').count()).toBe(all)

    await press(page, 'f')
    await page.locator('#state:focus').waitFor()
    await press(page, 'End')
    await expect.poll(() => page.locator('.figure').count()).toBe(0)
    await press(page, 'Home', 'Escape', 'c')
    await page.locator('#chapter:focus').waitFor()
    await press(page, 'End', 'Escape')
    await expect.poll(() => page.locator('.figures [role=group]').count()).toBe(1)
    await loadAxe(page)
    expect(await findFaults(page, [], HERE)).toEqual([])

    await press(page, '?')
    await page.locator('dialog .keys').waitFor()
    expect(await findFaults(page, [], HERE)).toEqual([])
    await press(page, 'Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
    await page.locator('#figures:focus').waitFor()
  })
})

describe('a deck that two people confirm, by keyboard alone', () => {
  /** Confirms all that the page leads to, one after the other. */
  async function confirmAll(page: Page): Promise<void> {
    for (let left = await page.locator('.figure').count(); left > 0; left -= 1) {
      const label = await chosen(page)
      await press(page, 'y')
      await expect.poll(() => told(page)).toBe(`已确认：${label}`)
      await press(page, 'u')
      if ((await told(page)) === '列出的都不用你再看了') return
    }
  }

  test('passes check --signed; a figure that changes then is named, on the page too', async ({ open }) => {
    const { address, root } = await serve('review-signed')
    const check = async (): Promise<string[]> => {
      const { findings } = await checkDeck(parseCheckArgs(['signed']), testContext(root))
      return findings.map(({ element, measured }) => `${element} ${measured}`)
    }
    const page = await open(address, { viewport: { width: 1280, height: 720 } })
    await page.locator('.figure').first().waitFor()
    const shown = (await check()).length
    expect(shown).toBeGreaterThan(5)
    for (const [index, name] of ['李明', '王芳'].entries()) {
      await press(page, 'p')
      await callYourself(page, name)
      await confirmAll(page)
      expect(await check()).toHaveLength(index === 0 ? shown : 0)
      await press(page, 'Home')
    }
    expect(await page.locator('.figure.state-signed').count()).toBe(shown)

    const file = path.join(root, 'data', 'deck.ts')
    const text = readFileSync(file, 'utf8')
    /** Saves the data, and comes back to the page. */
    async function save(changed: string, seconds: number): Promise<void> {
      writeFileSync(file, changed)
      utimesSync(file, new Date(), new Date(Date.now() + seconds * 1_000))
      await page.evaluate(() => dispatchEvent(new Event('focus')))
    }
    await loadAxe(page)
    await save(`${text}}`, 5)
    await page.locator('.notice.fault').waitFor()
    expect(await page.locator('.notice.fault').textContent()).toContain('data/deck.ts')
    expect(await findFaults(page, [], HERE)).toEqual([])
    await save(text.replace("label: '旅游收入'", "label: ''"), 10)
    await page.getByText('数据有 1 处不对').waitFor()
    expect(await findFaults(page, [], HERE)).toEqual([])

    await save(text.replace('value: 96.5', 'value: 96.9').replace('旅游收入96.5亿元', '旅游收入96.9亿元'), 15)
    expect(await check()).toEqual(['tourism 还没有人确认（李明、王芳确认以后又改过）'])
    await page.locator('.figure.state-changed').waitFor()
    expect(await page.locator('.notice').textContent()).toContain('右边的幻灯片还是改动以前的')
    expect(await findFaults(page, [], HERE)).toEqual([])
    await press(page, 'u')
    expect(await page.locator('.card .number').textContent()).toContain('96.9亿元')
    expect(await page.locator('.card .lost').count()).toBe(2)
    await press(page, 'r')
    await page.locator('.notice').waitFor({ state: 'detached' })
  })
})

test('the sign-off sheet is printed in embedded fonts', async ({}) => {
  const root = await composeDeck('review-sheet', 'other-district')
  const file = path.join(temporaryFolder(), '校核表.pdf')
  expect(await writeSheet(file, testContext(root))).toBeGreaterThan(5)
  const { extractText, getDocumentProxy } = await import('unpdf')
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(readFileSync(file))), {
    mergePages: true,
  })
  expect(text).toContain('校核表')
  expect(text).toContain('签字二')
  expect(text).toContain('突破840亿元')
  expect(text).toContain(`1 / ${totalPages}`)
  // Characters that have a radical which looks the same are copied as themselves.
  expect(text).toMatch(/[一人大小日月水火]/)
  expect(text).not.toMatch(/[\u2E80-\u2FDF\uF900-\uFAFF]/)
})
