import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { bytesOf } from '../../scripts/site/pack.ts'
import {
  BUDGET,
  firstViewFiles,
  foreignParts,
  packedBytes,
  unknownParts,
  type SlidePage,
} from './support/first-view.ts'

const site = inject('district').plain

/** A page, with the slide that is asked for and those that are loaded beside it; slide 3 is the first with a chart. */
const VIEWS: [SlidePage, number[], 'slide' | 'chart'][] = [
  ['play', [1, 2], 'slide'],
  ['ReadPage', [1, 2], 'slide'],
  ['play', [2, 3, 4], 'chart'],
  ['ReadPage', [1, 2, 3, 4, 5], 'chart'],
]

describe('a phone with nothing in its cache', () => {
  it.each(VIEWS)(
    'on %s loads for slides %j no more scripts and styles than there is room for before the first %s',
    (page, slides, moment) => {
      const files = firstViewFiles(site, page, slides)
      expect(packedBytes(site, files)).toBeLessThanOrEqual(BUDGET[moment])
      // Less would mean that something was overlooked: Vue and Slidev, and then ECharts.
      expect(packedBytes(site, files)).toBeGreaterThan({ slide: 80_000, chart: 200_000 }[moment])
    },
  )

  it('loads nothing of what only code, formulas, diagrams and dialogs need', () => {
    expect(unknownParts()).toEqual([])
    const files = VIEWS.flatMap(([page, slides]) => firstViewFiles(site, page, slides))
    expect(foreignParts(site, files)).toEqual([])
  })

  it('loads no notes', () => {
    const texts = VIEWS.flatMap(([page, slides]) => firstViewFiles(site, page, slides)).map(file =>
      readFileSync(join(site, file), 'utf8'),
    )
    expect(texts.filter(text => text.includes('计划 20 秒') || text.includes('canary-in-a-note'))).toEqual([])
  })

  it(`finds at most ${BUDGET.fonts / 1000} kB of fonts`, async () => {
    expect(await bytesOf(site, /\.(?:woff2?|ttf|otf)$/)).toBeLessThanOrEqual(BUDGET.fonts)
  })
})
