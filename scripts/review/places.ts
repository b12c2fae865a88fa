import { MEDIA, type Place } from '../trace/place.ts'

/** A slide that a figure is on. */
export interface SlidePlace {
  slide: number
  title: string
  /** What of the slide has it, in words. */
  media: readonly string[]
}

/** The slides that a figure is on, each once. */
export function placesOf(places: readonly Place[]): SlidePlace[] {
  return [...Map.groupBy(places, ({ slide }) => slide)].map(([slide, own]) => ({
    slide,
    title: own[0]!.title,
    media: [...new Set(own.map(({ medium }) => MEDIA[medium]))],
  }))
}

/** Numbers of the slides on which a figure is seen: notes are only heard. Those of the appendix where no other is. */
export function seenOn(places: readonly Place[]): number[] {
  const seen = places.filter(({ medium }) => medium !== 'note')
  const presented = seen.filter(({ medium }) => medium !== 'appendix')
  return [...new Set((presented.length > 0 ? presented : seen).map(({ slide }) => slide))]
}
