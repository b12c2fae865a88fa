import type { DeckProblem } from './problems.ts'
import { findSkin, skinIds } from '../../styles/skin.ts'
import { skins } from '../../styles/tokens.ts'

/** What is wrong with the look that the headmatter asks for: a skin that does not exist. */
export function lookProblems(headmatter: Readonly<Record<string, unknown>>, file: string): DeckProblem[] {
  const { skin } = headmatter
  if (skin === undefined || findSkin(skin))
    return []
  return [{ file, line: 1, message: `没有名为“${String(skin)}”的皮肤（skin），有：${skinIds.map(id => skins[id].name).join('、')}` }]
}
