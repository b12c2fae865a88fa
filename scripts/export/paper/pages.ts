import { escapeHtml } from '../../../model/escape-html.ts'

/** What stands with a slide on paper. */
export interface WithSlide {
  /** The id of its element on the print page. */
  id: string
  /** What the speaker says: a paragraph each. */
  speech: readonly string[]
}

/**
 * Sheets of paper with places for slides, each with what is said on it or with lines to write on.
 * @param columns how many slides stand side by side
 * @param lines how many lines each slide has to write on
 */
export function sheetsHtml(slides: readonly WithSlide[], columns: number, lines: number): string {
  const line = '<div class="hb-sheet-line" aria-hidden="true"></div>'
  const sheets = slides.map(({ id, speech }) => {
    const notes = paragraphs(speech) + line.repeat(lines)
    const beside = notes === '' ? '' : `<div class="hb-sheet-notes">${notes}</div>`
    return `<div class="hb-sheet"><div class="hb-sheet-slide" data-huibao-slide="${escapeHtml(id)}"></div>${beside}</div>`
  })
  const rows = Array.from({ length: Math.ceil(sheets.length / columns) }, (_, row) =>
    sheets.slice(row * columns, (row + 1) * columns).join(''),
  )
  return `<main class="hb-sheets">${rows.map(row => `<div class="hb-sheet-row">${row}</div>`).join('')}</main>`
}

/** Pages with what the speaker says on slides. */
export function notesHtml(title: string, slides: readonly { heading: string; speech: readonly string[] }[]): string {
  const notes = slides.map(({ heading, speech }) => `<div><h2>${escapeHtml(heading)}</h2>${paragraphs(speech)}</div>`)
  return `<section class="hb-notes-pages"><h1>${escapeHtml(title)}</h1>${notes.join('')}</section>`
}

function paragraphs(texts: readonly string[]): string {
  return texts.map(text => `<p>${escapeHtml(text)}</p>`).join('')
}

/** Moves the slides of the print page onto sheets. Runs in the page: may use nothing from outside of itself. */
export function fillSheets(html: string): void {
  const content = document.querySelector('#print-content')!
  content.insertAdjacentHTML('beforeend', html)
  const sheets = content.lastElementChild!
  for (const place of sheets.querySelectorAll<HTMLElement>('[data-huibao-slide]'))
    place.append(document.getElementById(place.dataset.huibaoSlide!)!)
  content.replaceChildren(sheets)
}

/** Puts pages behind the slides of the print page. Runs in the page: may use nothing from outside of itself. */
export function appendPages(html: string): void {
  document.querySelector('#print-content')!.insertAdjacentHTML('beforeend', html)
}
