import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { HuibaoError } from '../../model/errors.ts'
import type { SheetFigureInput } from '../../model/figure.ts'
import type { TableInput } from '../../model/table.ts'
import { completeness } from '../../scripts/check/facts/completeness.ts'
import { evidence } from '../../scripts/check/facts/evidence.ts'
import { entriesOf, keptOf } from '../../scripts/check/facts/accepted.ts'
import { foundClauses } from '../../scripts/check/facts/claims.ts'
import type { Facts } from '../../scripts/check/facts/facts.ts'
import { lockOf, type SourceLock } from '../../scripts/check/facts/lock.ts'
import { hasSource } from '../../scripts/lib/facts/article.ts'
import { readArticles } from '../../scripts/lib/facts/read-article.ts'
import { ARTICLE, facts, SLIDES, source, told, type Source } from './support/facts-deck.ts'
import { docx, paragraph, xlsx, type Cell } from './support/office.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'huibao-sources-'))
afterAll(() => rmSync(folder, { recursive: true }))

const BULLETIN = '云溪区公报\n全年产值600.5亿元，同比增长8.0%。\n'
const SHEET: readonly (readonly Cell[])[] = [
  ['表1 2031年各镇产值'],
  ['镇', '产值（亿元）', '比上年增长（%）'],
  ['东镇', 400.5, { value: 8, format: '0.0' }],
  ['西镇', { value: 200, format: '0.0' }, { value: -1.5, format: '0.0' }],
]

const table = (): TableInput => ({
  id: 'towns',
  label: '各镇产值',
  chapter: 'trade',
  period: '2031',
  evidence: { source: 'workbook', table: '表1' },
  rows: 'subjects',
  measures: [
    { id: 'output', label: '产值', head: '产值（亿元）', unit: '亿元' },
    { id: 'growth', label: '产值增速', head: '比上年增长（%）', unit: '%', change: '增长', of: 'output' },
  ],
  cells: [
    ['东镇', '400.5', '8.0'],
    ['西镇', '200.0', '-1.5'],
  ],
})

const cell = (): SheetFigureInput => ({
  id: 'west',
  label: '西镇产值降幅',
  value: -1.5,
  unit: '%',
  kind: 'growth',
  change: '下降',
  period: '2031',
  evidence: { source: 'workbook', sheet: '数据', cell: 'C4', row: '西镇', column: '比上年增长（%）' },
})

/** The invented deck with a bulletin in Word and a workbook beside its article. */
function several(change: (deck: Source) => void = () => {}): ReturnType<typeof source> {
  return source(deck => {
    deck.sources = [
      { id: 'article', title: '海湾区的一年', publisher: '海湾报', date: '2032年1月', file: '原文.txt' },
      { id: 'bulletin', title: '云溪区公报', file: '公报.docx', undivided: true },
      { id: 'workbook', title: '各镇数据', file: '数据.xlsx' },
    ]
    deck.figures.push({
      file: 'data/figures/output.ts',
      chapter: 'trade',
      source: 'bulletin',
      figures: [
        {
          id: 'output',
          label: '产值',
          value: 600.5,
          unit: '亿元',
          period: 'year',
          evidence: { clause: '全年产值600.5亿元' },
        },
        {
          id: 'output-growth',
          label: '产值增速',
          value: 8,
          decimals: 1,
          unit: '%',
          kind: 'growth',
          change: '同比增长',
          period: 'year',
          evidence: { clause: '产值600.5亿元，同比增长8.0%' },
        },
      ],
    })
    deck.figures.push({ file: 'data/figures/towns.ts', chapter: 'trade', figures: [cell() as never] })
    deck.tables = [{ file: 'data/tables/towns.ts', tables: [table()] }]
    change(deck)
  })
}

const SHOWN = SLIDES.replace(
  '# 海湾',
  '# 海湾\n\n<Fig id="output" /><Fig id="output-growth" /><Fig id="west" /><Fig id="towns@东镇/output" />',
)

interface Files {
  '原文.txt'?: string
  '公报.docx'?: string
  '数据.xlsx'?: readonly (readonly Cell[])[]
}

/** The deck against the files that are given, each as `--source` finds it. */
async function checked(files: Files, deck = several(), lock?: SourceLock): Promise<Facts> {
  const names = Object.entries(files).map(([name, content]) => {
    const bytes =
      typeof content !== 'string'
        ? xlsx({ 数据: content })
        : name.endsWith('.docx')
          ? docx(content.split('\n').map(paragraph).join(''))
          : content
    writeFileSync(path.join(folder, name), bytes)
    return name
  })
  const all = await facts({ source: deck, article: null, slides: SHOWN, ...(lock && { lock }) })
  const article = names.length > 0 ? await readArticles(folder, names, deck) : undefined
  return { ...all, article, articleFile: names.join('、') }
}

