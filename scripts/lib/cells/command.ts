import path from 'node:path'
import { HuibaoError } from '../../../model/errors.ts'
import { parseSpan, type Span } from '../../../model/span.ts'
import { expectedSpan } from '../../../model/span-nearest.ts'
import { writeFileAtomic } from '../../../setup/vite/write-file-atomic.ts'
import type { Log } from '../log.ts'
import { problemLines } from '../xlsx/problem-lines.ts'
import type { SheetProblem } from './cell.ts'
import type { Normalised } from './propose.ts'

/** The span of an option. @throws HuibaoError where it is the code of none */
export function spanOption(code: string | undefined): Span | undefined {
  if (code === undefined) return undefined
  const span = parseSpan(code)
  if (!span) throw new HuibaoError(`--period ${code}：不是时段的代码，${expectedSpan(code)}`, { exitCode: 2 })
  return span
}

/** Tells what was read otherwise than it is written, a line for each way, with the cells. */
export function printNormalised(normalised: readonly Normalised[], print: (line: string) => void): void {
  const ways = Map.groupBy(normalised, ({ how }) => how)
  if (ways.size === 0) return
  print(`照意思读的 ${normalised.length} 格：`)
  for (const [how, cells] of ways) {
    const named = cells.slice(0, 5).map(({ sheet, ref, found, read }) => `${sheet} ${ref} “${found}”→${read}`)
    print(`  ${how}：${named.join('，')}${cells.length > 5 ? ` 等 ${cells.length} 格` : ''}`)
  }
}

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
  if (annotate && /\.xls[xm]$/i.test(file)) {
    const { annotate: annotated } = await import('../xlsx/annotate.ts')
    const copy = file.replace(/(?:\.xls[xm])$/i, '-批注.xlsx')
    await writeFileAtomic(path.resolve(root, copy), annotated(bytes, problems, file))
    print(copy)
  }
  log.error('什么也没有写。改好以后再读一次。')
  return 1
}
