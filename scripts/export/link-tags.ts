import { PDFArray, PDFDict, PDFName, PDFRef, type PDFDocument } from '@cantoo/pdf-lib'
import { readParentTree } from './parent-tree.ts'

const named = (name: string): PDFName => PDFName.of(name)

/**
 * Gives a tag to every link that has none: reference numbers in titles, which are hidden from screen readers so that
 * titles can be read out. Theirs follow the title on their page, the first one where there are several, in the order in
 * which they stand.
 */
export function tagLinks(document: PDFDocument): void {
  const { context } = document
  const tree = readParentTree(document)
  if (!tree) return
  const titles = findTitles(document)
  for (const { ref: page, node } of document.getPages()) {
    const links = node.lookupMaybe(named('Annots'), PDFArray)?.asArray() ?? []
    const title = titles.get(page)
    const parent = title && context.lookup(title, PDFDict).get(named('P'))
    const siblings = parent && context.lookup(parent, PDFDict).lookup(named('K'))
    if (!(siblings instanceof PDFArray)) continue
    let place = siblings.asArray().findIndex(each => each === title)
    for (const ref of links) {
      const link = context.lookup(ref)
      if (!(ref instanceof PDFRef && link instanceof PDFDict) || link.has(named('StructParent'))) continue
      if (link.get(named('Subtype')) !== named('Link') || place === -1) continue
      const object = context.obj({ Type: 'OBJR', Obj: ref, Pg: page })
      const tag = context.register(context.obj({ Type: 'StructElem', S: 'Link', P: parent, Pg: page, K: [object] }))
      siblings.insert((place += 1), tag)
      tree.enter(link, tag)
    }
  }
}

/** The first title on each page. */
function findTitles(document: PDFDocument): Map<PDFRef, PDFRef> {
  const titles = new Map<PDFRef, PDFRef>()
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || !/^\/H[1-6]$/.test(String(object.get(named('S'))))) continue
    const page = pageOf(object)
    if (page && !titles.has(page)) titles.set(page, ref)
  }
  return titles
}

/** The page that a tag, or the first within it that says so, is on. */
function pageOf(tag: PDFDict): PDFRef | undefined {
  const page = tag.get(named('Pg'))
  if (page instanceof PDFRef) return page
  const held = tag.lookup(named('K'))
  const within = held instanceof PDFArray ? held.asArray().map((_, index) => held.lookup(index)) : [held]
  return within.flatMap(each => (each instanceof PDFDict ? (pageOf(each) ?? []) : []))[0]
}