const ALL: Required<Files> = { '原文.txt': ARTICLE, '公报.docx': BULLETIN, '数据.xlsx': SHEET }
const found = async (files: Files, deck = several()): Promise<string[]> => {
  const all = await checked(files, deck)
  return told([...evidence(all).faults, ...completeness(all)])
}
const accept = (all: Facts): SourceLock =>
  lockOf(
    all.article!,
    foundClauses(all, all.article!),
    entriesOf(all).flatMap(({ key, hash, source: id }) => (hasSource(all.article!, id) ? [[key, hash] as const] : [])),
    keptOf(all, all.article!),
  )
const changes = async (files: Files, lock: SourceLock, deck = several()): Promise<string[]> =>
  told(evidence(await checked(files, deck, lock)).changes)

it('reads Markdown without the marks of headings and of what is bold', async () => {
  const marked = ARTICLE.replace('\n商贸\n', '\n## 商贸\n').replace('新开商铺40余家', '新开商铺**40余家**')
  expect(marked).toMatch(/## 商贸[^]*\*\*40余家\*\*/)
  writeFileSync(path.join(folder, '原文.md'), marked)
  const all = await facts({})
  const article = await readArticles(folder, ['原文.md'], source())
  expect(told([...evidence({ ...all, article }).faults, ...completeness({ ...all, article })])).toEqual([])
})

describe('a deck of several sources', () => {
  it('is checked against each', async () => {
    expect(await found(ALL)).toEqual([])
  })

  it('is checked against those that are at hand', async () => {
    expect(await found({ '公报.docx': BULLETIN })).toEqual([])
    expect(await found({ '数据.xlsx': SHEET })).toEqual([])
  })

  it.each<[string, Files, string[]]>([
    [
      'a number that another source has',
      { ...ALL, '公报.docx': BULLETIN.replace('600.5', '600.6'), '原文.txt': `${ARTICLE}\n全年产值600.5亿元。` },
      [
        'data/figures/output.ts#output 原文里没有这句；最接近的是《云溪区公报》第 2 句（原文第 2 行）“全年产值600.6亿元”',
        '公报.docx:2 原文里的“600.6亿元”既不是数据，也没有列为名目',
        '原文.txt:19 原文里的“600.5亿元”既不是数据，也没有列为名目',
      ],
    ],
    [
      'a cell of a table',
      { ...ALL, '数据.xlsx': SHEET.map(row => row.map(each => (each === 400.5 ? 400.6 : each))) },
      [
        'data/tables/towns.ts#towns 表1《各镇产值》，行“东镇”，列“产值（亿元）”：原表是“400.6”（数据.xlsx[数据]:3），数据写的是“400.5”',
      ],
    ],
  ])('misses %s', async (_, files, expected) => {
    const wrong = await found(files)
    for (const each of expected) expect(wrong).toContainEqual(expect.stringContaining(each))
  })

  it.each<[string, (evidence: SheetFigureInput) => void, string]>([
    ['value', figure => Object.assign(figure, { value: -1.6 }), '原表的 C4 是“-1.5”，数据写的是“-1.6”'],
    ['sign', figure => Object.assign(figure, { value: 1.5, change: '增长' }), '原表的 C4 是“-1.5”，数据写的是“1.5”'],
    ['row', figure => Object.assign(figure.evidence, { row: '东镇' }), '原表的 C4 行名是“西镇”，数据写的是“东镇”'],
    [
      'column',
      figure => Object.assign(figure.evidence, { column: '产值（亿元）' }),
      '原表的 C4 列名是“比上年增长（%）”，数据写的是“产值（亿元）”',
    ],
    ['unit', figure => Object.assign(figure, { unit: '个百分点' }), '原表的 C4 的单位是“%”，数据写的是“个百分点”'],
    ['period', figure => Object.assign(figure, { period: '2030' }), '原表的 C4 的时段是“2031年”，数据写的是“2030年”'],
    ['sheet', figure => Object.assign(figure.evidence, { sheet: '表2' }), '里没有工作表“表2”；有表的工作表是：数据'],
    ['cell', figure => Object.assign(figure.evidence, { cell: 'C9' }), '的工作表“数据”里，C9 不在一张表的数据里'],
  ])('misses a wrong %s of a cell', async (_, change, measured) => {
    const own = cell()
    change(own)
    const wrong = await found(
      ALL,
      several(deck => (deck.figures[3]!.figures = [own as never])),
    )
    expect(wrong).toContainEqual(expect.stringContaining(measured))
  })

  it('may take only a part of one', async () => {
    const more = { ...ALL, '公报.docx': `${BULLETIN}全年用电9亿千瓦时。\n` }
    expect(await found(more)).toEqual(['公报.docx:3 原文里的“9亿千瓦时”既不是数据，也没有列为名目'])
    const partial = several(deck => Object.assign(deck.sources![1]!, { partial: '只取产值' }))
    expect(await found(more, partial)).toEqual([])
  })
})

describe('a source with headings of its own', () => {
  const headed = (headings: Record<string, string>, column: string | undefined = '评说') =>
    several(deck => {
      deck.sources![1] = { ...deck.sources![1]!, undivided: false, headings }
      for (const { evidence } of deck.figures[2]!.figures) Object.assign(evidence, { column })
    })
  const files = { ...ALL, '公报.docx': '云溪区公报\n一、商业\n全年产值600.5亿元，同比增长8.0%。\n商贸\n' }

  it('is divided by them, and by no others', async () => {
    expect(await found(files, headed({ trade: '一、商业' }))).toEqual([])
  })

  it('has to have them', async () => {
    const wrong = await found(files, headed({ trade: '二、商业' }))
    expect(wrong).toContainEqual(expect.stringContaining('《云溪区公报》里没有单独成行的这个章标题'))
  })

  it('names chapters of the deck', async () => {
    const wrong = await found(files, headed({ trade: '一、商业', shops: '商铺' }))
    expect(wrong).toContainEqual(expect.stringContaining('headings：没有“shops”这一章'))
  })
})

describe('a source of another time than the deck', () => {
  const earlier = (period?: string): ReturnType<typeof several> =>
    several(deck => {
      deck.periods = [...deck.periods, { id: 'last', text: '2030年', stated: [] }]
      Object.assign(deck.sources![1]!, period && { period })
      for (const figure of deck.figures[2]!.figures) figure.period = 'last'
    })

  it('says of which by itself', async () => {
    expect(await found(ALL, earlier('last'))).toEqual([])
    expect(await found(ALL, earlier())).toContainEqual(expect.stringContaining('须在 evidence.period 写明原文依据'))
  })

  it('is read with its own year', async () => {
    const files = { ...ALL, '公报.docx': BULLETIN.replace('同比', '上半年同比') }
    const halved = (period: string) => {
      const deck = earlier('last')
      Object.assign(deck.figures[2]!.figures[1]!, { period })
      Object.assign(deck.figures[2]!.figures[1]!.evidence, { clause: '上半年同比增长8.0%' })
      return found(files, deck)
    }
    expect(await halved('2030-H1')).toEqual([])
    expect(await halved('2031-H1')).toContainEqual(expect.stringContaining('时段'))
  })

  it('may be a later one, and no plan', async () => {
    const deck = several(each => {
      each.periods = [...each.periods, { id: 'next', text: '2032年', stated: [] }]
      Object.assign(each.sources![1]!, { period: 'next' })
      for (const figure of each.figures[2]!.figures) figure.period = 'next'
    })
    const { deck: resolved } = await facts({ source: deck, article: null })
    expect(resolved.findFigure('output')!.planned).toBeUndefined()
  })

  it('is one that the deck lists', async () => {
    expect(await found({}, earlier('lost'))).toContainEqual(expect.stringContaining('data/periods.ts 里没有“lost”'))
  })
})

describe('a number that several sources state', () => {
  const total = { source: 'workbook', sheet: '数据', cell: 'B5', row: '合计', column: '产值（亿元）' }
  const also = [{ source: 'article', clause: '产值共600.5亿元' }, total]
  const stated = (...places: unknown[]): ReturnType<typeof several> =>
    several(deck => {
      Object.assign(deck.figures[2]!.figures[0]!.evidence, { also: places })
      deck.tables![0]!.tables = [{ ...table(), skip: [{ row: '合计', reason: '见产值' }] }]
    })
  const files = (more: { text?: string; sum?: number } = {}): Files => ({
    ...ALL,
    '原文.txt': `${ARTICLE}\n${more.text ?? '产值共600.5亿元'}。`,
    '数据.xlsx': [...SHEET, ['合计', more.sum ?? 600.5]],
  })

  it('is one figure, compared with each of them', async () => {
    expect(await found(files(), stated(...also))).toEqual([])
  })

  it.each<[string, Files, unknown[], string]>([
    ['clause', files({ text: '产值共600.6亿元' }), also, 'output 原文里没有这句；最接近的是'],
    ['cell', files({ sum: 600.4 }), also, 'output 原表的 B5 是“600.4”，数据写的是“600.5”'],
    ['period of a clause', files({ text: '一季度，产值共600.5亿元' }), also, '的时段是“一季度”，数据写的是“2031年”'],
    ['clause that states another', files(), [{ source: 'article', clause: '产值60亿元' }], '没有写“600.5亿元”'],
    ['source that is not there', files(), [{ source: 'other', clause: '产值600.5亿元' }], '没有“other”这个来源'],
    ['number that nobody has named', files(), [total], '“600.5亿元”既不是数据，也没有列为名目'],
  ])('is told of a wrong %s', async (_, given, places, measured) => {
    expect(await found(given, stated(...places))).toContainEqual(expect.stringContaining(measured))
  })

  it('may stand first in a cell', async () => {
    const inCell = (clause: string): ReturnType<typeof several> =>
      several(deck => {
        const [figure] = deck.figures[3]!.figures
        Object.assign(figure!.evidence, { also: [{ source: 'bulletin', clause }] })
      })
    const with15 = { ...ALL, '公报.docx': `${BULLETIN}西镇产值下降1.5%。\n` }
    expect(await found(with15, inCell('西镇产值下降1.5%'))).toEqual([])
    expect(await found(with15, inCell('西镇产值下降1.6%'))).not.toEqual([])
  })

  it('is remembered at each of its places', async () => {
    const lock = accept(await checked(files(), stated(...also)))
    expect(await changes(files(), lock, stated(...also))).toEqual([])
    expect(await changes({}, lock, stated(also[0]))).toEqual(['data/source.lock.json 登记过的这一条已经不在数据里'])
    const moved = [also[0], { ...total, row: '总计' }]
    expect(await changes({}, lock, stated(...moved))).toEqual([
      'data/figures/output.ts#output 这一条在上次对照原文之后改过',
    ])
  })

  it('is told with its places', async () => {
    const { deck } = await facts({ source: stated(...also), article: null })
    expect(deck.findFigure('output')!.evidence.also).toEqual([
      '《海湾区的一年》“产值共600.5亿元”',
      '《各镇数据》数据!B5（合计，产值（亿元））',
    ])
  })
})

describe('what was accepted of several sources', () => {
  it('is told when it has changed, source by source', async () => {
    const lock = accept(await checked(ALL))
    expect(await changes(ALL, lock)).toEqual([])
    expect(await changes({}, lock)).toEqual([])
    expect(await changes({ '公报.docx': BULLETIN }, lock)).toEqual([])
    expect(await changes({ ...ALL, '公报.docx': `${BULLETIN}补充9条。` }, lock)).toEqual([
      'data/source.lock.json 原文与上次登记时不同',
      '公报.docx:3 原文里新出现的数',
    ])
  })

  it('is told of figures that name another source since, and of cells', async () => {
    const lock = accept(await checked(ALL))
    const moved = several(deck => {
      deck.sources![2] = { ...deck.sources![2]!, undivided: true }
      deck.figures[2]!.source = 'workbook'
      Object.assign(deck.figures[3]!.figures[0]!, { note: '初步数' })
    })
    expect(await changes({}, lock, moved)).toEqual([
      'data/figures/output.ts#output 这一条在上次对照原文之后改过',
      'data/figures/output.ts#output-growth 这一条在上次对照原文之后改过',
      'data/figures/towns.ts#west 这一条在上次对照原文之后改过',
    ])
  })

  it('stays while others are accepted', async () => {
    const first = accept(await checked({ '原文.txt': ARTICLE }))
    expect(await changes({}, first)).toHaveLength(4)
    const second = accept(await checked({ '公报.docx': BULLETIN, '数据.xlsx': SHEET }, several(), first))
    expect(await changes({}, second)).toEqual([])
    expect(second).toEqual(accept(await checked(ALL)))
  })

  it('is that of the first where it was accepted before there were others', async () => {
    const before = await facts()
    const old = lockOf(before.article!, foundClauses(before, before.article!))
    const only = several(deck => {
      deck.figures.splice(2)
      deck.tables = []
    })
    expect(await changes({ '原文.txt': ARTICLE }, old, only)).toEqual([])
  })
})

describe('a file that is given', () => {
  const refused = async (given: string, deck = several()): Promise<string> =>
    readArticles(folder, [given], deck).then(
      () => '',
      (error: unknown) => (error instanceof HuibaoError ? error.message : String(error)),
    )

  it('may name its source', async () => {
    writeFileSync(path.join(folder, '别的.txt'), BULLETIN)
    const { sections } = await readArticles(folder, ['bulletin=别的.txt'], several())
    expect(sections.map(section => section.source)).toEqual(['bulletin'])
  })

  it('is refused where its source is not known', async () => {
    writeFileSync(path.join(folder, '别的.txt'), BULLETIN)
    expect(await refused('别的.txt')).toBe('--source 别的.txt：不知道它是哪一个来源')
    expect(await refused('buletin=别的.txt')).toContain('没有“buletin”这个来源，最接近的是：bulletin')
    expect(await refused('a=别的.txt', source())).toContain('没有“a”这个来源')
  })

  it('is refused where nothing is in it', async () => {
    writeFileSync(path.join(folder, '空.txt'), '\n')
    expect(await refused('bulletin=空.txt')).toBe('空.txt 里没有文字，也没有表')
  })
})
