import { outcomeWords } from '../../components/targets.ts'
import type { Deck } from '../../model/deck.ts'
import type { Figure } from '../../model/figure.ts'
import { figureSegments, formatFigure } from '../../model/format.ts'
import type { DeckSource } from '../../model/source.ts'
import { sourceName, sourcesOf } from '../../model/sources.ts'
import type { Table } from '../../model/table.ts'
import { tableIdOf } from '../../model/table-id.ts'
import type { Target } from '../../model/target.ts'
import { parseUnit } from '../../model/units.ts'
import { figureRecords } from '../figures/records.ts'
import { measureOf } from '../trace/trace.ts'
import type {
  ComparedCell,
  ComparedEntry,
  ComparedFigure,
  ComparedTable,
  ComparedTarget,
  DeckRecord,
} from './record.ts'

/**
 * What a deck's data says, as plain values. To be called while the deck's units are those that are known: before
 * another deck is loaded.
 */
export function recordData(deck: Deck<string>, source: DeckSource): Omit<DeckRecord, 'title' | 'pictures' | 'slides'> {
  const formulas = new Map(source.derived.figures.map(({ id, expression }) => [id, JSON.stringify(expression)]))
  const compared = (figure: Figure): ComparedFigure => recordFigure(figure, deck, formulas.get(figure.id))
  return {
    chapters: deck.chapters.map(({ id, title }) => ({ id, title })),
    figures: deck.figures.filter(({ id }) => tableIdOf(id) === undefined).map(compared),
    tables: deck.tables.map(table => recordTable(table, compared)),
    targets: deck.targets.map(recordTarget),
    entries: recordEntries(deck, source),
  }
}

/** @param formula of a derived figure, as written */
function recordFigure(figure: Figure, deck: Deck<string>, formula = ''): ComparedFigure {
  const { unit, value, to, parts, change, comparedWith, period, label, short, evidence, derived } = figure
  const { scale, base } = parseUnit(unit) ?? { scale: 1, base: unit }
  const digits = figureSegments(figure).filter(({ role }) => role === 'number')
  return {
    ...figureRecords([figure])[0]!,
    short,
    change: change === undefined ? null : [change, comparedWith && `（比${comparedWith}）`].filter(Boolean).join(''),
    scope: measureOf(figure, deck.findFigure(figure.of ?? '')),
    note: figure.note ?? null,
    keys: {
      value: JSON.stringify([value < 0, to, digits.map(({ text }) => text)]),
      period: JSON.stringify([period.text, period.begin, period.end]),
      label: JSON.stringify([label, short]),
      scope: JSON.stringify([figure.kind, figure.of, figure.whole, figure.overlap, figure.planned]),
      // A derived figure has that of its first input.
      evidence: derived ? '' : JSON.stringify([figure.source?.id, evidence]),
      formula,
    },
    size: { base, numbers: (parts ?? [value]).map(number => number * scale) },
  }
}

function recordTable(table: Table, compared: (figure: Figure) => ComparedFigure): ComparedTable {
  const { id, label, chapter, rows, measures, cell } = table
  return {
    id,
    label,
    chapter: chapter.id,
    rows: rows.map(({ id, text }) => ({ id, text })),
    columns: measures.map(({ id, head }) => ({ id, text: head })),
    cells: rows.flatMap(row =>
      measures.flatMap(({ id: measure, head }): ComparedCell[] => {
        const found = cell(row.id, measure)
        if (!found) return []
        const place = { row: row.id, measure, heads: [row.text, head] as const }
        return 'gap' in found
          ? [{ ...place, text: found.gap || '空', figure: null }]
          : [{ ...place, text: formatFigure(found, 'worded'), figure: compared(found) }]
      }),
    ),
  }
}

function recordTarget(target: Target): ComparedTarget {
  const { id, label, plan, done, before, rate } = target
  const print = (figure: Figure | null): string => (figure ? formatFigure(figure, 'worded') : '')
  return {
    id,
    label,
    chapter: plan.chapter.id,
    plan: print(plan),
    done: print(done),
    before: print(before),
    rate: print(rate),
    outcome: outcomeWords(target)?.word ?? '',
  }
}

function recordEntries(deck: Deck<string>, source: DeckSource): ComparedEntry[] {
  const line = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('，')
  return [
    ...deck.chapters.map(({ id, title, short, topic }) => ({
      sort: 'chapter' as const,
      id,
      chapter: id,
      text: line(title, short, topic),
    })),
    ...sourcesOf(source).map(each => ({ sort: 'source' as const, id: each.id, chapter: '', text: sourceName(each) })),
    ...deck.quotes.map(({ id, chapter, text, speaker, role }) => ({
      sort: 'quote' as const,
      id,
      chapter,
      text: line(`“${text}”`, speaker, role),
    })),
    ...deck.photos.map(({ id, caption, alt, credit, focus, scene }) => ({
      sort: 'photo' as const,
      id,
      chapter: '',
      text: line(caption, alt, credit, focus && `焦点 ${focus.join(' ')}`, scene),
    })),
    ...deck.errata.map(({ printed, read, reason, chapters }) => ({
      sort: 'erratum' as const,
      id: printed,
      chapter: chapters[0] ?? '',
      text: line(`“${printed}”应为“${read}”`, reason),
    })),
    ...deck.names.map(({ text, reason }) => ({
      sort: 'name' as const,
      id: text,
      chapter: '',
      text: reason,
    })),
  ]
}
