import { describe, expect, it } from 'vitest'
import { buildBar, planBar } from '../../components/charts/bar-chart-option.ts'
import { buildStacked, planStacked, summarizeStacked } from '../../components/charts/stacked-bars-option.ts'
import { chartTheme } from '../../components/charts/theme.ts'
import { figureOf, figuresOf } from './fixture-figures.ts'
import { extentsOf, normalizeSvg, renderSvg, textsOf } from './render.ts'

const { highlight, context, paper } = chartTheme.color
const steps = ['trade', 'output']
const at = (step: number | undefined): string =>
  normalizeSvg(
    renderSvg(buildBar, planBar(figuresOf('trade', 'output'), { steps, ...(step !== undefined && { step }) })),
  )
const withoutColors = (svg: string): string => svg.replace(/ (?:fill|stroke)="[^"]*"|font: \d+|class="[^"]*"/g, '')

describe('the steps of a chart', () => {
  it('begin with everything there, and all of it grey', () => {
    expect(extentsOf(at(0), context)).toHaveLength(2)
    expect(extentsOf(at(0), highlight)).toEqual([])
    expect(textsOf(at(0))).toEqual(textsOf(at(2)))
  })

  it('move the highlight and nothing else', () => {
    const [first, second] = [at(1), at(2)]
    expect(extentsOf(first, highlight)).toEqual(extentsOf(second, context))
    expect(extentsOf(second, highlight)).toEqual(extentsOf(first, context))
    expect(withoutColors(first)).toBe(withoutColors(at(0)))
  })

  it('end where a chart without clicks stands', () => {
    expect(at(undefined)).toBe(at(2))
    expect(planBar(figuresOf('trade', 'output'), { steps }).bars.map(({ tone }) => tone)).toEqual([
      'highlight',
      'context',
    ])
  })

  it('keep what the highlight is compared with in its own colour from the first click on', () => {
    const tones = (step: number): string[] =>
      planBar(figuresOf('trade', 'output'), { steps: ['output'], compare: 'trade', step }).bars.map(({ tone }) => tone)
    expect(tones(0)).toEqual(['context', 'context'])
    expect(tones(1)).toEqual(['highlight', 'compare'])
  })

  it('are none in an empty list, which leaves everything grey', () => {
    expect(planBar(figuresOf('trade', 'output'), { steps: [] }).bars.map(({ tone }) => tone)).toEqual([
      'context',
      'context',
    ])
  })
})

describe('stacked bars that are built', () => {
  const pairs = [{ total: figureOf('firms'), part: figureOf('firms-new'), rest: figureOf('firms-before') }]
  const build = (step: number): string => renderSvg(buildStacked, planStacked(pairs, { build: true }, step))

  it('begin as totals, complete and named', () => {
    const svg = build(0)
    expect(extentsOf(svg, highlight).every(({ left, right }) => left === right)).toBe(true)
    expect(extentsOf(svg, context)[0]).toEqual(extentsOf(build(1), context)[0])
    expect(textsOf(svg)).toContain('累计640家')
    expect(textsOf(svg).filter(text => /^(?:新增|此前)/.test(text))).toEqual([])
  })

  it('then split, shape by shape the same ones, so that each can move', () => {
    const points = (svg: string, fill: string): number[] =>
      [...svg.matchAll(new RegExp(`<polygon points="([^"]*)" fill="${fill}"`, 'g'))].map(
        ([, list = '']) => list.split(' ').length,
      )
    expect(textsOf(build(1))).toEqual(expect.arrayContaining(['新增240余家', '此前不足400家', '推算']))
    for (const fill of [context, paper, highlight]) expect(points(build(0), fill)).toEqual(points(build(1), fill))
  })

  it('one after the other where steps name the parts', () => {
    const other = {
      total: { ...figureOf('firms'), id: 'other' },
      part: { ...figureOf('firms-new'), id: 'other-new', of: 'other' },
    }
    const split = (step: number): boolean[] =>
      planStacked([...pairs, other], { steps: ['other-new', 'firms-new'] }, step).bars.map(bar => bar.split)
    expect([split(0), split(1), split(2)]).toEqual([
      [false, false],
      [false, true],
      [true, true],
    ])
  })

  it('say the same at every step', () => {
    const said = [0, 1, Infinity].map(step => summarizeStacked(planStacked(pairs, { build: true }, step)))
    expect(new Set(said).size).toBe(1)
  })
})
