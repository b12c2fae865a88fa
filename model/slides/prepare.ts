import { classifyLines } from './source-lines.ts'

const BYTE_ORDER_MARK = /^\uFEFF/
/** The line between the head of a table and its rows, with a bar that tells it from a line of dashes. */
const TABLE_RULE = /^---+[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/

/**
 * Writes the lines of a Markdown file so that Slidev's parser takes them for what Markdown takes them for, each in its
 * place: without a byte order mark, with fences of backticks, and with a bar before a table's rule. What it cannot be
 * sure of stays as it is (`sourceProblems` refuses it).
 */
export function prepareLines(lines: readonly string[]): string[] {
  const prepared = lines.map((line, index) => (index === 0 ? line.replace(BYTE_ORDER_MARK, '') : line))
  const { kinds, fences } = classifyLines(prepared)
  for (const { start, end, mark } of fences) {
    if (mark[0] !== '~' || end === undefined) continue
    const info = prepared[start]!.trim().slice(mark.length)
    if (info.includes('`')) continue
    const fence = '`'.repeat(longestTicks(prepared.slice(start + 1, end)) + 1)
    const indent = /^[ \t]*/.exec(prepared[start]!)![0]
    prepared[start] = `${indent}${fence}${info}`
    prepared[end] = `${indent}${fence}`
  }
  return prepared.map((line, index) => {
    const head = prepared[index - 1]
    const isRule = kinds[index] === 'text' && TABLE_RULE.test(line) && kinds[index - 1] === 'text'
    return isRule && head?.includes('|') ? `| ${line}` : line
  })
}

/** At least two, for a fence has three. */
function longestTicks(lines: readonly string[]): number {
  return Math.max(2, ...lines.flatMap(line => [...line.matchAll(/`+/g)].map(([ticks]) => ticks.length)))
}
