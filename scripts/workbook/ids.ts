import { uniqueIds } from '../lib/pinyin-id.ts'

/** Something that has an id or gets one. */
export interface Nameable {
  id: string | undefined
  /** What it is called. */
  name: string | undefined
}

/**
 * The ids of entries: their own, or else that of the known entry with the same name, or else one made of the name.
 * @param known entries that have been there before; an id that is taken by another entry is not given again
 * @param taken ids that none of them may get
 */
export function idsFor(
  entries: readonly Nameable[],
  known: readonly Nameable[] = [],
  taken: Iterable<string> = [],
): string[] {
  const own = new Set(entries.flatMap(({ id }) => id ?? []))
  const free = known.filter(({ id, name }) => id !== undefined && name !== undefined && !own.has(id))
  const make = uniqueIds([...taken, ...own, ...known.flatMap(({ id }) => id ?? [])])
  return entries.map(({ id, name = '' }) => {
    if (id !== undefined) return id
    const at = free.findIndex(each => each.name === name)
    return at < 0 ? make(name) : free.splice(at, 1)[0]!.id!
  })
}
