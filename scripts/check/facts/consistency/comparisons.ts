import type { Figure } from '../../../../model/figure.ts'
import { isChart, isShown, type Appearance } from '../../../lib/facts/appearances.ts'
import type { Finding } from '../../finding.ts'
import { onSlide, type Facts } from '../facts.ts'

/**
 * Figures of different periods stand together only where both periods are shown: charts see to that themselves; on
 * other slides the source line does, or each figure, where neither is of the period that is never named.
 */
export function comparisons(facts: Facts): Finding[] {
  const shown = facts.appearances.filter(isShown)
  const plain = [
    ...Map.groupBy(
      shown.filter(({ slide }) => !slide.sourced),
      ({ slide }) => slide,
    ).values(),
  ]
  return plain.flatMap(own => unsourced(own, facts))
}

function figuresOf(appearances: readonly Appearance[], { deck }: Facts): Figure[] {
  return appearances.flatMap(({ id }) => deck.findFigure(id) ?? [])
}

function periodsOf(figures: readonly Figure[]): string[] {
  return [...Map.groupBy(figures, ({ period }) => period.text)].map(
    ([text, own]) => `${own.map(({ short }) => short).join('、')}为${text}`,
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
