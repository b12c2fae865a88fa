import { slideNumbers } from './copy.ts'
import type { Edit, Mutant } from './mutant.ts'

interface Changed {
  edits: readonly Edit[]
  slide?: string
  also?: readonly string[]
}

/** A change with the numbers of the slides that it disturbs, as the deck has them before anything is changed. */
export interface Placed<Some> {
  change: Some
  pages: readonly number[]
}

/** Finds the slides that changes disturb. */
export async function placeChanges<Some extends Changed>(
  root: string,
  changes: readonly Some[],
): Promise<Placed<Some>[]> {
  const numberOf = await slideNumbers(root)
  return changes.map(change => {
    const words = [...(change.slide === undefined ? [] : [change.slide]), ...(change.also ?? [])]
    return { change, pages: words.map(numberOf).filter(no => no !== undefined) }
  })
}

/**
 * Whether two changes leave each other alone: they are seen on different slides, and touch different words of a file.
 */
export function areIndependent(a: Placed<Changed>, b: Placed<Changed>): boolean {
  const shared = a.pages.some(no => b.pages.includes(no))
  const touching = a.change.edits.some(one =>
    b.change.edits.some(
      other =>
        one.file !== undefined &&
        one.file === other.file &&
        (one.find === undefined ||
          other.find === undefined ||
          one.find.includes(other.find) ||
          other.find.includes(one.find)),
    ),
  )
  return !shared && !touching
}

/**
 * Puts mutants together that can be tried in one build, each judged by its own place; as few batches as come easily.
 */
export function batchesOf<Some extends Changed = Mutant>(mutants: readonly Placed<Some>[]): Some[][] {
  const batches: Placed<Some>[][] = []
  for (const mutant of mutants) {
    const free = batches.find(batch => batch.every(other => areIndependent(mutant, other)))
    if (free) free.push(mutant)
    else batches.push([mutant])
  }
  return batches.map(batch => batch.map(({ change }) => change))
}
