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
import { deflateSync, inflateSync } from 'node:zlib'
import { parseContent, writeContent, type Operation } from './content/operations.ts'
import { shortenContent } from './content/shorten.ts'
import { markArtifacts } from './marked-content.ts'
import { readParentTree, type ParentTree } from './parent-tree.ts'

const named = (name: string): PDFName => PDFName.of(name)

/** What is painted on: a page, or an object that pages draw. */
interface Surface {
  /** What tags call it by, and under which name. */
  ref: PDFRef
  key: 'Pg' | 'Stm'
  dict: PDFDict
  content: PDFRef
  /** Points on paper of a unit, at most. */
  scale: number
}

/**
 * Makes artifacts, which screen readers pass over, of what Chromium paints without a tag or under one without a
 * meaning: grounds, rules, what is hidden from screen readers. All that it paints is written with less. A stream that
 * cannot be read stays.
 */
export function rewriteContents(document: PDFDocument): void {
  const { context } = document
  const tree = readParentTree(document)
  const surfaces = new Map(pagesOf(document).map(page => [page.content, page]))
  // What a surface draws follows it.
  for (const surface of surfaces.values()) {
    const stream = context.lookup(surface.content)
    if (!(stream instanceof PDFRawStream)) continue
    const content = Buffer.from(unpack(stream)).toString('latin1')
    const operations = parseContent(content)
    if (!operations) continue
    const shortened = shortenContent(markDecoration(document, surface, operations, tree), surface.scale)
    if (!shortened) continue
    for (const [name, scale] of shortened.drawn) {
      const form = formOf(surface, name, scale)
      if (form && !surfaces.has(form.content)) surfaces.set(form.content, form)
    }
    const bytes = deflateSync(Buffer.from(writeContent(shortened.operations), 'latin1'), { level: 9 })
    stream.dict.set(named('Filter'), named('FlateDecode'))
    stream.dict.delete(named('DecodeParms'))
    context.assign(surface.content, PDFRawStream.of(stream.dict, bytes))
  }
}

/** What a stream holds. The library's own way takes ten times as long for what Chromium writes. */
function unpack(stream: PDFRawStream): Uint8Array {
  const isPlain = stream.dict.get(named('Filter')) === named('FlateDecode') && !stream.dict.has(named('DecodeParms'))
  return isPlain ? inflateSync(stream.contents) : decodePDFRawStream(stream).decode()
}

function pagesOf(document: PDFDocument): Surface[] {
  return document.getPages().flatMap(({ ref, node }): Surface[] => {
    const content = node.get(named('Contents'))
    return content instanceof PDFRef ? [{ ref, key: 'Pg', dict: node, content, scale: 1 }] : []
  })
}

/** An object by the name that a surface draws it under; undefined where it is a picture. */
function formOf({ dict }: Surface, name: string, scale: number): Surface | undefined {
  const forms = formsOf(dict)
  const ref = forms?.get(named(name))
  const form = forms?.lookup(named(name))
  if (!(ref instanceof PDFRef && form instanceof PDFRawStream)) return undefined
  if (form.dict.get(named('Subtype')) !== named('Form')) return undefined
  return { ref, key: 'Stm', dict: form.dict, content: ref, scale: scale * stretchOf(form.dict) }
}

/** What an object's own matrix makes of a unit, at most. */
function stretchOf(form: PDFDict): number {
  const matrix = form.lookupMaybe(named('Matrix'), PDFArray)
  if (!matrix) return 1
  const [a, b, c, d] = [0, 1, 2, 3].map(index => matrix.lookup(index, PDFNumber).asNumber())
  return Math.max(Math.hypot(a!, b!), Math.hypot(c!, d!))
}

function formsOf(surface: PDFDict): PDFDict | undefined {
  return surface.lookupMaybe(named('Resources'), PDFDict)?.lookupMaybe(named('XObject'), PDFDict)
}

/** Marks as artifacts what a surface paints as decoration, and takes it out of the tags. */
function markDecoration(
  document: PDFDocument,
  surface: Surface,
  operations: Operation[],
  tree: ParentTree | undefined,
): Operation[] {
  const tags = tree?.tagsOn(surface.dict)
  // An object without tags of its own is a part of what draws it.
  if (!tags && surface.key === 'Stm') return operations
  const drawn = formsOf(surface.dict)
  const tagOf = (id: number): PDFDict | undefined => tags?.lookupMaybe(id, PDFDict)
  const marked = markArtifacts(operations, {
    isMarked(name) {
      const form = drawn?.lookup(named(name))
      return form instanceof PDFRawStream && form.dict.has(named('StructParents'))
    },
    isReleasable(id) {
      const tag = tagOf(id)
      return tag !== undefined && indexOf(tag, surface, id) !== -1
    },
  })
  for (const id of marked?.released ?? []) {
    const tag = tagOf(id)!
    tag.lookup(named('K'), PDFArray).remove(indexOf(tag, surface, id))
    removeEmpty(document, tag)
    tags!.set(id, PDFNull)
  }
  return marked?.operations ?? operations
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
