import { typedLines } from '../typed-text.ts'
import { allowedSpans, isAllowed } from './allowed.ts'
import type { RuleFinding } from '../finding.ts'
import { unaccounted } from './unaccounted.ts'
import { readNumbers } from '../../../model/reading/numbers.ts'
import type { JudgedSnapshot } from './snapshot.ts'

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
