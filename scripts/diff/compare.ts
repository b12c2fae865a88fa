import { changedFields, diffedFigure, fieldsOf, figureDetails, jumpsOf, stateOf } from './compare-figures.ts'
import { compareSlides } from './compare-slides.ts'
import { compareTable, keyOfCell } from './compare-tables.ts'
import type {
  DeckDiff,
  DiffedTarget,
  EntryChange,
  FigureChange,
  PictureChange,
  TableChange,
  TargetChange,
} from './diff.ts'
import { detailsOf } from './leaves.ts'
import { pairEntries, type Pair } from './pairs.ts'
import type { ComparedFigure, ComparedTarget, DeckRecord } from './record.ts'

/** What of a figure a slide may print, and what its appendix prints besides. */
const SHOWN: readonly string[] = ['value', 'unit', 'qualifier', 'change', 'period', 'label']
const LISTED: readonly string[] = [...SHOWN, 'evidence', 'formula']

/** A deck with the name that it is called by. */
export interface NamedRecord {
  name: string
  record: DeckRecord
}

/** What differs between two decks. */
export function compareDecks(before: NamedRecord, after: NamedRecord): DeckDiff {
  const [old, fresh] = [before.record, after.record]
  const byId = ({ id }: { id: string }): string => id
  const byLabel = ({ label }: { label: string }): string => label
  const figurePairs = pairEntries(old.figures, fresh.figures, byId, byLabel)
  const tablePairs = pairEntries(old.tables, fresh.tables, byId, byLabel)
  const targetPairs = pairEntries(old.targets, fresh.targets, byId, byLabel)
  const cellPairs = tablePairs.flatMap(({ before, after }) =>
    pairEntries(before?.cells ?? [], after?.cells ?? [], keyOfCell).map(cell => ({
      before: cell.before?.figure ?? undefined,
      after: cell.after?.figure ?? undefined,
    })),
  )

  const figures = figurePairs.flatMap(pair => compareFigure(pair, old, fresh))
  const tables = tablePairs.flatMap(pair => compareTable(pair) ?? [])
  const targets = targetPairs.flatMap(compareTarget)
  const entries = compareEntries(old, fresh)
  const pictures = comparePictures(old.pictures, fresh.pictures)

  const all = [...figurePairs, ...cellPairs]
  const now = new Map(all.flatMap(({ before, after }) => (before && after ? [[before.id, after.id]] : [])))
  const fields = new Map(
    all.map(pair => [
      (pair.after ?? pair.before)?.id,
      pair.before && pair.after ? changedFields(figureDetails(pair)) : LISTED,
    ]),
  )
  const others = new Set([
    ...tables.filter(isMoreThanCells).map(({ id }) => `table:${id}`),
    ...targets.map(({ id }) => `target:${id}`),
    ...entries.map(({ sort, id }) => `${sort}:${id}`),
  ])
  const slides = compareSlides(old.slides, fresh.slides, {
    nowOf: id => now.get(id) ?? id,
    isShownChange: id => hasAny(id, SHOWN),
    isListedChange: id => hasAny(id, LISTED),
    isOther: key => others.has(key),
    pictures: { before: old.pictures, after: fresh.pictures },
  })
  const parts = { figures, tables, targets, entries, pictures, slides }
  return {
    version: 1,
    before: { name: before.name, title: old.title, slides: old.slides.length },
    after: { name: after.name, title: fresh.title, slides: fresh.slides.length },
    same: Object.values(parts).every(changes => changes.length === 0),
    chapters: pairEntries(old.chapters, fresh.chapters, byId)
      .map(({ before, after }) => (after ?? before)!)
      .sort((a, b) => Number(isNew(a)) - Number(isNew(b))),
    ...parts,
  }

  function hasAny(id: string, wanted: readonly string[]): boolean {
    return fields.get(id)?.some(field => wanted.includes(field)) ?? false
  }

  function isNew(chapter: { id: string }): boolean {
    return !fresh.chapters.some(({ id }) => id === chapter.id)
  }
}

/** Whether more of a table changed than figures, which are told by themselves. */
function isMoreThanCells({ details, arranged, rows, columns, cells }: TableChange): boolean {
  const strips = [rows, columns].flatMap(({ added, gone }) => [...added, ...gone])
  return details.length > 0 || arranged || strips.length > 0 || cells.some(({ fields }) => fields.length === 0)
}

function compareFigure(pair: Pair<ComparedFigure>, old: DeckRecord, fresh: DeckRecord): FigureChange[] {
  const { before, after } = pair
  const details = figureDetails(pair)
  if (before && after && details.length === 0) return []
  const slidesWith = ({ slides }: DeckRecord, figure: ComparedFigure | undefined): number[] =>
    figure ? slides.filter(({ shows }) => shows.includes(figure.id)).map(({ no }) => no) : []
  const { id, chapter } = (after ?? before)!
  return [
    {
      state: stateOf(pair),
      id,
      chapter,
      before: before ? diffedFigure(before) : null,
      after: after ? diffedFigure(after) : null,
      fields: changedFields(details),
      details,
      jumps: jumpsOf(pair),
      slides: { before: slidesWith(old, before), after: slidesWith(fresh, after) },
    },
  ]
}

function compareTarget(pair: Pair<ComparedTarget>): TargetChange[] {
  const { before, after } = pair
  const details = before && after ? detailsOf(before.leaves, after.leaves, 'target') : []
  if (before && after && details.length === 0) return []
  const { id, chapter } = (after ?? before)!
  const diffed = (target: ComparedTarget | undefined): DiffedTarget | null => {
    if (!target) return null
    const { leaves: _, ...told } = target
    return told
  }
  return [
    {
      ...{ state: stateOf(pair), id, chapter, before: diffed(before), after: diffed(after) },
      ...{ fields: fieldsOf(details), details },
    },
  ]
}

function compareEntries(old: DeckRecord, fresh: DeckRecord): EntryChange[] {
  return pairEntries(old.entries, fresh.entries, ({ sort, id }) => JSON.stringify([sort, id])).flatMap(pair => {
    const { before, after } = pair
    const { sort, id, chapter } = (after ?? before)!
    const details = before && after ? detailsOf(before.leaves, after.leaves, sort) : []
    if (before && after && details.length === 0) return []
    const texts = { before: before?.text ?? null, after: after?.text ?? null }
    return [{ state: stateOf(pair), sort, id, chapter, ...texts, details }]
  })
}

function comparePictures(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): PictureChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(file => before[file] !== after[file])
    .map(file => ({ state: stateOf({ before: before[file], after: after[file] }), file }))
}
