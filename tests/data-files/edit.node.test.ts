import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import prettier from 'prettier'
import { describe, expect, it } from 'vitest'
import { minus, figure } from '../../model/expression.ts'
import { loadSource } from '../../model/load.ts'
import type { DeckSource } from '../../model/source.ts'
import { editDataFiles } from '../../scripts/lib/data-files/edit.ts'
import { writeFiles } from '../../scripts/lib/data-files/write-files.ts'
import { copyData } from '../support/copy-data.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Tests change whatever they like.
type Loose = Record<string, any>

interface Edited {
  /** What lines have gone and come, by file. */
  lines: Record<string, { gone: string[]; came: string[] }>
}

/** Changes a deck's data, and looks at what has become of its files. */
async function edit(deck: string, change: (source: Loose) => void): Promise<Edited> {
  const root = await copyData(deck)
  const before = await loadSource(root)
  const after = structuredClone(before) as Loose
  change(after)
  const files = await editDataFiles(root, before, after as unknown as DeckSource)
  const lines: Edited['lines'] = {}
  for (const [file, text] of files) {
    const old = await readFile(path.join(root, file), 'utf8').catch(() => '')
    const [was, now] = [old.split('\n'), (text ?? '').split('\n')]
    lines[file] = { gone: without(was, now), came: without(now, was) }
    if (text !== null) {
      const options = { ...(await prettier.resolveConfig(path.join(ROOT, 'data/deck.ts'))), parser: 'typescript' }
      expect(await prettier.format(text, options), file).toBe(text)
    }
  }
  await writeFiles(root, files)
  expect(await loadSource(root)).toEqual(after)
  return { lines }
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return lines.filter(line => {
    const at = left.indexOf(line)
    if (at < 0) return true
    left.splice(at, 1)
    return false
  })
}

const NEW = (id: string): Loose => ({
  id,
  label: `新的${id}`,
  value: 5,
  unit: '个',
  period: 'year',
  evidence: { column: '数说', clause: '新的5个' },
})

