import type { Browser, Page } from 'playwright-chromium'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chartTheme } from '../../components/charts/theme.ts'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { readDeck } from '../../scripts/lib/deck.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { ensureSite } from '../../scripts/site/ensure.ts'
import { serveSite } from '../../scripts/site/serve.ts'
import { composeProject } from '../support/project.ts'

const SLIDES = `---
theme: none
title: 海湾区二〇三一
author: 海湾区办公室
exportFilename: haiwan-2031
lang: zh-CN
aspectRatio: 16/9
canvasWidth: 1280
favicon: /favicon.svg
fonts:
  provider: none
layout: chart
chapter: harbour
---

# 三项收入

<BarChart :ids="['tourism', 'cargo', 'fishery']" :steps="['cargo', 'tourism']" />

---
layout: compare
chapter: harbour
---

## 两张图

::left::

<BarChart :ids="['cargo']" />

::right::

<BarChart :ids="['fishery', 'tourism']" />
`

const channels = (hex: string): string => [1, 3, 5].map(index => Number.parseInt(hex.slice(index, index + 2), 16)).join(',')
const RED = channels(chartTheme.color.highlight)

/** Lengths in px of the filled bars of the slides that are shown, red ones negative. Runs in the page. */
function barsOf(red: string): number[] {
  const charts = [...document.querySelectorAll('.hb-chart svg')].filter(svg => svg.checkVisibility())
  return charts.flatMap(svg => [...svg.querySelectorAll<SVGPathElement>('path')].flatMap((path) => {
    const { fill } = getComputedStyle(path)
    const { width, height } = path.getBBox()
    if (fill === 'none' || height < 20 || width < 1)
      return []
    return [Math.round(width) * (fill.replaceAll(' ', '') === `rgb(${red})` ? -1 : 1)]
  }))
}

describe('in a built deck', () => {
  const life = new Lifecycle()
  let origin: string
  let browser: Browser

  beforeAll(async () => {
    const folder = await composeProject('chart-steps', 'other-district', SLIDES)
    const site = await ensureSite({ root: folder, deck: await readDeck(folder), host: currentHost(), life, log: silentLog })
    origin = await serveSite(site.folder, life)
    browser = await launchBrowser({ host: currentHost(), life, log: silentLog })
    expect(site.folder).toBe(join(folder, 'dist'))
  })
  afterAll(() => life.dispose())

  async function open(address: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    await page.goto(`${origin}/${address}`)
    await page.waitForFunction(() => document.querySelector('.huibao-chart-ready') !== null)
    return page
  }

  it('a highlight comes and goes with clicks, forth and back, and the description stays', async () => {
    const page = await open('1')
    const red = (): Promise<number[]> => page.evaluate(barsOf, RED).then(bars => bars.flatMap((length, index) => length < 0 ? [index] : []))
    const described = (): Promise<string | null> => page.locator('.hb-chart svg').first().getAttribute('aria-label')
    const said = await described()
    const seen = [await red()]
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft']) {
      await page.keyboard.press(key)
      // Longer than the motion: what is seen is where it ends.
      await page.waitForTimeout(900)
      seen.push(await red())
    }
    expect(seen).toEqual([[], [0], [2], [0], []])
    expect(said).toContain('突破840亿元')
    expect(await described()).toBe(said)
    await page.close()
  })

  it('print shows the last step, or each where clicks are asked for', async () => {
    const steps = async (query: string): Promise<number[]> => {
      const page = await open(`print?print=${query}&range=1`)
      await page.waitForFunction(() => [...document.querySelectorAll<HTMLElement>('[data-waitfor]')].every(each => each.querySelector(each.dataset.waitfor!)))
      const red = (await page.evaluate(barsOf, RED)).flatMap((length, index) => length < 0 ? [index] : [])
      await page.close()
      return red
    }
    expect(await steps('true')).toEqual([2])
    // Three bars a page: none, then the first, then the third.
    expect(await steps('clicks')).toEqual([3, 8])
  })

  it('charts of one unit on a slide share their scale and say so', async () => {
    const page = await open('2')
    const [cargo, fishery, tourism] = (await page.evaluate(barsOf, RED)).map(Math.abs)
    expect(tourism! / fishery!).toBeCloseTo(96.5 / 210, 1)
    // 840 with its teeth beside 210 with its wave.
    expect(cargo! / fishery!).toBeGreaterThan(3.6)
    expect(cargo! / fishery!).toBeLessThan(4.4)
    expect(await page.locator('.hb-chart svg text').allTextContents()).toEqual(expect.arrayContaining([expect.stringContaining('两图同一比例尺')]))
    await page.close()
  })
})
