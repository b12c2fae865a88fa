import type { SheetProblem } from '../cells/cell.ts'

/** The problems of a workbook for people, sheet by sheet, a line for each. */
export function problemLines(problems: readonly SheetProblem[]): string[] {
  const lines = problems.map(
    ({ sheet, ref, found, expected }) => `  ${sheet} ${ref}  现为：${found}  应为：${expected}`,
  )
  return [`工作簿有 ${problems.length} 处要改：`, ...lines]
}
