import { contrast, luminance } from '../../../../styles/contrast.ts'
import { CERTAIN_CONTRAST } from '../limits.ts'
import { describeElement } from '../../page/elements.ts'
import type { Rect } from '../../../../components/rect.ts'
import { blend, parseColor, type Color } from './color.ts'
import { effectOf } from './effects.ts'
import { ImageSampler, type ColorRange } from './image-range.ts'

/** What is under everything, and what an unknown ground may be at the most and at the least. */
const CANVAS: Color = [255, 255, 255, 1]
const UNKNOWN: ColorRange = [[0, 0, 0, 1], CANVAS]
/** What paints a content of its own. */
export const PICTURES = 'img, canvas, video, iframe, object, embed, input, textarea, select, button'

/** How far apart a text is probed for what lies over it, in px. */
const STEP = 160

/** A ground whose colour styles do not tell. */
export type Layer = Color | 'picture'

/**
 * Tells which texts are surely painted, from styles and from what lies where: in a colour that stands out from the
 * ground, with nothing over it and nothing done to it. Of all others it says what may keep them from being seen, in a
 * few Chinese words; only a picture can tell whether it does.
 */
export class PaintInspector {
  readonly #root: Element
  readonly #effects = new Map<Element, string | undefined>()
  readonly #standing = new Map<Element, string | undefined>()
  readonly #backgrounds = new Map<Element, readonly Background[]>()

  readonly #sampler = new ImageSampler()

  /** @param root the slide; what is around it is as it is for every text */
  constructor(root: Element) {
    this.#root = root
  }

  /** @param ink what the glyphs of a line of the element take of the window, in which it has to be */
  doubtOf(element: Element, ink: Rect): string | undefined {
    const y = (ink.top + ink.bottom) / 2
    const width = ink.right - ink.left
    const steps = Math.ceil(width / STEP)
    const middles = Array.from({ length: steps }, (_, step) => ink.left + ((step + 0.5) * width) / steps)
    // What an element stands on is looked at once: its lines stand on the same.
    if (!this.#standing.has(element))
      this.#standing.set(element, this.#effectOn(element) ?? this.#groundAt(middles[0]!, y, element))
    return this.#standing.get(element) ?? middles.map(x => coverAt(x, y, element)).find(Boolean)
  }

  #groundAt(x: number, y: number, element: Element): string | undefined {
    const layers: Layer[] = []
    let range: ColorRange | undefined
    for (const each of document.elementsFromPoint(x, y)) {
      const layer = each === element && each instanceof SVGElement ? undefined : this.#layerAt(x, y, each)
      if (layer) layers.push(layer)
      if (layer === 'picture' && each instanceof HTMLImageElement) range = this.#sampler.rangeIn(each, textBox(element))
      if (isLast(layer)) break
    }
    return groundDoubt(element, layers, range)
  }

  /** The uppermost of what an element paints at a place behind what stands on it. */
  #layerAt(x: number, y: number, element: Element): Layer | undefined {
    let backgrounds = this.#backgrounds.get(element)
    if (!backgrounds) this.#backgrounds.set(element, (backgrounds = backgroundsOf(element)))
    if (backgrounds.length === 0) return undefined
    const { left, top } = element.getBoundingClientRect()
    return backgrounds.find(
      ({ box }) =>
        !box || (x >= left + box.left && x <= left + box.right && y >= top + box.top && y <= top + box.bottom),
    )?.layer
  }

  #effectOn(element: Element): string | undefined {
    if (!this.#effects.has(element))
      this.#effects.set(
        element,
        effectOf(getComputedStyle(element)) ??
          (element === this.#root || !element.parentElement ? undefined : this.#effectOn(element.parentElement)),
      )
    return this.#effects.get(element)
  }
}

/** Whether nothing below a layer is seen, or can be told. */
export function isLast(layer: Layer | undefined): boolean {
  return layer === 'picture' || layer?.[3] === 1
}

/**
 * What may keep a text from standing out from its ground.
 * @param layers of the ground, from above to the last
 * @param range what a picture at the bottom of them may be
 */
