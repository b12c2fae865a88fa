import type { Rect } from '../../../../components/rect.ts'
import type { Color } from './color.ts'
import { effectOf } from './effects.ts'

/** How many px across make one sample. */
const SAMPLE = 4

/** The darkest and the lightest that colours are, each part of them by itself. */
export type ColorRange = readonly [Color, Color]

/** Tells which colours images have where texts stand on them. */
export class ImageSampler {
  readonly #drawn = new Map<HTMLImageElement, CanvasRenderingContext2D | undefined>()

  /**
   * The colours of an image in a part of the window.
   * @returns undefined where they cannot be told: beside it, where it is not opaque, or drawn in an unusual way
   */
  rangeIn(image: HTMLImageElement, { left, top, right, bottom }: Rect): ColorRange | undefined {
    if (!this.#drawn.has(image)) this.#drawn.set(image, draw(image))
    const context = this.#drawn.get(image)
    const box = image.getBoundingClientRect()
    if (!context || left < box.left || top < box.top || right > box.right || bottom > box.bottom) return undefined
    const [x, y] = [Math.floor((left - box.left) / SAMPLE), Math.floor((top - box.top) / SAMPLE)]
    const width = Math.ceil((right - box.left) / SAMPLE) - x
    const height = Math.ceil((bottom - box.top) / SAMPLE) - y
    if (width < 1 || height < 1) return undefined
    return rangeOf(context.getImageData(x, y, width, height).data)
  }
}

/** Draws an image, smaller, as it is laid out. */
function draw(image: HTMLImageElement): CanvasRenderingContext2D | undefined {
  const { width, height } = image.getBoundingClientRect()
  const place = placeIn(image, width, height)
  if (!place || !isOwn(image)) return undefined
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width / SAMPLE)
  canvas.height = Math.ceil(height / SAMPLE)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context?.scale(1 / SAMPLE, 1 / SAMPLE)
  context?.drawImage(image, ...place)
  return context ?? undefined
}

/** Left, top, width and height of the image's picture in its box. */
function placeIn(image: HTMLImageElement, width: number, height: number): [number, number, number, number] | undefined {
  const { objectFit, objectPosition, padding, borderWidth } = getComputedStyle(image)
  const { naturalWidth, naturalHeight } = image
  if (naturalWidth === 0 || padding !== '0px' || borderWidth !== '0px') return undefined
  if (objectFit === 'fill') return [0, 0, width, height]
  const position = /^([\d.]+)% ([\d.]+)%$/.exec(objectPosition)
  if (objectFit !== 'cover' || !position) return undefined
  const scale = Math.max(width / naturalWidth, height / naturalHeight)
  const [across, along] = [scale * naturalWidth, scale * naturalHeight]
  return [((width - across) * Number(position[1])) / 100, ((height - along) * Number(position[2])) / 100, across, along]
}

/** Whether an image may be read, and nothing is done to it or what it stands in. */
function isOwn(image: HTMLImageElement): boolean {
  const { origin, protocol } = new URL(image.currentSrc, location.href)
  if (!image.complete || (origin !== location.origin && protocol !== 'data:')) return false
  for (let each: Element | null = image; each; each = each.parentElement) {
    const style = getComputedStyle(each)
    if (effectOf(style) !== undefined || style.rotate !== 'none' || !/^(?:none|1)$/.test(style.scale)) return false
    if (!/^(?:none|matrix\(1, 0, 0, 1, .*)$/.test(style.transform)) return false
  }
  return true
}

/** @param data red, green, blue and alpha of each pixel */
function rangeOf(data: Uint8ClampedArray): ColorRange | undefined {
  const least = [255, 255, 255]
  const most = [0, 0, 0]
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] !== 255) return undefined
    for (let part = 0; part < 3; part += 1) {
      const value = data[at + part]!
      if (value < least[part]!) least[part] = value
      if (value > most[part]!) most[part] = value
    }
  }
  return [
    [least[0]!, least[1]!, least[2]!, 1],
    [most[0]!, most[1]!, most[2]!, 1],
  ]
}
