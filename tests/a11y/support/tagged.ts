import type { PDFRef } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFStream, type PDFDocument } from '@cantoo/pdf-lib'

const named = (name: string): PDFName => PDFName.of(name)

/** A tag of a PDF. */
export interface Tag {
  kind: string
  dict: PDFDict
  /** Tags within it. */
  children: Tag[]
  /** Content of pages and annotations that it stands for. */
  content: number
}

/** The tags of a PDF, from the document down. */
export function readTags(document: PDFDocument): Tag {
  const root = document.catalog.lookup(named('StructTreeRoot'), PDFDict)
  return tagOf(root)
}

function tagOf(dict: PDFDict): Tag {
  const held = dict.lookup(named('K'))
  const kids =
    held instanceof PDFArray ? held.asArray().map((_, index) => held.lookup(index)) : held === undefined ? [] : [held]
  const tags = kids.filter((kid): kid is PDFDict => kid instanceof PDFDict && kid.has(named('S')))
  return {
    kind: String(dict.get(named('S')) ?? 'root').slice(1),
    dict,
    children: tags.map(tagOf),
    content: kids.length - tags.length,
  }
}

/** A tag and all within it, in reading order. */
export function allTags(tag: Tag): Tag[] {
  return [tag, ...tag.children.flatMap(allTags)]
}

/** The annotations of all pages. */
export function readAnnotations(document: PDFDocument): { ref: PDFRef; dict: PDFDict }[] {
  return document.getPages().flatMap(({ node }) =>
    (node.lookupMaybe(named('Annots'), PDFArray)?.asArray() ?? []).map(ref => ({
      ref: ref as PDFRef,
      dict: document.context.lookup(ref, PDFDict),
    })),
  )
}

/** What stands in the tags for annotations. */
export function taggedObjects(tag: Tag): string[] {
  const held = tag.dict.lookup(named('K'))
  const kids = held instanceof PDFArray ? held.asArray().map((_, index) => held.lookup(index)) : [held]
  const own = kids.flatMap(kid =>
    kid instanceof PDFDict && kid.get(named('Type')) === named('OBJR') ? [String(kid.get(named('Obj')))] : [],
  )
  return [...own, ...tag.children.flatMap(taggedObjects)]
}

/** The text of an entry of a dictionary. */
export function textOf(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(named(key))
  return value instanceof PDFHexString ? value.decodeText() : value === undefined ? undefined : String(value)
}

/** How many soft masks and transparency groups a PDF has. */
export function countTransparency(document: PDFDocument): { masks: number; groups: number } {
  const dicts = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFStream ? [object.dict] : object instanceof PDFDict ? [object] : []))
  return {
    masks: dicts.filter(dict => dict.has(named('SMask')) && dict.get(named('SMask')) !== named('None')).length,
    groups: dicts.filter(dict => dict.has(named('Group'))).length,
  }
}
