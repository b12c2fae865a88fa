import type { Rect } from '../../../../components/rect.ts'
import type { PictureFact } from '../facts.ts'
import { SHOT, SHOT_ATTRIBUTE } from '../shots.ts'

/** What paints a content of its own that no file gives: only a picture of it shows it. */
export const DRAWN_ONLY = 'canvas, video, iframe, object, embed, input'

let shots = 0

/** The picture that an element shows, and how much of it. @param frame what is seen of the slide there */
export function pictureOf(element: Element, rect: Rect, frame: Rect): PictureFact | undefined {
  const seen = meet(rect, frame)
  if (seen.right - seen.left < 0.5 || seen.bottom - seen.top < 0.5) return undefined
  const alt = element.getAttribute('aria-hidden') === 'true' ? '' : (element.getAttribute('alt') ?? '')
  if (!(element instanceof HTMLImageElement)) {
    const shot = String((shots += 1))
    element.setAttribute(SHOT_ATTRIBUTE, shot)
    const label = element.getAttribute('aria-label') ?? alt
    return { kind: 'picture', rect: seen, whole: seen, source: SHOT + shot, alt: label }
  }
  if (element.naturalWidth === 0) return undefined
  const whole = wholeOf(element, rect, getComputedStyle(element))
  return { kind: 'picture', rect: meet(seen, whole), whole, source: element.currentSrc || element.src, alt }
}

/** Loads the pictures that style sheets lay behind elements; their sizes are known only then. */
export async function loadBackgrounds(): Promise<Map<string, HTMLImageElement>> {
  const addresses = [...document.querySelectorAll('.print-slide-container, .print-slide-container *')].flatMap(
    element => backgroundAddress(getComputedStyle(element)) ?? [],
  )
  const images = await Promise.all(
    [...new Set(addresses)].map(async address => {
      const image = new Image()
      image.src = address
      await image.decode().catch(() => {})
      return [address, image] as const
    }),
  )
  return new Map(images)
}

function backgroundAddress({ backgroundImage }: CSSStyleDeclaration): string | undefined {
  return /url\("([^"]+)"\)/.exec(backgroundImage)?.[1]
}

/** The picture that a style sheet lays behind an element, as `cover`, `contain` or in its own size. */
export function backgroundOf(
  element: Element,
  rect: Rect,
  frame: Rect,
  images: ReadonlyMap<string, HTMLImageElement>,
): PictureFact | undefined {
  const style = getComputedStyle(element)
  const { backgroundSize, backgroundPosition } = style
  const address = backgroundAddress(style)
  const image = address === undefined ? undefined : images.get(address)
  if (!image || image.naturalWidth === 0) return undefined
  const fit = /^(?:cover|contain)$/.test(backgroundSize) ? backgroundSize : 'none'
  const whole = wholeOf(image, rect, { objectFit: fit, objectPosition: backgroundPosition })
  const seen = meet(meet(rect, frame), whole)
  if (seen.right - seen.left < 0.5 || seen.bottom - seen.top < 0.5) return undefined
  return { kind: 'picture', rect: seen, whole, source: image.src, alt: '' }
}

/** Where all of an image would be: its box may show a part of it, or have room left. */
function wholeOf(
  image: HTMLImageElement,
  { left, top, right, bottom }: Rect,
  { objectFit, objectPosition }: Pick<CSSStyleDeclaration, 'objectFit' | 'objectPosition'>,
): Rect {
  const [width, height] = [right - left, bottom - top]
  const across = width / image.naturalWidth
  const along = height / image.naturalHeight
  if (objectFit === 'fill') return { left, top, right, bottom }
  const scale =
    objectFit === 'cover'
      ? Math.max(across, along)
      : objectFit === 'none'
        ? 1
        : Math.min(across, along, objectFit === 'scale-down' ? 1 : Infinity)
  const [x = '50%', y = '50%'] = objectPosition.split(' ')
  const free = { x: width - scale * image.naturalWidth, y: height - scale * image.naturalHeight }
  const from = { left: left + offset(x, free.x), top: top + offset(y, free.y) }
  return { ...from, right: from.left + width - free.x, bottom: from.top + height - free.y }
}

function offset(position: string, free: number): number {
  const value = Number.parseFloat(position) || 0
  return position.endsWith('%') ? (value / 100) * free : value
}

export function meet(a: Rect, b: Rect): Rect {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  }
}
