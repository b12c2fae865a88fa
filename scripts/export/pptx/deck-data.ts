import type { Finders } from '../../../components/charts/define-chart.ts'
import type { Figure } from '../../../model/figure.ts'
import { loadSoundDeck } from '../../../model/load.ts'
import { readMap } from '../../../model/load-maps.ts'
import { toDeckData } from '../../../model/slides/data.ts'
import { loadSlides } from '../../../model/slides/load.ts'
import { shownFigures } from '../../../model/slides/shown.ts'
import { evidenceLines } from './charts/evidence.ts'
import { speechLines } from './speech.ts'

/** What a deck's data says of its slides. */
export interface DeckKnowledge {
  /** Finds what charts name; none in a plain Slidev deck. */
  find: Finders | undefined
  figuresOf: (ids: readonly string[]) => Figure[]
  /** What the speaker says on a slide; by its number. */
  speech: (no: number) => string[]
  /** What the speaker says on a slide, and where what it shows comes from; by its number. */
  notes: (no: number) => string[]
}

/** Reads a deck that has been built: its data is sound, if it has any. */
export async function readDeckKnowledge(root: string): Promise<DeckKnowledge> {
  const deck = await loadSoundDeck(root).catch(() => undefined)
  const data = deck && toDeckData(deck, root)
  const { slides } = await loadSlides(root, data)
  const figuresOf = (ids: readonly string[]): Figure[] => ids.flatMap(id => deck?.findFigure(id) ?? [])
  const speech = (no: number): string[] => {
    const { source, frontmatter } = slides[no - 1]!
    return speechLines(source.note, frontmatter.time, data)
  }
  return {
    find: deck && {
      figure: deck.getFigure,
      table: id => found(id, deck.tables),
      target: id => found(id, deck.targets),
      map: src => readMap(root, src),
    },
    figuresOf,
    speech,
    notes(no) {
      const { content = '' } = slides[no - 1]!
      const shown = data ? figuresOf(shownFigures(content, data)) : []
      const evidence = shown.length > 0 ? ['数据依据：', ...evidenceLines(shown)] : []
      return [...speech(no), ...evidence]
    },
  }
}

/** @throws Error where there is none */
function found<Entry extends { id: string }>(id: string, entries: readonly Entry[]): Entry {
  const entry = entries.find(each => each.id === id)
  if (!entry) throw new Error(id)
  return entry
}
