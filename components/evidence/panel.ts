import type { AppContext } from '@slidev/types'
import { h, render } from 'vue'
import EvidencePanel from './EvidencePanel.vue'
import { armFigures, figureNear, idOf } from './targets.ts'
import '../../styles/evidence.css'

/** The one panel of a page. */
export interface Panel {
  /** Shows the evidence of the figure that an element shows, beside it. */
  open: (figure: Element) => void
  /** Does so for the figure nearest to a point; where none is near, closes the panel. */
  openNear: (x: number, y: number) => void
  /** Closes the panel; `back` takes the focus back to the figure. */
  close: (back?: boolean) => void
  /** Puts the figures that can be seen into the order of the Tab key. @returns the buttons */
  arm: () => HTMLElement[]
}

/** Makes the panel, which shows itself only when it is asked to. */
export function createPanel({ app, router }: Pick<AppContext, 'app' | 'router'>): Panel {
  let host: HTMLElement | undefined
  let anchor: Element | undefined

  function close(back = false): void {
    const from = anchor
    anchor = undefined
    if (!host) return
    const focused = host.contains(document.activeElement)
    render(null, host)
    host.remove()
    host = undefined
    if (back && focused && from instanceof HTMLElement && from.tabIndex >= 0 && from.isConnected)
      from.focus({ preventScroll: true })
  }

  function open(figure: Element): void {
    anchor = figure
    if (!host) {
      host = document.createElement('div')
      document.body.append(host)
    }
    const here = Number(figure.closest<HTMLElement>('[data-slidev-no]')?.dataset.slidevNo)
    // Rows and blocks are wider than what they say: the panel stands beside their number.
    const beside = figure.matches('[data-number]')
      ? figure
      : (figure.querySelector('[data-number=value], [data-figure]') ?? figure)
    const panel = h(EvidencePanel, {
      id: idOf(figure),
      anchor: beside,
      here,
      onPage: figure.closest('.hb-reading') !== null,
      onClose: close,
    })
    panel.appContext = app._context
    render(panel, host)
  }

  router.afterEach((to, from) => {
    if (to.path !== from.path || to.query.clicks !== from.query.clicks) close()
  })
  addEventListener('beforeprint', () => close())
  addEventListener(
    'keydown',
    event => {
      if (event.key !== 'Escape' || !host) return
      event.stopPropagation()
      close(true)
    },
    true,
  )

  return {
    open,
    openNear: (x, y) => {
      const figure = figureNear(x, y)
      if (figure) open(figure)
      else close()
    },
    close,
    arm: armFigures,
  }
}
