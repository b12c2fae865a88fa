import { nearestIds } from './nearest.ts'
import { readSpan, spanCode } from './span.ts'

/** Whether a name is meant for the code of a span, and not for an id. */
export function looksLikeSpan(name: string): boolean {
  return /^[@.]|\d{4}/.test(name)
}

const numbered = (count: number): number[] => [...Array(count).keys()].map(index => index + 1)
const QUARTERS = numbered(4).map(quarter => `Q${quarter}`)
const MONTHS = numbered(12).map(month => String(month).padStart(2, '0'))

/** Codes that are usual for a year. */
function codesOf(year: string): string[] {
  return [
    year,
    ...['H1', 'H2', ...QUARTERS, ...MONTHS].map(part => `${year}-${part}`),
    ...QUARTERS.slice(1).map(part => `${year}-Q1/${year}-${part}`),
    ...MONTHS.slice(1).map(part => `${year}-01/${year}-${part}`),
    ...MONTHS.map(part => `../${year}-${part}`),
    `@${year}-12-31`,
  ]
}

/** The end of a message about a wrong code: what codes look like, and the nearest to it. */
export function expectedSpan(code: string): string {
  const read = readSpan(code)
  const years = [...new Set(code.match(/\d{4}/g))].map(String)
  const year = Number(years.at(-1) ?? new Date().getFullYear())
  const shapes = [year, `${year}-H1`, `${year}-Q1/${year}-Q3`, `${year}-11`, `${year}-01/${year}-11`]
  const others = [`${year - 6}/${year}`, `../${year}-11`, `@${year}-12-31`]
  const known = [...years.flatMap(codesOf), ...(years.length > 1 ? [years.slice(0, 2).join('/')] : [])]
  // Of two that are as near, the longer has more of it.
  known.sort((a, b) => b.length - a.length)
  const nearest = read ? [spanCode(read)] : nearestIds(code, known)
  return (
    `应写成 ${[...shapes, ...others].join('、')} 这样的代码` +
    (nearest.length > 0 ? `，最接近的是：${nearest.join('、')}` : '')
  )
}
