import type { Finders } from '../../components/charts/define-chart.ts'
import type { FoundMap } from '../../model/maps.ts'
import type { TableInput } from '../../model/table.ts'
import { fileURLToPath } from 'node:url'
import { resolveDeck } from '../../model/deck.ts'
import { readMap } from '../../model/load-maps.ts'
import type { Table } from '../../model/table.ts'
import { validate } from '../../model/validate.ts'
import { tables as mapTables } from '../fixtures/gallery/data/district-map.ts'
import { tables as panelTables } from '../fixtures/gallery/data/small-multiples.ts'
import { soundSource } from '../support/deck-source.ts'

const inputs = ([...mapTables, ...panelTables] as unknown as TableInput[]).map(table => ({
  ...table,
  chapter: 'trade',
  ...(table.period === 'year' && { period: '2025' }),
}))
const source = { ...soundSource(), tables: [{ file: 'data/tables/gallery.ts', tables: inputs }] }
const problems = validate(source)
if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'))
const deck = resolveDeck<string>(source)

/** Tables of the gallery's deck. */
export function galleryTable(id: string): Table {
  return deck.tables.find(table => table.id === id)!
}

/** Its map. */
export function galleryMap(src: string): FoundMap {
  return readMap(fileURLToPath(new URL('../fixtures/gallery', import.meta.url)), src)
}

/** Its figures; one of them. */
export const { figures: galleryFigures, findFigure: galleryFigure } = deck

/** Finds all of it, as charts do. */
export const galleryFinders: Finders = {
  figure: deck.getFigure,
  table: galleryTable,
  target: id => deck.targets.find(target => target.id === id)!,
  map: galleryMap,
}
