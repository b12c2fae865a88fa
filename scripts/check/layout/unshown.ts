import type { RuleFinding } from '../finding.ts'
import type { LayoutSnapshot } from './facts.ts'
import { flowText } from './rules/rule.ts'
import { typedLines } from '../typed-text.ts'

/** Elements that name, define or hold ready what they hold, and print it elsewhere or never. */
const ASIDE = 'title|desc|metadata|defs|pattern|clipPath|mask|marker|symbol|template|select'

/**
 * What Markdown does not print as it stands: those elements, blocks that become drawings, what opens a code
 * block, what stands for a file or a list of contents, the kind of a callout, addresses of links.
 */
const UNPRINTED = new RegExp(
  [
    String.raw`<(${ASIDE})\b[\s\S]*?<\/\1>`,
    '^[ \\t]*```[ \\t]*(?:mermaid|plantuml)\\b[\\s\\S]*?^[ \\t]*```[ \\t]*$',
    '^[ \\t]*(?:```|~~~).*$',
    String.raw`^(?:<<<|\[\[toc\]\]).*$`,
    String.raw`^[ \t]*>[ \t]*\[!\w+\]`,
    String.raw`^\[[^\]\n]+\]:.*$`,
  ].join('|'),
  'gm',
)
/**
 * The same within a text that has no tags any more: descriptions of pictures, names of addresses, boxes of tasks,
 * attributes, addresses.
 */
const UNPRINTED_IN_TEXT = /!\[[^\]]*\]|(?<=\])\[[^\]]*\]|(?<=^\s*[-*+]\s+)\[[ xX]\]|\{[.#:\w][^{}]*\}|https?:\/\/\S+/g

/** Letters and digits alone: marks of Markdown, and what typography makes of punctuation, are of no account. */
function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}

/** All texts that a slide has in one of its states, for whoever sees them or has them read out. */
export function textsOf({ flows, spoken }: Pick<LayoutSnapshot, 'flows' | 'spoken'>): string[] {
  return [...flows.map(flowText), ...spoken]
}

/**
 * Finds what is typed on a slide and seen in none of its states: behind a click that never comes, or a condition that
 * never holds.
 * @param content the slide's Markdown
 * @param shown all texts that are seen on the slide in any of its states
 */
export function unshownFindings(content: string, shown: readonly string[]): RuleFinding[] {
  const seen = shown.map(lettersOf).join('\0')
  const printed = content.replace(UNPRINTED, text => text.replace(/[^\n]/g, '\0'))
  // Cells of a table are texts of their own.
  const pieces = typedLines(printed).flatMap(line => line.replace(UNPRINTED_IN_TEXT, '|').split('|'))
  return pieces.flatMap(line => {
    const letters = lettersOf(line)
    if (letters === '' || seen.includes(letters)) return []
    return [
      {
        element: '页面',
        text: line.replace(/^[\s*_`~#>-]+|[\s*_`~]+$/g, ''),
        measured: '看不见：点到哪一步都不出现',
        expected: '写在页面上的字都看得见',
        advice: '请核对 clicks、v-click、v-if 和 v-show；不要的字请删去',
        excess: 1,
      },
    ]
  })
}
