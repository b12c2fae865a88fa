import type { Figure } from '../../../../model/figure.ts'
import { propOf } from '../../../../model/slides/ids.ts'
import { isChart, isShown, type Appearance } from '../../../lib/facts/appearances.ts'
import type { Finding } from '../../finding.ts'
import { onSlide, type Facts } from '../facts.ts'

/**
 * Figures of different periods are compared only where both periods are shown: a chart says `mixed-periods` and then
 * names them; on other slides the source line does, or each figure, where neither is of the period that is never named.
 */
export function comparisons(facts: Facts): Finding[] {
  const shown = facts.appearances.filter(isShown)
  const charts = [
    ...Map.groupBy(
      shown.filter(({ component }) => isChart(component, facts.data)),
      ({ tag }) => tag,
    ).values(),
  ]
  const plain = [
    ...Map.groupBy(
      shown.filter(({ slide }) => !slide.sourced),
      ({ slide }) => slide,
    ).values(),
  ]
  return [...charts.flatMap(own => chart(own, facts)), ...plain.flatMap(own => unsourced(own, facts))]
}

function figuresOf(appearances: readonly Appearance[], { deck }: Facts): Figure[] {
  return appearances.flatMap(({ id }) => deck.findFigure(id) ?? [])
}

function periodsOf(figures: readonly Figure[]): string[] {
  return [...Map.groupBy(figures, ({ period }) => period.text)].map(
    ([text, own]) => `${own.map(({ short }) => short).join('、')}为${text}`,
  )
}

function chart(own: readonly Appearance[], facts: Facts): Finding[] {
  const { tag, component, slide, line } = own[0]!
  // The rest of a whole is drawn as its own part of one bar; its label is not compared with others.
  const figures = figuresOf(
    own.filter(({ id }) => !isRest(id, own, facts)),
    facts,
  )
  const mixed = tag.attributes.some(({ name, value }) => propOf(name).prop === 'mixedPeriods' && value !== 'false')
  const periods = periodsOf(figures)
  if (mixed || periods.length < 2) return []
  return [
    onSlide('consistency', slide, line, {
      element: `<${component}>`,
      text: figures.map(({ id }) => id).join('、'),
      measured: `同图比较不同时段的数据，图上没有注明（${periods.join('，')}）`,
      expected: '同一时段；或者图上逐项注明时段',
      advice: '请分成几张图，或加上 mixed-periods',
    }),
  ]
}

/** Whether a figure is what another one of the same chart leaves of a third. */
function isRest(id: string, own: readonly Appearance[], { deck }: Facts): boolean {
  const inputs = deck.findFigure(id)?.derived?.inputs ?? []
  return (
    inputs.length > 0 &&
    own.some(({ prop }) => prop === 'pairs' || prop === 'rest') &&
    inputs.every(input => own.some(each => each.id === input))
  )
}

function unsourced(own: readonly Appearance[], facts: Facts): Finding[] {
  const figures = figuresOf(
    own.filter(({ component }) => !isChart(component, facts.data)),
    facts,
  )
  const named = own.every(({ medium, id }) => medium === 'number' && !deck(facts, id)?.period.implied)
  const { slide, line } = own[0]!
  const periods = periodsOf(figures)
  const periodShown = (figure: Figure): boolean =>
    facts.appearances.some(
      each => each.slide === slide && each.style === 'period' && deck(facts, each.id)?.period.id === figure.period.id,
    )
  if (periods.length < 2 || named || figures.every(periodShown)) return []
  return [
    onSlide('consistency', slide, line, {
      element: `layout: ${slide.layout}`,
      text: [...new Set(figures.map(({ id }) => id))].join('、'),
      measured: `同一页有不同时段的数据，这种版面没有出处行注明时段（${periods.join('，')}）`,
      expected: '每个时段都写在页面上',
      advice: '请换一种有出处行的版面，或用 <Fig … as="period" /> 写出时段',
    }),
  ]
}

function deck({ deck }: Facts, id: string): Figure | undefined {
  return deck.findFigure(id)
}
