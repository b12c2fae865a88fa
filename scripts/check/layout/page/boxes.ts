import type { Body, Box } from '../facts.ts'
import type { Rect } from '../../../../components/rect.ts'
import { describeElement } from '../../page/elements.ts'

const NO_BOX = /^(?:inline|contents|none|ruby.*|table-(?:row|header|footer|column).*)$/

/** The boxes of one slide, found as they are asked for. */
export class BoxTree {
  readonly boxes: Box[] = []
  readonly #root: Element
  readonly #rootRect: DOMRect
  readonly #corner: Pick<Rect, 'left' | 'top'>
  readonly #known = new Map<Element, number | undefined>()

  /** @param corner from where places are measured; that of the slide unless told */
  constructor(root: Element, corner?: Pick<Rect, 'left' | 'top'>) {
    this.#root = root
    this.#rootRect = root.getBoundingClientRect()
    this.#corner = corner ?? this.#rootRect
  }

  /** A rectangle of the window, from that corner. */
  place({ left, top, right, bottom }: Rect): Rect {
    const { left: x, top: y } = this.#corner
    return { left: left - x, top: top - y, right: right - x, bottom: bottom - y }
  }

  /** The innermost box that an element, or the text right in it, is in; undefined where that is the slide. */
  boxOf(element: Element | null): number | undefined {
    if (!element || element === this.#root || !this.#root.contains(element)) return undefined
    if (!this.#known.has(element)) this.#known.set(element, this.#find(element))
    return this.#known.get(element)
  }

  /** The box that contains an element, itself left out. */
  boxAround(element: Element): number | undefined {
    return this.boxOf(containerOf(element))
  }

  #find(element: Element): number | undefined {
    const style = getComputedStyle(element)
    const around = this.boxAround(element)
    if (!(element instanceof HTMLElement) || NO_BOX.test(style.display) || this.#isSlide(element)) return around
    const clips = { clipsX: style.overflowX !== 'visible', clipsY: style.overflowY !== 'visible' }
    this.boxes.push({
      element: describeElement(element),
      rect: this.place(clips.clipsX || clips.clipsY ? paddingBox(element, style) : element.getBoundingClientRect()),
      ...clips,
      shortens: shortening(style),
      parent: around,
      free: isFree(element),
    })
    return this.boxes.length - 1
  }

  /** Layouts wrap the slide in elements of its own size. */
  #isSlide(element: Element): boolean {
    const own = element.getBoundingClientRect()
    return (['left', 'top', 'right', 'bottom'] as const).every(side => Math.abs(own[side] - this.#rootRect[side]) <= 1)
  }
}

/** The bodies of a slide, as layouts mark them, but those in `skip`. */
export function collectBodies(root: Element, boxes: BoxTree, skip?: string): Body[] {
  return [...root.querySelectorAll('[data-huibao-content]')]
    .filter(body => !(skip && body.closest(skip)))
    .map(body => ({
      element: describeElement(body),
      box: boxes.boxOf(body),
      across: body.scrollWidth - body.clientWidth,
      along: body.scrollHeight - body.clientHeight,
    }))
}

/** Whether an element is where it is on purpose, and may leave what it stands in. */
export function isFree(element: Element): boolean {
  const style = getComputedStyle(element)
  return (
    /^(?:absolute|fixed)$/.test(style.position) ||
    [style.marginTop, style.marginRight, style.marginBottom, style.marginLeft].some(
      margin => Number.parseFloat(margin) < 0,
    )
  )
}

function containerOf(element: Element): Element | null {
  const absolute = element instanceof HTMLElement && /^(?:absolute|fixed)$/.test(getComputedStyle(element).position)
  return absolute ? (element as HTMLElement).offsetParent : element.parentElement
}

function paddingBox(element: HTMLElement, style: CSSStyleDeclaration): Rect {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const width = (side: string): number => Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) || 0
  return {
    left: left + width('left'),
    top: top + width('top'),
    right: right - width('right'),
    bottom: bottom - width('bottom'),
  }
}

function shortening(style: CSSStyleDeclaration): Box['shortens'] {
  if (style.overflowX !== 'visible' && style.textOverflow !== 'clip') return 'ellipsis'
  return style.overflowY !== 'visible' && !/^(?:none|)$/.test(style.webkitLineClamp) ? 'clamp' : undefined
}
