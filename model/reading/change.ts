import { DIRECTION_OF } from '../vocabulary.ts'

/** A word of change that touches what follows it. */
export interface Change {
  /** As it stands there, 同比 or 环比 in front of it included. */
  word: string
  /** Whether what follows is the level that is reached, as behind 提高到. */
  reached: boolean
  /** Where the word begins. */
  at: number
}

const CHANGES = Object.keys(DIRECTION_OF)
  .sort((a, b) => b.length - a.length)
  .join('|')
const CHANGED = new RegExp(
  `(?<word>(?:同比|环比)?(?:${CHANGES}))(?:幅度|率)?(?<reached>至|到|为)?(?:了|达到?|是)?(?:\\*\\*|__)?[ \\t]?$`,
)

/** Names of changes, which a level cannot follow: 增幅为6% is a change. */
export const NAMES_OF_CHANGE = /[幅速]$/

/** The word of change that a text ends with; `undefined` where it ends with none. */
export function changeAtEnd(text: string): Change | undefined {
  const found = CHANGED.exec(text)
  if (!found) return undefined
  const { word, reached } = found.groups as { word: string; reached?: string }
  return { word, reached: reached !== undefined && !NAMES_OF_CHANGE.test(word), at: found.index }
}
