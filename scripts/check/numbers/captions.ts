import { UNITS } from '../../../model/vocabulary.ts'
import type { RuleFinding } from '../finding.ts'
import type { JudgedSnapshot } from './snapshot.ts'

const UNIT = [...UNITS].sort((a, b) => b.length - a.length).join('|')
const CAPTION = new RegExp(`(?:计量)?单位[为是：:]?\\s*(${UNIT})(?![\\p{L}])`, 'u')
/** A unit that stands alone; one character such as 家 or 人 is a word of its own. */
const ALONE = new RegExp(
  `^[（(]?(${[...UNITS]
    .filter(unit => unit.length > 1 || /[%‰]/.test(unit))
    .sort((a, b) => b.length - a.length)
    .join('|')})[）)]?$`,
)

/** Judges a unit that is written apart from any number: something that the slide shows is in it. */
export function captionFindings(
  text: string,
  element: string,
  { valued }: Pick<JudgedSnapshot, 'valued'>,
): RuleFinding[] {
  const unit = CAPTION.exec(text)?.[1] ?? ALONE.exec(text.trim())?.[1]
  if (unit === undefined || valued.length === 0 || valued.some(figure => figure.unit === unit)) return []
  const units = [...new Set(valued.map(figure => figure.unit))]
  return [
    {
      element,
      text: text.trim(),
      measured: `写着单位“${unit}”，而这一页没有一个数以它为单位`,
      expected: units.join('、'),
      advice: '单位由数据给出，请去掉它',
      excess: 1,
      typed: unit,
    },
  ]
}
