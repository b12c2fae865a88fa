import type { Value } from './values.ts'
import type { Figure } from './figure.ts'
import type { SourceDocument } from './source-document.ts'
import type { Kind, Unit } from './vocabulary.ts'
import type { Qualifier } from './qualifiers.ts'
import { entriesOf } from './appendix-entries.ts'
import { formatFigure } from './format.ts'

/** Version of `FactsDocument`; a later one may add properties, a higher number means that one has changed or gone. */
const FACTS_VERSION = 1

/** Name under which the facts are served and attached. */
export const FACTS_FILE = 'facts.json'

/**
 * What `facts.json` says: every figure of a deck, with everything that is needed to print it again and to trace it. The
 * built site serves it at `/facts.json`, and every exported PDF carries it as an attachment, so that whoever has a file
 * has its numbers too. The same deck gives the same bytes: figures stand in the order of the appendix, and nothing
 * tells the time.
 * @example
 * { "version": 1, "title": "…", "lang": "zh-CN", "figures": [{ "id": "cargo", "number": 1, "text": "约840万吨", … }] }
 */
export interface FactsDocument {
  version: typeof FACTS_VERSION
  /** The deck's title. */
  title: string
  /** A BCP 47 tag. */
  lang: string
  figures: readonly Fact[]
}

/** One figure. */
export interface Fact {
  id: string
  /**
   * The number of its entry in the appendix, from 1; what a reference such as [12] means. Cells of one row of a table
   * share theirs.
   */
  number: number
  /** What is counted or measured. */
  label: string
  /** As printed in the appendix: sign word, qualifier, number and unit. */
  text: string
  /** Negative for a decline; of a proportion its numbers. */
  value: Value
  /** The upper end of a range. */
  to?: number
  unit: Unit
  /** The number as the source states it, where it is printed in another unit; of a share the proportion. */
  stated?: Pick<Fact, 'value' | 'to' | 'unit'>
  /** `none` for an exact value; else on which side of `value` the true one lies. */
  qualifier: Qualifier
  /** Digits printed after the point. */
  decimals: number
  kind: Kind
  /** The source's word of a rise or fall. */
  change?: string
  /** It is planned, and no fact. */
  planned?: true
  period: { id: string; text: string }
  chapter: { id: string; title: string }
  /** Column of the source's chapter, where it has columns. */
  column?: string
  /** The source that states it, in a deck of several. */
  source?: { id: string; title: string; publisher?: string; date?: string }
  /** Clause of the source that states the number; none for a derived figure, for a cell of a table where it stands. */
  clause?: string
  /** Other clauses of the source that state the same number. */
  also?: readonly string[]
  /** Table, row and column of the source, for a cell of a table. */
  cell?: { table: string; row: string; column: string }
  /**
   * What the number is of: the figure that it is a part of, its whole, what it is compared with, what the source adds.
   */
  scope?: { of?: string; whole?: string; comparedWith?: string; note?: string }
  /** How a derived figure came about, in printed values, and from which figures. */
  derived?: { formula: string; inputs: readonly string[] }
  /** Slides that show it, by number from 1, the appendix left out. */
  slides: readonly number[]
  /** Slide of the appendix that lists it. */
  appendix?: number
}

/** What the deck, as opposed to its data, tells of a figure. */
export type FactPlaces = Pick<Fact, 'slides' | 'appendix'>

/** A source as documents tell it. */
export function sourceFact({ id, title, publisher, date }: SourceDocument): NonNullable<Fact['source']> {
  return { id, title, ...(publisher !== undefined && { publisher }), ...(date !== undefined && { date }) }
}

function factOf(figure: Figure, number: number, places: FactPlaces | undefined): Fact {
  const {
    id,
    label,
    value,
    parts,
    to,
    unit,
    qualifier,
    decimals,
    kind,
    change,
    planned,
    period,
    chapter,
    evidence,
    source,
    stated,
    derived,
    of,
    whole,
    comparedWith,
    note,
  } = figure
  const scope = {
    ...(of !== undefined && { of }),
    ...(whole !== undefined && { whole }),
    ...(comparedWith !== undefined && { comparedWith }),
    ...(note !== undefined && { note }),
  }
  return {
    id,
    number,
    label,
    text: formatFigure(figure, 'worded'),
    value: parts ?? value,
    ...(to !== undefined && { to }),
    unit,
    ...(stated && {
      stated: { value: stated.value, ...(stated.to !== undefined && { to: stated.to }), unit: stated.unit },
    }),
    qualifier,
    decimals,
    kind,
    ...(change !== undefined && { change }),
    ...(planned && { planned }),
    period: { id: period.id, text: period.text },
    chapter: { id: chapter.id, title: chapter.title },
    ...(evidence.column !== undefined && { column: evidence.column }),
    ...(source && { source: sourceFact(source) }),
    ...(derived ? { derived: { formula: derived.formula, inputs: derived.inputs } } : { clause: evidence.clause }),
    ...(!derived && evidence.also && { also: evidence.also }),
    ...(!derived && evidence.cell && { cell: evidence.cell }),
    ...(Object.keys(scope).length > 0 && { scope }),
    slides: places?.slides ?? [],
    ...(places?.appendix !== undefined && { appendix: places.appendix }),
  }
}

/** The facts of a deck. @param places by figure id */
export function factsOf(
  { title, lang }: Pick<FactsDocument, 'title' | 'lang'>,
  figures: readonly Figure[],
  places: Readonly<Record<string, FactPlaces>>,
): FactsDocument {
  return {
    version: FACTS_VERSION,
    title,
    lang,
    figures: entriesOf(figures).flatMap((entry, index) =>
      entry.map(figure => factOf(figure, index + 1, places[figure.id])),
    ),
  }
}

/** The facts as they are written to a file. */
export function factsText(facts: FactsDocument): string {
  return `${JSON.stringify(facts, null, 2)}\n`
}
