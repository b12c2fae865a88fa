import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { codeOf, HuibaoError } from '../../../model/errors.ts'
import type { TableInput } from '../../../model/table.ts'
import { writeFileAtomic } from '../../../setup/vite/write-file-atomic.ts'
import { sentenceOf, type Article, type Spot } from '../../lib/facts/article.ts'
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
    }),
  ),
  numbers: v.array(hash),
  /** By id, all that the data says of a table. */
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

/** The hash of a table of the data. */
export function tableHash(table: TableInput): string {
  return digest(JSON.stringify(table))
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

/** What is accepted when this source is. */
export function lockOf(
  article: Article,
  found: readonly FoundClause[],
  tables: readonly TableInput[] = [],
): SourceLock {
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
        },
      ] as const,
  )
  return {
    version: 2,
    source: sourceHash(article),
    clauses: Object.fromEntries(clauses.sort(([a], [b]) => (a < b ? -1 : 1))),
    numbers: numberHashes(article)
      .map(each => each.hash)
      .sort(),
    ...(tables.length > 0 && { tables: Object.fromEntries(tables.map(table => [table.id, tableHash(table)])) }),
  }
}

/**
 * What was accepted of the source.
 * @returns undefined where nothing was yet
 * @throws HuibaoError where the file is broken
 */
export async function readLock(root: string): Promise<SourceLock | undefined> {
  let text: string
  try {
    text = await readFile(path.join(root, LOCK_FILE), 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
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
