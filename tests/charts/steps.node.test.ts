import { describe, expect, it } from 'vitest'
import { barChart, planBar } from '../../components/charts/bar-chart.ts'
import { planStacked, stackedBars } from '../../components/charts/stacked-bars.ts'
import { chartTheme } from '../../components/charts/theme.ts'
import { figureOf, figuresOf } from './fixture-figures.ts'
import { extentsOf, normalizeSvg, renderSvg, textsOf } from './render.ts'

const { highlight, context } = chartTheme.color
const steps = ['trade', 'output']
const at = (step: number | undefined): string =>
  normalizeSvg(
    renderSvg(barChart, planBar(figuresOf('trade', 'output'), { steps, ...(step !== undefined && { step }) })),
  )
const withoutColors = (svg: string): string =>
  svg.replace(/ (?:fill|stroke)="[^"]*"|font-weight:\d+|class="[^"]*"/g, '')

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
    expect(planBar(figuresOf('trade', 'output'), { steps }).items.map(({ emphasis }) => emphasis)).toEqual([
      'highlight',
      'context',
    ])
  })

  it('keep what the highlight is compared with in its own colour from the first click on', () => {
    const tones = (step: number): string[] =>
      planBar(figuresOf('trade', 'output'), { steps: ['output'], compare: 'trade', step }).items.map(
        ({ emphasis }) => emphasis,
      )
    expect(tones(0)).toEqual(['context', 'context'])
    expect(tones(1)).toEqual(['highlight', 'compare'])
  })

  it('are none in an empty list, which leaves everything grey', () => {
    expect(planBar(figuresOf('trade', 'output'), { steps: [] }).items.map(({ emphasis }) => emphasis)).toEqual([
      'context',
      'context',
    ])
  })
})

describe('stacked bars that are built', () => {
  const pairs = [{ total: figureOf('firms'), part: figureOf('firms-new'), rest: figureOf('firms-before') }]
  const build = (step: number): string => renderSvg(stackedBars, planStacked(pairs, { build: true, step }))

  it('begin as totals, complete and named', () => {
    const svg = build(0)
    expect(extentsOf(svg, highlight).every(({ left, right }) => left === right)).toBe(true)
    expect(extentsOf(svg, context)[0]!.right).toBeCloseTo(extentsOf(build(1), highlight)[0]!.right, 0)
    expect(textsOf(svg)).toContain('累计640家')
    expect(textsOf(svg).filter(text => /^(?:新增|此前)/.test(text))).toEqual([])
  })

  it('then split, shape by shape the same ones, so that each can move', () => {
    expect(textsOf(build(1))).toEqual(expect.arrayContaining(['新增240余家', '此前不足400家', '推算']))
    for (const fill of [context, highlight])
      expect(extentsOf(build(0), fill)).toHaveLength(extentsOf(build(1), fill).length)
  })

  it('one after the other where steps name the parts', () => {
    const other = {
      total: { ...figureOf('firms'), id: 'other' },
      part: { ...figureOf('firms-new'), id: 'other-new', of: 'other' },
    }
    const split = (step: number): boolean[] =>
      planStacked([...pairs, other], { steps: ['other-new', 'firms-new'], step }).bars.map(bar => bar.split)
    expect([split(0), split(1), split(2)]).toEqual([
      [false, false],
      [false, true],
      [true, true],
    ])
  })

  it('say the same at every step', () => {
    const said = [0, 1, Infinity].map(step => stackedBars.describe(planStacked(pairs, { build: true, step })))
    expect(new Set(said).size).toBe(1)
  })
})
