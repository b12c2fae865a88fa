import { describe, expect, it } from 'vitest'
import type { FigureInput, SheetFigureInput } from '../../model/figure.ts'
import type { DeckSource } from '../../model/source.ts'
import type { TableInput } from '../../model/table.ts'
import { validate } from '../../model/validate.ts'
import { joinDrafts, type DraftPart, type JoinedDraft } from '../../scripts/lib/drafts/join.ts'

type Written = FigureInput | SheetFigureInput

const empty: DeckSource = {
  columns: [],
  chapters: [],
  periods: [],
  figures: [],
  derived: { file: '', figures: [] },
  quotes: { file: '', quotes: [] },
  photos: { file: '', photos: [] },
  errata: { file: '', errata: [] },
}

/** A draft of one chapter in 2031, as one file makes it. */
function part(
  sort: DraftPart['sort'],
  figures: readonly Written[],
  { chapter = '经济', source = {}, ...more }: { chapter?: string; source?: Partial<DeckSource>; title?: string } = {},
): DraftPart {
  const id = sort === 'tables' ? 'biao' : 'article'
  return {
    sort,
    draft: {
      title: more.title ?? id,
      source: {
        ...empty,
        sources: [
          {
            id,
            title: sort === 'tables' ? '指标表' : '报告',
            ...(sort === 'tables' && { undivided: true }),
          },
        ],
        chapters: [
          { id: 'jingji', title: sort === 'tables' ? chapter : `一、${chapter}`, short: chapter, topic: chapter },
        ],
        periods: [{ id: 'year', text: '2031年', span: '2031', stated: [], implied: true }],
        figures: [{ file: '', chapter: 'jingji', figures }],
        ...source,
      },
    },
  }
}

/** A figure of a clause. */
function clause(text: string, figure: Partial<FigureInput> = {}): FigureInput {
  return {
    id: 'chanzhi',
    label: '产值',
    value: 600.5,
    unit: '亿元',
    period: 'year',
    evidence: { clause: text },
    ...figure,
  }
}

/** A figure of a cell. */
function cell(figure: Partial<SheetFigureInput> = {}): SheetFigureInput {
  return {
    ...{ id: 'chanzhi', label: '产值', value: 600.5, unit: '亿元', period: '2031' },
    evidence: { sheet: '指标', cell: 'B3', row: '产值', column: '绝对额' },
    ...figure,
  }
}

const CLAUSE = '产值600.5亿元'
const GROWTH = { kind: 'growth', unit: '%', value: 6.5, change: '增长' } as const
const figuresOf = ({ draft }: JoinedDraft): Written[] => draft.source.figures.flatMap(({ figures }) => figures)
const summary = (joined: JoinedDraft) => ({
  figures: figuresOf(joined).length,
  doubts: figuresOf(joined).filter(({ doubt }) => doubt !== undefined).length,
  hidden: joined.draft.source.unused!.unused.length,
})
const ONE = { figures: 1, doubts: 0, hidden: 0 }
const TWO = { figures: 2, doubts: 0, hidden: 0 }
const HIDDEN = { figures: 2, doubts: 0, hidden: 1 }
const DOUBTED = { figures: 2, doubts: 2, hidden: 0 }

