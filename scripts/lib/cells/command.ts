import path from 'node:path'
import { HuibaoError } from '../../../model/errors.ts'
import { parseSpan, type Span } from '../../../model/span.ts'
import { expectedSpan } from '../../../model/span-nearest.ts'
import { writeFileAtomic } from '../../../setup/vite/write-file-atomic.ts'
import type { Log } from '../log.ts'
import { problemLines } from '../xlsx/problem-lines.ts'
import type { SheetProblem } from './cell.ts'
import type { Normalised } from './propose.ts'
import type { LeftOut } from './sheet-table.ts'

/** The span of an option. @throws HuibaoError where it is the code of none */
export function spanOption(code: string | undefined): Span | undefined {
  if (code === undefined) return undefined
  const span = parseSpan(code)
  if (!span) throw new HuibaoError(`--period ${code}：不是时段的代码，${expectedSpan(code)}`, { exitCode: 2 })
  return span
}

/** Tells what was read otherwise than it is written, a line for each way, with the cells. */
export function printNormalised(normalised: readonly Normalised[], print: (line: string) => void): void {
  if (normalised.length > 0) print(`照意思读的 ${normalised.length} 格：`)
  printGroups(
    Map.groupBy(normalised, ({ how }) => how),
    ({ sheet, ref, found, read }) => `${sheet} ${ref} “${found}”→${read}`,
    print,
  )
}

/** Tells which numbers are left out, a line for each reason, with the cells. */
export function printLeft(left: readonly LeftOut[], print: (line: string) => void): void {
  for (const line of leftLines(left)) print(line)
}

/** Which numbers are left out, and why. */
export function leftLines(left: readonly LeftOut[]): string[] {
  const lines = left.length > 0 ? [`没有取的数 ${left.length} 格：`] : []
  printGroups(
    Map.groupBy(left, ({ reason }) => reason),
    ({ sheet, ref, found }) => `${sheet} ${ref} “${found}”`,
    line => lines.push(line),
  )
  return lines
}

/** Cells that a line names. */
const NAMED = 5

function printGroups<Cell>(
  groups: ReadonlyMap<string, readonly Cell[]>,
  tell: (cell: Cell) => string,
  print: (line: string) => void,
): void {
  for (const [head, cells] of groups)
    print(
      `  ${head}：${cells.slice(0, NAMED).map(tell).join('，')}${cells.length > NAMED ? ` 等 ${cells.length} 格` : ''}`,
    )
}

const WORKBOOK = /\.xls[xm]$/i

export interface Refusal {
  root: string
  bytes: Uint8Array
  file: string
  problems: readonly SheetProblem[]
  /** Whether a copy with the problems as comments is written. */
  annotate: boolean
  print: (line: string) => void
  log: Log
}

/** Tells what keeps a workbook from being read. @returns the exit code */
export async function refuse({ root, bytes, file, problems, annotate, print, log }: Refusal): Promise<number> {
  problemLines(problems).forEach(print)
  if (annotate && !WORKBOOK.test(file)) log.warn('csv 里放不下批注，没有另存；请照上面的改，或先另存为 xlsx。')
  if (annotate && WORKBOOK.test(file)) {
    const { annotate: annotated } = await import('../xlsx/annotate.ts')
    const copy = file.replace(WORKBOOK, '-批注.xlsx')
    await writeFileAtomic(path.resolve(root, copy), annotated(bytes, problems, file))
    print(copy)
    if (/m$/i.test(file)) log.warn('批注的这一份里没有宏；请在原来的文件里改。')
  }
  log.error('什么也没有写。改好以后再读一次。')
  return 1
}
