import { PDFHexString, PDFName, type PDFDocument } from '@cantoo/pdf-lib'
import type { SlideSnapshot } from './inspect.ts'
import { NOTES_TITLE } from './paper/notes-pages.ts'

/** What the pages from one on are called: a prefix, then a number that goes up. */
export interface PageLabels {
  /** Index of the first of them. */
  page: number
  prefix?: string
  /** Of the first of them; none where the prefix says all. */
  start?: number
}

/**
 * Calls pages by the numbers of their slides, whatever is left out of the PDF; several click states of a slide are
 * called as pictures of them are, by the clicks before: 3-2.
 * @param notes whether pages with notes follow
 */
export function planLabels(snapshots: readonly Pick<SlideSnapshot, 'no' | 'clicks'>[], notes: boolean): PageLabels[] {
  const labels = snapshots.flatMap(({ no }, page): PageLabels[] => {
    const before = snapshots[page - 1]
    const again = before?.no === no
    if (again) return snapshots[page - 2]?.no === no ? [] : [{ page, prefix: `${no}-`, start: 1 }]
    const follows = before !== undefined && before.no === no - 1 && snapshots[page - 2]?.no !== before.no
    return follows ? [] : [{ page, start: no }]
  })
  return notes ? [...labels, { page: snapshots.length, prefix: NOTES_TITLE, start: 1 }] : labels
}

/** Gives the pages of a PDF these labels. */
export function labelPages(document: PDFDocument, labels: readonly PageLabels[]): void {
  const { context, catalog } = document
  const nums = labels.flatMap(({ page, prefix, start }) => {
    const label = context.obj({ ...(start !== undefined && { S: 'D', St: start }) })
    if (prefix !== undefined) label.set(PDFName.of('P'), PDFHexString.fromText(prefix))
    return [page, label]
  })
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: nums }))
}