describe('a figure of two sources', () => {
  it.each<[string, Written, Written, object]>([
    ['with one number in one writing is one', clause(CLAUSE), cell(), ONE],
    ['with another number is two in doubt', clause(CLAUSE), cell({ value: 600.6 }), DOUBTED],
    [
      'with a count that is off by one is two in doubt',
      clause('产值60亿元', { value: 60 }),
      cell({ value: 61 }),
      DOUBTED,
    ],
    ['in another scale, rounded, is shown once', clause(CLAUSE), cell({ value: 6004876, unit: '万元' }), HIDDEN],
    ['in another scale, otherwise, is two in doubt', clause(CLAUSE), cell({ value: 6004476, unit: '万元' }), DOUBTED],
    ['with more digits is shown once', clause(CLAUSE), cell({ value: 600.46 }), HIDDEN],
    [
      'with a qualifier that fits is shown once',
      clause('产值600余亿元', { value: 600, qualifier: '余' }),
      cell(),
      HIDDEN,
    ],
    [
      'with a qualifier that does not is two in doubt',
      clause('产值不足600亿元', { value: 600, qualifier: '不足' }),
      cell(),
      DOUBTED,
    ],
    ['of another time is two', clause(CLAUSE), cell({ value: 55.5, period: '2031-01' }), TWO],
    [
      'of the same time in other words is one',
      clause(CLAUSE, { period: '2031-H1', evidence: { clause: '上半年产值600.5亿元' } }),
      cell({ period: '2031-01/2031-06' }),
      ONE,
    ],
    ['in another unit is two', clause('产值600.5万吨', { unit: '万吨' }), cell(), TWO],
    ['of another name is two', clause(CLAUSE, { label: '总产值' }), cell(), TWO],
    ['a level and its growth are two', clause(CLAUSE), cell({ ...GROWTH }), TWO],
    [
      'a growth is one, however drafts name it',
      clause('产值增长6.5%', { ...GROWTH }),
      cell({ ...GROWTH, label: '产值增速', change: '同比增长' }),
      ONE,
    ],
    [
      'growths compared with other times are two',
      clause('产值增长6.5%', { ...GROWTH }),
      cell({ ...GROWTH, value: 1.5, change: '环比增长' }),
      TWO,
    ],
    [
      'a rise and a fall are two in doubt',
      clause('产值增长6.5%', { ...GROWTH }),
      cell({ ...GROWTH, value: -6.5, change: '下降' }),
      DOUBTED,
    ],
    [
      'a share is one, whatever kind its unit leaves open',
      clause('产值占6%', { kind: 'share', unit: '%', value: 6, whole: '全市' }),
      cell({ kind: 'rate', unit: '%', value: 6 }),
      ONE,
    ],
  ])('%s', (_, first, second, expected) => {
    const joined = joinDrafts([part('article', [first]), part('tables', [second])])
    expect(summary(joined)).toEqual(expected)
    expect(joined.conflicts).toHaveLength(expected === DOUBTED ? 1 : 0)
    expect(joined.shared).toBe(expected === ONE ? 1 : 0)
    expect(validate(joined.draft.source)).toEqual([])
  })

  it('names all of its places', () => {
    const articles = [clause(CLAUSE), clause('共创产值600.5亿元')].map(each => part('article', [each]))
    const joined = joinDrafts([...articles, part('tables', [cell()])])
    expect(figuresOf(joined)[0]!.evidence.also).toEqual([
      { source: 'article-2', clause: '共创产值600.5亿元' },
      { source: 'biao', sheet: '指标', cell: 'B3', row: '产值', column: '绝对额' },
    ])
  })

  it('tells of a conflict with both places', () => {
    const { draft, conflicts } = joinDrafts([part('article', [clause(CLAUSE)]), part('tables', [cell({ value: 602 })])])
    const told = ['《报告》“产值600.5亿元”是600.5亿元', '《指标表》指标!B3（产值，绝对额）是602亿元']
    expect(conflicts).toEqual([{ label: '产值', told }])
    const [first, second] = draft.source.figures.flatMap(({ figures }) => figures)
    expect([first!.doubt, second!.doubt]).toEqual(told.toReversed().map(each => `与别的来源不同：${each}`))
  })

  it('is two where the check has something against it as one', () => {
    const parts = [part('article', [clause(CLAUSE)]), part('tables', [cell()])]
    expect(summary(joinDrafts(parts, ({ evidence }) => evidence.also === undefined))).toEqual(HIDDEN)
  })

  it('is not compared within a source', () => {
    const parts = [part('article', [clause(CLAUSE)]), part('tables', [])]
    const twice = [cell({ label: '利润' }), cell({ id: 'lirun', label: '利润增速', value: 1 })]
    expect(summary(joinDrafts([...parts, part('tables', twice)])).doubts).toBe(0)
  })
})

describe('a cell of a table and a figure of another source', () => {
  const table: TableInput = {
    ...{ id: 'zhen', label: '各镇产值', chapter: 'jingji', period: '2031', rows: 'subjects' },
    evidence: { table: '各镇产值' },
    measures: [{ id: 'value', label: '产值', unit: '亿元' }],
    cells: [
      ['东镇', '40.5'],
      ['西镇', '60'],
    ],
  }
  const tables = part('tables', [], { source: { tables: [{ file: '', tables: [table] }] } })
  const article = (value: number): DraftPart =>
    part('article', [clause(`东镇产值${value}亿元`, { label: '东镇产值', value })])

  it('stay as they are where they agree', () => {
    const joined = joinDrafts([article(40.5), tables])
    expect(summary(joined)).toEqual(ONE)
    expect(joined.draft.source.tables!.at(-1)!.tables).toMatchObject([{ id: 'zhen', cells: table.cells }])
  })

  it('are both in doubt where they do not', () => {
    const joined = joinDrafts([article(40.6), tables])
    expect(joined.conflicts).toHaveLength(1)
    expect(summary(joined).doubts).toBe(1)
    expect(joined.draft.source.tables!.at(-1)!.tables[0]!.doubts).toEqual({
      东镇: '与别的来源不同：《报告》“东镇产值40.6亿元”是40.6亿元',
    })
    expect(validate(joined.draft.source)).toEqual([])
  })
})

