import { HuibaoError } from '../../model/errors.ts'

const HINT = '页码范围写成 3-7,9 的样子：逗号分隔，短横表示连续的页，“5-”表示从第 5 页到最后。'

/**
 * The slide numbers that a range means, ascending, each once. Full-width punctuation is understood too.
 * @param range such as `3-7,9`; undefined for the whole deck
 * @param total how many slides the deck has
 * @throws HuibaoError where the range is no range, names a slide that the deck lacks, or is empty
 */
export function parseRange(range: string | undefined, total: number): number[] {
  if (range === undefined) return Array.from({ length: total }, (_, index) => index + 1)
  const parts = range
    .normalize('NFKC')
    .replace(/[、;]/g, ',')
    .replace(/[–—―~～至到]/g, '-')
    .split(',')
    .map(part => part.trim())
  const numbers = new Set<number>()
  for (const part of parts) {
    const match = /^(\d{1,6})(?:\s*(-)\s*(\d{1,6})?)?$/.exec(part)
    if (!match) throw wrong(range, part === '' ? '有空的部分' : `“${part}”不是页码`)
    const first = Number(match[1])
    const last = match[2] === undefined ? first : Number(match[3] ?? total)
    if (first < 1 || first > total || last > total) throw wrong(range, `“${part}”超出文稿，文稿共 ${total} 页`)
    if (last < first) throw wrong(range, `“${part}”的起页在止页之后`)
    for (let no = first; no <= last; no += 1) numbers.add(no)
  }
  return [...numbers].sort((a, b) => a - b)
}

/** The shortest range that means these slides: what the print page is asked for. */
export function formatRange(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const no of numbers) {
    const run = runs.at(-1)
    if (run && run[1] === no - 1) run[1] = no
    else runs.push([no, no])
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',')
}

function wrong(range: string, reason: string): HuibaoError {
  return new HuibaoError(`页码范围“${range}”不对：${reason}`, { hint: HINT, exitCode: 2 })
}
