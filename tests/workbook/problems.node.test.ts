import { describe, expect, it } from 'vitest'
import type { SheetProblem } from '../../scripts/lib/cells/cell.ts'
import { readTyped, sourceOf, type Typed } from './support/workbook.ts'

// Rows of the small invented deck: 指标 3 商铺累计, 4 新开商铺, 5 销售额, 6 新建公园; 推算 3 原有商铺.

describe('a cell of the workbook', () => {
  it.each<[string, Typed, Partial<SheetProblem>]>([
    ['no number', { 指标: { E3: '三百多' } }, { sheet: '指标', ref: 'E3', found: '三百多', expected: '一个数' }],
    ['no value', { 指标: { E3: null } }, { sheet: '指标', ref: 'E3', found: '（空）' }],
    ['no name', { 指标: { C3: null } }, { sheet: '指标', ref: 'C3', found: '（空）', expected: '不能缺少' }],
    [
      'an unknown chapter',
      { 指标: { B3: '商茂' } },
      { ref: 'B3', found: '商茂', expected: '“章节”表里的一章，最接近的是：商贸、园林、trade' },
    ],
    [
      'an unknown period',
      { 指标: { J3: '那一年' } },
      { ref: 'J3', found: '那一年', expected: expect.stringContaining('“时段”表里的一个时段') },
    ],
    ['an unknown qualifier', { 指标: { G4: '好多' } }, { ref: 'G4', expected: expect.stringContaining('其中之一：') }],
    [
      'an unknown unit',
      { 指标: { F3: '佳' } },
      { ref: 'F3', found: '佳', expected: expect.stringContaining('不认识的单位') },
    ],
    [
      'two units',
      { 指标: { E3: '300个' } },
      { ref: 'E3', found: '300个', expected: expect.stringContaining('与同一行的“家”一致') },
    ],
    [
      'another number than its clause',
      { 指标: { E3: 301 } },
      { sheet: '指标', expected: expect.stringContaining('没有写“301家”') },
    ],
    ['an unknown figure', { 指标: { P4: '商浦' } }, { ref: 'P4', found: '商浦' }],
    [
      'a formula with an unknown figure',
      { 推算: { D3: 'shops - shop-new' } },
      {
        sheet: '推算',
        ref: 'D3',
        found: 'shops - shop-new',
        expected: expect.stringContaining('算式用到不存在的“shop-new”，最接近的是：shops-new'),
      },
    ],
    [
      'a formula without its end',
      { 推算: { D3: 'shops -' } },
      { ref: 'D3', expected: expect.stringContaining('算式没有写完') },
    ],
    ['decimals that are none', { 推算: { G3: '一位' } }, { ref: 'G3', found: '一位', expected: '一个数' }],
    ['a long quote', { 摘录: { D3: '好'.repeat(31) } }, { sheet: '摘录', ref: 'D3', expected: '引语不得超过30字' }],
    [
      'an unknown direction',
      { 目标: { B3: '商铺', C3: '商铺累计', F3: '最好' } },
      { sheet: '目标', ref: 'F3', found: '最好' },
    ],
    [
      'neither yes nor no',
      { 时段: { E3: '也许' } },
      { sheet: '时段', ref: 'E3', found: '也许', expected: '“是”，或者空着' },
    ],
    [
      'no span',
      { 时段: { C3: '2031-13' } },
      { sheet: '时段', ref: 'C3', found: '2031-13', expected: expect.stringContaining('不是时段的代码') },
    ],
    [
      'a changed example',
      { 指标: { C2: '我的' } },
      { sheet: '指标', ref: 'C2', found: '我的', expected: expect.stringContaining('示例行不要改') },
    ],
    [
      'an unknown head',
      { 指标: { C1: '名字' } },
      { sheet: '指标', ref: 'C1', found: '名字', expected: expect.stringContaining('列头应为：') },
    ],
    ['an unknown item', { 会议: { A2: '题目' } }, { sheet: '会议', ref: 'A2', found: '题目' }],
  ])('has %s', (_, typed, problem) => {
    const read = readTyped(typed)
    expect('problems' in read && read.problems).toContainEqual(expect.objectContaining(problem))
  })

  it('is told of together with all others', () => {
    const read = readTyped({
      指标: { E3: '三百', B4: '别处', J5: '哪天' },
      推算: { D3: '?' },
      勘误: { C3: '没有这章' },
    })
    expect('problems' in read && read.problems.map(({ sheet, ref }) => sheet + ref)).toEqual([
      ...['指标E3', '指标B4', '指标J5'],
      ...['推算D3', '勘误C3'],
    ])
  })

  it.each<[string, Typed, object]>([
    ['as text', { 指标: { E3: '３００' } }, { value: 300 }],
    ['with its unit', { 指标: { E3: '300家', F3: null } }, { value: 300, unit: '家' }],
    ['with its qualifier', { 指标: { C4: '新开商铺', E3: '300' } }, { value: 300 }],
    ['of a formula', { 指标: { E3: 300.0000000000003 } }, { value: 300 }],
  ])('may have its number %s', (_, typed, figure) => {
    expect(sourceOf(readTyped(typed)).figures[0]!.figures[0]).toMatchObject(figure)
  })

  it('may hold qualifier, percent format and fall', () => {
    const percent = { value: 0.065, style: { format: '0.0%' } }
    const read = sourceOf(
      readTyped({
        指标: {
          ...{ E4: '40余家', F4: null, G4: null },
          ...{ E5: percent, F5: null },
        },
      }),
    )
    expect(read.figures[0]!.figures.slice(1)).toMatchObject([
      { value: 40, unit: '家', qualifier: '余' },
      { value: 6.5, unit: '%', change: '同比增长' },
    ])
    const fall = readTyped({ 指标: { E5: 6.5, H5: '同比下降', K5: '销售额同比下降6.5%' } })
    expect(sourceOf(fall).figures[0]!.figures[2]).toMatchObject({ value: -6.5, change: '同比下降' })
  })

  it('names periods by what they are called, by code, and in words', () => {
    for (const [typed, period] of [
      ['2031年一季度', 'spring'],
      ['spring', 'spring'],
      ['2031-Q1', '2031-Q1'],
      ['2030年', '2030'],
    ] as const)
      expect(sourceOf(readTyped({ 指标: { J6: typed } }, { checked: false })).figures[1]!.figures[0]).toMatchObject({
        period,
      })
  })
})

