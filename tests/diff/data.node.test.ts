import { describe, expect, it } from 'vitest'
import type { FigureInput } from '../../model/figure.ts'
import type { DeckSource } from '../../model/source.ts'
import type { TableInput } from '../../model/table.ts'
import { diffText } from '../../scripts/diff/text.ts'
import { soundSource } from '../support/deck-source.ts'
import { gdp } from '../support/tables.ts'
import { diffOf, recordOf } from './support/records.ts'

type Edit = (source: ReturnType<typeof soundSource>) => void

/** The sound deck beside one of which something was changed. */
function edited(edit: Edit): ReturnType<typeof diffOf> {
  const source = soundSource()
  edit(source)
  return diffOf(recordOf(soundSource()), recordOf(source))
}

function figureIn(source: ReturnType<typeof soundSource>, id: string): FigureInput {
  return source.figures.flatMap(({ figures }) => figures).find(figure => figure.id === id) as FigureInput
}

const set =
  (id: string, changes: Partial<FigureInput>, clause?: string): Edit =>
  source => {
    const figure = figureIn(source, id)
    Object.assign(figure, changes, clause !== undefined && { evidence: { ...figure.evidence, clause } })
  }

describe('figures', () => {
  it('are the same where nothing changed', () => {
    const diff = edited(() => {})
    expect(diff).toMatchObject({ same: true, figures: [], tables: [], targets: [], entries: [], slides: [] })
    expect(diffText(diff, 'brackets')).toBe('没有变化：现在的文稿和 HEAD 一样。')
  })

  it.each<[string, Edit, string, string[], string[]]>([
    ['another value', set('shops', { value: 310 }, '商铺累计310家'), '300家→310家', ['value', 'evidence'], []],
    [
      'ten times the value',
      set('shops', { value: 3000 }, '商铺累计3000家'),
      '300家→3000家',
      ['value', 'evidence'],
      ['tenfold'],
    ],
    [
      'the same in another unit',
      set('parks-new', { value: 0.0003, unit: '万个' }, '新建公园0.0003万个'),
      '3个→0.0003万个',
      ['value', 'unit', 'evidence'],
      [],
    ],
    [
      'the same digits in another unit',
      set('parks-new', { unit: '万个' }, '新建公园3万个'),
      '3个→3万个',
      ['unit', 'evidence'],
      ['tenfold'],
    ],
    [
      'another qualifier',
      set('shops', { qualifier: '约' }, '商铺累计约300家'),
      '300家→约300家',
      ['qualifier', 'evidence'],
      [],
    ],
    [
      'a rise that became a fall',
      set('sales-growth', { value: -6.5, change: '同比下降' }, '销售额同比下降6.5%'),
      '同比增长6.5%→同比下降6.5%',
      ['value', 'change', 'evidence'],
      ['sign'],
    ],
    [
      'another word of the same rise',
      set('sales-growth', { change: '同比提高' }, '销售额同比提高6.5%'),
      '同比增长6.5%→同比提高6.5%',
      ['change', 'evidence'],
      [],
    ],
    ['another decimal', set('shops', { decimals: 1 }, '商铺累计300.0家'), '300家→300.0家', ['value', 'evidence'], []],
    ['the end of a range', set('parks-new', { to: 5 }, '新建公园3—5个'), '3个→3—5个', ['value', 'evidence'], []],
    ['another label', set('shops', { label: '全部商铺' }), '300家→300家', ['label'], []],
    ['another clause', set('shops', {}, '全区商铺累计300家'), '300家→300家', ['evidence'], []],
    ['another id', set('parks-new', { id: 'parks' }), '3个→3个', ['id'], []],
    ['another whole', set('parks-new', { note: '居全市前列' }), '3个→3个', ['note'], []],
  ])('with %s', (_, edit, printed, fields, jumps) => {
    const [figure] = edited(edit).figures
    expect(`${figure!.before?.text}→${figure!.after?.text}`).toBe(printed)
    expect(figure).toMatchObject({ state: 'changed', fields, jumps })
  })

  it('that are computed change with what goes in', () => {
    const { figures } = edited(set('shops', { value: 310 }, '商铺累计310家'))
    expect(figures.map(({ id, fields }) => [id, fields])).toEqual([
      ['shops', ['value', 'evidence']],
      ['shops-base', ['value']],
    ])
  })

  it('come and go', () => {
    const { figures } = edited(source => {
      const parks = source.figures[1]!
      parks.figures = [
        {
          ...parks.figures[0]!,
          id: 'squares',
          label: '新建广场',
          unit: '座',
          evidence: { column: '数说', clause: '新建广场3座' },
        },
      ]
    })
    expect(figures.map(({ id, state, chapter, fields }) => [id, state, chapter, fields])).toEqual([
      ['parks-new', 'gone', 'parks', []],
      ['squares', 'added', 'parks', []],
    ])
  })
})

