import type { SlideInfo } from '@slidev/types'
import type { PhotoSize } from './read.ts'
import { CANVAS_WIDTH } from '../../../model/slides/headmatter.ts'
import { idsOfTag } from '../../../model/slides/ids.ts'
import { scanTags } from '../../../model/slides/scan.ts'

/** A place on a slide that shows a photo: its size in CSS px. */
export interface PhotoRoom {
  /** Number of the slide, from 1. */
  slide: number
  width: number
  height: number
}

/** Pixels of a photo for each CSS px of its slot: a canvas 1280 wide fills projectors 1920 wide. */
export const DENSITY = 1.5

/** Parts of the slide's width and height that a layout gives to the photo of its frontmatter. */
const LAYOUT_ROOMS: Readonly<Record<string, readonly [number, number]>> = { chapter: [720 / CANVAS_WIDTH, 1] }

/** Layouts not listed, and slots within the text of a slide, may take all of it. */
const WHOLE = [1, 1] as const

/** Where each photo is shown. */
export function photoRooms(
  slides: readonly Pick<SlideInfo, 'frontmatter' | 'source'>[],
  canvas: { width: number; height: number },
): Map<string, PhotoRoom[]> {
  const rooms = new Map<string, PhotoRoom[]>()
  const add = (id: string, slide: number, [width, height]: readonly [number, number]): void => {
    rooms.set(id, [
      ...(rooms.get(id) ?? []),
      { slide, width: Math.round(width * canvas.width), height: Math.round(height * canvas.height) },
    ])
  }
  for (const [index, { frontmatter, source }] of slides.entries()) {
    if (frontmatter.photo !== undefined)
      add(String(frontmatter.photo), index + 1, LAYOUT_ROOMS[String(frontmatter.layout)] ?? WHOLE)
    scanTags(source.contentRaw)
      .flatMap(tag => idsOfTag(tag, {}))
      .filter(({ sort }) => sort === 'photo')
      .forEach(({ id }) => add(id, index + 1, WHOLE))
  }
  return rooms
}

/** The least size with which a photo fills a slot well: cropped to the slot's shape, it still has `DENSITY`. */
function leastSize({ width, height }: PhotoRoom): PhotoSize {
  return { width: Math.ceil(DENSITY * width), height: Math.ceil(DENSITY * height) }
}

/** Why a photo is too small for the largest of its slots that it does not fill; `undefined` where it fills them all. */
export function sizeFault({ width, height }: PhotoSize, rooms: readonly PhotoRoom[]): string | undefined {
  const [room] = rooms
    .filter(each => width < leastSize(each).width || height < leastSize(each).height)
    .sort((a, b) => b.width * b.height - a.width * a.height)
  if (!room) return undefined
  const least = leastSize(room)
  return (
    `照片太小，投影会发虚：只有 ${width}×${height} 像素。第 ${room.slide} 页的图片位是 ${room.width}×${room.height}，` +
    `裁剪后每点要有 ${DENSITY} 个像素，所以宽至少 ${least.width}、高至少 ${least.height} 像素`
  )
}
