/** An entry of any kind, by its fields. */
export type Fields = Record<string, unknown>

/** What stands in a field: `evidence.clause`. */
export function fieldOf(entry: object, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Fields | undefined)?.[key], entry)
}

/** An entry of fields by their paths, those without a value left out. */
export function entryOf(values: readonly (readonly [path: string, value: unknown])[]): Fields {
  const entry: Fields = {}
  for (const [path, value] of values) {
    if (value === undefined) continue
    const keys = path.split('.')
    const last = keys.pop()!
    let place = entry
    for (const key of keys) place = (place[key] ??= {}) as Fields
    place[last] = value
  }
  return entry
}
