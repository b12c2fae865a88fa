import type { Page } from 'playwright-chromium'

const MARK = 'slide-'
const END = '-end'

/** Names the places where slides begin and end, in the PDF that is printed of a page: slide-7, slide-7-end. */
export async function nameSlides(page: Page): Promise<void> {
  await page.evaluate(markSlides, [MARK, END] as const)
}

/** The slide that begins or ends at a place of this name; undefined of other places. */
export function slideAt(name: string): number | undefined {
  const no = name.startsWith(MARK) ? name.slice(MARK.length).replace(END, '') : ''
  return /^\d+$/.test(no) ? Number(no) : undefined
}

/* Runs in the page: may use nothing from outside of itself. */
function markSlides([mark, end]: readonly [string, string]): void {
  const links = document.createElement('nav')
  links.hidden = true
  const place = (id: string): Element => {
    // Chromium keeps the places that links lead to, whether the links are printed or not.
    const link = document.createElement('a')
    link.href = `#${id}`
    links.append(link)
    const element = document.createElement('span')
    Object.assign(element, { id })
    element.style.position = 'absolute'
    return element
  }
  for (const slide of document.querySelectorAll('.print-slide-container')) {
    const name = `${mark}${Number.parseInt(slide.id)}`
    const whole = slide.closest('.hb-sheet, .hb-reading-slide')!
    const last = whole.querySelector('.hb-sheet-notes > p:last-of-type') ?? whole
    whole.prepend(place(name))
    last.append(place(name + end))
  }
  document.body.append(links)
}
