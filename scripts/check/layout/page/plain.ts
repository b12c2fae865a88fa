import type { Rect } from '../../../../components/rect.ts'
import { effectOf } from './effects.ts'
import { groundDoubt, isLast, layerOf, PICTURES, type Layer } from './ground.ts'
import { paints, type Painted } from './painted.ts'
import type { TextSource } from './text.ts'

/** How far glyphs may reach into their neighbours, in px. */
const TOUCH = 1

/**
 * Tells which texts of a slide are seen without looking at what lies where: they stand out from what their own elements
 * paint, within all that could cut them off, and nothing else is painted where they are.
 */
export class PlainTexts {
  readonly #root: Element
  readonly #rect: Rect
  readonly #painted: readonly Painted[]
  readonly #sources: readonly (TextSource & { rect: Rect })[]
  readonly #frames = new Map<Element, Rect | undefined>()
  readonly #layers = new Map<Element, readonly Layer[]>()
  readonly #stands = new Map<Element, boolean>()

  /**
   * @param root the slide
   * @param sources its texts
   * @param painted all that the page paints beside texts
   */
  constructor(root: Element, sources: readonly TextSource[], painted: readonly Painted[]) {
    const rect = root.getBoundingClientRect()
    this.#root = root
    this.#rect = rect
    this.#painted = painted.filter(each => meets(each.rect, rect))
    this.#sources = sources.map(source => ({ ...source, rect: moved(source.ink, rect) }))
  }

  /** The others, of which only their place on the page can tell. */
  get others(): TextSource[] {
    return this.#sources.filter(source => !this.#isPlain(source))
  }

  #isPlain({ element, rect }: TextSource & { rect: Rect }): boolean {
    const frame = this.#frameOf(element)
    return (
      frame !== undefined &&
      isWithin(rect, frame) &&
      !this.#painted.some(each => meets(each.rect, rect) && !(each.behind && each.element.contains(element))) &&
      !this.#sources.some(other => other.element !== element && meets(other.rect, rect)) &&
      this.#standsOut(element)
    )
  }

  /** What an element's content must be within, not to be cut off or beside its ground; undefined for what is moved. */
  #frameOf(element: Element): Rect | undefined {
    if (!this.#frames.has(element)) this.#frames.set(element, this.#measureFrame(element))
    return this.#frames.get(element)
  }

  #measureFrame(element: Element): Rect | undefined {
    const style = getComputedStyle(element)
    if (isMoved(style)) return undefined
    if (element === this.#root) return this.#rect
    const around = element.parentElement && this.#frameOf(element.parentElement)
    if (!around || !(clips(style) || paints(style))) return around ?? undefined
    const own = element.getBoundingClientRect()
    return {
      left: Math.max(around.left, own.left),
      top: Math.max(around.top, own.top),
      right: Math.min(around.right, own.right),
      bottom: Math.min(around.bottom, own.bottom),
    }
  }

  #standsOut(element: Element): boolean {
    let stands = this.#stands.get(element)
    if (stands === undefined)
      this.#stands.set(element, (stands = groundDoubt(element, this.#layersOf(element)) === undefined))
    return stands
  }

  /** What an element and those around it paint, from above. */
  #layersOf(element: Element): readonly Layer[] {
    let layers = this.#layers.get(element)
    if (!layers) {
      const inner = element instanceof SVGElement && !(element instanceof SVGSVGElement)
      const own = inner ? undefined : element.matches(PICTURES) ? 'picture' : layerOf(getComputedStyle(element))
      const under = isLast(own) || !element.parentElement ? [] : this.#layersOf(element.parentElement)
      this.#layers.set(element, (layers = own ? [own, ...under] : under))
    }
    return layers
  }
}

function moved({ left, top, right, bottom }: Rect, { left: x, top: y }: Pick<Rect, 'left' | 'top'>): Rect {
  return { left: x + left, top: y + top, right: x + right, bottom: y + bottom }
}

function isWithin(inner: Rect, outer: Rect): boolean {
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  )
}

function meets(a: Rect, b: Rect): boolean {
  return a.left + TOUCH < b.right && b.left + TOUCH < a.right && a.top + TOUCH < b.bottom && b.top + TOUCH < a.bottom
}

/** Whether a style does to its content what rectangles do not tell. */
function isMoved(style: CSSStyleDeclaration): boolean {
  return (
    effectOf(style) !== undefined ||
    style.position === 'fixed' ||
    style.zIndex.startsWith('-') ||
    style.clip !== 'auto' ||
    style.backfaceVisibility === 'hidden' ||
    style.rotate !== 'none' ||
    !/^(?:none|matrix\([^,]+, 0, 0, )/.test(style.transform) ||
    (clips(style) && style.borderRadius !== '0px')
  )
}

function clips({ overflowX, overflowY, contain }: CSSStyleDeclaration): boolean {
  return overflowX !== 'visible' || overflowY !== 'visible' || /paint|strict|content/.test(contain)
}
