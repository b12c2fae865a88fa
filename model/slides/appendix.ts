import type { Tag } from './scan.ts'
import { wrongPartMessage } from '../id-sorts.ts'
import { componentName, idsOfTag, propOf } from './ids.ts'
import { scanTags } from './scan.ts'

/** A table of the appendix as a slide asks for it; `part` and `of` are known only where they are written as numbers. */
export interface AppendixPart {
  chapter: string | undefined
  part: number | undefined
  of: number | undefined
  /** Whether it says nothing of parts: it is then spread over as many slides as its rows need. */
  undivided: boolean
  /** Offset of the tag into the scanned text. */
  at: number
  /** Offset behind the tag's name. */
  nameEnd: number
}

function numberOf({ attributes }: Tag, prop: string): number | undefined {
  const attribute = attributes.find(({ name }) => propOf(name).prop === prop)
  if (!attribute) return 1
  return /^\s*-?\d+(?:\.\d+)?\s*$/.test(attribute.value ?? '') ? Number(attribute.value) : undefined
}

/** The tables of the appendix in a text. */
export function appendixParts(text: string): AppendixPart[] {
  return scanTags(text)
    .filter(({ type, name }) => type !== 'close' && componentName(name) === 'AppendixTable')
    .map(tag => ({
      chapter: idsOfTag(tag, {})[0]?.id,
      part: numberOf(tag, 'part'),
      of: numberOf(tag, 'of'),
      undivided: !tag.attributes.some(({ name }) => name === 'v-bind' || /^(?:part|of)$/.test(propOf(name).prop)),
      at: tag.start,
      nameEnd: tag.start + 1 + tag.name.length,
    }))
}

/** What is wrong with the tables of one text, each on its own. */
export function wrongParts(text: string): { at: number; message: string }[] {
  return appendixParts(text).flatMap(({ part, of, at }) => {
    const message = part === undefined || of === undefined ? undefined : wrongPartMessage(part, of)
    return message ? [{ at, message }] : []
  })
}

/**
 * What is wrong with all tables of a deck together: a chapter is spread over parts of which one is on no slide, or on
 * two, or has no rows. Said of the chapter's first table, or of the one that repeats another; nothing is said where a
 * part is known only in the browser.
 * @param rowsOf how many rows the appendix of a chapter has
 */
export function partProblems<Table extends AppendixPart>(
  tables: readonly Table[],
  rowsOf: (chapter: string) => number,
): { table: Table; message: string }[] {
  return [...new Set(tables.map(({ chapter }) => chapter))].flatMap(chapter => {
    const own = tables.filter(table => table.chapter === chapter)
    const first = own[0]!
    if (!chapter || own.some(({ part, of }) => part === undefined || of === undefined || wrongPartMessage(part, of)))
      return []
    const of = first.of!
    const missing = Array.from({ length: of }, (_, index) => index + 1).filter(
      wanted => !own.some(table => table.part === wanted && table.of === of),
    )
    const repeated = own.filter((table, index) => own.findIndex(({ part }) => part === table.part) < index)
    const rows = rowsOf(chapter)
    return [
      ...(missing.length > 0
        ? [{ table: first, message: `“${chapter}”的附录分成 ${of} 页，缺第 ${missing.join('、')} 页，会漏掉数据` }]
        : []),
      ...repeated.map(table => ({ table, message: `“${chapter}”的附录第 ${table.part} 页写了两次，请删去一页` })),
      ...(of > Math.max(rows, 1)
        ? [
            {
              table: first,
              message: `“${chapter}”的附录分成 ${of} 页，却只有 ${rows} 条数据，会有空页；去掉 :part 和 :of，就会自己分页`,
            },
          ]
        : []),
    ]
  })
}
