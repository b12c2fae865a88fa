import type { FigureInput, SheetFigureInput } from './figure.ts'
import { TABLE_COLUMN } from './cells.ts'

/** Whether a figure stands in a cell of a workbook. */
export function isSheetFigure(figure: FigureInput | SheetFigureInput): figure is SheetFigureInput {
  return 'sheet' in figure.evidence
}

/** A figure with its evidence as that of any other: of a cell of a workbook, where it stands. */
export function withPlace(figure: FigureInput | SheetFigureInput): FigureInput {
  if (!isSheetFigure(figure)) return figure
  const { source, sheet, cell, row, column, also } = figure.evidence
  const place = { table: `《${sheet}》`, row, column }
  return {
    ...figure,
    evidence: {
      ...(source !== undefined && { source }),
      column: TABLE_COLUMN,
      clause: [...Object.values(place), cell].join('，'),
      cell: { ...place, at: cell },
      ...(also && { also }),
    },
  }
}
