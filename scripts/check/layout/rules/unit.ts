import type { RuleFinding } from '../../finding.ts'
import type { Rule } from './rule.ts'
import { UNITS } from '../../../../model/vocabulary.ts'
import { rowsOf } from '../geometry.ts'
import { flowText } from './rule.ts'

/** Units of figures, and those that only stand in prose; a number may also break off before 万 or 亿. */
const WORDS = [
  ...UNITS,
  '％',
  '年',
  '月',
  '日',
  '季度',
  '岁',
  '期',
  '级',
  '类',
  '片',
  '支',
  '只',
  '棵',
  '篇',
  '亿',
  '万',
  '千',
  '百',
  '多',
  '余',
  '元',
  '美元',
  '平方',
  '立方',
  '千米',
  '厘米',
  '毫米',
  '公斤',
  '千克',
  '克',
  '秒',
  'km',
  'm²',
  'GB',
  'TB',
  'G',
]
const NUMBER_END = /[\d０-９](?:[余多][万亿]?|[万亿])?$/
const UNIT_START = new RegExp(`^(?:${[...new Set(WORDS)].sort((a, b) => b.length - a.length).join('|')}|[余多]?[万亿])`)
/** Digits that go on in the next line. */
const DIGITS_BREAK = [/[\d０-９][.,，．]?$/, /^[.,．]?[\d０-９]/] as const

/** A number stands on one line with its unit. */
export const unit: Rule = {
  id: 'unit',
  judge: snapshot => {
    const broken = snapshot.numbers.filter(
      ({ pieces }) => rowsOf(pieces.map(index => snapshot.pieces[index]!)).length > 1,
    )
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
    (NUMBER_END.test(before.trimEnd()) && UNIT_START.test(after)) ||
    (DIGITS_BREAK[0].test(before) && DIGITS_BREAK[1].test(after))
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
