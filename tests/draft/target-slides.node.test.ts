import { describe, expect, it } from 'vitest'
import type { FigureInput } from '../../model/figure.ts'
import { toDeckData } from '../../model/slides/data.ts'
import { printFigures } from '../../model/slides/figure-text.ts'
import type { TargetInput } from '../../model/target.ts'
import { materialOf } from '../../scripts/draft/material.ts'
import { targetSlides } from '../../scripts/draft/target-slides.ts'
import { deckWith, inChapter, stated } from './figures.ts'

const NEXT = '2032'
const rise = (id: string, label: string, value: number, more: Partial<FigureInput> = {}): FigureInput =>
  stated(id, { label, value, unit: '%', kind: 'growth', change: '增长', comparedWith: '上年', ...more })
const jobs = (id: string, label: string, value: number, more: Partial<FigureInput> = {}): FigureInput =>
  stated(id, { label, value, unit: '人', ...more })

/** What the slides of targets say first, and what stands on them. */
function told(targets: TargetInput[], ...figures: FigureInput[]): { title: string; shown: string[] }[] {
  const deck = deckWith({ ...inChapter(figures), targets: { file: 'data/targets.ts', targets } })
  const data = toDeckData(deck)
  return targetSlides(deck.targets, materialOf(deck)).map(({ title = '', body, side = [] }) => ({
    title: printFigures(title, data, id => id).replace('## ', ''),
    shown: [...body, ...side],
  }))
}

describe('the slide of targets', () => {
  it('is led by the first that was met, whatever kind it is of', () => {
    const [slide] = told(
      [
        { id: 'sales', plan: 'sales-plan', done: 'sales' },
        { id: 'jobs', plan: 'jobs-plan', done: 'jobs' },
      ],
      ...[rise('sales', '零售额增速', 3), rise('sales-plan', '零售额目标', 5)],
      ...[jobs('jobs', '新增就业', 4000), jobs('jobs-plan', '新增就业目标', 3000, { qualifier: '以上' })],
    )
    expect(slide!.title).toBe('新增就业4000人，达到目标')
  })

  it('of one target says it in large numbers', () => {
    const [slide] = told(
      [{ id: 'jobs', plan: 'jobs-plan', done: 'jobs' }],
      jobs('jobs', '新增就业', 4000),
      jobs('jobs-plan', '新增就业目标', 3000),
    )
    expect(slide!.shown).toEqual([
      '<BigNumber id="jobs" size="xl" highlight />',
      expect.stringMatching(/^<FigureGrid :cols="1" .*'jobs-plan'/),
    ])
  })

  it('of the year ahead names its time once, and each plan after what was done', () => {
    const [slide] = told(
      [
        { id: 'sales', plan: 'sales-plan', before: 'sales' },
        { id: 'jobs', plan: 'jobs-plan', before: 'jobs' },
      ],
      ...[rise('sales', '零售额增速', 3), rise('sales-plan', '来年零售额目标', 5, { period: NEXT })],
      ...[jobs('jobs', '新增就业', 4000), jobs('jobs-plan', '来年新增就业目标', 3000, { period: NEXT })],
    )
    expect(slide!.title).toBe('2032年零售额目标增长5%，新增就业目标3000人')
  })
})
