import { describe, expect, it } from 'vitest'
import type { DeckSource, Photo } from '../../model/source.ts'
import type { TableInput } from '../../model/table.ts'
import { draftedContent } from '../../scripts/new/content.ts'
import { stated } from '../draft/figures.ts'
import { soundSource } from '../support/deck-source.ts'

const FILES = [{ name: '表.xlsx', bytes: new Uint8Array() }]
const counties: TableInput = {
  id: 'counties',
  label: '各县地区生产总值',
  chapter: 'trade',
  period: 'year',
  evidence: { table: '表1' },
  rows: 'subjects',
  measures: [{ id: 'total', label: '地区生产总值', unit: '亿元' }],
  cells: [
    ['临江县', '30'],
    ['石桥县', '20'],
  ],
}
const quay: Photo = { id: 'quay', caption: '俯瞰物流枢纽', alt: '码头上的吊车', scene: 'scenes/quay.svg' }

function sourceWith(parts: Partial<DeckSource>): DeckSource {
  const source = soundSource()
  return {
    ...source,
    chapters: [source.chapters[0]!],
    figures: [],
    derived: { file: 'data/derived.ts', figures: [] },
    quotes: { file: 'data/quotes.ts', quotes: [] },
    photos: { file: 'data/photos.ts', photos: [] },
    errata: { file: 'data/errata.ts', errata: [] },
    ...parts,
  } as DeckSource
}

const figures = [
  {
    file: 'data/figures/trade.ts',
    chapter: 'trade',
    figures: [stated('a', { label: '产值', evidence: { column: '数说', clause: '产值5亿元' } })],
  },
]
const tables = [{ file: 'data/tables/trade.ts', tables: [counties] }]

async function textOf(file: string, source: DeckSource, title = '汇报'): Promise<string> {
  const { files } = await draftedContent({ title, source }, FILES)
  return String(files.get(file))
}

describe('a deck that is made from a draft', () => {
  it.each([
    ['临江县2031年统计公报', "ours: '临江县'"],
    ['2031年统计公报', undefined],
    ['临江县和石桥县2031年统计公报', undefined],
  ])('named %s has the row of its table that its name has', async (title, ours) => {
    const text = await textOf('data/tables/trade.ts', sourceWith({ figures, tables }), title)
    expect(/ours: '[^']+'/.exec(text)?.[0]).toBe(ours)
  })

  it.each([
    ['丁', ['3', '2', '1', '6'], undefined],
    ['全市', ['30', '20', '10', '61'], "total: '全市'"],
    ['全市', ['30', '20', '10', '90'], undefined],
  ])('has the row %s of its table where %j add up to it', async (last, values, total) => {
    const rows = values.map((value, index) => [['甲', '乙', '丙', last][index]!, value] as const)
    const summed = [{ ...tables[0]!, tables: [{ ...counties, cells: rows }] }]
    const text = await textOf('data/tables/trade.ts', sourceWith({ figures, tables: summed }))
    expect(/total: '[^']+'/.exec(text)?.[0]).toBe(total)
  })

  it('has scenes of the engine for photos whose drawings have not come along', async () => {
    const source = sourceWith({ figures, photos: { file: 'data/photos.ts', photos: [quay] } })
    expect(await textOf('data/photos.ts', source)).toContain("scene: 'scenes/trade.svg'")
    const { files } = await draftedContent({ title: '汇报', source }, FILES)
    expect([...files.keys()]).toContain('public/scenes/trade.svg')
  })

  it('is refused where no number was read', async () => {
    await expect(draftedContent({ title: '汇报', source: sourceWith({}) }, FILES)).rejects.toThrow(
      '表.xlsx里没有读到一个数，什么也没有写',
    )
  })
})
