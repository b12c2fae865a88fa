import type { CDPSession, Page } from 'playwright-chromium'
import { addProbes, collectText, findBoxes, removeProbes, type FontGroup } from './probe.ts'
import type { Problem } from './problems.ts'

/**
 * Finds text that is not set in the deck's own fonts: characters that fell back to a font of this machine, which
 * another machine does not have, and characters that no font has.
 */
export async function checkFonts(page: Page): Promise<Problem[]> {
  const groups = await page.evaluate(collectText)
  const session = await page.context().newCDPSession(page)
  try {
    await page.evaluate(addProbes, groups)
    const boxes = await page.evaluate(findBoxes, groups)
    return [...(await fallbacks(session, groups, boxes)), ...missing(groups, boxes)]
  } finally {
    await page.evaluate(removeProbes)
    await session.detach()
  }
}

async function fallbacks(session: CDPSession, groups: FontGroup[], boxes: number[][]): Promise<Problem[]> {
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const query = async (selector: string): Promise<number[]> =>
    (await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector })).nodeIds
  const foreign = async (nodeId: number): Promise<string[]> =>
    (await session.send('CSS.getPlatformFontsForNode', { nodeId })).fonts
      .filter(font => !font.isCustomFont)
      .map(font => font.familyName)

  const found = new GlyphProblems()
  for (const [index, nodeId] of (await query('#huibao-probes > *')).entries()) {
    if ((await foreign(nodeId)).length === 0) continue
    const nodes = await query(`#huibao-probes > :nth-child(${index + 1}) > *`)
    for (const [position, [character, slides]] of groups[index]!.characters.entries()) {
      if (boxes[index]!.includes(position)) continue
      for (const family of await foreign(nodes[position]!)) found.add(slides, family, character)
    }
  }
  return found.problems(family => `不在文稿自带的字体里，换用了本机字体“${family}”`)
}

function missing(groups: FontGroup[], boxes: number[][]): Problem[] {
  const found = new GlyphProblems()
  boxes.forEach((indexes, group) =>
    indexes.forEach(index => {
      const [character, slides] = groups[group]!.characters[index]!
      found.add(slides, groups[group]!.style.fontFamily!.split(',')[0]!, character)
    }),
  )
  return found.problems(family => `没有字形，显示成空框（字体：${family}）`)
}

/** Characters by slide and font. */
class GlyphProblems {
  readonly #entries = new Map<string, { slide: number; family: string; characters: Set<string> }>()

  add(slides: number[], family: string, character: string): void {
    for (const slide of slides) {
      const key = `${slide} ${family}`
      const entry = this.#entries.get(key) ?? { slide, family, characters: new Set<string>() }
      this.#entries.set(key, entry)
      entry.characters.add(character)
    }
  }

  problems(describe: (family: string) => string): Problem[] {
    return [...this.#entries.values()].map(({ slide, family, characters }) => ({
      slide,
      message: `文字 ${listCharacters([...characters])} ${describe(family)}`,
    }))
  }
}

function listCharacters(characters: string[]): string {
  const named = characters.slice(0, 12).map(character => {
    const codes = [...character]
      .map(each => `U+${each.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
      .join(' ')
    return /\p{C}/u.test(character) ? codes : `${character}（${codes}）`
  })
  return named.join('、') + (characters.length > 12 ? ` 等 ${characters.length} 个字` : '')
}
