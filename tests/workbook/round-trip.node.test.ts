import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadSource } from '../../model/load.ts'
import { canonicalSource } from '../../scripts/lib/data-files/canonical.ts'
import { dataFiles } from '../../scripts/lib/data-files/trace.ts'
import { readWorkbook } from '../../scripts/workbook/read.ts'
import { readInto } from '../../scripts/workbook/read-into.ts'
import { EMPTY_DRAFT, writeWorkbook } from '../../scripts/workbook/write.ts'
import { copyOf, DECKS, ROOT, typedWorkbook } from './support/workbook.ts'

describe('a workbook', () => {
  it.each(DECKS)('that is written and read changes no byte of %s', async deck => {
    const root = await copyOf(deck)
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

  it('changes what was changed in it, and nothing else', async () => {
    const root = await copyOf('.')
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

  it('of nothing is the template, with an example in each sheet', () => {
    const read = readWorkbook(writeWorkbook(EMPTY_DRAFT), { file: '空表.xlsx' })
    expect(read).toMatchObject({ draft: { title: '', source: { chapters: [], figures: [], tables: [] } } })
  })
})
