import { bareText } from './cells.ts'
import { toHalfWidth } from './text.ts'

/** The number of a table in front of its caption: 表3, 附表一, 表2-1, 专栏1. */
export const TABLE_NUMBER = /^(?:附?表|续表|专栏)\s*[\d一二三四五六七八九十]+(?:[-—－.．]\d{1,2}(?!\d))*/

const NUMERAL_AT_END = /[\d一二三四五六七八九十]$/
const NUMBER_GOES_ON = /^(?:[\d一二三四五六七八九十]|[-—.]\d{1,2}(?!\d))/

/** Whether a caption is the one that is meant, by all of it or its beginning: 表1 begins neither 表10 nor 表1-2. */
export function isCaption(caption: string, meant: string): boolean {
  const begin = bareText(meant)
  if (!bareText(caption).startsWith(begin)) return false
  // A space ends a number: 表1 2031年.
  const end = [...caption.matchAll(/\S/g)][begin.length - 1]?.index ?? caption.length
  return !(NUMERAL_AT_END.test(begin) && NUMBER_GOES_ON.test(toHalfWidth(caption.slice(end + 1))))
}
