import { styleText } from 'node:util'
import type { DeckDiff } from './diff.ts'
import { chapterParts, countsOf, type Line } from './lines.ts'
import type { Stretch } from './words.ts'

/** How changed words are marked: in colour on a terminal, as `git diff --word-diff` marks them elsewhere. */
export type Marks = 'ansi' | 'brackets'

/** The diff for people. */
export function diffText(diff: DeckDiff, marks: Marks): string {
  const { before, after, same } = diff
  if (same) return `没有变化：${after.name}和 ${before.name} 一样。`
  return [
    `${before.name} → ${after.name}\n${countsOf(diff)}`,
    ...chapterParts(diff).map(({ title, sections }) =>
      [
        `■ ${title}`,
        ...sections.flatMap(({ heading, lines }) => [`  ${heading}`, ...lines.map(line => lineText(line, marks))]),
      ].join('\n'),
    ),
  ].join('\n\n')
}

function lineText({ mark, stretches, inWords, alarm }: Line, marks: Marks): string {
  const text = stretches.map(stretch => stretchText(stretch, marks, inWords ?? false)).join('')
  const indent = mark === '' ? '        ' : `    ${mark}  `
  return `${indent}${text.replace(/\n/g, '⏎')}${alarm === undefined ? '' : `  ${alarmText(alarm, marks)}`}`
}

/** What an arrow or a mark tells already needs no brackets. */
function stretchText({ kind, text }: Stretch, marks: Marks, inWords: boolean): string {
  if (kind === 'same') return text
  // Whether colours are wanted has been decided by the caller.
  if (marks === 'ansi')
    return styleText(kind === 'gone' ? ['red', 'strikethrough'] : 'green', text, { validateStream: false })
  if (!inWords) return text
  return kind === 'gone' ? `[-${text}-]` : `{+${text}+}`
}

function alarmText(alarm: string, marks: Marks): string {
  return marks === 'ansi' ? styleText(['bold', 'red'], `！${alarm}`, { validateStream: false }) : `！${alarm}`
}
