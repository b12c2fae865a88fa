import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadSource } from '../../model/load.ts'
import { canonicalSource } from '../../scripts/lib/data-files/canonical.ts'
import { dataFiles } from '../../scripts/lib/data-files/trace.ts'
import { readWorkbook } from '../../scripts/workbook/read.ts'
import { readInto } from '../../scripts/workbook/read-into.ts'
import { EMPTY_DRAFT, writeWorkbook } from '../../scripts/workbook/write.ts'
import { copyData } from '../support/copy-data.ts'
import { soundSource } from '../support/deck-source.ts'
import { DECKS, readTyped, ROOT, sourceOf, typedWorkbook } from './support/workbook.ts'

describe('a workbook', () => {
  it.each(DECKS)('that is written and read changes no byte of %s', async deck => {
    const root = await copyData(deck)
    const before = await dataFiles(root)
    const result = await readInto(root, writeWorkbook({ title: '一', source: await loadSource(root) }), '数据.xlsx')
    expect(result).toMatchObject({ files: [] })
    expect(await dataFiles(root)).toEqual(before)
  })

  it.each(DECKS)('of %s that is read and written has the same bytes, and read again says the same', async deck => {
    const source = await loadSource(path.join(ROOT, deck))
    const bytes = writeWorkbook({ title: '一份文稿', subtitle: '某区', source })
    const options = { file: '数据.xlsx', known: source }
    const read = readWorkbook(bytes, options)
    if ('problems' in read) throw new Error(JSON.stringify(read.problems))
    expect(read.draft).toMatchObject({ title: '一份文稿', subtitle: '某区' })
    const again = writeWorkbook(read.draft)
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true)
    expect(readWorkbook(again, options)).toEqual(read)
  })

  it('says all that the data says', async () => {
    for (const deck of DECKS.filter(deck => !deck.endsWith('gallery'))) {
      const source = await loadSource(path.join(ROOT, deck))
      const read = readWorkbook(writeWorkbook({ title: '一', source }), { file: '数据.xlsx', known: source })
      expect(read).toMatchObject({ draft: { source: canonicalSource(source) } })
    }
  })

  it('keeps where else a number stands, in other sources too', () => {
    const source = soundSource()
    source.sources = [
      { id: 'article', title: '海湾的一年' },
      { id: 'bulletin', title: '海湾区公报', period: 'spring', headings: { trade: '一、商业；贸易', parks: 'A=B' } },
      { id: 'workbook', title: '各镇数据', undivided: true },
    ]
    const also = [
      '街上有300家商铺',
      { source: 'bulletin', clause: '年末有300家商铺' },
      { source: 'bulletin', clause: '全年商铺共300家', period: '2031年' },
      { source: 'workbook', sheet: '9月！表', cell: 'AB12', row: '商铺', column: '累计（家）' },
    ]
    Object.assign(source.figures[0]!.figures[0]!.evidence, { also })
    const read = sourceOf(readTyped({}, {}, source))
    expect(read.figures[0]!.figures[0]!.evidence).toEqual(source.figures[0]!.figures[0]!.evidence)
    expect(read.sources).toEqual(source.sources)
    expect(readTyped({ 指标: { X3: '〔公报〕街上有300家商铺' } }, {}, source)).toMatchObject({
      problems: [{ sheet: '指标', ref: 'X3', expected: expect.stringContaining('“来源”表里的一个来源') }],
    })
  })

  it('changes what was changed in it, and nothing else', async () => {
    const root = await copyData('.')
    const source = await loadSource(root)
    const before = await readFile(path.join(root, 'data/figures/economy.ts'), 'utf8')
    const bytes = typedWorkbook(source, { 指标: { N3: '型号待查' }, 章节: { D3: '经济' } })
    expect(await readInto(root, bytes, '数据.xlsx')).toMatchObject({
      files: ['data/chapters.ts', 'data/figures/economy.ts'],
    })
    const after = await readFile(path.join(root, 'data/figures/economy.ts'), 'utf8')
    const [first, ...rest] = before.split("    period: 'year',\n")
    expect(after).toBe(
      [first, rest.join("    period: 'year',\n")].join("    period: 'year',\n    doubt: '型号待查',\n"),
    )
  })

  it('adds a chapter with its figures, whose ids are made, and takes away what is no longer in it', async () => {
    const root = await copyData('.')
    const typed = {
      章节: { B7: '党建引领', C7: '党建', D7: '党的建设' },
      指标: { B82: '党建引领', C82: '新建党支部', E82: '12个', J82: '今年', K82: '新建党支部12个', L82: '数说' },
      不用: { A3: null, C3: null },
    }
    const bytes = typedWorkbook(await loadSource(root), typed)
    expect(await readInto(root, bytes, '数据.xlsx')).toMatchObject({ files: expect.arrayContaining(['data/deck.ts']) })
    const { chapters, figures, unused } = await loadSource(root)
    expect(chapters[4]).toMatchObject({ title: '党建引领', id: expect.stringMatching(/^[a-z-]+$/) })
    expect(figures[4]).toMatchObject({ chapter: chapters[4]!.id, figures: [{ value: 12, unit: '个' }] })
    expect(unused!.unused).toHaveLength(1)
    // Read once more, the same workbook without ids changes nothing.
    expect(await readInto(root, bytes, '数据.xlsx')).toMatchObject({ files: [] })
  })

  it('takes all sources away', async () => {
    const root = await copyData('tests/fixtures/bulletin')
    const empty = Object.fromEntries(['A3', 'B3', 'C3', 'D3', 'E3'].map(ref => [ref, null]))
    await readInto(root, typedWorkbook(await loadSource(root), { 来源: empty }), '数据.xlsx')
    expect(await loadSource(root)).not.toHaveProperty('sources')
  })

  it('of nothing is the template, with an example in each sheet', () => {
    const read = readWorkbook(writeWorkbook(EMPTY_DRAFT), { file: '空表.xlsx' })
    expect(read).toMatchObject({ draft: { title: '', source: { chapters: [], figures: [], tables: [] } } })
  })
})
