import { describe, expect } from 'vitest'
import { test } from '../support/test.ts'
import { nameOf, openShow, press, stepOf, walk } from './support/show.ts'

/** What has the keyboard's focus, as far as it can be told by looking. */
interface Focused {
  name: string
  onScreen: boolean
  /** Whether it looks another way than without the focus. */
  marked: boolean
}

/* Runs in the page: may use nothing from outside of itself. */
function readFocus(): Focused | null {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return null
  const box = element.getBoundingClientRect()
  let opacity = 1
  for (let each: Element | null = element; each; each = each.parentElement)
    opacity *= Number(getComputedStyle(each).opacity)
  const css = getComputedStyle(element)
  const outlined = css.outlineStyle !== 'none' && Number.parseFloat(css.outlineWidth) >= 1
  const before = [css.boxShadow, css.borderColor, css.backgroundColor].join()
  element.blur()
  const marked = outlined || [css.boxShadow, css.borderColor, css.backgroundColor].join() !== before
  element.focus()
  return {
    name: element.title || element.textContent!.trim() || element.tagName,
    onScreen:
      opacity > 0.5 &&
      box.width > 0 &&
      box.height > 0 &&
      box.left >= 0 &&
      box.top >= 0 &&
      box.right <= innerWidth &&
      box.bottom <= innerHeight,
    marked,
  }
}

/* Runs in the page: may use nothing from outside of itself. */
function findPointerOnly(): string[] {
  const operable = 'a[href], button, input, select, textarea, summary, [role=button], [role=link], [onclick]'
  return [...document.querySelectorAll<HTMLElement>('.slidev-page *')]
    .filter(element => element.checkVisibility() && element.tabIndex < 0)
    .filter(
      element =>
        element.matches(operable) ||
        (getComputedStyle(element).cursor === 'pointer' && !element.closest('[tabindex], a[href], button')),
    )
    .map(element => element.outerHTML.slice(0, 80))
}

describe('the deck, without a pointer', () => {
  test('goes through every slide and click with →, and all the way back with ←', async ({ open }) => {
    const page = await openShow(open, 'red')
    const forth: string[] = []
    const pointerOnly: string[] = []
    for await (const step of walk(page)) {
      forth.push(nameOf(step))
      pointerOnly.push(...(await page.evaluate(findPointerOnly)).map(markup => `${nameOf(step)}: ${markup}`))
    }
    const total = Number(forth.at(-1)!.split('/')[0])
    expect([...new Set(forth.map(name => Number(name.split('/')[0])))]).toEqual(
      Array.from({ length: total }, (_, index) => index + 1),
    )
    expect(pointerOnly).toEqual([])
    expect(await press(page, 'ArrowRight')).toBe(false)
    const back: string[] = []
    for await (const step of walk(page, 'ArrowLeft')) back.push(nameOf(step))
    expect(back).toEqual(forth.reverse())
  })

  test.for([
    ['the space bar', 'Space', 'Shift+Space'],
    ['the keys of a presenter’s remote control', 'PageDown', 'PageUp'],
  ] as const)('goes forth and back with %s', async ([_, forth, back], { open }) => {
    const page = await openShow(open, 'red')
    for (const slide of [2, 3, 4]) {
      expect(await press(page, forth)).toBe(true)
      expect(stepOf(page).slide).toBe(slide)
    }
    for (const slide of [3, 2, 1]) {
      expect(await press(page, back)).toBe(true)
      expect(stepOf(page).slide).toBe(slide)
    }
  })

  test('goes to a slide by its number, and goes on from there', async ({ open }) => {
    const page = await openShow(open, 'red')
    await page.keyboard.press('g')
    await page.locator('#slidev-goto-input:focus').waitFor()
    await page.keyboard.type('5')
    expect(await press(page, 'Enter')).toBe(true)
    expect(stepOf(page).slide).toBe(5)
    expect(await press(page, 'ArrowLeft')).toBe(true)
    expect(stepOf(page).slide).toBe(4)
  })

  test('leaves the box for the number with Esc, where it was', async ({ open }) => {
    const page = await openShow(open, 'red')
    await page.keyboard.press('g')
    await page.locator('#slidev-goto-input:focus').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(readFocus)).toBe(null)
    expect(await press(page, 'ArrowRight')).toBe(true)
    expect(stepOf(page).slide).toBe(2)
  })

  test('chooses a slide from the overview', async ({ open }) => {
    const page = await openShow(open, 'red')
    await page.keyboard.press('o')
    await page.getByTitle('Close', { exact: true }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await press(page, 'Enter')).toBe(true)
    expect(stepOf(page).slide).toBe(3)
    await page.keyboard.press('o')
    await page.getByTitle('Close', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByTitle('Close', { exact: true }).waitFor({ state: 'hidden' })
    expect(stepOf(page).slide).toBe(3)
  })

  test('never holds the focus fast, and always shows where it is', async ({ open }) => {
    const page = await openShow(open, 'red')
    // On the first slide one of the buttons has nowhere to lead to, and looks it.
    await press(page, 'ArrowRight')
    const visited: Focused[] = []
    let left = false
    for (let tabs = 0; tabs < 60 && !left; tabs += 1) {
      await page.keyboard.press('Tab')
      // The toolbar fades in where it has the focus.
      await page.waitForFunction(() => document.getAnimations().length === 0)
      const focused = await page.evaluate(readFocus)
      left = visited.length > 0 && (focused === null || focused.name === visited[0]!.name)
      if (focused && !left) visited.push(focused)
    }
    expect(left).toBe(true)
    expect(visited.length).toBeGreaterThan(2)
    expect(visited.filter(({ onScreen, marked }) => !onScreen || !marked)).toEqual([])
    expect(await press(page, 'ArrowRight')).toBe(true)
  })
})
