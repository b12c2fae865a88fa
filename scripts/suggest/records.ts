import { resolveDeck } from '../../model/deck.ts'
import { figureRecords, type FigureRecord } from '../figures/records.ts'
import type { DeckDraft } from '../lib/draft.ts'

/** A suggested figure as `--json` prints it. */
export interface SuggestedRecord extends FigureRecord {
  /** Why a person has to look at it, in words. */
  doubt?: string
}

/** The figures of a draft, cells of its tables too, in the order of the article's chapters. */
export function suggestedRecords({ source }: DeckDraft): SuggestedRecord[] {
  const doubts = new Map<string, string | undefined>([
    ...source.figures.flatMap(({ figures }) => figures.map(({ id, doubt }) => [id, doubt] as const)),
    ...(source.tables ?? []).flatMap(({ tables }) =>
      tables.flatMap(({ id, doubts: cells = {} }) =>
        Object.entries(cells).map(([cell, doubt]) => [`${id}@${cell}`, doubt] as const),
      ),
    ),
  ])
  return figureRecords(resolveDeck<string>(source).figures).map(record => {
    const doubt = doubts.get(record.id)
    return { ...record, ...(doubt !== undefined && { doubt }) }
  })
}