describe('tables', () => {
  const withTables = (...tables: TableInput[]): DeckSource => ({
    ...soundSource(),
    tables: [{ file: 'data/tables/gdp.ts', tables }],
  })
  const series = { ...gdp, breaks: [] } as TableInput
  const diffTables = (after: Partial<TableInput>) =>
    diffOf(recordOf(withTables(series)), recordOf(withTables({ ...series, ...after })))

  it('tell cells that changed, by the heads of row and column, and what looks like a slip', () => {
    const cells = series.cells.map(([row, ...rest]) =>
      row === '2020'
        ? ([row, '17116', '-5.1'] as const)
        : row === '2016'
          ? ([row, '1269.2', '…'] as const)
          : ([row, ...rest] as const),
    )
    expect(diffTables({ cells }).tables).toEqual([
      {
        state: 'changed',
        id: 'gdp',
        chapter: 'trade',
        label: { before: '历年地区生产总值', after: '历年地区生产总值' },
        rows: { added: [], gone: [] },
        columns: { added: [], gone: [] },
        arranged: false,
        details: [],
        cells: [
          expect.objectContaining({
            row: '2016年',
            column: '比上年增长（%）',
            before: '增长4.6%',
            after: '…',
            fields: [],
            jumps: [],
          }),
          expect.objectContaining({
            row: '2020年',
            column: '地区生产总值（亿元）',
            before: '1711.6亿元',
            after: '17116亿元',
            jumps: ['tenfold'],
          }),
          expect.objectContaining({ row: '2020年', before: '增长5.1%', after: '下降5.1%', jumps: ['sign'] }),
        ],
      },
    ])
  })

  it('tell rows and columns that came and went, once', () => {
    const diff = diffTables({
      measures: series.measures.slice(0, 1),
      cells: [...series.cells.slice(1), ['2022', '2500.0', '']].map(([row, total]) => [row!, total!] as const),
    })
    const [table] = diff.tables
    expect(table).toMatchObject({
      rows: { added: ['2022年'], gone: ['2015年'] },
      columns: { added: [], gone: ['比上年增长（%）'] },
    })
    const text = diffText(diff, 'brackets')
    expect(text).toContain('添2022年行：2500.0亿元')
    expect(text).toContain('去2015年行：1195.1亿元、下降2.9%')
    expect(text).toContain('去“比上年增长（%）”列')
    expect(text.match(/5\.1%/g)).toBeNull()
  })

  it('tell another order of rows, and another name', () => {
    const [first, second, ...others] = series.cells
    expect(diffTables({ cells: [second!, first!, ...others] }).tables[0]).toMatchObject({ arranged: true, cells: [] })
    expect(diffTables({ label: '地区生产总值' }).tables[0]).toMatchObject({
      state: 'changed',
      arranged: false,
      label: { after: '地区生产总值' },
    })
  })

  it('come and go as a whole', () => {
    const diff = diffOf(recordOf(withTables()), recordOf(withTables(series)))
    expect(diff.tables).toMatchObject([{ state: 'added', id: 'gdp', rows: { added: [], gone: [] } }])
    expect(diff.figures).toEqual([])
    expect(diffText(diff, 'brackets')).toContain('添  表《历年地区生产总值》（gdp） 共 14 格')
  })
})

describe('targets and what else data says', () => {
  const withTarget = (plan: number): DeckSource => {
    const source = soundSource()
    source.figures[1]!.figures.push({
      id: 'parks-plan',
      label: '新建公园目标',
      value: plan,
      unit: '个',
      qualifier: '以上',
      kind: 'count',
      period: 'year',
      evidence: { column: '数说', clause: `计划新建公园${plan}个以上` },
    })
    return {
      ...source,
      targets: { file: 'data/targets.ts', targets: [{ id: 'parks', plan: 'parks-plan', done: 'parks-new' }] },
    }
  }

  it('tell plan and outcome', () => {
    const diff = diffOf(recordOf(withTarget(3)), recordOf(withTarget(4)))
    expect(diff.targets).toMatchObject([{ state: 'changed', id: 'parks', fields: ['plan', 'outcome'] }])
    const text = diffText(diff, 'brackets')
    expect(text).toContain('计划：3个以上 → 4个以上')
    expect(text).toContain('结果：达成 → 未达成')
  })

  it('tell words of chapters, quotes, photos and errata', () => {
    const diff = edited(source => {
      source.chapters = [{ ...source.chapters[0]!, title: '商贸繁荣' }, source.chapters[1]!]
      source.quotes = { ...source.quotes, quotes: [{ ...source.quotes.quotes[0]!, text: '生意更好做了。' }] }
      source.photos = { ...source.photos, photos: [{ ...source.photos.photos[0]!, credit: '某人摄' }] }
      source.errata = { ...source.errata, errata: [] }
    })
    expect(diff.entries.map(({ sort, id, state }) => [sort, id, state])).toEqual([
      ['chapter', 'trade', 'changed'],
      ['quote', 'keeper', 'changed'],
      ['photo', 'street', 'changed'],
      ['erratum', '商埔', 'gone'],
    ])
    expect(diffText(diff, 'brackets')).toContain('改  引语（keeper）\n        原话：生意[-好-]{+更好+}做了。')
  })
})
