import type { Place } from '../trace/place.ts'

const MEDIA: Readonly<Record<Place['medium'], string>> = {
  title: '标题',
  body: '正文',
  number: '大字',
  chart: '图表',
  note: '讲稿',
  appendix: '附录',
  text: '正文',
}

/** A slide that a figure is on. */
export interface SlidePlace {
  slide: number
  title: string
  /** What of the slide has it, in words. */
  media: readonly string[]
  /** Whether it can be seen there: notes are only heard. */
  isPrinted: boolean
}

/** The slides that a figure is on, each once. */
export function placesOf(places: readonly Place[]): SlidePlace[] {
  return [...Map.groupBy(places, ({ slide }) => slide)].map(([slide, own]) => ({
    slide,
    title: own[0]!.title,
    media: [...new Set(own.map(({ medium }) => MEDIA[medium]))],
    isPrinted: own.some(({ medium }) => medium !== 'note'),
  }))
}
