import type { SlideInfo } from '@slidev/types'
import type { DeckData } from '../../../model/slides/context.ts'
import type { DeckProblem } from '../../../model/slides/problems.ts'
import type { PhotoName } from './list.ts'
import type { PhotoRead, PhotoSize } from './read.ts'
import { unknownIdMessage } from '../../../model/id-sorts.ts'
import { listPhotos } from './list.ts'
import { photoRooms, sizeFault } from './slots.ts'

/** A photo that a slot shows. */
export interface SlotPhoto extends PhotoSize {
  /** Relative to `public/`. */
  file: string
}

export interface PhotoSurvey {
  /** Photos by the id of their slot. */
  photos: Record<string, SlotPhoto>
  /** What is wrong with photos; `id` is that of a slot, or of none. */
  problems: (DeckProblem & { id: string })[]
}

export interface SurveyOptions {
  /** Names of the files in `public/photos/`. */
  names: readonly string[]
  read: (name: PhotoName) => Promise<PhotoRead>
  slides: readonly Pick<SlideInfo, 'frontmatter' | 'source'>[]
  data: DeckData
  /** Size of a slide in CSS px. */
  canvas: { width: number; height: number }
}

/** Looks at every picture file in `public/photos/`: which slot shows it, and whether it is fit for that. */
export async function surveyPhotos({ names, read, slides, data, canvas }: SurveyOptions): Promise<PhotoSurvey> {
  const rooms = photoRooms(slides, canvas)
  const survey: PhotoSurvey = { photos: {}, problems: [] }
  const all = listPhotos(names)
  for (const name of all) {
    const { id } = name
    const complain = (message: string): void =>
      void survey.problems.push({ id, file: `public/photos/${name.file}`, message })
    const doubles = all.filter(each => each.id === id)
    const photo = data.findPhoto(id)
    if (!photo) {
      complain(`${unknownIdMessage(id, data.nearest(id, 'photo'), 'photo')}；照片的文件名就是图片的编号`)
      continue
    }
    if (doubles.length > 1) {
      if (doubles[0] === name) complain(`“${id}”有几张照片：${doubles.map(({ file }) => file).join('、')}，请只留一张`)
      continue
    }
    const found = await read(name)
    if ('fault' in found) {
      complain(found.fault)
      continue
    }
    survey.photos[id] = { file: `photos/${name.file}`, ...found }
    if (!photo.credit) complain(`照片没有写来源，请在图片“${id}”的数据里写上 credit，例如 credit: '图片由某单位提供'`)
    const fault = sizeFault(found, rooms.get(id) ?? [])
    if (fault) complain(fault)
  }
  return survey
}
