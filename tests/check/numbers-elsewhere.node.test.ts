import { describe, expect, it } from 'vitest'
import { factsOf, factsText } from '../../data/model/facts.ts'
import { alteredFaults } from '../../scripts/check/numbers/altered.ts'
import { captionFaults } from '../../scripts/check/numbers/captions.ts'
import { judgeCharts } from '../../scripts/check/numbers/charts.ts'
import { factsFileFaults } from '../../scripts/check/numbers/facts-file.ts'
import type { Word } from '../../scripts/check/numbers/facts.ts'
import type { Judgement } from '../../scripts/check/numbers/judgement.ts'
import { unrenderedFaults } from '../../scripts/check/numbers/unrendered.ts'
import { chart, data, figure, holder, mark, rectangle, sheet } from './support/numbers.ts'

const measured = (judgements: readonly Judgement[]): string => judgements.map(each => each.measured).join()

describe('what style sheets make of a number', () => {
  it.each([
    ['hidden', { hidden: '余' }, '藏起了“余”'], ['added', { added: '万' }, '添上了“万”'], ['turned around', { reversed: true }, '从后往前'],
  ])('is told: %s', (_, facts, said) => {
    expect(measured(alteredFaults(holder({ text: '40余家', ...facts }), figure('shops-new')))).toContain(said)
  })

  it('is of no account where it says nothing, or stands beside another part than the number', () => {
    expect(alteredFaults(holder({ text: '40余家', hidden: ' ', added: '“' }), figure('shops-new'))).toEqual([])
    expect(alteredFaults(holder({ role: 'reference', text: '2', added: '第条' }), figure('shops-new'))).toEqual([])
  })
})

describe('a unit apart from its number', () => {
  it.each([['（单位：万家）', 1], ['万元', 1], ['单位：家', 0], ['家', 0], ['多单位联动', 0], ['用户', 0]])('%s', (text, found) => {
    expect(captionFaults(text, 'p', { valued: [figure('shops')] })).toHaveLength(found)
  })

  it('is of no account where the slide shows no number', () => {
    expect(captionFaults('万元', 'p', { valued: [] })).toEqual([])
  })
})

describe('what is typed and not shown', () => {
  const told = (content: string, rendered: string[] = []): string => measured(unrenderedFaults(content, rendered, sheet()))

  it.each(['<RenderWhen context="presenter">又来3家</RenderWhen>', '<p v-if="late">又来&#51;家</p>', '**又来3家**'])('%s is told', (content) => {
    expect(told(content)).toContain('3家')
  })

  it.each(['<Fig id="shops-3" /> 3D', '<!-- 3家 -->', '<style>\n.a { width: 3px }\n</style>', '1. 先改\n2. 后建', '[图](/3)', '{{ 3 }}', '::left::'])('%s is not', (content) => {
    expect(told(content)).toBe('')
  })

  it('is left to where it is shown', () => {
    expect(told('又来3家', ['又来3家'])).toBe('')
  })
})

describe('the served facts', () => {
  const facts = factsOf({ title: '', lang: 'zh-CN' }, data.figures, {})
  const told = (change: (text: string) => string): string => measured(factsFileFaults(change(factsText(facts)), data, () => undefined))

  it('are those of the data', () => {
    expect(told(text => text)).toBe('')
  })

  it.each<[string, (text: string) => string, string]>([
    ['a text', text => text.replace('"text": "40余家"', '"text": "40家"'), '印法写成了“40家”'],
    ['a period', text => text.replaceAll('"text": "2031年"', '"text": "2030年"'), '时段写成了“2030年”'],
    ['no file', () => '', '没有这个文件'],
    ['a figure less', () => factsText({ ...facts, figures: facts.figures.slice(1) }), '没有“商铺累计”'],
  ])('told: %s', (_, change, said) => {
    expect(told(change)).toContain(said)
  })

  it('say of no slide that it shows what it does not', () => {
    const text = factsText({ ...facts, figures: facts.figures.map(fact => ({ ...fact, slides: [3] })) })
    expect(measured(factsFileFaults(text, data, (_, no) => no !== 3))).toContain('说第 3 页有这条数据')
  })
})

describe('a chart', () => {
  const zero = mark('zero', '', [[100, 0], [100, 200]])
  const bars = [mark('bar', 'shops', rectangle(100, 10, 300, 40)), mark('bar', 'shops-new', rectangle(100, 110, 40, 40))]
  const word = (id: string, top: number): Word => ({ kind: 'label', figure: id, text: id, box: { left: 0, right: 80, top, bottom: top + 20 } })
  const told = (marks: typeof bars, words: Word[] = []): string => measured(judgeCharts({ charts: [chart(marks, { words })], data, last: true }))

  it('has its words in the order of its bars', () => {
    expect(told([zero, ...bars], [word('shops', 20), word('shops-new', 120)])).not.toContain('次序与图形相反')
    expect(told([zero, ...bars], [word('shops', 120), word('shops-new', 20)])).toContain('次序与图形相反')
  })

  it('has bars of one thickness', () => {
    expect(told([zero, bars[0]!, mark('bar', 'shops-new', rectangle(100, 110, 40, 70))])).toContain('最粗的条 70 px')
  })

  it('has nothing that cannot be measured', () => {
    expect(told(bars)).toContain('看不见零线')
    expect(told([zero, ...bars, mark('column', 'parks-new', rectangle(100, 160, 10, 30))])).toContain('“column”不认识')
    expect(told([mark('arc', 'shops', [[0, 10], [5, 5], [0, 0]])])).toContain('无从测量')
  })
})
