import type { Figure } from '../../model/figure.ts'
import type { Kind } from '../../model/vocabulary.ts'
import type { Find } from './sentence.ts'
import { subjectOf } from './sentence.ts'

/** Shortest subject, in characters, by whose name another figure is known to be about it. */
const NAMED = 4

/** Whether one figure says something of what the other one is about. */
export function areKin(a: Figure, b: Figure, find: Find): boolean {
  if (a.of === b.id || b.of === a.id || (a.of !== undefined && a.of === b.of)) return true
  if (a.derived?.inputs.includes(b.id) || b.derived?.inputs.includes(a.id)) return true
  const [own, other] = [a, b].map(each => [subjectOf(each, find), each.short]) as [string[], string[]]
  return own.some(name => other.some(each => isNamedIn(name, each) || isNamedIn(each, name)))
}

const isNamedIn = (name: string, other: string): boolean =>
  name.length >= NAMED && (other.startsWith(name) || other.endsWith(name))

/** Kinds of which neighbours in one unit are told in one breath: birth, death and growth rates. */
const TOLD_TOGETHER: ReadonlySet<Kind> = new Set(['rate', 'growth'])

/** Whether figures that follow each other in the source are of one sort, which a unit alone does not say. */
function areAlike(a: Figure, b: Figure): boolean {
  const one = (figure: Figure): string => [figure.kind, figure.unit, figure.period.id, figure.chapter.id].join()
  return TOLD_TOGETHER.has(a.kind) && a.unit !== '%' && one(a) === one(b)
}

/** Figures with those that say more of the same thing, each family where its first one stands. */
export function familiesOf(figures: readonly Figure[], find: Find): Figure[][] {
  const families: Figure[][] = []
  for (const [index, figure] of figures.entries()) {
    const before = figures[index - 1]
    const own = families.filter(family =>
      family.some(each => areKin(each, figure, find) || (each === before && areAlike(each, figure))),
    )
    const [first] = own
    if (!first) families.push([figure])
    else {
      first.push(figure, ...own.slice(1).flat())
      for (const other of own.slice(1)) families.splice(families.indexOf(other), 1)
    }
  }
  return families.map(family => [...family].sort((a, b) => figures.indexOf(a) - figures.indexOf(b)))
}
