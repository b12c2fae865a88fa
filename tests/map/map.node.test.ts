import { cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadDeck, loadSource } from '../../model/load.ts'
import type { SheetFigureInput } from '../../model/figure.ts'
import { loadCellMaps } from '../../scripts/lib/cells/cell-map.ts'
import { agrees } from '../../scripts/lib/ask.ts'
import { guide, proposalLines, type Taken } from '../../scripts/map/guide.ts'
import { proposeMap, writeMap, type MapProposal } from '../../scripts/map/map.ts'
import { readRefresh } from '../../scripts/refresh/run.ts'
import { xlsx, type Cell } from '../check/support/office.ts'
import { removeScratch, scratch } from '../cells/support/deck.ts'
import { FIRST, monthly } from '../cells/support/monthly.ts'
import { ROOT } from '../support/project.ts'

afterAll(removeScratch)

const NAME = '云溪区2026年2月月报.xlsx'

/** A deck of an article, into which a workbook is mapped. */
async function articleDeck(): Promise<string> {
  const root = await scratch()
  await cp(path.join(ROOT, 'tests/fixtures/other-district/data'), path.join(root, 'data'), { recursive: true })
  return root
}

const all = ({ proposals }: MapProposal): Taken => ({ proposals, chapters: new Map() })

async function mapped(
  root: string,
  bytes = monthly(FIRST),
  taken: (read: MapProposal) => Taken | Promise<Taken> = all,
) {
  const read = await proposeMap(root, bytes, NAME)
  return writeMap(root, read, await taken(read), NAME)
}

const figures = async (root: string): Promise<SheetFigureInput[]> =>
  (await loadSource(root)).figures.flatMap(file => file.figures as SheetFigureInput[])

describe('what a workbook proposes', () => {
  it('is told sheet by sheet, figure by figure', async () => {
    const { proposals, problems } = await proposeMap(await articleDeck(), monthly(FIRST), NAME)
    expect(problems).toEqual([])
    const lines = proposals.flatMap(proposalLines)
    expect(lines[0]).toBe('【主要指标】云溪区主要经济指标，2026年1—2月：13 条数据')
    expect(lines).toContain('  D7 一般公共预算收入 28350万元，2026年1—2月')
    expect(lines).toContain('【各镇】各镇产值，2026年1—2月：1 张表')
    expect(lines.slice(-3)).toEqual([
      '  表《各镇产值》（编号 gezhen-chanzhi）',
      '    列：产值（万元）、产值增速（%）',
      '    行：东镇、西镇、合计',
    ])
  })

  it('is refused as a whole where a cell cannot be read', async () => {
    const bytes = xlsx({ 表: [['2026年'], ['镇', '产值（亿元）'], ['东镇', '12,34'], ['西镇', 2]] })
    const { problems, proposals } = await proposeMap(await articleDeck(), bytes, NAME)
    expect(problems).toEqual([{ sheet: '表', ref: 'B3', found: '12,34', expected: '写法分得清的一个数，如 1,234.5' }])
    expect(proposals).toEqual([])
  })
})

