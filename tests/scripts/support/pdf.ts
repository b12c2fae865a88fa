import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from '@cantoo/pdf-lib'

/** A bookmark as it stands in a PDF. */
export interface Bookmark {
  title: string
  /** Index of its page. */
  page: number
  children: Bookmark[]
}

/** Reads the bookmarks of a PDF. */
export function readBookmarks(
  document: PDFDocument,
  parent = document.catalog.lookup(PDFName.of('Outlines')),
): Bookmark[] {
  const bookmarks: Bookmark[] = []
  let item = parent instanceof PDFDict ? parent.lookup(PDFName.of('First')) : undefined
  while (item instanceof PDFDict) {
    const title = item.lookup(PDFName.of('Title'), PDFHexString).decodeText()
    const target = String(item.lookup(PDFName.of('Dest'))).match(/\d+ \d+ R/)?.[0]
    const page = document.getPages().findIndex(each => String(each.ref) === target)
    bookmarks.push({ title, page, children: readBookmarks(document, item) })
    item = item.lookup(PDFName.of('Next'))
  }
  return bookmarks
}

/** How many tags of a kind (`H1`, `P` …) a tagged PDF has. */
export function countTags(document: PDFDocument, kind: string): number {
  return document.context
    .enumerateIndirectObjects()
    .filter(([, object]) => object instanceof PDFDict && object.get(PDFName.of('S')) === PDFName.of(kind)).length
}

/** What stands for the pictures of a tagged PDF: the alternative text of every figure, empty where it has none. */
export function readAlternatives(document: PDFDocument): string[] {
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('S')) !== PDFName.of('Figure')) return []
    const text = object.lookup(PDFName.of('Alt'))
    return text instanceof PDFString || text instanceof PDFHexString ? [text.decodeText()] : ['']
  })
}

/** A link within a PDF. */
export interface InnerLink {
  /** Index of the page that it is on. */
  page: number
  /** Name of the place that it leads to, and index of that place's page; -1 where there is no such place. */
  name: string
  target: number
}

/**
 * Reads the links of a PDF, in the order of their pages.
 * @throws Error at a link that leads out of the PDF
 */
export function readLinks(document: PDFDocument): InnerLink[] {
  const places = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  const pages = document.getPages()
  return pages.flatMap(({ node }, page) =>
    (node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? []).flatMap((ref): InnerLink[] => {
      const annotation = document.context.lookup(ref, PDFDict)
      if (annotation.get(PDFName.of('Subtype')) !== PDFName.of('Link')) return []
      const name = annotation.get(PDFName.of('Dest'))
      if (!(name instanceof PDFName)) throw new Error(`page ${page + 1}: ${String(annotation)}`)
      const place = places?.lookupMaybe(name, PDFArray)
      return [{ page, name: name.decodeText(), target: pages.findIndex(each => each.ref === place?.get(0)) }]
    }),
  )
}
