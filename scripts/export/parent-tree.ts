import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib'

const named = (name: string): PDFName => PDFName.of(name)

/** Which tags are of what: pages, objects and annotations have a number each. */
export interface ParentTree {
  /** The tags of what a page, or an object, paints, by the numbers of its marks. */
  tagsOn: (surface: PDFDict) => PDFArray | undefined
  /** Enters the tag of an annotation, which gets a number. */
  enter: (annotation: PDFDict, tag: PDFRef) => void
}

/** Reads the tree of a tagged PDF; undefined where there is none. */
export function readParentTree(document: PDFDocument): ParentTree | undefined {
  const root = document.catalog.lookupMaybe(named('StructTreeRoot'), PDFDict)
  const numbers = root?.lookupMaybe(named('ParentTree'), PDFDict)?.lookupMaybe(named('Nums'), PDFArray)
  if (!root || !numbers) return undefined
  const found = new Map<number, PDFArray>()
  for (let index = 0; index + 1 < numbers.size(); index += 2) {
    const tags = numbers.lookup(index + 1)
    if (tags instanceof PDFArray) found.set(numbers.lookup(index, PDFNumber).asNumber(), tags)
  }
  return {
    tagsOn: surface => found.get(surface.lookupMaybe(named('StructParents'), PDFNumber)?.asNumber() ?? -1),
    enter(annotation, tag) {
      const key = root.lookup(named('ParentTreeNextKey'), PDFNumber).asNumber()
      annotation.set(named('StructParent'), PDFNumber.of(key))
      numbers.push(PDFNumber.of(key))
      numbers.push(tag)
      root.set(named('ParentTreeNextKey'), PDFNumber.of(key + 1))
    },
  }
}
