import { PDFDict, PDFHexString, PDFName, PDFNumber, PDFString, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib'
import type { SlideSnapshot } from './inspect.ts'

/** A bookmark of the PDF, and those below it. */
export interface OutlineNode {
  title: string
  /** Index of the page that it leads to. */
  page: number
  children: OutlineNode[]
}

/**
 * The bookmarks of a deck: chapters, which are slides with a first-level heading, and under each its slides. Slides
 * without a heading have none; of several click states the first one counts.
 */
export function planOutline(snapshots: readonly Pick<SlideSnapshot, 'no' | 'title' | 'level'>[]): OutlineNode[] {
  const roots: OutlineNode[] = []
  let chapter: OutlineNode | undefined
  snapshots.forEach(({ no, title, level }, page) => {
    if (title === '' || snapshots[page - 1]?.no === no) return
    const node: OutlineNode = { title, page, children: [] }
    if (level === 1) chapter = node
    if (level === 1 || !chapter) roots.push(node)
    else chapter.children.push(node)
  })
  return roots
}

/** Gives a PDF these bookmarks, closed below the first level, in place of any it has. */
export function writeOutline(document: PDFDocument, nodes: readonly OutlineNode[]): void {
  if (nodes.length === 0) return
  const { context } = document
  const root = context.obj({ Type: 'Outlines' })
  const rootRef = context.register(root)
  link(document, root, rootRef, nodes, true)
  document.catalog.set(PDFName.of('Outlines'), rootRef)
}

function link(
  document: PDFDocument,
  parent: PDFDict,
  parentRef: PDFRef,
  nodes: readonly OutlineNode[],
  open: boolean,
): void {
  const { context } = document
  const refs = nodes.map(() => context.nextRef())
  nodes.forEach((node, index) => {
    const item = context.obj({ Parent: parentRef, Dest: [document.getPage(node.page).ref, 'Fit'] })
    item.set(PDFName.of('Title'), PDFHexString.fromText(node.title))
    if (index > 0) item.set(PDFName.of('Prev'), refs[index - 1]!)
    if (index < refs.length - 1) item.set(PDFName.of('Next'), refs[index + 1]!)
    context.assign(refs[index]!, item)
    if (node.children.length > 0) link(document, item, refs[index]!, node.children, false)
  })
  parent.set(PDFName.of('First'), refs[0]!)
  parent.set(PDFName.of('Last'), refs.at(-1)!)
  parent.set(PDFName.of('Count'), PDFNumber.of(open ? nodes.length : -nodes.length))
}

/**
 * Gives bookmarks that the browser made other titles.
 * @param names new titles by old ones, without white space
 */
export function renameBookmarks(
  document: PDFDocument,
  names: ReadonlyMap<string, string>,
  parent = document.catalog.lookup(PDFName.of('Outlines')),
): void {
  let item = parent instanceof PDFDict ? parent.lookup(PDFName.of('First')) : undefined
  while (item instanceof PDFDict) {
    const title = item.lookup(PDFName.of('Title'))
    const name =
      title instanceof PDFHexString || title instanceof PDFString
        ? names.get(title.decodeText().replace(/\s+/g, ''))
        : undefined
    if (name !== undefined) item.set(PDFName.of('Title'), PDFHexString.fromText(name))
    renameBookmarks(document, names, item)
    item = item.lookup(PDFName.of('Next'))
  }
}
