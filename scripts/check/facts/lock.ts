import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { HuibaoError, unlessMissing } from '../../../model/errors.ts'
import type { SheetFigureInput } from '../../../model/figure.ts'
import type { TableInput } from '../../../model/table.ts'
import { writeFileAtomic } from '../../../setup/vite/write-file-atomic.ts'
import { ofSource, sentenceOf, type Article, type Spot } from '../../lib/facts/article.ts'
import { collapseSpaces, normalizeWidth, toHalfWidth } from '../../../model/reading/text.ts'
import { readNumbers } from '../../../model/reading/numbers.ts'

/** The file that remembers the source as it was accepted. It holds hashes and places, no text. */
export const LOCK_FILE = 'data/source.lock.json'

const hash = v.pipe(v.string(), v.regex(/^[\da-f]{16,64}$/))
const LockSchema = v.strictObject({
  /** In the first one numbers were read in another way: only clauses can be compared with it. */
  version: v.picklist([1, 2]),
  source: hash,
  clauses: v.record(
    v.string(),
    v.strictObject({
      hash,
      period: v.optional(v.string()),
      chapter: v.string(),
      column: v.string(),
      sentence: v.number(),
      /** Id of its source, in a deck that names its sources. */
      source: v.optional(v.string()),
    }),
  ),
  numbers: v.array(hash),
  /** In a deck that names its sources: each as it was accepted, by id. `numbers` is then empty. */
  sources: v.optional(v.record(v.string(), v.strictObject({ source: hash, numbers: v.array(hash) }))),
  /** By id, all that the data says of a table, or of a figure in a cell of a workbook. */
  tables: v.optional(v.record(v.string(), hash)),
})

/**
 * The source as it was accepted: its hash, the clause of each figure or quote with its period and place, and its
 * numbers.
 */
export type SourceLock = v.InferOutput<typeof LockSchema>
/** A clause and where it stood. */
export type LockedClause = SourceLock['clauses'][string]

/** A clause of the data that has been found in the source. */
export interface FoundClause {
  key: string
  clause: string
  /** Id of the figure's period, which the source gives around the clause; quotes and captions have none. */
  period: string | undefined
  chapter: string
  column: string
  spot: Spot
}

function digest(text: string, length = 16): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length)
}

/** The hash of a clause, whatever the width of its characters. */
export function clauseHash(clause: string): string {
  return digest(normalizeWidth(collapseSpaces(toHalfWidth(clause))))
}

/** The hash of the whole source: where it breaks its lines makes no difference. */
export function sourceHash({ sections, tables }: Article): string {
  return digest(
    [
      ...sections.map(({ chapter, column, text }) => [chapter?.id, column, normalizeWidth(text)].join('\n')),
      ...tables.map(({ caption, unit, heads, rows }) =>
        JSON.stringify([caption, unit, heads, rows.map(({ cells }) => cells)]),
      ),
    ].join('\n\n'),
    64,
  )
}

/** The hash of what the data says of a table, or of a figure in a cell, and of which source it is. */
export function entryHash(entry: TableInput | SheetFigureInput, source: string | null): string {
  return digest(JSON.stringify(entry) + (source ?? ''))
}

/** One source as it was accepted; undefined where it was not. What was accepted without a name is the first one. */
export function acceptedSource(
  { source, numbers, sources }: SourceLock,
  id: string | null,
  first: string | null,
): Pick<SourceLock, 'source' | 'numbers'> | undefined {
  return sources ? sources[id ?? ''] : id === first ? { source, numbers } : undefined
}

/** The numbers of an article with their places, and a hash of each that stays when text around it changes. */
export function numberHashes({ sections }: Article): { spot: Spot; text: string; hash: string }[] {
  return sections.flatMap(section =>
    readNumbers(section.text).map(({ text, start, unitStart }) => {
      // The characters of the source, whatever is known of units.
      const digits = section.text.slice(start, unitStart)
      const follows = /^[\p{L}%‰]{0,2}/u.exec(section.normalized.slice(unitStart))![0]
      return {
        spot: { section, at: start },
        text,
        hash: digest([section.chapter?.id, section.column, digits, follows].join('\n')),
      }
    }),
  )
}

const byKey = <Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))

/**
 * What is accepted when these sources are.
 * @param tables hashes by the ids of tables and cells
 * @param kept what was accepted of sources that are not at hand
 */
export function lockOf(
  article: Article,
  found: readonly FoundClause[],
  tables: readonly (readonly [id: string, hash: string])[] = [],
  kept: Partial<Pick<SourceLock, 'clauses' | 'sources' | 'tables'>> = {},
): SourceLock {
  const ids = [...new Set([...article.sections, ...article.tables].flatMap(({ source }) => source ?? []))]
  const own = (id: string | null): Pick<SourceLock, 'source' | 'numbers'> => {
    const of = ofSource(article, id)
    return {
      source: sourceHash(of),
      numbers: numberHashes(of)
        .map(({ hash }) => hash)
        .sort(),
    }
  }
  const clauses = found.map(
    ({ key, clause, period, chapter, column, spot }) =>
      [
        key,
        {
          hash: clauseHash(clause),
          ...(period !== undefined && { period }),
          chapter,
          column,
          sentence: sentenceOf(spot),
          ...(spot.section.source !== null && { source: spot.section.source }),
        },
      ] as const,
  )
  const sources = byKey([...Object.entries(kept.sources ?? {}), ...ids.map(id => [id, own(id)] as const)])
  const all = [...Object.entries(kept.tables ?? {}), ...tables]
  const { source, numbers } = ids.length > 0 ? { source: digest(JSON.stringify(sources), 64), numbers: [] } : own(null)
  return {
    version: 2,
    source,
    clauses: byKey([...Object.entries(kept.clauses ?? {}), ...clauses]),
    numbers,
    ...(ids.length > 0 && { sources }),
    ...(all.length > 0 && { tables: Object.fromEntries(all) }),
  }
}

/**
 * What was accepted of the source.
 * @returns undefined where nothing was yet
 * @throws HuibaoError where the file is broken
 */
export async function readLock(root: string): Promise<SourceLock | undefined> {
  const text = await unlessMissing(readFile(path.join(root, LOCK_FILE), 'utf8'), undefined)
  if (text === undefined) return undefined
  try {
    return v.parse(LockSchema, JSON.parse(text))
  } catch (error) {
    throw new HuibaoError(`${LOCK_FILE} 坏了，读不出来`, {
      hint: `请从版本库取回它；或者删去它，再运行 npm run check -- evidence --source 原文.txt --accept-source。`,
      cause: error,
    })
  }
}

/** Writes what is accepted of the source from now on. */
export async function writeLock(root: string, lock: SourceLock): Promise<void> {
  await writeFileAtomic(path.join(root, LOCK_FILE), `${JSON.stringify(lock, null, 2)}\n`)
}