describe('a deck of several drafts', () => {
  it('has chapters by their names, each source with its own headings', () => {
    const { source } = joinDrafts([
      part('article', [clause(CLAUSE)]),
      part('article', [clause('利润6亿元', { id: 'lirun', label: '利润', value: 6 })], { chapter: '民生' }),
      part('tables', [cell({ id: 'shuishou', label: '税收' })]),
    ]).draft
    expect(source.chapters).toMatchObject([
      { id: 'jingji', title: '一、经济' },
      { id: 'jingji-2', title: '一、民生' },
    ])
    expect(source.sources).toMatchObject([
      { id: 'article', headings: { jingji: '一、经济' } },
      { id: 'article-2', headings: { 'jingji-2': '一、民生' } },
      { id: 'biao', undivided: true },
    ])
    expect(source.figures.map(({ chapter, source }) => [chapter, source])).toEqual([
      ['jingji', 'article'],
      ['jingji-2', 'article-2'],
      ['jingji', 'biao'],
    ])
  })

  it('has no chapter that lost all of its figures to an earlier source', () => {
    const { source } = joinDrafts([
      part('article', [clause(CLAUSE)]),
      part('tables', [cell()], { chapter: '指标' }),
    ]).draft
    expect(source.chapters.map(({ topic }) => topic)).toEqual(['经济'])
  })

  it('has labels and ids once', () => {
    const level = { unit: '万吨', value: 8 }
    const joined = joinDrafts([
      part('article', [clause('产值增长6.5%', { ...GROWTH })]),
      part('article', [clause(CLAUSE, { evidence: { clause: CLAUSE } })]),
      part('tables', [cell({ ...level }), cell({ id: 'chanzhi-2', label: '税收' })]),
    ])
    expect(figuresOf(joined).map(({ id, label }) => [id, label])).toEqual([
      ['chanzhi', '产值'],
      ['chanzhi-jine', '产值（金额）'],
      ['chanzhi-zhongliang', '产值（重量）'],
      ['chanzhi-2', '税收'],
    ])
    expect(validate(joined.draft.source)).toEqual([])
  })

  it('refers to figures, tables and sources by their new ids', () => {
    const series = { ...clause('产值601亿元', { value: 601 }), doubt: undefined }
    const own = { ...clause('计划产值600亿元', { id: 'jihua', label: '产值目标', value: 600 }) }
    const { doubt: _, ...done } = series
    const second = part('article', [own, { ...done, period: '2030', evidence: { clause: '2030年产值601亿元' } }], {
      source: {
        targets: { file: '', targets: [{ id: 'jihua', plan: 'jihua', before: 'chanzhi', direction: 'least' }] },
      },
    })
    const { source } = joinDrafts([part('article', [clause(CLAUSE)]), second]).draft
    expect(source.targets!.targets).toMatchObject([{ plan: 'jihua', before: 'chanzhi-wenzhang' }])
  })

  it('has the time of its first source, and the others their own', () => {
    const later = { id: 'period', text: '2032年1—2月', span: '2032-01/2032-02', stated: [], implied: true }
    const { source } = joinDrafts([
      part('article', [clause(CLAUSE)]),
      part('article', [clause('共创产值600.5亿元')]),
      part('tables', [cell({ period: '2032-01/2032-02' })], { source: { periods: [later] } }),
    ]).draft
    expect(source.periods.map(({ id, implied = false }) => [id, implied])).toEqual([
      ['year', true],
      ['period', false],
    ])
    expect(source.sources!.map(({ period }) => period)).toEqual([undefined, undefined, 'period'])
  })

  it('has the columns of all of its articles', () => {
    const columned = (columns: string[], figure: FigureInput) => part('article', [figure], { source: { columns } })
    const { source } = joinDrafts([
      columned(['章首', '话说'], clause(CLAUSE, { evidence: { clause: CLAUSE, column: '话说' } })),
      part('article', [clause('利润6亿元', { id: 'lirun', label: '利润', value: 6 })]),
    ]).draft
    expect(source.columns).toEqual(['章首', '话说'])
    expect(
      source.figures.flatMap(({ figures }) => figures.map(({ evidence }) => (evidence as { column?: string }).column)),
    ).toEqual(['话说', '章首'])
    expect(validate(source)).toEqual([])
  })

  it('knows of which cells it is, without those of another source', () => {
    const place = { figure: 'chanzhi', sheet: '指标', row: '产值', column: '绝对额', cell: 'B3' }
    const tables = part('tables', [cell(), cell({ id: 'shuishou', label: '税收' })])
    const cells = [{ source: 'biao', period: '2031', figures: [place, { ...place, figure: 'shuishou' }] }]
    const joined = joinDrafts([part('article', [clause(CLAUSE)]), { ...tables, draft: { ...tables.draft, cells } }])
    expect(joined.draft.cells).toEqual([
      { source: 'biao', period: '2031', figures: [{ ...place, figure: 'shuishou' }] },
    ])
  })
})