describe('editing data files', () => {
  it('writes nothing where nothing is different', async () => {
    expect((await edit('.', () => {})).lines).toEqual({})
  })

  it('changes a number in its place', async () => {
    const { lines } = await edit('.', s => (s.figures[0].figures[0].value = 17))
    expect(lines).toEqual({ 'data/figures/economy.ts': { gone: ['    value: 16,'], came: ['    value: 17,'] } })
  })

  it('changes a field of an entry on one line', async () => {
    const { lines } = await edit('.', s => (s.periods[1].text = '2021年'))
    expect(lines['data/periods.ts']!.came).toEqual([
      "  { id: 'year', text: '2021年', stated: ['2020年', '今年'], implied: true },",
    ])
  })

  it('adds and takes away fields', async () => {
    const { lines } = await edit('.', s => {
      s.figures[0].figures[0] = { ...s.figures[0].figures[0], doubt: '核对' }
      delete s.figures[0].figures[1].evidence.period
      delete s.figures[0].figures[4].qualifier
    })
    expect(lines['data/figures/economy.ts']).toEqual({
      gone: [
        "    evidence: { column: '评说', clause: '规模工业增加值的增速排全市第二位', period: '今年1-11月' },",
        "    qualifier: '突破',",
      ],
      came: ["    doubt: '核对',", "    evidence: { column: '评说', clause: '规模工业增加值的增速排全市第二位' },"],
    })
  })

  it('writes a shared constant out where only one entry is different', async () => {
    const { lines } = await edit('.', s => (s.photos.photos[1].credit = '张三摄'))
    expect(lines['data/photos.ts']).toEqual({ gone: ['    credit,'], came: ["    credit: '张三摄',"] })
  })

  it('adds, takes away and moves entries', async () => {
    const { lines } = await edit('.', s => {
      const [first, second, ...rest] = s.figures[1].figures
      s.figures[1].figures = [second, first, NEW('middle'), ...rest.slice(0, -1), NEW('last')]
      s.names.names.shift()
      s.unused.unused.push({ id: 'middle', reason: '备用' })
    })
    expect(lines['data/names.ts']).toEqual({ gone: ["  { text: '2020', reason: '本期汇报的年份' },"], came: [] })
    expect(lines['data/unused.ts']!.came).toEqual(["  { id: 'middle', reason: '备用' },"])
    expect(lines['data/figures/reform.ts']!.came.filter(line => line.includes('id:'))).toEqual([
      "    id: 'middle',",
      "    id: 'last',",
    ])
  })

  it('adds the first and takes the last entry of a list', async () => {
    const { lines } = await edit('tests/fixtures/bulletin', s => {
      s.quotes.quotes = [{ id: 'q', chapter: 'overall', text: '好。', speaker: '某人', role: '某处' }]
      s.derived.figures = []
    })
    expect(lines['data/derived.ts']!.came).toEqual([
      'export const derived = [] as const satisfies readonly DerivedInput[]',
    ])
  })

  it('keeps comments between entries', async () => {
    const { lines } = await edit('tests/fixtures/work-report', s => {
      s.targets.targets.splice(8, 0, { id: 'new', plan: 'jobs-plan' })
      s.targets.targets[2].direction = 'least'
    })
    expect(lines['data/targets.ts']).toEqual({
      gone: ["  { id: 'retail', plan: 'retail-goal', done: 'retail-growth' },"],
      came: [
        "  { id: 'retail', plan: 'retail-goal', done: 'retail-growth', direction: 'least' },",
        "  { id: 'new', plan: 'jobs-plan' },",
      ],
    })
  })

  it('changes the cells and the columns of a table', async () => {
    const { lines } = await edit('tests/fixtures/bulletin', s => {
      const years = s.tables[0].tables[0]
      years.cells[1][1] = '288.0'
      years.cells.push(['2032', '340.1', '3.8'])
      years.measures[1].comparedWith = '上一年'
      years.doubts = { '2032/total': '预计数' }
    })
    expect(lines).toEqual({
      'data/tables/overall.ts': {
        gone: ["    ['2028', '287.9', '6.1'],", "      comparedWith: '上年',"],
        came: expect.arrayContaining([
          "    ['2028', '288.0', '6.1'],",
          "    ['2032', '340.1', '3.8'],",
          "      comparedWith: '上一年',",
          "  doubts: { '2032/total': '预计数' },",
        ]),
      },
    })
  })

  it('adds a table beside others that are constants of their own, and takes one away', async () => {
    const { lines } = await edit('tests/fixtures/bulletin', s => {
      const [years] = s.tables[0].tables
      s.tables[0].tables.splice(1, 0, { ...years, id: 'more-years' })
      s.tables[0].tables.splice(4, 1)
    })
    expect(lines['data/deck.ts']).toEqual({
      gone: [
        "import { counties, prices, sectors, structures, years } from './tables/overall.ts'",
        '  | typeof counties',
        "    { file: 'data/tables/overall.ts', tables: [years, structures, sectors, counties, prices] },",
      ],
      came: [
        "import { prices, sectors, structures, years, moreYears } from './tables/overall.ts'",
        '  | typeof moreYears',
        "    { file: 'data/tables/overall.ts', tables: [years, moreYears, structures, sectors, prices] },",
      ],
    })
    expect(lines['data/tables/overall.ts']!.came).toContain('export const moreYears = {')
    expect(lines['data/tables/overall.ts']!.gone).toContain('export const counties = {')
  })

  it('adds a chapter with a file of its own, and takes one away', async () => {
    const { lines } = await edit('.', s => {
      s.chapters.push({ id: 'party', title: '党建引领', short: '党建', topic: '党的建设' })
      s.figures.push({ file: 'data/figures/party.ts', chapter: 'party', figures: [NEW('branches')] })
      s.chapters.shift()
      s.figures.shift()
    })
    expect(lines['data/deck.ts']!.came).toEqual([
      "import { party } from './figures/party.ts'",
      "type StatedFigureId = (typeof reform | typeof city | typeof livelihood | typeof party)[number]['id']",
      "    { file: 'data/figures/party.ts', chapter: 'party', figures: party },",
    ])
    expect(lines['data/figures/party.ts']!.came).toContain('export const party = [')
    expect(lines['data/figures/economy.ts']!.came).toEqual([])
  })

  it('adds the first targets and names of a deck', async () => {
    const { lines } = await edit('tests/fixtures/other-district', s => {
      s.targets = { file: 'data/targets.ts', targets: [{ id: 'berths', plan: 'berths', done: 'berths' }] }
      s.names = { file: 'data/names.ts', names: [{ text: '2030', reason: '年份' }] }
    })
    expect(Object.keys(lines).sort()).toEqual(['data/deck.ts', 'data/names.ts', 'data/targets.ts'])
  })

  it('edits what code has put together, where a literal made it', async () => {
    const { lines } = await edit('tests/fixtures/gallery', s => {
      s.targets.targets[0].direction = 'most'
      s.derived.figures[0].decimals = 2
      s.figures[0].figures[0].value = 87
      s.figures.find((file: Loose) => file.file === 'data/contribution.ts').figures[1].value = 0.22
    })
    expect(Object.keys(lines).length).toBeGreaterThanOrEqual(3)
  })

  it('refuses what code makes, and writes nothing', async () => {
    await expect(edit('tests/fixtures/gallery', s => (s.figures = s.figures.slice(1)))).rejects.toThrow(
      '用代码拼成的数据',
    )
  })

  it('says why what it would write cannot be read, and writes nothing', async () => {
    const root = await copyData('.')
    const before = await loadSource(root)
    const file = path.join(root, 'data/periods.ts')
    const most = before.periods.length
    const text = `${await readFile(file, 'utf8')}\nif (periods.length > ${most}) throw new Error('时段太多')\n`
    await writeFile(file, text)
    const after = { ...before, periods: [...before.periods, { id: 'next', text: '2031年', stated: [] }] }
    await expect(editDataFiles(root, before, after)).rejects.toMatchObject({
      message: expect.stringContaining('时段太多') as string,
      cause: expect.any(Error) as Error,
    })
    expect(await readFile(file, 'utf8')).toBe(text)
  })

  it('writes formulas as they are written by hand', async () => {
    const { lines } = await edit('.', s => {
      s.derived.figures[0].expression = minus(figure('high-tech-total'), figure('sci-tech-new'))
    })
    expect(lines['data/derived.ts']!.came).toEqual([
      "    expression: minus(figure('high-tech-total'), figure('sci-tech-new')),",
    ])
  })
})
