import { describe, expect, it } from 'vitest'
import { formatFigure } from '../../model/format.ts'
import { resolveDeck } from '../../model/deck.ts'
import { sourceParts } from '../../components/source-text.ts'
import { spoken } from '../../components/charts/value-label.ts'
import { judgeBoundElement } from '../../scripts/check/numbers/bound-elements.ts'
import { judgeSource } from '../../scripts/check/numbers/source-line.ts'
import { judgeTextRun } from '../../scripts/check/numbers/text-runs.ts'
import { sourceWithTargets } from '../support/targets.ts'
import { boundElement, data as other, snapshot, textRun } from './support/numbers.ts'

const deck = resolveDeck<string>(sourceWithTargets())
const { getFigure } = deck
const data = { ...other, figures: deck.figures, findFigure: deck.findFigure, periods: deck.periods }

/** What is said of a figure that is printed between two texts. */
function judge(before: string, id: string, behind: string): string[] {
  const text = formatFigure(getFigure(id), 'worded')
  const parts = [
    { text: before, boundElement: undefined },
    { text, boundElement: 0 },
    { text: behind, boundElement: undefined },
  ]
  const on = snapshot({ data, boundElements: [boundElement({ figure: id, text })], shown: [getFigure(id)] })
  return judgeTextRun(textRun({ parts }), on).map(({ measured, severity }) => `${severity} ${measured}`)
}

describe('a sentence that prints a plan', () => {
  it.each([
    ['2032年目标是新增就业', 'jobs-next', ''],
    ['2032年新增就业', 'jobs-next', '的目标'],
    ['力争新增就业', 'jobs-next', ''],
    ['目标新增就业', 'jobs-plan', ''],
    ['新增就业', 'jobs', ''],
  ])('calls it one: %s[%s]%s', (before, id, behind) => {
    expect(judge(before, id, behind)).toEqual([])
  })

  it.each([
    ['2032年新增就业', 'jobs-next', ''],
    ['2032年新增就业', 'jobs-next', '，目标不变'],
    ['新增就业', 'jobs-plan', ''],
  ])('is told where it does not: %s[%s]%s', (before, id, behind) => {
    expect(judge(before, id, behind)).toEqual([expect.stringMatching(/^notice .*：数据说的是“目标”/)])
  })

  it('may not make a plan of a fact', () => {
    expect(judge('目标是新增就业', 'jobs', '')).toEqual([expect.stringMatching(/^notice jobs：句子里写着“目标”/)])
  })
})

describe('plans beside facts', () => {
  it.each([
    ['of another time', ['jobs', 'jobs-next'], '时段：目标数为2032年 其余为2031年'],
    ['of one time', ['jobs', 'jobs-plan'], '时段：2031年 目标数：新增就业目标'],
    ['alone', ['jobs-plan'], '时段：2031年 均为目标数'],
    ['in great number', ['jobs', 'jobs-plan', 'output-plan', 'idle-plan', 'energy-plan'], '时段：2031年 部分为目标数'],
  ])('are named in the source line: %s', (_, ids, expected) => {
    const figures = ids.map(getFigure)
    const parts = sourceParts(figures)
    expect(parts.join(' ')).toContain(expected)
    const on = snapshot({ data, shown: figures })
    expect(parts.flatMap(text => judgeSource(boundElement({ role: 'source', text }), on))).toEqual([])
  })

  it('carry a mark where their name does not say it', () => {
    expect(spoken(getFigure('jobs-plan'))).toBe('新增就业目标5万人以上')
    expect(spoken(getFigure('jobs-next'))).toBe('明年新增就业5.2万人（目标）')
  })
})

describe('a date that stands by itself', () => {
  it.each([
    ['2031年', []],
    ['2032年', []],
    ['2031年上半年', []],
    ['2033年', [/“2033年”不是文稿里的时段/]],
    ['2031', [/不是文稿里的时段/]],
  ])('is a period of the data: %s', (text, expected) => {
    const found = judgeBoundElement(boundElement({ role: 'date', text }), snapshot({ data }))
    expect(found.map(({ measured }) => measured)).toEqual(expected.map(pattern => expect.stringMatching(pattern)))
  })
})
