import { bareText } from '../../../model/reading/cells.ts'

/**
 * What tells rows apart: their heads from left to right. Those that stand several times, as 小计 and 其中：女, have the
 * heading of their part of the table in front, or else the head above that stands once.
 * @param sections of each row the heading that it stands below, where there is one
 */
export function rowKeys(heads: readonly (readonly string[])[], sections: readonly (string | undefined)[]): string[] {
  const plain = heads.map(own => own.map(bareText).join('/'))
  const below = plain.map((key, index) => [bareText(sections[index] ?? ''), key].filter(Boolean).join('/'))
  const [isSingle, isSingleBelow] = [plain, below].map(singles) as [IsSingle, IsSingle]
  let above = ''
  // A name that stands in front of all others is no part of any: the rows stay of one name.
  const whole = new Set<string>()
  const keys = plain.map((key, index) => {
    if (isSingle(key)) return (above = key)
    if (isSingleBelow(below[index]!)) return below[index]!
    if (above === '') whole.add(key)
    return `${above}/${key}`
  })
  return keys.map((key, index) => (whole.has(plain[index]!) ? plain[index]! : key))
}

type IsSingle = (key: string) => boolean

function singles(keys: readonly string[]): IsSingle {
  const count = Map.groupBy(keys, key => key)
  return key => count.get(key)!.length === 1
}
