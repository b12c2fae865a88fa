import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'

const named = (name: string): PDFName => PDFName.of(name)

/**
 * Says of every link where it leads, for those who hear it apart from its text.
 * @param nameOf what people call a page, by its index
 */
export function describeLinks(document: PDFDocument, nameOf: (page: number) => string): void {
  const pages = document.getPages()
  const indexes = new Map<PDFObject, number>(pages.map((page, index) => [page.ref, index]))
  const places = document.catalog.lookupMaybe(named('Dests'), PDFDict)
  for (const { node } of pages) {
    const annotations = node.lookupMaybe(named('Annots'), PDFArray)
    for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
      const link = annotations!.lookup(index)
      if (!(link instanceof PDFDict) || link.get(named('Subtype')) !== named('Link') || link.has(named('Contents')))
        continue
      const place = link.get(named('Dest'))
      const target = place instanceof PDFName ? places?.lookupMaybe(place, PDFArray)?.get(0) : undefined
      const page = target && indexes.get(target)
      const text = page === undefined ? addressOf(link) : `转到${nameOf(page)}`
      if (text !== undefined) link.set(named('Contents'), PDFHexString.fromText(text))
    }
  }
}

function addressOf(link: PDFDict): string | undefined {
  const address = link.lookupMaybe(named('A'), PDFDict)?.lookup(named('URI'))
  return address instanceof PDFString || address instanceof PDFHexString ? `打开 ${address.decodeText()}` : undefined
}
