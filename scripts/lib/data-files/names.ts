/** Words that cannot name anything in a module. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false ' +
    'finally for function if implements import in instanceof interface let new null package private protected public ' +
    'return static super switch this throw true try typeof var void while with yield'
  ).split(' '),
)

/** Names for what data files export: each once. */
export class NameTable {
  readonly #taken: Set<string>

  /** @param taken names that are in use already */
  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(['source', 'figures', 'tables', ...taken])
  }

  /** A free name made of an id: `tableOfTowns` of `table-of-towns`. */
  take(id: string): string {
    const camel = id.replaceAll(/[^A-Za-z0-9]+(.)?/g, (_, next: string = '') => next.toUpperCase())
    const base = /^[A-Za-z]/.test(camel) ? camel : `list${camel}`
    const free = (name: string): boolean => !this.#taken.has(name) && !RESERVED.has(name)
    let name = base
    for (let count = 2; !free(name); count += 1) name = `${base}${count}`
    this.#taken.add(name)
    return name
  }
}
