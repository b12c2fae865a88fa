/** Events that only a person causes. */
const EVENTS = ['keydown', 'pointerdown', 'pointermove', 'contextmenu', 'focusin']

/** When Slidev fetches the remaining slides, in milliseconds: from then on the page must do without a network. */
const PRELOAD = 3_000

/** Settles when someone is at the page, at the latest when the remaining slides are fetched. */
export const firstInteraction: Promise<void> = new Promise(resolve => {
  const done = (): void => resolve()
  for (const name of EVENTS) addEventListener(name, done, { once: true, passive: true, capture: true })
  setTimeout(done, PRELOAD)
})
