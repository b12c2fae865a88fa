/** The spacing that readers may ask for (WCAG 1.4.12). */
export const WIDE_TEXT = `
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }
`

/**
 * Text on the page to read that is cut off, or makes the page wider than the window. Runs in the page: it may use
 * nothing from outside of itself.
 */
export function findCut(): string[] {
  const range = document.createRange()
  const cut = [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')]
    .filter(element => {
      const css = getComputedStyle(element)
      const own = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim())
      if (!own || !element.checkVisibility() || element.closest('svg')) return false
      range.selectNodeContents(element)
      const box = range.getBoundingClientRect()
      for (let above: HTMLElement | null = element; above; above = above.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(above)
        const frame = above.getBoundingClientRect()
        // What scrolls can be read; what is cut off by an ellipsis stands elsewhere in full.
        if (['auto', 'scroll'].includes(overflowX) || css.textOverflow === 'ellipsis') return false
        if (['hidden', 'clip'].includes(overflowX) && (box.left < frame.left - 1 || box.right > frame.right + 1))
          return true
        if (['hidden', 'clip'].includes(overflowY) && (box.top < frame.top - 1 || box.bottom > frame.bottom + 1))
          return true
      }
      return box.right > innerWidth + 1
    })
    .map(element => `cut off: ${element.textContent!.trim().slice(0, 40)}`)
  const beyond = document.documentElement.scrollWidth - innerWidth
  return beyond > 1 ? [`the page is ${beyond} px wider than the window`, ...cut] : cut
}
