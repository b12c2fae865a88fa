import type { FigureInput } from '../../model/figure.ts'
import type { DeckSource } from '../../model/source.ts'
import { resolveDeck, type Deck } from '../../model/deck.ts'
import { materialOf, type Material } from '../../scripts/draft/material.ts'
import { soundSource } from '../support/deck-source.ts'

/** A figure of an invented deck. */
export const stated = (id: string, figure: Partial<FigureInput>): FigureInput => ({
  id,
  label: id,
  value: 5,
  unit: '亿元',
  period: 'year',
  evidence: { column: '数说', clause: id },
  ...figure,
})

/** A change of another figure. */
export const changed = (of: string, value: number, change: string): FigureInput =>
  stated(`${of}-growth`, {
    label: `${of}增速`,
    value,
    unit: '%',
    kind: 'growth',
    change,
    comparedWith: '上年',
    of,
  })

/** A deck of the first chapter of a sound one, which has nothing but what it is given. */
export function deckWith(parts: Partial<DeckSource>): Deck<string> {
  const source = soundSource()
  return resolveDeck<string>({
    ...source,
    chapters: [source.chapters[0]!],
    figures: [],
    derived: { file: '', figures: [] },
    quotes: { file: '', quotes: [] },
    photos: { file: '', photos: [] },
    errata: { file: '', errata: [] },
    ...parts,
  } as DeckSource)
}

/** Figures as those of the one chapter. */
export const inChapter = (figures: readonly FigureInput[]): Pick<DeckSource, 'figures'> => ({
  figures: [{ file: 'data/figures/trade.ts', chapter: 'trade', figures }],
})

/** A deck of one chapter that has these figures. */
export const deckOf = (...figures: FigureInput[]): Deck<string> => deckWith(inChapter(figures))

export const materialWith = (...figures: FigureInput[]): Material => materialOf(deckOf(...figures))
