import { escapeHtml } from '../../../model/escape-html.ts'
import { launchBrowser } from '../../browser/launch.ts'
import { describeDocument } from '../../export/pdf.ts'
import { openSheet } from '../../export/sheet.ts'
import type { Context } from '../../lib/command.ts'
import { COLUMNS, headingOf, type Column, type SheetInput } from './rows.ts'

const STYLE = `
@page { size: A4 landscape; margin: 12mm 10mm 14mm }
body { margin: 0; color: #1d1f23; font: 11px/1.45 "Noto Sans SC" }
h1 { margin: 0; font-size: 20px }
p { margin: 2px 0 8px; font-size: 12px }
table { width: 100%; border-collapse: collapse; table-layout: fixed }
th, td { padding: 3px 4px; border: 0.5px solid #55595f; overflow-wrap: anywhere; text-align: left; vertical-align: top }
th { background: #f3ede2 }
th[colspan] { break-after: avoid; background: none; font-size: 12px }
tr { break-inside: avoid }
td { height: 34px; white-space: pre-line }
footer { display: flex; gap: 60px; margin-top: 36px; font-size: 13px; break-inside: avoid }
footer span { flex: 1; padding-bottom: 6px; border-bottom: 0.5px solid #55595f }
`

/** The columns that are printed side by side. */
const printed = COLUMNS.filter(({ grouped }) => !grouped)

/** The sheet as a page that is printed. */
function sheetHtml({ deck: { title, lang }, items, review, date }: SheetInput, fonts: string): string {
  const [heading, summary] = headingOf(title, items, review, date).map(escapeHtml)
  const all = printed.reduce((sum, { width }) => sum + width, 0)
  const columns = printed.map(({ width }) => `<col style="width:${(width / all) * 100}%">`).join('')
  const heads = printed.map(({ head }) => `<th scope="col">${head}</th>`).join('')
  const rows = items.map((item, index) => {
    const cells = printed.map(column => `<td>${escapeHtml(column.text(item, index, review))}</td>`)
    return `<tr>${cells.join('')}</tr>`
  })
  const groups = items.map((item, index) => groupOf(item, index, review))
  const body = rows.map((row, index) => (groups[index] === groups[index - 1] ? row : groups[index]! + row))
  return `<!DOCTYPE html><html lang="${escapeHtml(lang)}"><meta charset="utf-8"><title>${heading}</title><style>${fonts}${STYLE}</style>
<h1>${heading}</h1><p>${summary}</p>
<table><colgroup>${columns}</colgroup><thead><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table>
<footer><span>校核人一</span><span>校核人二</span><span>负责人</span><span>日期</span></footer></html>`
}

/** The row above those that have the same text in the columns that are grouped. */
function groupOf(...of: Parameters<Column['text']>): string {
  const texts = COLUMNS.filter(({ grouped }) => grouped).map(({ text }) => text(...of))
  return `<tr><th scope="rowgroup" colspan="${printed.length}">${escapeHtml(texts.join(' '))}</th></tr>`
}

/**
 * The sign-off sheet on A4 paper.
 * @throws HuibaoError where there is no browser to print it
 */
export async function sheetPdf(
  input: SheetInput,
  { host, life, log }: Pick<Context, 'host' | 'life' | 'log'>,
): Promise<Uint8Array> {
  await using part = life.part()
  const browser = await launchBrowser({ host, life: part, log })
  const page = await openSheet(browser, ({ fontFaces }) => sheetHtml(input, fontFaces))
  const bytes = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate:
      '<div style="width:100%;font-size:9px;text-align:center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
  })
  const { openPdf, savePdf } = await import('../../lib/pdf-document.ts')
  const pdf = await openPdf(bytes)
  const [title] = headingOf(input.deck.title, input.items, input.review, input.date)
  describeDocument(pdf, { ...input.deck, title }, input.date)
  return savePdf(pdf)
}
