import type { SheetProblem } from '../cells/cell.ts'

/** Characters of what stands in a cell that a line has. */
const MOST_FOUND = 60

/** The problems of a workbook for people, sheet by sheet, a line for each. */
export function problemLines(problems: readonly SheetProblem[]): string[] {
  const lines = problems.map(
    ({ sheet, ref, found, expected }) => `  ${sheet} ${placeOf(ref)}  现为：${cut(found)}  应为：${expected}`,
  )
  return [`工作簿有 ${problems.length} 处要改：`, ...lines]
}

/** A cell, or a row in words. */
const placeOf = (ref: string): string => (/^\d+$/.test(ref) ? `第 ${ref} 行` : ref)

function cut(text: string): string {
  const characters = [...text]
  return characters.length > MOST_FOUND
    ? `${characters.slice(0, MOST_FOUND).join('')}……（共 ${characters.length} 字）`
    : text
}
