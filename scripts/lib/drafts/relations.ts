import type { FigureInput, OtherPlace, SheetFigureInput } from '../../../model/figure.ts'
import type { DeckSource } from '../../../model/source.ts'
import type { TableInput } from '../../../model/table.ts'
import { tellPlace } from '../../../model/clauses.ts'
import { operandOf } from '../../../model/expression.ts'
import { isSheetFigure } from '../../../model/sheet-figure.ts'
import { contextOf } from '../../../model/sound-figures.ts'
import { findSource } from '../../../model/sources.ts'
import { tableIdOf } from '../../../model/table-id.ts'
import { writtenTables } from '../../../model/tables.ts'
import type { DraftPart } from './frame.ts'
import { isSameSubject, likenessOf, subjectOf, type Subject } from './likeness.ts'

export type WrittenFigure = FigureInput | SheetFigureInput

/** A figure, or a cell of a table, as one of several drafts states it. */
interface Statement {
  figure: FigureInput
  subject: Subject
  deck: DeckSource
  source: string
  chapter: string
  /** What is written down: the figure, or the table with the cell's name in it. */
  written: WrittenFigure | { table: TableInput; cell: string }
  /** Its place in words, with the number. */
  told: string
}

/** Two sources that state different numbers of one thing, each with its place. */
export interface Conflict {
  label: string
  told: readonly [string, string]
}

/** What the figures of several drafts are to each other. */
export class Relations {
  /** What an earlier draft states alike, and the figure that has its places. */
  readonly merged = new Map<WrittenFigure, WrittenFigure>()
  readonly also = new Map<WrittenFigure, readonly Exclude<OtherPlace, string>[]>()
  /** What an earlier draft states in other digits: the chapter of that, and why no slide shows it. */
  readonly left = new Map<WrittenFigure, { chapter: string; reason: string }>()
  /** What another source states otherwise: of figures, and of cells by their table and name. */
  readonly doubts = new Map<WrittenFigure, string>()
  readonly cellDoubts = new Map<TableInput, Record<string, string>>()
  readonly conflicts: Conflict[] = []

  doubt({ written }: Statement, text: string): void {
    if (!isCell(written)) this.doubts.set(written, joined(this.doubts.get(written), text))
    else {
      const { table, cell } = written
      const own = this.cellDoubts.get(table) ?? table.doubts ?? {}
      this.cellDoubts.set(table, { ...own, [cell]: joined(own[cell], text) })
    }
  }
}

/** Two reasons to look at something as one. */
export function joined(...texts: readonly (string | undefined)[]): string {
  return texts.filter(Boolean).join('；')
}

const isCell = (written: Statement['written']): written is Exclude<Statement['written'], WrittenFigure> =>
  'cell' in written

/**
 * Compares what several drafts state of the same: each with the first of another draft.
 * @param accepts whether a figure is in order in a deck that has its sources; asked of one that gets another place
 */
export function relationsOf(
  parts: readonly DraftPart[],
  accepts: (figure: WrittenFigure, deck: DeckSource) => boolean,
): Relations {
  const relations = new Relations()
  const { merged, also, left, conflicts } = relations
  const sources = parts.flatMap(({ draft }) => draft.source.sources ?? [])
  const known = new Map<string, Statement[]>()
  for (const statement of parts.flatMap(statementsOf)) {
    const { figure, subject, written, source, chapter, deck } = statement
    const alike = known.get(subject.key) ?? []
    const first = alike.find(each => isSameSubject(each.subject, subject))
    if (!first) known.set(subject.key, [...alike, statement])
    if (!first || first.deck === deck) continue
    const likeness = likenessOf(first.figure, figure)
    if (likeness === 'other') {
      relations.doubt(first, `与别的来源不同：${statement.told}`)
      relations.doubt(statement, `与别的来源不同：${first.told}`)
      conflicts.push({ label: first.figure.label, told: [first.told, statement.told] })
      continue
    }
    if (isCell(first.written) || isCell(written)) continue
    const places = [...(also.get(first.written) ?? []), ...placesOf(written, source)]
    if (likeness === 'same' && accepts(withPlaces(first.written, places), { ...first.deck, sources })) {
      merged.set(written, first.written)
      also.set(first.written, places)
    } else {
      const reason = `与“${first.figure.label}”是同一个数，写法不同`
      // A clause stands in its chapter, a cell in none.
      left.set(written, { chapter: isSheetFigure(written) ? first.chapter : chapter, reason })
    }
  }
  return relations
}

/** A figure with more places. */
export function withPlaces(
  figure: WrittenFigure,
  places: readonly Exclude<OtherPlace, string>[] | undefined,
): WrittenFigure {
  if (!places) return figure
  const { evidence } = figure
  return { ...figure, evidence: { ...evidence, also: [...(evidence.also ?? []), ...places] } } as WrittenFigure
}

/** What a draft states, its figures before the cells of its tables. */
function statementsOf({ draft: { source: deck } }: DraftPart): Statement[] {
  const { sound } = contextOf(deck)
  const statement = (id: string, own: Pick<Statement, 'source' | 'chapter' | 'written'>): Statement[] => {
    const figure = sound.get(id)
    const subject = figure && subjectOf(figure, deck.periods)
    if (!subject) return []
    const { written, source } = own
    const place = isCell(written) ? tellCell(figure, source, deck) : tellPlace(placesOf(written, source)[0]!, deck)
    const told = `${place}是${figure.change ?? ''}${operandOf(figure).text}`
    return [{ figure, subject, deck, told, ...own }]
  }
  const tables = new Map(writtenTables(deck).map(each => [each.table.id, each]))
  return [
    ...deck.figures.flatMap(({ figures, chapter, source }) =>
      figures.flatMap(written =>
        statement(written.id, { written, chapter, source: written.evidence.source ?? source! }),
      ),
    ),
    ...[...sound.keys()].flatMap(id => {
      const { table, source } = tables.get(tableIdOf(id) ?? '') ?? {}
      if (!table) return []
      const cell = id.slice(table.id.length + 1)
      return statement(id, { written: { table, cell }, chapter: table.chapter, source: source! })
    }),
  ]
}

/** A cell of a table in words. */
function tellCell({ evidence }: FigureInput, source: string, deck: DeckSource): string {
  const { table, row, column } = evidence.cell!
  return `《${findSource(deck, source)!.title}》${table}（${row}，${column}）`
}

/** The places of a figure as a figure of another source names them. */
function placesOf(figure: WrittenFigure, source: string): Exclude<OtherPlace, string>[] {
  if (isSheetFigure(figure)) {
    const { also = [], source: _, ...cell } = figure.evidence
    return [{ source, ...cell }, ...also]
  }
  const { also = [], clause, period } = figure.evidence
  return [clause, ...also].map(place =>
    typeof place === 'string' ? { source, clause: place, ...(period !== undefined && { period }) } : place,
  )
}
