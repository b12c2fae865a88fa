import type { Locator } from 'playwright-chromium'
import { describe, expect } from 'vitest'
import { test } from '../support/test.ts'

/** Slides of the other district with one large number, and with two in a group. */
const ONE = 16
const GROUP = 11

/** The sizes that numbers have, and whether all of them are within their places. */
async function look(
  numbers: Locator,
  largest: number,
): Promise<{ size: 'one' | 'several'; full: boolean; fit: boolean }> {
  const { sizes, fit } = await numbers.evaluateAll(elements => ({
    sizes: elements.map(element => Number.parseFloat(getComputedStyle(element).fontSize)),
    fit: elements.every(element => element.scrollWidth <= element.clientWidth),
  }))
  return { size: new Set(sizes).size === 1 ? 'one' : 'several', full: sizes[0] === largest, fit }
}

const WHOLE = { size: 'one', full: true, fit: true }
const STEPPED = { ...WHOLE, full: false }

const setWidth = (number: Locator, width: string): Promise<void> =>
  number.evaluate((element: HTMLElement, value) => void (element.parentElement!.style.width = value), width)

describe('a number in large type', () => {
  test('steps down in size where its place is too narrow, and up again', async ({ open }) => {
    const page = await open(`/${ONE}`)
    const number = page.locator(`[data-slidev-no="${ONE}"] .hb-number-xl .hb-number-value`)
    await expect.poll(() => look(number, 168)).toEqual(WHOLE)
    await setWidth(number, '240px')
    await expect.poll(() => look(number, 168)).toEqual(STEPPED)
    await setWidth(number, '')
    await expect.poll(() => look(number, 168)).toEqual(WHOLE)
  })

  test('takes the others of its group with it', async ({ open }) => {
    const page = await open(`/${GROUP}`)
    const numbers = page.locator(`[data-slidev-no="${GROUP}"] .hb-grid .hb-number-value`)
    await expect.poll(() => look(numbers, 64)).toEqual(WHOLE)
    await setWidth(numbers.first(), '160px')
    await expect.poll(() => look(numbers, 64)).toEqual(STEPPED)
  })
})
