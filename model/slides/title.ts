import type { DeckData } from './context.ts'
import { printFigures } from './figure-text.ts'
import { decodeEntities } from './ids.ts'

/** Fenced code, whose lines are no headings. */
export const CODE_BLOCK = /^(`{3,}|~{3,})[\s\S]*?^\1/gm
/** Comments: notes, and what is left out. */
export const COMMENT = /<!--[\s\S]*?-->/g
const HEADING = /^#{1,6}[ \t]+(.*)$/m
const HTML_HEADING = /<(h[1-6])(?=[\s>])[^>]*>([\s\S]*?)<\/\1>/i

/** The titles of the first level in a slide's content, as written but for figures, which are printed. */
export function displayTitles(content: string, data: DeckData): string {
  const text = content.replace(CODE_BLOCK, '').replace(COMMENT, '')
  const titles = [...text.matchAll(/^#[ \t]+(.*)$|^(?=(.*)\n=+[ \t]*$)|<h1(?=[\s>])[^>]*>([\s\S]*?)<\/h1>/gim)].flatMap(
    ([, ...found]) => found.filter(title => title),
  )
  return decodeEntities(printFigures(titles.join('\n'), data, () => '', false))
}

function withoutMarks(text: string): string {
  return text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|~~|`)(.+?)\1/g, '$2')
    .replace(/\*(?!\s)(.+?)\*/g, '$1')
    .replace(/(?<!\w)_(?!\s)(.+?)_(?!\w)/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+#+\s*$/, '')
}

/**
 * The plain title of a slide: its first heading, figures printed and all other marking gone. `undefined` where there
 * is no heading or nothing of it is left.
 */
export function plainTitle(content: string, data: DeckData): string | undefined {
  const text = content.replace(CODE_BLOCK, '').replace(COMMENT, '')
  const heading = HEADING.exec(text)?.[1] ?? HTML_HEADING.exec(text)?.[2]
  if (heading === undefined) return undefined
  // A line break separates Latin words, while Chinese runs on.
  const broken = heading.replace(/\s*<br\s*\/?>\s*/gi, (whole, at: number) =>
    /\w/.test(heading[at - 1] ?? '') && /\w/.test(heading[at + whole.length] ?? '') ? ' ' : '',
  )
  const printed = printFigures(broken, data, id => `〔无此数据：${id}〕`, false)
  return decodeEntities(withoutMarks(printed)).replace(/\s+/g, ' ').trim() || undefined
}
