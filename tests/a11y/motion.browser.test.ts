import type { Page } from 'playwright-chromium'
import { describe, expect, inject } from 'vitest'
import { readDeck } from '../../scripts/lib/deck.ts'
import { test } from '../support/test.ts'
import { nameOf, openShow, settled, stepOf } from './support/show.ts'

/**
 * Watches the page, frame by frame, from when it leaves its address. Runs in the page: may use nothing from outside of
 * itself.
 * @param options.frames for how long, at 60 a second
 * @param options.from the address that the page is to leave; null where it is to be watched at once
 * @returns what moved: animations and transitions of styles, and charts that went through drawings between their first
 *   and
 *   their last; one that is drawn anew at once, as when a font has come, does not move
 */
async function watch({ frames, from }: { frames: number; from: string | null }): Promise<string[]> {
  const moved = new Set<string>()
  const drawn = new Map<Element, string>()
  const changes = new Map<Element, number>()
  for (let frame = 0; frame < frames; frame += location.href === from ? 0 : 1) {
    await new Promise(requestAnimationFrame)
    for (const animation of document.getAnimations()) {
      const { target, pseudoElement } = animation.effect as KeyframeEffect
      if (animation.playState === 'running' && target && !target.closest('nav'))
        moved.add(
          `${animation instanceof CSSTransition ? `transition of ${animation.transitionProperty}` : 'animation'}: ${target.tagName.toLowerCase()}.${target.classList.value}${pseudoElement ?? ''}`,
        )
    }
    const slide = [...document.querySelectorAll('.slidev-page')].find(each => each.checkVisibility())
    for (const svg of slide?.querySelectorAll('.hb-chart svg') ?? []) {
      const shapes = [...svg.querySelectorAll('path, rect, circle, polygon, polyline, line')]
        .map(shape =>
          ['d', 'points', 'transform', 'x', 'y', 'width', 'height', 'opacity', 'fill']
            .map(name => shape.getAttribute(name))
            .join(),
        )
        .join('\n')
      if (!shapes) continue
      if (drawn.has(svg) && drawn.get(svg) !== shapes) {
        changes.set(svg, (changes.get(svg) ?? 0) + 1)
        if (changes.get(svg)! > 1) moved.add('drawing of a chart')
      }
      drawn.set(svg, shapes)
    }
  }
  return [...moved]
}

/** Goes on to a slide, and tells what moved on each slide and click. */
async function findMotion(page: Page, last: number): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  while (stepOf(page).slide < last) {
    const watching = page.evaluate(watch, { frames: 12, from: page.url() })
    await page.keyboard.press('ArrowRight')
    const moved = await watching
    await settled(page)
    if (moved.length > 0) found[nameOf(stepOf(page))] = moved
  }
  return found
}

/** What a deck may ask for: slides that fade, parts that come in. */
const MOVING = `
@keyframes come-in { from { opacity: 0 } }
.slidev-page, .hb-slide, .hb-content > *, .hb-content > *::before { transition: opacity 1s; animation: come-in 1s }
`

describe('where less motion is asked for', () => {
  test('nothing moves, from one slide or click to the next, and in no chart', async ({ open }) => {
    const page = await openShow(open, 'red')
    expect(await findMotion(page, (await readDeck(inject('district').root)).total)).toEqual({})
  })

  test('what style sheets would move keeps still', async ({ open }) => {
    const page = await openShow(open, 'red')
    await page.addStyleTag({ content: MOVING })
    expect(await page.evaluate(watch, { frames: 6, from: null })).toEqual([])
  })
})

test('elsewhere charts go from step to step, and what style sheets move moves: it would be seen', async ({ open }) => {
  const page = await open('/14', { reducedMotion: 'no-preference' })
  await settled(page)
  expect(Object.values(await findMotion(page, 15)).flat()).toContain('drawing of a chart')
  await page.addStyleTag({ content: MOVING })
  const moved = (await page.evaluate(watch, { frames: 6, from: null })).join('\n')
  expect(moved).toContain('slidev-page')
  expect(moved).toContain('hb-slide')
})
