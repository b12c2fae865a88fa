import { formatFigure } from '../../../../model/format.ts'
import type { Figure } from '../../../../model/figure.ts'
import type { Finding } from '../../finding.ts'
import { boundsOf, surelyMore } from '../bounds.ts'
import { fileOf, inFile, rawFigures, type Facts } from '../facts.ts'

/** A part is not larger than its whole, their qualifiers taken into account: 60余 is more than 60. */
export function parts(facts: Facts): Finding[] {
  return rawFigures(facts).flatMap(({ figure: part, of }) => {
    const whole = rawFigures(facts).find(({ figure }) => figure.id === of)?.figure
    // Where the numbers alone say so, loading has refused it.
    const told = whole !== undefined && part.derived === null && part.value > whole.value
    if (!whole || told || part.unit !== whole.unit || part.unit === '%' || !surelyMore(boundsOf(part), boundsOf(whole)))
      return []
    return [
      inFile('consistency', facts.where(fileOf(facts, part.id), part.id), {
        element: part.id,
        text: part.label,
        measured: `部分是${text(part)}，整体“${whole.label}”（${whole.id}）是${text(whole)}`,
        expected: '部分不大于整体',
        advice: '请核对两条数据的数值和限定词，或改 of',
      }),
    ]
  })
}

function text(figure: Figure): string {
  return formatFigure(figure)
}
