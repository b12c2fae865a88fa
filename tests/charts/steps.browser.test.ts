import type { Page } from 'playwright-chromium'
import { describe, expect } from 'vitest'
import { chartTheme } from '../../components/charts/theme.ts'
import { test } from '../support/test.ts'

/** Slides of the other district with a chart that takes clicks, and with two charts side by side. */
const [STEPS, PAIR] = [14, 15]

const channels = (hex: string): string =>
  [1, 3, 5].map(index => Number.parseInt(hex.slice(index, index + 2), 16)).join(',')
const RED = channels(chartTheme.color.highlight)

/** Lengths in px of the bars of the slides that are shown, red ones negative. Runs in the page. */
function barsOf(red: string): number[] {
  const charts = [...document.querySelectorAll('.hb-chart svg')].filter(svg => svg.checkVisibility())
  return charts
    .flatMap(svg => [...svg.querySelectorAll<SVGPathElement>('path[data-mark=bar]')])
    .map(bar => {
      const isRed = getComputedStyle(bar).fill.replaceAll(' ', '') === `rgb(${red})`
      return Math.round(bar.getBBox().width) * (isRed ? -1 : 1)
    })
}

/** The bars that are red, by their place among all, once every chart is drawn. */
async function redOf(page: Page): Promise<number[]> {
  await page.waitForFunction(() => {
    const charts = [...document.querySelectorAll<HTMLElement>('[data-waitfor]')].filter(each => each.checkVisibility())
    return charts.length > 0 && charts.every(each => each.querySelector(each.dataset.waitfor!))
  })
  return (await page.evaluate(barsOf, RED)).flatMap((length, index) => (length < 0 ? [index] : []))
}

describe('in a built deck', () => {
  test('a highlight comes and goes with clicks, forth and back, and the description stays', async ({ open }) => {
    const page = await open(`/${STEPS}`)
    const described = (): Promise<string | null> => page.locator('.hb-chart svg:visible').getAttribute('aria-label')
    expect(await redOf(page)).toEqual([])
    const said = await described()
    expect(said).toContain('突破840亿元')
    for (const [key, red] of [
      ['ArrowRight', [0]],
      ['ArrowRight', [2]],
      ['ArrowLeft', [0]],
      ['ArrowLeft', []],
    ] as const) {
      await page.keyboard.press(key)
      await expect.poll(() => redOf(page), { message: key }).toEqual(red)
    }
    expect(await described()).toBe(said)
  })

  test('print shows the last step, or each where clicks are asked for', async ({ open }) => {
    expect(await redOf(await open(`/print?print=true&range=${STEPS}`))).toEqual([2])
    // Three bars a page: none, then the first, then the third.
    expect(await redOf(await open(`/print?print=clicks&range=${STEPS}`))).toEqual([3, 8])
  })

  test('charts of one unit on a slide share their scale and say so', async ({ open }) => {
    const page = await open(`/${PAIR}`)
    await redOf(page)
    const [cargo, fishery, tourism] = (await page.evaluate(barsOf, RED)).map(Math.abs)
    expect(tourism! / fishery!).toBeCloseTo(96.5 / 210, 1)
    expect(cargo! / fishery!).toBeCloseTo(840 / 210, 1)
    expect(await page.locator('.hb-chart svg text:visible').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('两图同一比例尺')]),
    )
  })
})
