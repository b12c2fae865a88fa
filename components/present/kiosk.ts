/** What a hand could do to a page. */
const SIGNS = [
  'keydown',
  'keypress',
  'keyup',
  'pointerdown',
  'pointermove',
  'pointerup',
  'mousedown',
  'mouseup',
  'mousemove',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'wheel',
  'touchstart',
  'touchmove',
  'touchend',
  'dragstart',
] as const

/** Makes the page deaf to everybody at it. The browser's own keys, which reload it or fill the screen, keep working. */
export function deafen(): void {
  document.documentElement.classList.add('hb-kiosk')
  for (const sign of SIGNS) {
    addEventListener(
      sign,
      event => {
        event.stopImmediatePropagation()
        if (!isBrowsersOwn(event) && event.cancelable) event.preventDefault()
      },
      { capture: true, passive: false },
    )
  }
}

function isBrowsersOwn(event: Event): boolean {
  return event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey || event.altKey || /^F\d+$/.test(event.key))
}
