import type { PDFRef } from '@cantoo/pdf-lib'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  type PDFDocument,
} from '@cantoo/pdf-lib'

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

/** What a page, or an object that it draws, paints. */
export interface Painted {
  /** Operators that paint, of each stretch of content without a mark; stretches that paint nothing, or draw what is
   * marked itself, are left out. */
  unmarked: string[]
  /** The same of marks by `NonStruct` that hold lines and areas alone. */
  grounds: string[]
  /** Numbers of its marks, and those that the tags know, both ascending. */
  marks: number[]
  known: number[]
}

/** What is painted, and how it is marked: each page, and each object with tags of its own. */
export function readPainted(document: PDFDocument): Painted[] {
  const root = document.catalog.lookup(named('StructTreeRoot'), PDFDict)
  const numbers = root.lookup(named('ParentTree'), PDFDict).lookup(named('Nums'), PDFArray)
  const known = new Map<number, number[]>()
  for (let index = 0; index < numbers.size(); index += 2) {
    const tags = numbers.lookup(index + 1)
    if (!(tags instanceof PDFArray)) continue
    const there = tags.asArray().flatMap((_, id) => (tags.lookup(id) === PDFNull ? [] : [id]))
    known.set(numbers.lookup(index, PDFNumber).asNumber(), there)
  }
  const forms = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream && object.dict.has(named('StructParents')) ? [[object.dict, object] as const] : [],
    )
  const pages = document.getPages().map(({ node }) => [node, node.lookup(named('Contents'))] as const)
  return [...pages, ...forms].map(([dict, stream]) => {
    const content = new TextDecoder('latin1').decode(decodePDFRawStream(stream as PDFRawStream).decode())
    const own = known.get(dict.lookup(named('StructParents'), PDFNumber).asNumber()) ?? []
    return { ...paintedIn(content), known: own }
  })
}

function paintedIn(content: string): Omit<Painted, 'known'> {
  const painted: Omit<Painted, 'known'> = { unmarked: [], grounds: [], marks: [] }
  let mark: string | undefined
  let operators: string[] = []
  const end = (): void => {
    const all = operators.join(' ')
    if (all !== '' && mark === undefined && all !== 'Do') painted.unmarked.push(all)
    if (all !== '' && mark?.startsWith('/NonStruct') && !/T[jJ]|Do/.test(all)) painted.grounds.push(all)
    operators = []
  }
  for (const line of content.split('\n')) {
    const id = /MCID (\d+)/.exec(line)?.[1]
    if (id !== undefined) painted.marks.push(Number(id))
    if (/B[DM]C$/.test(line) || line === 'EMC') {
      end()
      mark = line === 'EMC' ? undefined : line
    }
    const operator = /(?:^|\s)(f\*?|[FSs]|[Bb]\*?|sh|Do|T[jJ])$/.exec(line)?.[1]
    if (operator) operators.push(operator)
  }
  end()
  painted.marks.sort((a, b) => a - b)
  return painted
}
