import { formatFigure } from '../../../../model/format.ts'
import type { Figure } from '../../../../model/figure.ts'
import { readQuantities } from '../../../../model/reading/quantities.ts'
import { isNumberOf } from '../../../../model/reading/statement.ts'
import type { Finding } from '../../finding.ts'
import { fileOf, inFile, type Facts } from '../facts.ts'

/**
 * What the formatter prints of a figure reads as that figure: value, unit, qualifier and sign word. By itself, or
 * behind its label, as it stands on slides: only 降幅 makes 收窄 a rise, and only a 比 makes 1.86:1 a proportion.
 */
export function forms(facts: Facts, print = (figure: Figure): string => formatFigure(figure, 'worded')): Finding[] {
  const wrong = facts.deck.figures.filter(figure => !readsAs(print(figure), figure))
  return wrong.map(figure =>
    inFile('consistency', facts.where(fileOf(facts, figure.id), figure.id), {
      element: figure.id,
      text: print(figure),
      measured: `印成“${print(figure)}”，读出来不是数据里的 ${stated(figure)}`,
      expected: `“${stated(figure)}”里的每一项都印得出来`,
      advice: '请核对 decimals；数据没有错的，请核对 model/format.ts 的写法',
    }),
  )
}

function readsAs(printed: string, figure: Figure): boolean {
  const { change, label, parts } = figure
  // Two numbers with a colon are a proportion where a word says so, as labels and sentences do.
  return [printed, `${label}${printed}`, ...(parts ? [`比${printed}`] : [])].some(text =>
    readQuantities(text).some(found => isNumberOf(found, figure) && (change === undefined || found.change === change)),
  )
}

function stated({ value, parts, unit, qualifier, change }: Figure): string {
  return `${change ?? ''}${qualifier === 'none' ? '' : `${qualifier} `}${parts?.join(':') ?? value}${unit}`
}