describe('a formula', () => {
  it('names figures by id or by label', () => {
    const read = sourceOf(readTyped({ 推算: { D3: '商铺累计 － 新开商铺' } }))
    expect(read.derived.figures[0]!.expression).toEqual({
      op: '−',
      left: { op: 'figure', id: 'shops' },
      right: { op: 'figure', id: 'shops-new' },
    })
  })
})

describe('an id', () => {
  it('is made of the label where none is written, and stays', () => {
    const fresh = {
      指标: { B7: '园林', C7: '新建绿道', E7: 5, F7: '公里', J7: '2031年', K7: '新建绿道5公里', L7: '数说' },
    }
    const read = sourceOf(readTyped(fresh))
    const added = read.figures[1]!.figures[1]!
    expect(added).toMatchObject({ label: '新建绿道', value: 5 })
    expect(added.id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    expect(sourceOf(readTyped({}, {}, read)).figures).toEqual(read.figures)
    // Somebody goes on with the same workbook, in which there is still no id.
    expect(sourceOf(readTyped(fresh, { known: read })).figures).toEqual(read.figures)
  })

  it('is found again by its label where somebody has emptied it', () => {
    const read = sourceOf(readTyped({ 指标: { A3: null, A4: null, A5: null, A6: null } }))
    expect(read.figures.flatMap(({ figures }) => figures.map(({ id }) => id))).toEqual([
      'shops',
      'shops-new',
      'sales-growth',
      'parks-new',
    ])
  })
})

describe('a text', () => {
  it.each(['=1+1', '+86', '-5', '@某人', '=HYPERLINK("x")'])('that begins like a formula is a text: %s', text => {
    const read = sourceOf(readTyped({ 指标: { X3: text } }, { checked: false }))
    const known = sourceOf(readTyped({}, { checked: false }, read))
    expect(known).toEqual(read)
    expect(JSON.stringify(read)).toContain(JSON.stringify(text).slice(1, -1))
  })
})
