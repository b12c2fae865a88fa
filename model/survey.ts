import type { Deck } from './deck.ts'
import type { DataProblem } from './problems.ts'
import type { DeckSource } from './source.ts'
import { periodsOf } from './periods.ts'
import { resolveDeck } from './deck.ts'
import { validate } from './validate.ts'

/** A deck's data as it is written down, what is wrong with it, and what of it is in order. */
export interface SurveyedDeck {
  source: DeckSource
  /** A deck that is built has none. */
  problems: readonly DataProblem[]
  /** The entries that are in order, resolved. */
  deck: Deck<string>
}

const EMPTY = {
  quotes: { file: '', quotes: [] },
  photos: { file: '', photos: [] },
  errata: { file: '', errata: [] },
  names: { file: '', names: [] },
  unused: { file: '', unused: [] },
} satisfies Partial<DeckSource>

const NO_FIGURES = {
  chapters: [],
  columns: [],
  periods: [],
  figures: [],
  tables: [],
  targets: { file: '', targets: [] },
  derived: { file: '', figures: [] },
}

/** Looks at a deck's data, however wrong it is. */
export function surveyDeck(written: DeckSource): SurveyedDeck {
  const problems = validate(written)
  const source = { ...written, chapters: entries(written.chapters), periods: entries(written.periods) }
  const sound = soundDeck(written, problems)
  return {
    source,
    problems,
    deck: {
      ...sound,
      chapters: source.chapters,
      periods: periodsOf(source),
      quotes: entries(written.quotes.quotes),
      photos: entries(written.photos.photos),
      errata: entries(written.errata.errata),
    },
  }
}

/** Without what is no entry at all: that is a problem already. */
function entries<Entry>(list: readonly Entry[]): Entry[] {
  return list.filter(entry => typeof entry === 'object' && entry !== null)
}

/** The data without the entries that are wrong; what depends on these goes too. */
function soundDeck(source: DeckSource, problems: readonly DataProblem[]): Deck<string> {
  let sound = source
  let wrong = problems
  while (wrong.length > 0) {
    const bad = new Set(wrong.map(({ file, id }) => `${file}\n${id}`))
    const keep =
      (file: string) =>
      (entry: { id?: unknown } | null, index: number): boolean =>
        !bad.has(`${file}\n${typeof entry?.id === 'string' ? entry.id : `第${index + 1}条`}`)
    const figures = sound.figures.map(({ figures, ...rest }) => ({ ...rest, figures: figures.filter(keep(rest.file)) }))
    const derived = { ...sound.derived, figures: sound.derived.figures.filter(keep(sound.derived.file)) }
    const tables = (sound.tables ?? []).map(({ tables, ...rest }) => ({
      ...rest,
      tables: tables.filter(keep(rest.file)),
    }))
    const targets = sound.targets && {
      ...sound.targets,
      targets: sound.targets.targets.filter(keep(sound.targets.file)),
    }
    const smaller = countEntries({ figures, derived, tables, targets }) < countEntries(sound)
    sound = { ...sound, figures, derived, tables, ...(targets && { targets }) }
    wrong = validate(sound)
    // What is left concerns no figure: quotes, photos and the like.
    if (!smaller) break
  }
  try {
    return resolveDeck<string>(wrong.length === 0 ? sound : { ...sound, ...EMPTY })
  } catch {
    return resolveDeck<string>({ ...sound, ...EMPTY, ...NO_FIGURES })
  }
}

type Counted = Pick<DeckSource, 'figures' | 'derived' | 'tables'> & { targets?: DeckSource['targets'] | undefined }

function countEntries({ figures, derived, tables = [], targets }: Counted): number {
  const counts = [
    ...[...figures, derived].map(file => file.figures.length),
    ...tables.map(file => file.tables.length),
    targets?.targets.length ?? 0,
  ]
  return counts.reduce((sum, count) => sum + count, 0)
}
