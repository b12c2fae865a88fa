/* Everything here runs in the page: no function may use anything from outside of itself. */

/** What stands with a slide on paper. */
export interface WithSlide {
  /** The id of its element on the print page. */
  id: string
  /** What the speaker says: a paragraph each. */
  speech: readonly string[]
}

/** Moves the slides of the print page onto sheets, each with what is said on it or with lines to write on. */
export function arrangeSheets({
  slides,
  columns,
  lines,
}: {
  slides: readonly WithSlide[]
  /** How many slides stand side by side. */
  columns: number
  /** How many lines each slide has to write on. */
  lines: number
}): void {
  const add = (parent: Element, tag: string, name: string): HTMLElement => {
    const element = document.createElement(tag)
    element.className = name
    parent.append(element)
    return element
  }
  const sheets = document.createElement('main')
  sheets.className = 'hb-sheets'
  let row: HTMLElement | undefined
  slides.forEach(({ id, speech }, index) => {
    if (!row || index % columns === 0) row = add(sheets, 'div', 'hb-sheet-row')
    const sheet = add(row, 'div', 'hb-sheet')
    add(sheet, 'div', 'hb-sheet-slide').append(document.getElementById(id)!)
    if (lines === 0 && speech.length === 0) return
    const notes = add(sheet, 'div', 'hb-sheet-notes')
    for (const line of speech) add(notes, 'p', '').textContent = line
    for (let line = 0; line < lines; line += 1) add(notes, 'div', 'hb-sheet-line').setAttribute('aria-hidden', 'true')
  })
  document.querySelector('#print-content')!.replaceChildren(sheets)
}

/** Puts pages with what the speaker says behind the slides of the print page. */
export function addNotesPages({
  title,
  slides,
}: {
  title: string
  slides: readonly { heading: string; speech: readonly string[] }[]
}): void {
  const add = (parent: Element, tag: string, text: string): HTMLElement => {
    const element = document.createElement(tag)
    element.textContent = text
    parent.append(element)
    return element
  }
  const pages = document.createElement('section')
  pages.className = 'hb-notes-pages'
  add(pages, 'h1', title)
  for (const { heading, speech } of slides) {
    const notes = add(pages, 'div', '')
    add(notes, 'h2', heading)
    for (const line of speech) add(notes, 'p', line)
  }
  document.querySelector('#print-content')!.append(pages)
}
