import type { Margins } from './margins.ts'
import { PAPER, type SheetPlan } from './plan.ts'

/** A text in a style sheet, whatever it says. */
function quoted(text: string): string {
  return `"${text.replace(/["\\<]|\p{Cc}/gu, character => `\\${character.codePointAt(0)!.toString(16)} `)}"`
}

/**
 * The paper of a name, with its header and footer.
 * @param counter what counts the pages, as CSS
 */
export function paperStyle(name: string, { title, meeting, date }: Margins, counter: string): string {
  const { top, side, bottom } = PAPER
  const box = (place: string, content: string, align: string): string =>
    `@${place} { content: ${content}; color: #333; font: 400 9pt var(--hb-sans, sans-serif); white-space: nowrap; ${align} }`
  const above = 'vertical-align: bottom; padding-bottom: 4mm'
  const below = 'vertical-align: top; padding-top: 4mm'
  return `@page ${name} {
size: A4; margin: ${top}mm ${side}mm ${bottom}mm; background: #fff;
${box('top-left', quoted(title), above)}
${meeting === undefined ? '' : box('top-right', quoted(meeting), above)}
${box('bottom-left', quoted(date), below)}
${box('bottom-right', counter, below)}
}`
}

// What is parted among pages is higher than it was measured, and would be cut off.
const WHOLE = '#page-root { display: block !important; overflow: visible !important; background: none !important }'

/** Of sheets that are made by `sheetsHtml`. */
export function sheetStyle(plan: SheetPlan, slideWidth: number): string {
  const { beside, rowHeight, cellWidth, width, height, gap } = plan
  const scale = (width / 25.4) * (96 / slideWidth)
  // A slide of contained size is never parted by the end of a page, which it reaches before it is drawn smaller.
  return `
${WHOLE}
.hb-sheets { page: hb-sheets; width: ${PAPER.width - 2 * PAPER.side}mm; color: #000; background: #fff;
  font: 400 ${plan.type}pt/1.6 var(--hb-sans, sans-serif); text-autospace: normal; line-break: strict }
.hb-sheet-row { display: flex; justify-content: space-between; min-height: ${rowHeight}mm; break-inside: avoid }
.hb-sheet { display: flex; flex-direction: ${beside ? 'row' : 'column'}; gap: ${beside ? gap : gap / 2}mm;
  width: ${cellWidth}mm; padding-bottom: ${gap}mm }
.hb-sheet-slide { flex: none; position: relative; width: ${width}mm; height: ${height}mm; overflow: hidden; contain: size;
  border: 0.2mm solid #999; box-sizing: content-box }
.hb-sheet-slide > .print-slide-container { position: absolute; left: 0; top: 0; transform: scale(${scale}) !important;
  transform-origin: 0 0 !important; break-after: auto !important }
.hb-sheet-notes { flex: 1; min-width: 0 }
.hb-sheet-notes p { margin: 0 0 1.5mm }
.hb-sheet-line { height: ${plan.line}mm; border-bottom: 0.2mm solid #999 }
`
}

/** Of pages that are made by `notesHtml`. */
export const NOTES_STYLE = `
${WHOLE}
.hb-notes-pages > div { break-inside: avoid }
.hb-notes-pages { page: hb-notes; width: ${PAPER.width - 2 * PAPER.side}mm; color: #000; background: #fff;
  font: 400 11pt/1.7 var(--hb-sans, sans-serif); text-autospace: normal; line-break: strict }
.hb-notes-pages :is(h1, h2) { margin: 0; color: #000; font: 400 18pt/1.4 var(--hb-sans, sans-serif); break-after: avoid }
.hb-notes-pages h2 { margin-top: 5mm; font-size: 12pt }
.hb-notes-pages p { margin: 1.5mm 0 0; font-size: 11pt; line-height: 1.7; color: #000 }
`