describe('what is taken of a workbook', () => {
  it('is added to the data of a deck, which stays sound, with the map beside it', async () => {
    const root = await articleDeck()
    const before = await loadSource(root)
    expect((await mapped(root)).sort()).toEqual(['data/cells.ts', 'data/deck.ts', 'data/figures/zhuyao-zhibiao.ts'])
    const { source, problems } = await loadDeck(root)
    expect(problems).toEqual([])
    expect(source.sources).toMatchObject([{ id: 'article' }, { title: '云溪区月报', file: NAME, undivided: true }])
    expect(source.figures.slice(0, 2)).toEqual(before.figures)
    expect(source.chapters.map(({ title }) => title)).toEqual(['港口走向深蓝', '家园更加宜居', '主要指标', '各镇'])
    const [map] = await loadCellMaps(root)
    expect(map).toMatchObject({ period: '2026-01/2026-02', tables: [{ table: 'gezhen-chanzhi', sheet: '各镇' }] })
    expect(map?.figures).toContainEqual({
      figure: 'yiban-gonggong-yusuan-shouru',
      sheet: '主要指标',
      row: '一般公共预算收入',
      column: '累计',
      cell: 'D7',
    })
  })

  it('is read again by a refresh', async () => {
    const root = await articleDeck()
    await mapped(root)
    const { changes, problems } = await readRefresh(root, monthly({ ...FIRST, revenue: 30_000 }), NAME)
    expect(problems).toEqual([])
    expect(changes.filter(({ sort }) => sort !== 'same')).toMatchObject([{ id: 'yiban-gonggong-yusuan-shouru' }])
  })

  it('changes nothing the second time', async () => {
    const root = await articleDeck()
    await mapped(root)
    expect(await mapped(root)).toEqual([])
  })

  const fishery = (time: string, unit = '亿元', value: Cell = 33.5) =>
    xlsx({ 表: [[time], ['指标', '单位', '累计'], ['渔业产值', unit, value], ['新开航线', '条', 2]] })

  it('gives a figure that the deck has already the cell as its evidence, and tells of it', async () => {
    const root = await articleDeck()
    const { notes } = await proposeMap(root, fishery('2031年'), NAME)
    expect(notes).toEqual([
      expect.stringContaining('写的是2031年，文件名写的是2026年2月'),
      '“渔业产值”改由工作簿给出：表 C3 是33.5亿元，文稿里是约210亿元',
    ])
    await mapped(root, fishery('2031年'))
    expect((await figures(root)).find(({ id }) => id === 'fishery')).toEqual({
      id: 'fishery',
      label: '渔业产值',
      value: 33.5,
      unit: '亿元',
      period: '2031',
      evidence: { source: 'yunxiqu-yue-bao', sheet: '表', cell: 'C3', row: '渔业产值', column: '累计' },
    })
    expect((await loadDeck(root)).problems).toEqual([])
  })

  it.each<[string, Uint8Array]>([
    ['of another time', fishery('2031年1—2月')],
    ['in another unit', fishery('2031年', '万吨')],
  ])('leaves alone a figure that is called so and is %s', async (_, bytes) => {
    const root = await articleDeck()
    const before = await loadSource(root)
    const { left, proposals } = await proposeMap(root, bytes, NAME)
    expect(proposals[0]?.figures.map(({ figure }) => figure.label)).toEqual(['渔业产值累计', '新开航线'])
    expect(left).toEqual([])
    await mapped(root, bytes)
    expect((await loadSource(root)).figures.slice(0, before.figures.length)).toEqual(before.figures)
    expect((await loadDeck(root)).problems).toEqual([])
  })

  it('takes new numbers of cells that it has taken, by whatever label', async () => {
    const root = await articleDeck()
    await mapped(root)
    const file = path.join(root, 'data/figures/zhuyao-zhibiao.ts')
    await writeFile(file, (await readFile(file, 'utf8')).replace("label: '一般公共预算收入',", "label: '财政收入',"))
    const towns: Cell[][] = [
      ['东镇', 412, 8],
      ['西镇', 203, -1.5],
      ['合计', 615, 4.7],
    ]
    const files = await mapped(root, monthly({ ...FIRST, revenue: 30_000, towns }))
    expect(files.sort()).toEqual(['data/deck.ts', 'data/figures/zhuyao-zhibiao.ts'])
    expect((await figures(root)).filter(({ value }) => value === 30_000)).toMatchObject([
      { id: 'yiban-gonggong-yusuan-shouru', label: '财政收入' },
    ])
    expect((await loadSource(root)).tables?.[0]?.tables[0]?.cells).toEqual([
      ['东镇', '412', '8'],
      ['西镇', '203', '-1.5'],
      ['合计', '615', '4.7'],
    ])
  })

  it('is not written where it is not in order', async () => {
    const root = await articleDeck()
    const taken = ({ proposals }: MapProposal): Taken => {
      const [first, ...others] = proposals
      const [one, two, ...figures] = first!.figures
      const alike = { ...two!, figure: { ...two!.figure, label: one!.figure.label } }
      return { proposals: [{ ...first!, figures: [one!, alike, ...figures] }, ...others], chapters: new Map() }
    }
    await expect(mapped(root, monthly(FIRST), taken)).rejects.toThrow('写进去的数据有')
    expect(await loadCellMaps(root)).toEqual([])
    expect((await loadDeck(root)).problems).toEqual([])
  })

  it('is written as the data files are', async () => {
    const root = await articleDeck()
    await mapped(root)
    expect((await readFile(path.join(root, 'data/cells.ts'), 'utf8')).split('\n').slice(0, 10)).toEqual([
      "import type { CellMap } from 'huibao'",
      '',
      '/** 数据在单位自己的工作簿里是哪些格：huibao map 写，huibao refresh 照它读下一个月的 */',
      'export const cells = [',
      '  {',
      "    source: 'yunxiqu-yue-bao',",
      "    period: '2026-01/2026-02',",
      '    figures: [',
      '      {',
      "        figure: 'gui-shang-gongye-zengjiazhi-benyue',",
    ])
  })
})

describe('a person who is asked', () => {
  const answers = (...given: string[]) => {
    const asked: string[] = []
    return {
      asked,
      ask: (question: string): Promise<string> => {
        asked.push(question)
        return Promise.resolve(given.shift() ?? '')
      },
    }
  }

  it.each<[string, string[], string[], [string, string][]]>([
    ['takes all by Enter', [], ['主要指标', '各镇'], []],
    ['leaves out a table', ['n'], ['各镇'], []],
    ['chooses a chapter', ['', '2', 'n'], ['主要指标'], [['主要指标', 'homes']]],
  ])('%s', async (_, given, sheets, chapters) => {
    const read = await proposeMap(await articleDeck(), monthly(FIRST), NAME)
    const taken = await guide(read.proposals, read.before, answers(...given).ask, () => {})
    expect(taken.proposals.map(({ sheet }) => sheet)).toEqual(sheets)
    expect([...taken.chapters]).toEqual(chapters)
  })

  it('picks figures one by one, and names them', async () => {
    const root = await articleDeck()
    const given = ['s', 'n', '工业增加值', ...Array<string>(11).fill('n'), '', 'n']
    await mapped(root, monthly(FIRST), ({ proposals, before }) =>
      guide(proposals, before, answers(...given).ask, () => {}),
    )
    const own = (await figures(root)).filter(({ evidence }) => 'sheet' in evidence)
    expect(own).toMatchObject([{ id: 'gui-shang-gongye-zengjiazhi', label: '工业增加值', value: 25.6 }])
    expect((await loadDeck(root)).problems).toEqual([])
  })

  it.each<[string, boolean, boolean]>([
    ['', true, true],
    ['', false, false],
    ['y', false, true],
    ['好', false, true],
    ['n', true, false],
  ])('who answers “%s” where the default is %s agrees: %s', (answer, byDefault, agreed) => {
    expect(agrees(answer, byDefault)).toBe(agreed)
  })
})
