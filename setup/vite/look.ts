import type { DeckProblem } from '../../model/slides/problems.ts'
import { findSkin, skinIds } from '../../styles/skin.ts'
import { skins } from '../../styles/tokens.ts'

/**
 * What is wrong with the look that the headmatter asks for: a skin that does not exist, references neither on nor off.
 */
export function lookProblems(headmatter: Readonly<Record<string, unknown>>, file: string): DeckProblem[] {
  const { skin, references } = headmatter
  const problems: DeckProblem[] =
    references === undefined || typeof references === 'boolean'
      ? []
      : [
          {
            file,
            line: 1,
            message: `references（数据后面的附录编号）只能写 true 或 false，现在写的是“${String(references)}”`,
          },
        ]
  if (skin === undefined || findSkin(skin)) return problems
  return [
    ...problems,
    {
      file,
      line: 1,
      message: `没有名为“${String(skin)}”的皮肤（skin），有：${skinIds.map(id => skins[id].name).join('、')}`,
    },
  ]
}
