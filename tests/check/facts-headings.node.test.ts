import { describe, expect, it } from 'vitest'
import type { FigureInput } from '../../model/figure.ts'
import type { DeckSource } from '../../model/source.ts'
import { evidence } from '../../scripts/check/facts/evidence.ts'
import { isNotice } from '../../scripts/check/finding.ts'
import { emptySource } from '../../scripts/lib/data-files/canonical.ts'
import { parseArticle } from '../../scripts/lib/facts/article.ts'
import { factsOfDraft } from '../../scripts/suggest/settle.ts'

const TEXT = `海湾区工作报告

一、2025年工作回顾
一年来稳中有进，干部群众都出了力。
（一）工业
新建厂房5座。

二、2026年主要目标
新建厂房8座，新建公园2个。今年引进企业3家。6月底前开工项目6个。
（一）民生
新建学校4所。2025年新建学校9所。
`

const chapter = (id: string, title: string) => ({ id, title, short: id, topic: id })

/** What the check finds in a figure of one of the chapters. */
function findings(clause: string, unit: string, period: string, words?: string): string[] {
  const value = Number(/\d+(?=[座个家所])/.exec(clause)![0])
  const figure: FigureInput = {
    ...{ id: 'own', label: clause.replace(/\d|年|月底前|今年/g, ''), value, unit, period },
    evidence: { clause, ...(words !== undefined && { period: words }) },
  }
  const chapters = [chapter('review', '一、2025年工作回顾'), chapter('plan', '二、2026年主要目标')]
  const own = TEXT.indexOf(clause) > TEXT.indexOf('二、') ? 'plan' : 'review'
  const source: DeckSource = {
    ...emptySource(),
    chapters,
    periods: [{ id: 'year', text: '2025年', span: '2025', stated: ['今年'], implied: true }],
    figures: [{ file: 'data/figures/own.ts', chapter: own, figures: [figure] }],
  }
  const { faults } = evidence(factsOfDraft(source, parseArticle(TEXT, source)))
  return faults.map(finding => `${isNotice(finding) ? '请看' : '不对'} ${finding.measured}`)
}

describe('the period of a heading', () => {
  it.each([
    ['新建厂房8座', '座', '2026', '2026年'],
    ['新建学校4所', '所', '2026', '2026年'],
    ['新建厂房5座', '座', 'year', undefined],
    ['2025年新建学校9所', '所', 'year', undefined],
    ['今年引进企业3家', '家', '2026', '2026年'],
    ['今年引进企业3家', '家', 'year', undefined],
    ['6月底前开工项目6个', '个', '@2026-06-30', '2026年6月底'],
  ])('is in force: %s', (clause, unit, period, words) => {
    expect(findings(clause, unit, period, words)).toEqual([])
  })

  it.each([
    ['新建厂房8座', '座', 'year', undefined, '请看', '上面的标题写的是“2026年”，数据写的是“2025年”'],
    ['新建厂房8座', '座', '2027', '2027年', '不对', '数据写的是“2027年”'],
    ['新建厂房5座', '座', '2026', '2026年', '不对', '数据写的是“2026年”'],
    ['今年引进企业3家', '家', '2027', '2027年', '不对', '的时段是“今年”，数据写的是“2027年”'],
    ['2025年新建学校9所', '所', '2026', '2026年', '不对', '原句写的时段是“2025年”'],
  ])('tells of another: %s, %s', (clause, unit, period, words, sort, measured) => {
    expect(findings(clause, unit, period, words)).toEqual([expect.stringMatching(`^${sort} .*${measured}`)])
  })
})
