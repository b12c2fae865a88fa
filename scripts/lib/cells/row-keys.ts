import { bareText } from '../../../model/reading/cells.ts'

/** What tells a row from all others, and what it is a part of. */
export interface RowKey {
  /** Its heads from left to right; of a part with what that is of in front. */
  key: string
  /** The heading, or the head of a row above, that its own head says nothing without. */
  of?: string
}

/**
 * What tells rows apart. Heads that stand several times, as 小计 and 其中：女, are of the heading of their part of the
 * table, or else of the head above that stands once; and so are those that only name a change, as 比年初增加.
 * @param sections of each row the heading that it stands below, where there is one
 * @param isBare whether a head says nothing by itself
 */
export function rowKeys(
  heads: readonly (readonly string[])[],
  sections: readonly (string | undefined)[],
  isBare: (head: string) => boolean = () => false,
): RowKey[] {
  const plain = heads.map(own => own.map(bareText).join('/'))
  const below = plain.map((key, index) => [bareText(sections[index] ?? ''), key].filter(Boolean).join('/'))
  const [isSingle, isSingleBelow] = [plain, below].map(singles) as [IsSingle, IsSingle]
  let above: string | undefined
  // A name that stands in front of all others is no part of any: the rows stay of one name.
  const whole = new Set<string>()
  const keys = plain.map((key, index): RowKey => {
    const bare = isBare(heads[index]!.at(-1) ?? '')
    if (isSingle(key) && !(bare && above !== undefined)) {
      if (!bare) above = key
      return { key }
    }
    if (!isSingle(key) && isSingleBelow(below[index]!)) return { key: below[index]!, of: sections[index]! }
    if (above === undefined) whole.add(key)
    return { key: `${above}/${key}`, ...(above !== undefined && { of: above }) }
  })
  return keys.map((key, index) => (whole.has(plain[index]!) ? { key: plain[index]! } : key))
}

type IsSingle = (key: string) => boolean

function singles(keys: readonly string[]): IsSingle {
  const count = Map.groupBy(keys, key => key)
  return key => count.get(key)!.length === 1
}
