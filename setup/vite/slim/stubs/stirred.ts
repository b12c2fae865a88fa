/** Signs that someone is at the page. */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'contextmenu', 'focusin']

/** When Slidev fetches the remaining slides, in milliseconds: from then on the page must do without a network. */
const PRELOAD = 3_000

/** Settles when someone stirs, at the latest when the remaining slides are fetched. */
export const stirred: Promise<void> = new Promise(resolve => {
  const done = (): void => resolve()
  for (const sign of SIGNS) addEventListener(sign, done, { once: true, passive: true, capture: true })
  setTimeout(done, PRELOAD)
})
