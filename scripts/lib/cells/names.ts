import { bareText } from '../../../model/reading/cells.ts'
import { isAside } from '../facts/office/xlsx.ts'
import { splitHead } from '../facts/table-units.ts'
import type { Measure } from './measures.ts'
import { isImprint, timeless } from './times.ts'

const NUMBERING =
  /^(?:附?表\s*[\d一二三四五六七八九十]+(?:[-—.．]\d+)*[:：、\s]*|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.．、]|[#＃*※·—\-\s]+)/

/** A plan that is told by its number alone: “十四五”. */
const PLAN = /["“][一二三四五六七八九十]{1,3}五["”]/g
/** What an index compares with: (上年同期=100). */
const BASE = /\([^()]*=\d+\)$/

/** A caption or a head without its numbering, its time and its unit, in marks as they are printed. */
export function titleOf(text: string): string {
  return timeless(
    splitHead(
      bareText(text)
        .replace(NUMBERING, '')
        .replace(/^其中[:：]/, '')
        .replace(NUMBERING, ''),
    ).name,
  )
    .replace(PLAN, '')
    .replaceAll('〇', '')
    .replace(BASE, '')
    .replace(/^\([^()]*\)$|\(\)|^[:、,]+|[:、,(*※±]+$/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
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
  // 2025年（快报） is no other column than 2024年.
  return timeless(splitHead(head).name).replace(/^〇\([^()]*\)$/, '〇')
}

export function isSameHead(a: string, b: string): boolean {
  return plainHead(a) === plainHead(b)
}

/** Heads that name a change by themselves. */
const NAMES_CHANGE = /(?:[增降涨跌][速幅]|增长|下降)$/

/** What a change is called: 产值增速, of what changes; 失业率变动, of what is told in points. */
export function changeName(key: string, { subject = '', change = '', unit }: Measure): string {
  const named = titleOf(subject)
  const base = named.startsWith(key) ? named : key.startsWith(named) ? key : key + named
  if (/点$/.test(unit)) return `${base}变动`
  return NAMES_CHANGE.test(base) ? base : `${base}${/年均|平均/.exec(change)?.[0] ?? ''}增速`
}
