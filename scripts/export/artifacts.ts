import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  type PDFDocument,
} from '@cantoo/pdf-lib'
import { Buffer } from 'node:buffer'
import { deflateSync } from 'node:zlib'
import { markArtifacts } from './marked-content.ts'

const named = (name: string): PDFName => PDFName.of(name)

/** What is painted on: a page, or an object that pages draw. */
interface Surface {
  /** What tags call it by, and under which name. */
  ref: PDFRef
  key: 'Pg' | 'Stm'
  dict: PDFDict
  content: PDFRef
}

/**
 * Makes artifacts, which screen readers pass over, of what Chromium paints without a tag or under one without a
 * meaning: grounds, rules, what is hidden from screen readers. A stream that is not written as Chromium writes stays.
 */
export function markDecoration(document: PDFDocument): void {
  const { context } = document
  const tagsOn = readParentTree(document)
  for (const surface of surfacesOf(document)) {
    const stream = context.lookup(surface.content)
    if (!(stream instanceof PDFRawStream)) continue
    const tags = tagsOn(surface.dict)
    const drawn = surface.dict.lookupMaybe(named('Resources'), PDFDict)?.lookupMaybe(named('XObject'), PDFDict)
    const tagOf = (id: number): PDFDict | undefined => tags?.lookupMaybe(id, PDFDict)
    const marked = markArtifacts(Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'), {
      isMarked: name => isMarkedForm(drawn?.lookup(named(name))),
      isReleasable(id) {
        const tag = tagOf(id)
        return tag !== undefined && indexOf(tag, surface, id) !== -1
      },
    })
    if (!marked) continue
    for (const id of marked.released) {
      const tag = tagOf(id)!
      tag.lookup(named('K'), PDFArray).remove(indexOf(tag, surface, id))
      removeEmpty(document, tag)
      tags!.set(id, PDFNull)
    }
    const bytes = deflateSync(Buffer.from(marked.content, 'latin1'))
    stream.dict.set(named('Filter'), named('FlateDecode'))
    stream.dict.delete(named('DecodeParms'))
    context.assign(surface.content, PDFRawStream.of(stream.dict, bytes))
  }
}

function surfacesOf(document: PDFDocument): Surface[] {
  const pages = document.getPages().flatMap(({ ref, node }): Surface[] => {
    const content = node.get(named('Contents'))
    return content instanceof PDFRef ? [{ ref, key: 'Pg', dict: node, content }] : []
  })
  const forms = document.context
    .enumerateIndirectObjects()
    .flatMap(([ref, object]): Surface[] =>
      isMarkedForm(object) ? [{ ref, key: 'Stm', dict: object.dict, content: ref }] : [],
    )
  return [...pages, ...forms]
}

function isMarkedForm(object: unknown): object is PDFRawStream {
  return object instanceof PDFRawStream && object.dict.has(named('StructParents'))
}

/** Finds the tags of what a page, or an object, paints, by their numbers. */
function readParentTree(document: PDFDocument): (surface: PDFDict) => PDFArray | undefined {
  const root = document.catalog.lookupMaybe(named('StructTreeRoot'), PDFDict)
  const numbers = root?.lookupMaybe(named('ParentTree'), PDFDict)?.lookupMaybe(named('Nums'), PDFArray)
  const found = new Map<number, PDFArray>()
  for (let index = 0; index + 1 < (numbers?.size() ?? 0); index += 2) {
    const tags = numbers!.lookup(index + 1)
    if (tags instanceof PDFArray) found.set(numbers!.lookup(index, PDFNumber).asNumber(), tags)
  }
  return surface => found.get(surface.lookupMaybe(named('StructParents'), PDFNumber)?.asNumber() ?? -1)
}

/** Where a tag names what is painted there under a number; -1 where it does not. */
function indexOf(tag: PDFDict, { ref, key }: Surface, id: number): number {
  const held = tag.lookup(named('K'))
  if (!(held instanceof PDFArray)) return -1
  return held.asArray().findIndex(each => {
    if (each instanceof PDFNumber) return key === 'Pg' && tag.get(named('Pg')) === ref && each.asNumber() === id
    return (
      each instanceof PDFDict &&
      each.get(named(key)) === ref &&
      each.lookupMaybe(named('MCID'), PDFNumber)?.asNumber() === id
    )
  })
}

/** Takes a tag without a meaning away where nothing is left in it, and then what held it alone. */
function removeEmpty(document: PDFDocument, element: PDFDict): void {
  if (element.lookup(named('K'), PDFArray).size() > 0 || element.get(named('S')) !== named('NonStruct')) return
  const parent = element.lookupMaybe(named('P'), PDFDict)
  const siblings = parent?.lookup(named('K'))
  if (!parent || !(siblings instanceof PDFArray)) return
  const index = siblings.asArray().findIndex(each => document.context.lookup(each) === element)
  if (index === -1) return
  const ref = siblings.get(index)
  siblings.remove(index)
  if (ref instanceof PDFRef) document.context.delete(ref)
  removeEmpty(document, parent)
}