export function groundDoubt(
  element: Element,
  layers: readonly Layer[],
  range: ColorRange = UNKNOWN,
): string | undefined {
  const style = getComputedStyle(element)
  const color = parseColor(element instanceof SVGElement ? style.fill : style.webkitTextFillColor)
  if (color?.[3] === 0) return '文字是透明的'
  const pictured = layers.at(-1) === 'picture'
  const grounds = (pictured ? range : [CANVAS]).map(under =>
    layers.reduceRight<Color>((mixed, layer) => (layer === 'picture' ? mixed : blend(layer, mixed)), under),
  )
  if (color && isApart(color, grounds)) return undefined
  return pictured ? '和底下的图颜色几乎相同' : '颜色与底色几乎相同'
}

/** Whether a colour stands out from all grounds between two: it is lighter than both, or darker. */
function isApart(color: Color, grounds: readonly Color[]): boolean {
  const pairs = grounds.map(ground => [lightness(blend(color, ground)), lightness(ground)] as const)
  return (
    pairs.every(([text, ground]) => contrast(text, ground) >= CERTAIN_CONTRAST) &&
    new Set(pairs.map(([text, ground]) => text > ground)).size === 1
  )
}

/** The box of what stands right in an element. */
function textBox(element: Element): Rect {
  const range = document.createRange()
  range.selectNodeContents(element)
  return range.getBoundingClientRect()
}

function lightness([red, green, blue]: Color): number {
  return luminance(red, green, blue)
}

function coverAt(x: number, y: number, element: Element): string | undefined {
  const top = document.elementFromPoint(x, y)
  if (top && element.contains(top)) return undefined
  return top && !top.contains(element) ? `被 ${describeElement(top)} 盖住` : '被盖住或剪去'
}

/** What an element paints in a box of its own, from its corner; in all of its own where none is named. */
interface Background {
  layer: Layer
  box?: Rect
}

/** What an element paints behind its content, from above. */
function backgroundsOf(element: Element): Background[] {
  const style = getComputedStyle(element)
  if (element instanceof SVGElement && !(element instanceof SVGSVGElement)) {
    if (element.matches('g, text, tspan') || style.fill === 'none') return []
    const fill = Number(style.fillOpacity) < 1 || Number(style.opacity) < 1 ? undefined : parseColor(style.fill)
    return [{ layer: fill ?? 'picture' }]
  }
  const own = element.matches(PICTURES) ? 'picture' : layerOf(style)
  return [...pseudoBackgrounds(element, style), ...(own ? [{ layer: own }] : [])]
}

/** What an element with this style paints behind its content; nothing where that is undefined. */
export function layerOf({ backgroundImage, backgroundColor, opacity }: CSSStyleDeclaration): Layer | undefined {
  if (backgroundImage !== 'none') return 'picture'
  const color = parseColor(backgroundColor)
  if (color?.[3] === 0) return undefined
  return color && Number(opacity) === 1 ? color : 'picture'
}

/** What a style sheet lays over an element's own ground: bars, veils, panels. */
function pseudoBackgrounds(element: Element, style: CSSStyleDeclaration): Background[] {
  return ['::after', '::before'].flatMap((name): Background[] => {
    const pseudo = getComputedStyle(element, name)
    if (/^(?:none|normal)$/.test(pseudo.content) || !/^(?:absolute|fixed)$/.test(pseudo.position)) return []
    const layer = layerOf(pseudo) ?? (pseudo.content === '""' ? undefined : 'picture')
    if (!layer) return []
    const box = pseudoBox(style, pseudo)
    return [box ? { layer, box } : { layer: 'picture' }]
  })
}

/**
 * Where a positioned pseudo-element is, from the corner of its element; undefined where the element is not what it is
 * positioned in.
 */
export function pseudoBox(
  { position, borderLeftWidth, borderTopWidth }: CSSStyleDeclaration,
  pseudo: CSSStyleDeclaration,
): Rect | undefined {
  const [left, top, width, height] = [pseudo.left, pseudo.top, pseudo.width, pseudo.height].map(Number.parseFloat)
  if (position === 'static' || pseudo.transform !== 'none' || [left, top, width, height].some(Number.isNaN))
    return undefined
  const x = left! + Number.parseFloat(borderLeftWidth)
  const y = top! + Number.parseFloat(borderTopWidth)
  return { left: x, top: y, right: x + width!, bottom: y + height! }
}
