import type { Edit, Mutant } from './mutant.ts'

interface Changed { edits: readonly Edit[], slide?: string, also?: readonly string[] }

const slidesOf = ({ slide, also = [] }: Changed): string[] => slide === undefined ? [...also] : [slide, ...also]

/** Whether two changes leave each other alone: they are seen on different slides, and touch different words of a file. */
export function areIndependent(a: Changed, b: Changed): boolean {
  const shared = slidesOf(a).some(slide => slidesOf(b).includes(slide))
  const touching = a.edits.some(one => b.edits.some(other => one.file !== undefined && one.file === other.file
    && (one.find === undefined || other.find === undefined || one.find.includes(other.find) || other.find.includes(one.find))))
  return !shared && !touching
}

/** Puts mutants together that can be tried in one build, each judged by its own place; as few batches as come easily. */
export function batchesOf<Some extends Changed = Mutant>(mutants: readonly Some[]): Some[][] {
  const batches: Some[][] = []
  for (const mutant of mutants) {
    const free = batches.find(batch => batch.every(other => areIndependent(mutant, other)))
    if (free) free.push(mutant)
    else batches.push([mutant])
  }
  return batches
}
