import type { ComputePositionReturn, Platform, ReferenceElement } from '@floating-ui/dom'
import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom'

/** Windows in which the panel is a sheet at the lower edge; see `styles/evidence.css`. */
export const SHEET = '(max-width: 600px)'

/** Px between panel and figure, and between panel and window. */
export const GAP = 12
export const MARGIN = 16

/** Least part of the window's height that a sheet keeps. */
const LEAST_SHEET = 0.4

function union(boxes: readonly DOMRect[]): DOMRect {
  const [left, top] = [Math.min(...boxes.map(each => each.left)), Math.min(...boxes.map(each => each.top))]
  return new DOMRect(
    left,
    top,
    Math.max(...boxes.map(each => each.right)) - left,
    Math.max(...boxes.map(each => each.bottom)) - top,
  )
}

/**
 * What must stay in sight: of a text its letters, which leave room in their box; of a drawing the mark and its number.
 */
function boxOf(anchor: Element): DOMRect {
  const own = anchor.getBoundingClientRect()
  const svg = anchor.closest('svg')
  if (svg) {
    const id = anchor.closest('[data-figure]')?.getAttribute('data-figure')
    return union([
      own,
      ...[...svg.querySelectorAll(`[data-mark='value'][data-figure='${id}']`)]
        .map(each => each.getBoundingClientRect())
        .filter(({ width }) => width > 0),
    ])
  }
  const range = document.createRange()
  range.selectNodeContents(anchor)
  const said = range.getBoundingClientRect()
  return said.width > 0 ? said : own
}

/**
 * The corner of a panel that is no sheet: beside its figure where there is room on any side, inside of the window
 * always. It also limits the panel's height.
 * @param height of the window
 * @param platform what measures, where that is not a browser
 */
export function placePanel(
  figure: ReferenceElement,
  panel: HTMLElement,
  height: number,
  platform?: Platform,
): Promise<ComputePositionReturn> {
  return computePosition(figure, panel, {
    ...(platform && { platform }),
    strategy: 'fixed',
    placement: 'right-start',
    middleware: [
      offset(GAP),
      flip({
        padding: MARGIN,
        crossAxis: false,
        fallbackPlacements: ['left-start', 'bottom-start', 'top-start'],
        fallbackStrategy: 'bestFit',
      }),
      size({
        padding: MARGIN,
        apply: () => {
          panel.style.maxHeight = `${height - 2 * MARGIN}px`
        },
      }),
      // A figure as wide as the slide leaves no room beside it: the panel then covers a part of it.
      shift({ padding: MARGIN, crossAxis: true }),
    ],
  })
}

/** Keeps a panel beside an element, inside of the window. @returns what ends that */
export function followAnchor(anchor: Element, panel: HTMLElement, gone: () => void): () => void {
  const sheet = window.matchMedia(SHEET)
  const beside = { getBoundingClientRect: () => boxOf(anchor), contextElement: anchor }
  let limit: string | undefined

  /**
   * Once: a page to read moves up as far as the sheet would hide what it speaks of. Before a slide the sheet is lower.
   */
  function uncover(): void {
    if (limit === undefined) {
      const hidden = (): number => boxOf(anchor).bottom + GAP - panel.getBoundingClientRect().top
      if (hidden() > 0) window.scrollBy({ top: hidden(), behavior: 'instant' })
      limit =
        hidden() > 0.5
          ? `${Math.max(window.innerHeight * LEAST_SHEET, window.innerHeight - boxOf(anchor).bottom - GAP)}px`
          : ''
    }
    panel.style.maxHeight = limit
  }

  async function place(): Promise<void> {
    if (!anchor.isConnected) return gone()
    if (sheet.matches) {
      panel.removeAttribute('style')
      return uncover()
    }
    const { x, y } = await placePanel(beside, panel, window.innerHeight)
    Object.assign(panel.style, { left: `${x}px`, top: `${y}px` })
  }

  return autoUpdate(anchor, panel, () => void place(), { animationFrame: false })
}
