import type { RuleFinding } from '../../finding.ts'
import type { Rule } from './rule.ts'
import { partsUnit } from '../../../../model/phrases.ts'
import { perBases, unitPattern } from '../../../../model/units.ts'
import { rowsOf } from '../geometry.ts'
import { flowText } from './rule.ts'

const REFERENCE = /^\s*\[\d+\]\s*$/
const NUMBER_END = /[\d０-９](?:[余多][万亿]?|[万亿])?$/
/** What stands behind a number: a unit of figures, or a part of a date. */
const unitStart = perBases(() => new RegExp(`^(?:[余多]?[万亿]|[余多]?(?:％|${unitPattern()})|年|季度|月|日)`))
/** Digits that go on in the next line. */
const DIGITS_BREAK = [/[\d０-９][.,，．]?$/, /^[.,．]?[\d０-９]/] as const

/** A number stands on one line with its unit. */
export const unit: Rule = {
  id: 'unit',
  judge: snapshot => {
    const broken = snapshot.numbers.filter(({ pieces }) => {
      // The number of an entry in the appendix may stand below.
      const own = pieces.map(index => snapshot.pieces[index]!).filter(({ text }) => !REFERENCE.test(text))
      const rows = rowsOf(own)
      // A word of change may stand on the line above.
      return (
        rows.length - 1 >
        Math.max(
          0,
          rows.findIndex(row => row.some(({ text }) => /[\d０-９]/.test(text))),
        )
      )
    })
    const flowsOfBroken = new Set(broken.flatMap(({ pieces }) => pieces.map(index => snapshot.pieces[index]!.flow)))
    return [
      ...broken.map(({ element, text, pieces }) =>
        finding(
          element,
          text.trim(),
          rowsOf(pieces.map(index => snapshot.pieces[index]!))
            .map(row =>
              row
                .map(piece => piece.text)
                .join('')
                .trim(),
            )
            .join(' / '),
        ),
      ),
      ...snapshot.flows.flatMap((flow, index) =>
        flowsOfBroken.has(index)
          ? []
          : flow.lines.slice(1).flatMap((line, above) => {
              const before = flow.lines[above]!.text
              const after = line.text.trim()
              return splitsNumber(before, after)
                ? [finding(flow.element, flowText(flow), `${before.trim().slice(-8)} / ${after.slice(0, 6)}`)]
                : []
            }),
      ),
    ]
  },
}

/**
 * Whether a line break between these two lines goes through a number or between it and its unit. A space parts two
 * numbers.
 */
export function splitsNumber(before: string, after: string): boolean {
  return (
    (NUMBER_END.test(before.trimEnd()) && unitStart().test(after)) ||
    (DIGITS_BREAK[0].test(before) && DIGITS_BREAK[1].test(after)) ||
    partsUnit(before.trimEnd(), before.trimEnd() + after)
  )
}

function finding(element: string, text: string, lines: string): RuleFinding {
  return {
    element,
    text,
    measured: `在“${lines}”处换行`,
    expected: '数字与单位在同一行',
    advice: '请用 <Fig> 写数字，或调整文字让换行落在别处',
    excess: 1,
  }
}
