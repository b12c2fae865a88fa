import { nearestIds } from '../../model/nearest.ts'

/** Something that cells refer to, and what it is called. */
export interface Named {
  id: string
  names: readonly (string | undefined)[]
}

/** What cells of one kind refer to: by a name that nothing else has, or by id. */
export class Names {
  readonly #ids = new Set<string>()
  readonly #byName = new Map<string, string | null>()
  readonly #entries: readonly Named[]

  constructor(entries: readonly Named[]) {
    this.#entries = entries
    for (const { id } of entries) this.#ids.add(id)
    for (const { id, names } of entries)
      for (const name of new Set(names))
        if (name !== undefined)
          this.#byName.set(name, this.#byName.has(name) && this.#byName.get(name) !== id ? null : id)
  }

  /** How an id is written: by its first name that tells it and has no `mark`, or as it is. */
  nameOf(id: string, mark?: string): string {
    const names = this.#entries.find(entry => entry.id === id)?.names ?? []
    const tells = (name: string) => this.idOf(name) === id && (mark === undefined || !name.includes(mark))
    return names.find(name => name !== undefined && tells(name)) ?? id
  }

  /** The id that a text means. */
  idOf(text: string): string | undefined {
    return this.#ids.has(text) ? text : (this.#byName.get(text) ?? undefined)
  }

  /** The end of a message about a text that means none. */
  nearest(text: string): string {
    const all = [...this.#ids, ...[...this.#byName].flatMap(([name, id]) => (id === null ? [] : name))]
    return all.length === 0 ? '' : `，最接近的是：${nearestIds(text, all).join('、')}`
  }
}

/** Everything that cells refer to. */
export interface References {
  chapters: Names
  periods: Names
  sources: Names
  figures: Names
  tables: Names
}
