import type { AppContext } from '@slidev/types'
import type { Panel } from './panel.ts'

/**
 * Lets every figure on slides and on the page to read be asked for its evidence: by a click, a finger, or Enter where
 * it has the keyboard's focus. The panel itself is loaded when someone first does, and opens for nothing else: on paper
 * and on a screen that only follows there is none.
 */
export function watchFigures(context: Pick<AppContext, 'app' | 'router'>): void {
  const { router } = context
  let panel: Panel | undefined
  const load = async (): Promise<Panel> => (panel ??= (await import('./panel.ts')).createPanel(context))
  const asleep = (): boolean => {
    const { name, query } = router.currentRoute.value
    return name === 'print' || 'print' in query || 'kiosk' in query
  }
  const at = (target: EventTarget | null, selector: string): Element | null => (target as Element).closest?.(selector)

  addEventListener('click', async ({ target, button, clientX, clientY }) => {
    if (asleep() || button || at(target, 'a, button, summary, .hb-evidence')) return
    const figure = at(target, '#slide-container [data-figure], .hb-reading [data-figure]')
    if (figure) (await load()).open(figure)
    else if (at(target, '#slide-container .hb-chart-box, .hb-reading')) (await load()).openNear(clientX, clientY)
    else panel?.close()
  })

  addEventListener(
    'keydown',
    async event => {
      const { key, target } = event
      if (asleep() || event.ctrlKey || event.altKey || event.metaKey) return
      if (key === 'Tab') {
        if (panel) return void panel.arm()
        const first = document.activeElement === document.body
        // The figures have to be there before the browser looks for what comes first.
        if (first) event.preventDefault()
        const figures = (await load()).arm()
        if (first) figures.at(event.shiftKey ? -1 : 0)?.focus()
      } else if (
        (key === 'Enter' || key === ' ') &&
        at(target, '[data-figure]') &&
        at(target, '[aria-haspopup=dialog]')
      ) {
        event.preventDefault()
        event.stopPropagation()
        ;(await load()).open(target as Element)
      }
    },
    true,
  )
}
