/** Characters of a text that make it one in another script, as a share of its Chinese characters. */
const MOST_OTHERS = 0.15

let simplified: ReadonlySet<string> | undefined

/** The characters of GB 2312, the standard of those in simplified script. */
function standard(): ReadonlySet<string> {
  if (simplified) return simplified
  const bytes: number[] = []
  for (let high = 0xb0; high <= 0xf7; high++) for (let low = 0xa1; low <= 0xfe; low++) bytes.push(high, low)
  return (simplified = new Set(new TextDecoder('gb18030').decode(Uint8Array.from(bytes))))
}

/** Whether a text is in traditional characters; rare ones of places and people are in any. */
export function isTraditional(text: string): boolean {
  const characters = text.match(/\p{Script=Han}/gu) ?? []
  const others = characters.filter(character => character !== '〇' && !standard().has(character))
  return others.length > characters.length * MOST_OTHERS
}
