import { decodeEntities } from '../../../model/slides/ids.ts'
import { scanTags } from '../../../model/slides/scan.ts'
import { COMMENT } from '../../../model/slides/title.ts'
import { allowedSpans, isAllowed } from './allowed.ts'
import type { RuleFinding } from '../finding.ts'
import { unaccounted } from './unaccounted.ts'
import { readNumbers } from '../../../model/reading/numbers.ts'
import type { JudgedSnapshot } from './snapshot.ts'

/**
 * What of a slide's Markdown is no text: styles, scripts, expressions, addresses of links and pictures, where slots
 * and lists begin.
 */
const NO_TEXT =
  /<(style|script)\b[\s\S]*?<\/\1>|\{\{[\s\S]*?\}\}|(?<=\])\([^)\n]*\)|^::[\w-]+::$|^[ \t]*\d+[.)](?=[ \t])/gm

/** The words of a slide as they are typed, line by line. */
function typedLines(content: string): string[] {
  const blank = (text: string): string => text.replace(/[^\n]/g, '\0')
  let text = content.replace(COMMENT, blank).replace(NO_TEXT, blank)
  for (const { start, end } of scanTags(text))
    text = text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end)
  return decodeEntities(text)
    .split('\n')
    .flatMap(line => line.split(/\0+/))
    .filter(piece => piece.trim() !== '')
}

/** A text without what Markdown marks and what nobody sees. */
function bare(text: string): string {
  return text.replace(/[\s*_`~#>|[\]\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
}

/**
 * Judges what is typed on a slide and shown in none of its renderings: a condition may show it elsewhere, to the
 * presenter or in the overview.
 * @param rendered all texts that the slide's renderings show
 */
export function unrenderedFindings(
  content: string,
  rendered: readonly string[],
  snapshot: JudgedSnapshot,
): RuleFinding[] {
  const seen = new Set(rendered.flatMap(text => readNumbers(text).map(number => number.text)))
  // Tags may part a number, as in 1<b>6座</b>: then the words around each piece are seen.
  const words = bare(rendered.join('\n'))
  return typedLines(content).flatMap(line => {
    const allowed = allowedSpans(line, snapshot)
    return readNumbers(line)
      .filter(number => !isAllowed(number, allowed) && !seen.has(number.text) && !words.includes(bare(line)))
      .map(number => unaccounted(number, line, '不总是显示的内容', snapshot.data.figures))
  })
}
