import type { CellMap } from '../../model/cell-map.ts'
import { headOf } from '../../model/cells.ts'
import type { FigureInput, SheetFigureInput } from '../../model/figure.ts'
import { resolvePeriod } from '../../model/periods.ts'
import { isSheetFigure } from '../../model/sheet-figure.ts'
import type { DeckSource } from '../../model/source.ts'
import { isSameSpan } from '../../model/span.ts'
import type { SourceDocument } from '../../model/source-document.ts'
import { isSameBase } from '../../model/units.ts'
import { kindCode, type DraftTable } from '../lib/cells/as-table.ts'
import { nameOf } from '../lib/cells/draft.ts'
import { isSameHead } from '../lib/cells/names.ts'
import type { ProposeOptions } from '../lib/cells/propose.ts'
import { uniqueIds } from '../lib/pinyin-id.ts'

type Written = FigureInput | SheetFigureInput

/** The source of a deck that a workbook is: that of its name, or of its name without its time. */
export function sourceOf({ sources = [] }: DeckSource, file: string): SourceDocument | undefined {
  return sources.find(each => each.file === file || each.title === nameOf(file))
}

/** A figure of a deck, and whether it stands in a cell of a workbook. */
export interface KnownFigure {
  figure: Written
  isOwn: boolean
}

/** The figures of a deck by their labels. */
export function knownFigures(deck: DeckSource, source: string | undefined): Map<string, KnownFigure> {
  return new Map(
    deck.figures.flatMap(file =>
      file.figures.map(figure => {
        const own = figure.evidence.source ?? file.source ?? deck.sources?.[0]?.id
        return [
          figure.label,
          { figure, isOwn: source !== undefined && own === source && isSheetFigure(figure) },
        ] as const
      }),
    ),
  )
}

/**
 * What the cells of a workbook are in a deck already: the figures and tables of its map, and figures that say the
 * same of the same time. What is called alike and is of another time, or in another unit, is another figure.
 * @param map the map of the workbook, where there is one
 */
export function namingFor(
  deck: DeckSource,
  map: CellMap | undefined,
): Required<Pick<ProposeOptions, 'figureId' | 'tableId' | 'isFree' | 'known'>> {
  const figures = knownFigures(deck, map?.source)
  const byId = new Map([...figures.values()].map(({ figure }) => [figure.id, figure]))
  const places = new Map((map?.figures ?? []).map(each => [placeCode(each), byId.get(each.figure)]))
  const freeFigure = uniqueIds([...byId.keys(), ...deck.derived.figures.map(({ id }) => id)])
  const tables = (deck.tables ?? []).flatMap(file => [...file.tables])
  const freeTable = uniqueIds(tables.map(({ id }) => id))
  const derived = new Set(deck.derived.figures.map(({ label }) => label))
  return {
    known: place => places.get(placeCode(place)),
    isFree(label, { period, unit }) {
      const known = figures.get(label)
      if (!known) return !derived.has(label)
      const [own, other] = [period, known.figure.period].map(code => resolvePeriod(code, deck.periods)?.span)
      return known.isOwn || (!!own && !!other && isSameSpan(own, other) && isSameBase(unit, known.figure.unit))
    },
    figureId: label => figures.get(label)?.figure.id ?? freeFigure(label),
    tableId(table) {
      const places = (map?.tables ?? []).filter(({ sheet, caption }) => {
        const { evidence } = table
        return sheet === evidence.sheet && isSameHead(caption, evidence.table ?? '')
      })
      const known = tables.find(
        ({ id, measures }) => places.some(each => each.table === id) && isAlike(measures, table),
      )
      return known?.id ?? freeTable(table.label)
    },
  }
}

const placeCode = ({ sheet, row, column, back = 0 }: { sheet: string; row: string; column: string; back?: number }) =>
  [sheet, row, column, back].join('\n')

/** Whether a table measures, below its first head, what another does. */
function isAlike([own]: DraftTable['measures'], { measures }: DraftTable): boolean {
  return measures.some(each => isSameHead(headOf(each), headOf(own!)) && kindCode(each) === kindCode(own!))
}
