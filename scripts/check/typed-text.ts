import { decodeEntities } from '../../model/slides/ids.ts'
import { scanTags } from '../../model/slides/scan.ts'
import { COMMENT } from '../../model/slides/title.ts'

/**
 * What of a slide's Markdown is no text: styles, scripts, expressions, addresses of links and pictures, where slots,
 * lists and tasks begin.
 */
const NO_TEXT =
  /<(style|script)\b[\s\S]*?<\/\1>|\{\{[\s\S]*?\}\}|(?<=\])\([^)\n]*\)|^::[\w-]+::$|^[ \t]*(?:[-*+]|\d+[.)])(?:[ \t]+\[[ xX]\])?(?=[ \t])/gm

/** The words of a slide as they are typed, line by line; tags part lines. */
export function typedLines(content: string): string[] {
  const blank = (text: string): string => text.replace(/[^\n]/g, '\0')
  let text = content.replace(COMMENT, blank).replace(NO_TEXT, blank)
  for (const { start, end } of scanTags(text))
    text = text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end)
  return decodeEntities(text)
    .split('\n')
    .flatMap(line => line.split(/\0+/))
    .filter(piece => piece.trim() !== '')
}
