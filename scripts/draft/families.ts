import type { Figure } from '../../model/figure.ts'
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

/** Figures with those that say more of the same thing, each family where its first one stands. */
export function familiesOf(figures: readonly Figure[], find: Find): Figure[][] {
  const families: Figure[][] = []
  for (const figure of figures) {
    const own = families.filter(family => family.some(each => areKin(each, figure, find)))
    const [first] = own
    if (!first) families.push([figure])
    else {
      first.push(figure, ...own.slice(1).flat())
      for (const other of own.slice(1)) families.splice(families.indexOf(other), 1)
    }
  }
  return families.map(family => [...family].sort((a, b) => figures.indexOf(a) - figures.indexOf(b)))
}
