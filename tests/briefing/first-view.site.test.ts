import { expect, inject, it } from 'vitest'
import { firstChart } from '../../scripts/bench/first-view/bench.ts'
import { bytesOf } from '../../scripts/site/pack.ts'
import { BUDGET, firstViewFiles, foreignParts, packedBytes, type SlidePage } from '../setup/support/first-view.ts'
import { ROOT } from '../support/project.ts'

const site = inject('deck')
const charted = (await firstChart(ROOT))!
const from = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

// The slides beside the one that is asked for are loaded with it: on the page to read two on either side.
it.each<[SlidePage, number[], 'slide' | 'chart']>([
  ['play', from(1, 2), 'slide'],
  ['ReadPage', from(1, 3), 'slide'],
  ['play', from(charted - 1, charted + 1), 'chart'],
  ['ReadPage', from(charted - 2, charted + 2), 'chart'],
])(
  'a phone on %s loads for slides %j no more than there is room for before the first %s, and nothing foreign',
  (page, slides, moment) => {
    const files = firstViewFiles(site, page, slides)
    expect(packedBytes(site, files)).toBeLessThanOrEqual(BUDGET[moment])
    expect(foreignParts(site, files)).toEqual([])
  },
)

it(`a phone finds at most ${BUDGET.fonts / 1000} kB of fonts`, async () => {
  expect(await bytesOf(site, /\.(?:woff2?|ttf|otf)$/)).toBeLessThanOrEqual(BUDGET.fonts)
})
