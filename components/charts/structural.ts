import type { Printable } from '../../model/format.ts'
import type { Figure } from '../../model/figure.ts'
import { formatFigure } from '../../model/format.ts'

/**
 * Numbers that belong to the way in which a chart is drawn and state nothing about the district. They are printed by
 * the one formatter all the same.
 */
export const WHOLE = 100

function percentText(value: number): string {
  return formatFigure({ value, decimals: 0, unit: '%', qualifier: 'none', kind: 'share' } satisfies Printable)
}

/** The whole of a share, as printed. */
export const WHOLE_TEXT = percentText(WHOLE)
/** One of the hundred cells of a waffle, as printed. */
const CELL_TEXT = percentText(WHOLE / 100)

/** What one icon stands for, e.g. 10栋 for buildings. */
export function perText({ unit, kind }: Figure, per: number): string {
  return formatFigure({ value: per, decimals: 0, unit, qualifier: 'none', kind })
}

/** What a pictogram says of its icons. */
export function perIcon(figure: Figure, per: number): string {
  return `一个图标代表${perText(figure, per)}`
}

/** What a waffle says of its cells. */
export function perCell({ whole }: Pick<Figure, 'whole'>): string {
  return `每格为${whole === undefined ? '' : `${whole}的`}${CELL_TEXT}`
}

/** What the note of a chart says whose heights do not begin at zero. */
export const CUT_AXIS = '纵轴不从零开始'
