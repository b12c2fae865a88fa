import { chapterNumber } from '../../../model/chapter-number.ts'
import type { Figure } from '../../../model/figure.ts'
import { formatFigure } from '../../../model/format.ts'
import { evidenceLine, evidenceLines } from '../../export/pptx/charts/evidence.ts'
import { marginsOf } from '../../export/paper/margins.ts'
import type { Deck } from '../../lib/deck.ts'
import { oneLine } from '../../lib/text.ts'
import type { NumberSnapshot } from '../numbers/facts.ts'
import { figuresOf, shownIds, type NumberData } from '../numbers/snapshot.ts'
import type { WrittenSlide } from '../numbers/source.ts'
import { textOf } from '../numbers/text-runs.ts'
import type { NumbersRendering } from '../rendering.ts'
import { bare, joinSaid, saidIn, type Said } from './compare.ts'
import type { ExportedText } from './facts.ts'

/** What is known of a slide of the deck. */
export interface KnownSlide {
  no: number
  title: string
  /** Number of its chapter; undefined outside of chapters. */
  chapter: number | undefined
  /** What it shows and says. */
  figures: readonly Figure[]
  /** What the site says on it, at every click. */
  clicks: readonly Said[]
  /** What it says of it on the page to read, on paper. */
  paper: Said
  /** What may stand beside it: its notes, its title, where its figures come from. */
  beside: Said
}

/** All that exported files are compared with. */
export interface KnownDeck {
  data: NumberData
  slides: readonly KnownSlide[]
  /** What the site says around its slides, and the deck of itself. */
  said: Said
  /** The parts of what the site says that may be painted apart from each other; none of a text that is one. */
  partsOf: (text: string) => readonly string[]
  /** What stands around the sheets of a file that was made on a day. */
  margins: (made: Date) => readonly string[]
}

/** What a site says in a snapshot, and how it calls the place. */
export function textsOf({ textRuns, boundElements }: NumberSnapshot): ExportedText[] {
  const runs = textRuns.map(run => ({ place: run.name === '' ? run.element : `${run.element}[${run.name}]`, run }))
  const announced = boundElements.filter(({ element }) => element.endsWith(']'))
  return [
    ...runs.map(({ place, run }) => ({ place, text: textOf(run) })),
    ...announced.map(({ element, text }) => ({ place: element, text })),
  ]
}

const WORDS = /[\p{L}\p{N}]/u

/** The parts of texts in which figures stand, by the texts. */
function partsIn(snapshots: readonly NumberSnapshot[]): Map<string, string[]> {
  return new Map(
    snapshots.flatMap(({ textRuns }) =>
      textRuns
        .filter(({ parts }) => parts.length > 1)
        .map(
          run => [bare(textOf(run)), run.parts.map(({ text }) => bare(text)).filter(text => WORDS.test(text))] as const,
        ),
    ),
  )
}

const saidOf = (snapshot: NumberSnapshot): Said => saidIn(textsOf(snapshot).map(({ text }) => text))

/** What a site says of its slides. */
export function knownDeck(
  { slides, reading, notes }: NumbersRendering,
  written: readonly WrittenSlide[],
  data: NumberData,
  deck: Deck,
): KnownDeck {
  const drawn = [...slides, ...reading]
  const ofSlide = (snapshots: readonly NumberSnapshot[], no: number): NumberSnapshot[] =>
    snapshots.filter(snapshot => snapshot.no === no)
  const parts = partsIn(drawn)
  const chapters = written.map(({ chapter }) => chapter)
  return {
    data,
    slides: notes.map(({ title, snapshot: note }) => {
      const { no } = note
      const own = ofSlide(drawn, no)
      const shown = figuresOf([...new Set([...own, note].flatMap(shownIds))], data)
      // What follows from others is shown with its formula.
      const inputs = figuresOf(
        shown.flatMap(({ derived }) => derived?.inputs ?? []),
        data,
      )
      const figures = [...new Set([...shown, ...inputs])]
      const chapter = chapters[no - 1]
      const heading = oneLine(own[0]?.title ?? '') || title
      return {
        no,
        title: heading,
        chapter: chapter === undefined ? undefined : chapterNumber(chapter, data.chapters, chapters),
        figures,
        clicks: ofSlide(slides, no).map(saidOf),
        paper: joinSaid(...ofSlide(reading, no).map(saidOf)),
        beside: joinSaid(saidOf(note), saidIn([title, heading, ...evidenceLines(figures)], Infinity)),
      }
    }),
    said: joinSaid(
      ...drawn.filter(({ no }) => no === 0).map(saidOf),
      saidIn([deck.title, deck.author, deck.subject, ...deck.keywords, deck.keywords.join(' ')]),
    ),
    partsOf: text => parts.get(text) ?? [],
    margins: made => Object.values(marginsOf(deck, made)).filter(text => text !== undefined),
  }
}

/** What the data of charts may say of figures beside what their slide says. */
export function dataSaid(figures: readonly Figure[]): Said {
  return saidIn(
    figures.flatMap(figure => [formatFigure(figure, 'worded'), evidenceLine(figure)]),
    Infinity,
  )
}
