import { lineAt } from '../../model/slides/source.ts'
import { toHalfWidth } from '../../model/reading/text.ts'
import type { FactSlide } from '../../model/slides/read.ts'
import type { Place } from './place.ts'

/** Where a number is typed into the words of slides and notes; components and settings are no words. */
export function typedPlaces(query: string, slides: readonly FactSlide[]): Place[] {
  const wanted = toHalfWidth(query)
  const whole = new RegExp(`(?<![\\d.])${wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\d]|\\.\\d)`)
  return slides.flatMap(slide => {
    const settings = slide.frontmatterRaw ?? ''
    const head = settings === '' ? 0 : slide.raw.indexOf(settings) + settings.length
    let at = 0
    return slide.raw.split('\n').flatMap(line => {
      const start = at
      at += line.length + 1
      // Of the settings, those that are shown are in Chinese.
      const shown = start >= head || /\p{Script=Han}/u.test(line)
      if (!shown || !whole.test(toHalfWidth(line.replace(/<(?!!--)[^>]*>/g, '\0')))) return []
      return [
        {
          slide: slide.no,
          title: slide.title,
          medium: 'text' as const,
          component: '',
          text: line.trim(),
          where: `${slide.file}:${lineAt(slide, start)}`,
        },
      ]
    })
  })
}
