import type { FigureInput, OtherPlace, SheetFigureInput } from './figure.ts'
import type { DeckSource } from './source.ts'
import { findSource } from './sources.ts'

/** A figure as each place states it in which a source prints it: the one that it names first, then those of `also`. */
export function byPlace(figure: FigureInput | SheetFigureInput): (FigureInput | SheetFigureInput)[] {
  const { also = [], ...evidence } = figure.evidence
  const others = also.map(place => ({
    ...figure,
    evidence: typeof place === 'string' ? { ...evidence, clause: place } : place,
  }))
  return [figure, ...(others as (FigureInput | SheetFigureInput)[])]
}

/** Another place of a figure in words: 《云溪区公报》“产值600.5亿元”, 《云溪区主要指标》各镇!C7（东镇，产值）. */
export function tellPlace(place: OtherPlace, deck: Pick<DeckSource, 'sources'>): string {
  if (typeof place === 'string') return place
  const source = `《${findSource(deck, place.source)?.title ?? place.source}》`
  return 'clause' in place
    ? `${source}“${place.clause}”`
    : `${source}${place.sheet}!${place.cell}（${place.row}，${place.column}）`
}
