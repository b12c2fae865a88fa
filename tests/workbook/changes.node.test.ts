import { describe, expect, it } from 'vitest'
import type { DeckSource } from '../../model/source.ts'
import { changeLines } from '../../scripts/workbook/changes.ts'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Tests change whatever they like.
type Loose = Record<string, any>

const figure = (id: string): Loose => ({
  ...{ id, label: `指标${id}`, value: 1, unit: '个', period: 'year' },
  evidence: { clause: '1个' },
})
const table = (id: string): Loose => ({
  ...{ id, label: `表${id}`, chapter: 'one', period: 'year', evidence: { table: '表1' }, rows: 'subjects' },
  measures: [{ id: 'value', label: '数', unit: '个' }],
  cells: [['甲', '1']],
})

/** A deck with an entry of each kind. */
const deck = (): Loose => ({
  columns: ['数说', '评说'],
  units: { count: ['场次'] },
  sources: [{ id: 'article', title: '文章' }],
  chapters: [
    { id: 'one', title: '一章', short: '一', topic: '一' },
    { id: 'two', title: '二章', short: '二', topic: '二' },
  ],
  periods: [{ id: 'year', text: '2031年', stated: [], implied: true }],
  figures: [
    { file: 'data/figures/one.ts', chapter: 'one', figures: [figure('a'), figure('b')] },
    { file: 'data/figures/two.ts', chapter: 'two', figures: [figure('c')] },
  ],
  tables: [{ file: 'data/tables/one.ts', tables: [table('t')], skip: [{ table: '表9', reason: '不取' }] }],
  derived: { file: '', figures: [{ id: 'd', label: '推算' }] },
  targets: { file: '', targets: [{ id: 'plan', plan: 'a' }] },
  quotes: { file: '', quotes: [{ id: 'q', text: '好', speaker: '某人' }] },
  photos: { file: '', photos: [{ id: 'p', caption: '图' }] },
  errata: { file: '', errata: [{ printed: '错', read: '对', chapters: [] }] },
  names: { file: '', names: [{ text: '318国道', reason: '路名' }] },
  unused: { file: '', unused: [{ id: 'a', reason: '备用' }] },
  structural: { file: '', structural: [{ text: '两章', counts: 'chapters', reason: '章数' }] },
})

describe('changes of the data', () => {
  it.each<[string, (deck: Loose) => unknown, string[]]>([
    ['nothing', () => {}, []],
    ['a number', d => (d.figures[0].figures[0].value = 2), ['改动 指标 a 指标a']],
    ['a label', d => (d.figures[0].figures[0].label = '新名'), ['改动 指标 a 新名']],
    ['a new figure', d => d.figures[0].figures.push(figure('e')), ['新增 指标 e 指标e']],
    ['a figure that is gone', d => d.figures[0].figures.pop(), ['删去 指标 b 指标b']],
    [
      'a figure of another chapter',
      d => d.figures[1].figures.unshift(d.figures[0].figures.pop()),
      ['改动 指标 b 指标b'],
    ],
    ['the order of figures', d => d.figures[0].figures.reverse(), ['换了次序 指标']],
    ['a cell', d => (d.tables[0].tables[0].cells[0][1] = '2'), ['改动 表 t 表t']],
    ['a table that is not taken', d => (d.tables[0].skip[0].reason = '重复'), ['改动 不取的表 表9']],
    ['a column', d => (d.columns = ['数说', '旁白']), ['新增 栏目 旁白', '删去 栏目 评说']],
    ['the order of columns', d => d.columns.reverse(), ['换了次序 栏目']],
    ['a unit', d => d.units.count.push('人次'), ['改动 单位 count']],
    ['no units', d => delete d.units, ['删去 单位 count']],
    ['the title of a chapter', d => (d.chapters[0].title = '新章'), ['改动 章节 one 新章']],
    ['a source', d => (d.sources[0].title = '公报'), ['改动 来源 article 公报']],
    ['the words of a period', d => (d.periods[0].text = '今年'), ['改动 时段 year 今年']],
    ['a derived figure', d => (d.derived.figures[0].label = '差'), ['改动 推算 d 差']],
    ['a target', d => (d.targets.targets[0].direction = 'most'), ['改动 目标 plan']],
    ['a quote', d => (d.quotes.quotes[0].speaker = '他人'), ['改动 摘录 q 他人']],
    ['a photo', d => (d.photos.photos[0].caption = '新图'), ['改动 图片 p 新图']],
    ['an erratum', d => (d.errata.errata[0].read = '又对'), ['改动 勘误 错']],
    ['a name', d => (d.names.names[0].reason = '国道'), ['改动 名称 318国道']],
    ['what is not used', d => (d.unused.unused[0].sort = 'photo'), ['新增 不用 photo a', '删去 不用 figure a']],
    ['a number of the deck', d => (d.structural.structural[0].reason = '共两章'), ['改动 自述的数 两章']],
  ])('are told: %s', (_, change, lines) => {
    const after = deck()
    change(after)
    expect(changeLines(deck() as DeckSource, after as DeckSource)).toEqual(lines)
  })
})
