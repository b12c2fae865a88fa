import type { Browser, Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { serveDeck } from '../support/site.ts'
import { nameOf, openShow, settled, stepOf } from './support/show.ts'

/**
 * Watches the page, frame by frame. Runs in the page: may use nothing from outside of itself.
 * @param frames for how long, at 60 a second
 * @returns what moved: animations and transitions of styles, and charts that went through drawings between their first and
 *   their last; one that is drawn anew at once, as when a font has come, does not move
 */
async function watch(frames: number): Promise<string[]> {
  const moved = new Set<string>()
  const drawn = new Map<Element, string>()
  const changes = new Map<Element, number>()
  for (let frame = 0; frame < frames; frame += 1) {
    await new Promise(requestAnimationFrame)
    for (const animation of document.getAnimations()) {
      const { target, pseudoElement } = animation.effect as KeyframeEffect
      if (animation.playState === 'running' && target && !target.closest('nav'))
        moved.add(`${animation instanceof CSSTransition ? `transition of ${animation.transitionProperty}` : 'animation'}: ${target.tagName.toLowerCase()}.${target.classList.value}${pseudoElement ?? ''}`)
    }
    const slide = [...document.querySelectorAll('.slidev-page')].find(each => each.checkVisibility())
    for (const svg of slide?.querySelectorAll('.hb-chart svg') ?? []) {
      const shapes = [...svg.querySelectorAll('path, rect, circle, polygon, polyline, line')]
        .map(shape => ['d', 'points', 'transform', 'x', 'y', 'width', 'height', 'opacity'].map(name => shape.getAttribute(name)).join())
        .join('\n')
      if (!shapes)
        continue
      if (drawn.has(svg) && drawn.get(svg) !== shapes) {
        changes.set(svg, (changes.get(svg) ?? 0) + 1)
        if (changes.get(svg)! > 1)
          moved.add('drawing of a chart')
      }
      drawn.set(svg, shapes)
    }
  }
  return [...moved]
}

/** Goes on by up to `most` slides and clicks, and tells what moved on each. */
async function findMotion(page: Page, most: number, frames: number): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (let step = 0; step < most; step += 1) {
    const before = page.url()
    const watching = page.evaluate(watch, frames)
    await page.keyboard.press('ArrowRight')
    const moved = await watching
    await settled(page)
    if (page.url() === before)
      return found
    if (moved.length > 0)
      found[nameOf(stepOf(page))] = moved
  }
  return found
}

/** What a deck may ask for: slides that fade, parts that come in. */
const MOVING = `
@keyframes come-in { from { opacity: 0 } }
.slidev-page, .hb-slide, .hb-content > *, .hb-content > *::before { transition: opacity 1s; animation: come-in 1s }
`

describe('the deck', () => {
  const life = new Lifecycle()
  let origin: string
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    [origin, browser] = await Promise.all([serveDeck(life), launchBrowser({ host: currentHost(), life, log: silentLog })])
  })
  afterAll(() => life.dispose())

  describe('where less motion is asked for', () => {
    beforeAll(async () => { page = await openShow(browser, origin, 'red', { reducedMotion: 'reduce' }) })
    afterAll(() => page.context().close())

    it('moves nothing, from one slide or click to the next, and in no chart', async () => {
      expect(await findMotion(page, Infinity, 12)).toEqual({})
      expect(stepOf(page).slide).toBeGreaterThan(10)
    })

    it('keeps still what style sheets would move', async () => {
      await page.addStyleTag({ content: MOVING })
      expect(await page.evaluate(watch, 6)).toEqual([])
    })
  })

  describe('elsewhere, which shows that movement would be seen', () => {
    beforeAll(async () => { page = await openShow(browser, origin, 'red', { reducedMotion: 'no-preference' }) })
    afterAll(() => page.context().close())

    it('lets charts go from step to step', async () => {
      expect(Object.values(await findMotion(page, 12, 12)).flat()).toContain('drawing of a chart')
    })

    it('moves what style sheets move', async () => {
      await page.addStyleTag({ content: MOVING })
      const moved = (await page.evaluate(watch, 6)).join('\n')
      expect(moved).toContain('slidev-page')
      expect(moved).toContain('hb-slide')
    })
  })
})
