import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { HuibaoError, unlessMissing } from '../../model/errors.ts'
import { REVIEW_FILE, withSaying, type Review, type Saying } from '../../model/review.ts'
import { writeFileAtomic } from '../../setup/vite/write-file-atomic.ts'
import { withLock } from './lock.ts'

const FileSchema = v.strictObject({
  version: v.literal(1),
  reviews: v.record(
    v.string(),
    v.record(
      v.string(),
      v.strictObject({
        verdict: v.picklist(['confirmed', 'objected']),
        at: v.pipe(v.string(), v.isoTimestamp()),
        fingerprint: v.string(),
        word: v.optional(v.string()),
      }),
    ),
  ),
})

/**
 * What people have said of the figures of a deck; nothing where nobody has yet.
 * @throws HuibaoError where the file is broken
 */
export async function readReview(root: string): Promise<Review> {
  const text = await unlessMissing(readFile(path.join(root, REVIEW_FILE), 'utf8'), undefined)
  if (text === undefined) return {}
  try {
    return v.parse(FileSchema, JSON.parse(text)).reviews as Review
  } catch (error) {
    throw new HuibaoError(`${REVIEW_FILE} 坏了，读不出来`, {
      hint: '合并两个人的改动时留下的记号（<<<<<<<）请删去，两边的都留；或者从版本库取回它。',
      cause: error,
    })
  }
}

const sorted = <Value>(record: Readonly<Record<string, Value>>): [string, Value][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))

/** A review as it is written: figures and people in order, so that the same review has the same bytes. */
function reviewText(review: Review): string {
  const reviews = Object.fromEntries(
    sorted(review).map(([id, verdicts]) => [
      id,
      Object.fromEntries(
        sorted(verdicts).map(([by, { verdict, at, fingerprint, word }]) => [
          by,
          { verdict, at, fingerprint, ...(word !== undefined && { word }) },
        ]),
      ),
    ]),
  )
  return `${JSON.stringify({ version: 1, reviews }, null, 2)}\n`
}

/**
 * Adds what people say to what is in the file by then, whoever else writes it at the same time.
 * @returns the review as it is then
 * @throws HuibaoError where the file is broken; it stays as it is
 */
export function addSayings(root: string, sayings: readonly Saying[]): Promise<Review> {
  return withLock(path.join(root, '.huibao', 'review.lock'), async () => {
    const review = sayings.reduce(withSaying, await readReview(root))
    await writeFileAtomic(path.join(root, REVIEW_FILE), reviewText(review))
    return review
  })
}
