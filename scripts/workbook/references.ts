import type { DeckSource } from '../../model/source.ts'
import { Names, type Named, type References } from './names.ts'

/** What the cells of a deck's workbook may refer to. */
export function referencesOf(source: DeckSource): References {
  const { chapters, periods, sources = [], figures, derived, tables = [], targets } = source
  return {
    chapters: new Names(chapters.map(({ id, title, short }) => ({ id, names: [title, short] }))),
    periods: new Names(periods.map(({ id, text, stated }) => ({ id, names: [text, ...stated] }))),
    sources: new Names(sources.map(({ id, title }) => ({ id, names: [title] }))),
    figures: new Names([
      ...[...figures, derived].flatMap(({ figures }) =>
        figures.map(({ id, label }): Named => ({ id, names: [label] })),
      ),
      ...(targets?.targets ?? []).flatMap(({ rate }) => (rate === undefined ? [] : { id: rate, names: [] })),
    ]),
    tables: new Names(tables.flatMap(file => file.tables.map(({ id, label }) => ({ id, names: [label] })))),
  }
}
