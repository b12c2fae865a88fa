import { perCell, perIcon } from '../../../components/charts/structural.ts'
import { chapterNumber } from '../../../model/chapter-number.ts'
import type { ResolvedPeriod } from '../../../model/figure.ts'
import { NAMED_PROPS } from '../../../model/id-sorts.ts'
import { findPeriod } from '../../../model/periods.ts'
import { componentName, propOf } from '../../../model/slides/ids.ts'
import { scanTags } from '../../../model/slides/scan.ts'
import { appearancesOf } from '../../lib/facts/appearances.ts'
import { loadDeckFacts } from '../../lib/facts/deck.ts'
import { figuresOf } from '../numbers/snapshot.ts'
import { readWritten } from '../numbers/source.ts'
import type { KnownDeck } from './judge.ts'

/** What a deck says of its slides: which figures may stand on each of them. */
export async function knownDeck(root: string): Promise<KnownDeck> {
  const [{ deck, data, slides }, written] = await Promise.all([loadDeckFacts(root), readWritten(root)])
  const appearances = appearancesOf(slides, data, deck.figures)
  const ofSlides = written.map(({ chapter }) => chapter)
  return {
    data: deck,
    slides: slides.map(({ no, title, contentRaw }, index) => {
      const own = appearances.filter(({ slide }) => slide.no === no)
      const ids = own.map(({ id }) => id)
      const shown = figuresOf(ids, deck)
      // What follows from others is shown with its formula.
      const inputs = shown.flatMap(({ derived }) => derived?.inputs ?? [])
      const chapter = ofSlides[index]
      const scales = own.flatMap(({ id, tag }) => {
        const per = Number(tag.attributes.find(({ name }) => propOf(name).prop === 'per')?.value)
        const figure = deck.findFigure(id)
        return per > 0 && figure ? [perIcon(figure, per)] : []
      })
      return {
        no,
        title,
        chapter: chapter === undefined ? undefined : chapterNumber(chapter, deck.chapters, ofSlides),
        time: written[index]?.time,
        stated: [...new Set([...scales, ...shown.map(perCell), ...datesOn(contentRaw, deck.periods)])],
        figures: figuresOf([...new Set([...ids, ...inputs])], deck),
      }
    }),
    slidesOf(figure) {
      return [...new Set(appearances.filter(({ id }) => id === figure).map(({ slide }) => slide.no))]
    },
  }
}

/** The dates that a slide prints by themselves: those that components are told by the ids of periods. */
function datesOn(content: string, periods: readonly ResolvedPeriod[]): string[] {
  return scanTags(content).flatMap(tag => {
    const props = NAMED_PROPS[componentName(tag.name)] ?? {}
    const ids = tag.attributes.flatMap(({ name, value }) =>
      props[propOf(name).prop] === 'period' && value !== undefined ? [value] : [],
    )
    return ids.flatMap(id => findPeriod(id, periods)?.text ?? [])
  })
}
