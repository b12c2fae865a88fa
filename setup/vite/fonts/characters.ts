import type { DeckProblem } from '../../../model/slides/problems.ts'
import type { Coverage } from './coverage.ts'

/** A text file of the deck. */
export interface TextFile {
  /** For messages. */
  file: string
  text: string
}

// What a font has no glyph for and needs none: controls, joiners, marks of direction, variation selectors.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}]/u

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index)).join('')
// Reached by typing in the presenter's view, by the formatter, or by `Intl`, without standing in any file.
const CHINESE =
  '，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·～％＋－×÷＝±−－–¥￥℃№○●■□▲△▼▽◆◇★☆→←↑↓' +
  '〇一二三四五六七八九十百千万亿零两第年月日时分秒个元期上下左右中大小多少增长降持平约余超突破不足以上同比推算' +
  '０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩\u3000\u00A0'

/** The characters that every subset has, whatever the deck says. */
export const ALWAYS: string = ASCII + CHINESE

/** All visible characters of the files and of `ALWAYS`, sorted, each once. */
export function collectCharacters(files: readonly TextFile[]): string {
  const set = new Set(ALWAYS)
  for (const { text } of files) for (const character of text) set.add(character)
  return [...set]
    .filter(character => !INVISIBLE.test(character))
    .sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!)
    .join('')
}

function blank(text: string): string {
  return text.replace(/[^\n]/gu, ' ')
}

/** The file with its comments blanked, where it is code. Comments are not shown; notes of Markdown files are. */
export function shownText({ file, text }: TextFile): string {
  if (file.endsWith('.md')) return text
  return text
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/(^|\s)\/\*[\s\S]*?\*\//g, blank)
    .replace(/(^|\s)\/\/.*$/gm, blank)
}

/** Every character that no face can show, once for each line where it stands. */
export function missingCharacters(
  files: readonly TextFile[],
  coverages: readonly Coverage[],
): (DeckProblem & { line: number })[] {
  const known = new Map<string, boolean>()
  const isMissing = (character: string): boolean => {
    let missing = known.get(character)
    if (missing === undefined) {
      missing = !INVISIBLE.test(character) && !coverages.some(has => has(character.codePointAt(0)!))
      known.set(character, missing)
    }
    return missing
  }
  return files.flatMap(({ file, text }) =>
    shownText({ file, text })
      .split('\n')
      .flatMap((line, index) =>
        [...new Set(line)].filter(isMissing).map(character => ({
          file,
          line: index + 1,
          message: `字体里没有“${character}”（${nameOf(character)}），请换一个字或符号`,
        })),
      ),
  )
}

/** A character's number as Unicode writes it. */
function nameOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}
