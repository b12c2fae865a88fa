import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom'

/** Windows in which the panel is a sheet at the lower edge; see `styles/evidence.css`. */
export const SHEET = '(max-width: 600px)'

/** Px between panel and figure, and between panel and window. */
const GAP = 12
const MARGIN = 16

/** Keeps a panel beside an element, inside of the window. @returns what ends that */
export function followAnchor(anchor: Element, panel: HTMLElement, gone: () => void): () => void {
  const sheet = window.matchMedia(SHEET)
  let uncovered = false

  /** A page to read moves up, once, as far as the sheet would hide what it speaks of. */
  function uncover(): void {
    if (uncovered)
      return
    uncovered = true
    const hidden = anchor.getBoundingClientRect().bottom + GAP - panel.getBoundingClientRect().top
    if (hidden > 0)
      window.scrollBy({ top: hidden, behavior: 'instant' })
  }

  async function place(): Promise<void> {
    if (!anchor.isConnected)
      return gone()
    if (sheet.matches) {
      panel.removeAttribute('style')
      return uncover()
    }
    const { x, y } = await computePosition(anchor, panel, {
      strategy: 'fixed',
      placement: 'right-start',
      middleware: [
        offset(GAP),
        flip({ padding: MARGIN, crossAxis: false, fallbackPlacements: ['left-start', 'bottom-start', 'top-start'], fallbackStrategy: 'bestFit' }),
        size({ padding: MARGIN, apply: () => { panel.style.maxHeight = `${window.innerHeight - 2 * MARGIN}px` } }),
        // A figure as wide as the slide leaves no room beside it: the panel then covers a part of it.
        shift({ padding: MARGIN, crossAxis: true }),
      ],
    })
    Object.assign(panel.style, { left: `${x}px`, top: `${y}px` })
  }

  return autoUpdate(anchor, panel, () => void place(), { animationFrame: false })
}
