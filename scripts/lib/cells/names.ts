import { bareText } from '../../../model/reading/cells.ts'
import { isAside } from '../facts/office/xlsx.ts'
import { splitHead } from '../facts/table-units.ts'
import { isImprint, timeless } from './times.ts'

const NUMBERING =
  /^(?:附?表\s*[\d一二三四五六七八九十]+(?:[-—.．]\d+)*[:：、\s]*|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.．、]|[#＃*※·—\-\s]+)/

/** A caption or a head without its numbering, its time and its unit. */
export function titleOf(text: string): string {
  return timeless(
    splitHead(
      bareText(text)
        .replace(NUMBERING, '')
        .replace(/^其中[:：]/, '')
        .replace(NUMBERING, ''),
    ).name,
  )
    .replaceAll('〇', '')
    .replace(/^[:：、,，()（）]+|[:：、,，(（*＊※]+$|\(\)|（）/g, '')
}

/** Whether a line above a table says what it is about, and not in which unit, when and by whom it was made. */
export function isTitle(text: string): boolean {
  return !isImprint(text) && !isAside(text) && titleOf(text) !== ''
}

/** Whether a head is a time and nothing more. */
export const isTimeHead = (head: string): boolean => timeless(bareText(head)) === '〇'

/** A head of a row as ids may hold it. */
export function rowName(head: string): string {
  return (titleOf(head) || bareText(head)).replace(/[\s/@'"`<>\\]/g, '')
}

/** A head without its unit and its time, as heads of two months are compared. */
export function plainHead(head: string): string {
  return timeless(splitHead(head).name)
}

export function isSameHead(a: string, b: string): boolean {
  return plainHead(a) === plainHead(b)
}
