import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { readPdf } from '../../scripts/check/exported/pdf/read.ts'
import { paintedTexts, type PaintedItem, type TagNode } from '../../scripts/check/exported/pdf/texts.ts'
import type { ExportedFile, ExportedText } from '../../scripts/check/exported/facts.ts'
import { factsOf, factsText } from '../../model/facts.ts'
import { deck, told } from './support/exported.ts'

/** Items of contents, by their ids: `/` where a line ends. */
const items = (...contents: [id: string, ...texts: string[]][]): PaintedItem[] =>
  contents.flatMap(([id, ...texts]) => [
    { type: 'beginMarkedContentProps', id },
    ...texts.map(text => (text === '/' ? { str: '', hasEOL: true } : { str: text, hasEOL: false })),
    { type: 'endMarkedContent' },
  ])
const content = (id: string): TagNode => ({ type: 'content', id })
const tag = (role: string, ...children: TagNode[]): TagNode => ({ role, children })
const texts = (painted: PaintedItem[], tree: TagNode | null): string[] =>
  paintedTexts(painted, tree).map(({ place, text }) => `${place} ${text}`)

describe('the texts of a page', () => {
  it('are those of its paragraphs, however many lines and contents they take', () => {
    const tree = tag('Root', tag('H2', content('a'), tag('NonStruct', content('b'))), tag('P', content('c')))
    expect(texts(items(['a', '商铺累计 ', '/'], ['b', '300', '家'], ['c', '其余']), tree)).toEqual([
      '页面 商铺累计300家',
      '页面 其余',
    ])
  })

  it('are lines of drawings, cells of tables with their rows', () => {
    const cells = tag('TR', tag('TD', content('a')), tag('TD', content('b')))
    const tree = tag('Root', tag('Table', cells), tag('Figure', content('c')))
    const painted = items(['a', '1'], ['b', '商铺', '/', '累计'], ['c', '300家', '/', '40余家'])
    expect(texts(painted, tree)).toEqual(['表格 1', '表格 商铺累计', '图 300家', '图 40余家'])
    expect(paintedTexts(painted, tree)[0]!.row).toEqual(['1', '商铺累计'])
  })

  it('are, of what is no paragraph, what stands on one line, and one content on several', () => {
    const tree = tag('Root', tag('NonStruct', content('a')), tag('NonStruct', content('b')), content('c'))
    const painted = items(['a', '突破'], ['b', '300家', '/', '以上'], ['c', '/', '另外'])
    expect(texts(painted, tree)).toEqual(['页面 突破300家以上', '页面 另外'])
    expect(texts(items(['a', '300家', ' ', '40家']), null)).toEqual(['页面 300家', '页面 40家'])
  })
})

describe('a PDF', () => {
  const page = (slide: number | undefined, ...own: Omit<ExportedText, 'place'>[]): ExportedFile => ({
    ...{ slides: slide !== undefined, document: [], pictures: 0 },
    pages: [{ no: 1, slide, charts: [], texts: own.map(text => ({ place: '页面', ...text })) }],
  })
  const judged = (file: ExportedFile): string[] => told(file).filter(line => !line.includes('没有文稿的'))

  it.each<[string, Omit<ExportedText, 'place'>, string]>([
    ['a number', { text: '新开商铺70余家' }, '1 页面 “70余家”不来自任何数据；“40余家”'],
    ['a part of a sentence', { text: '70', beside: ['新开商铺', '余家'] }, '“70”不来自任何数据'],
    ['the whole of a share, which no drawing tells', { text: '满意率100%' }, '“100%”不来自任何数据'],
  ])('is told of %s', (_, text, said) => {
    expect(judged(page(1, text)).join('\n')).toContain(said)
  })

  it.each<[string, Omit<ExportedText, 'place'>]>([
    ['lines of one sentence', { text: '40', beside: ['新开商铺', '余家'] }],
    ['a formula on two lines', { text: '推算：300家', beside: ['', ' − 40余家'] }],
    ['the whole in a drawing', { text: '100%', scale: true }],
    ['an entry on paper', { text: '第1条', row: ['第1条', '商铺累计'] }],
    ['slides on paper', { text: '见页1 3', row: ['见页1 3', '商铺累计'] }],
  ])('is not told of %s', (_, text) => {
    expect(judged(page(1, text))).toEqual([])
  })

  it('whose pages are no slides has the numbers of all, and calls slides and chapters by theirs', () => {
    const own = ['销售额同比增长6.5%', '幻灯片3', '第一章', '1'].map(text => ({ text }))
    expect(told(page(undefined, ...own))).toEqual([])
    expect(told(page(undefined, { text: '幻灯片7' })).join('')).toContain('“7”不来自任何数据')
  })

  it('carries the figures of the data', () => {
    const facts = factsText(factsOf({ title: '', lang: 'zh-CN' }, deck.data.figures, {}))
    expect(judged({ ...page(1), facts })).toEqual([])
    expect(judged({ ...page(1), facts: facts.replace('300家', '380家') }).join('')).toContain('印法写成了“380家”')
  })

  it('is read with its pages, and slides are told by the size of their pages', async () => {
    const document = await PDFDocument.create()
    document.setTitle('2031年')
    document.addPage([960, 540])
    document.addPage([595, 842])
    const bytes = await document.save()
    expect(await readPdf('x.pdf', bytes, 1)).toMatchObject({
      ...{ slides: true, pages: [{ slide: 1 }, { slide: undefined }] },
      document: [{ place: '文件属性 Title', text: '2031年' }],
    })
    expect(await readPdf('x.pdf', bytes, 5)).toMatchObject({ slides: false })
  })

  it.each<[string, () => Promise<Uint8Array>, string]>([
    ['broken', async () => new TextEncoder().encode('%PDF-1.4 nothing'), '它不是 PDF，或者坏了'],
    [
      'encrypted',
      async () => {
        const document = await PDFDocument.create()
        document.addPage()
        document.encrypt({ userPassword: 'secret', ownerPassword: 'secret' })
        return document.save()
      },
      '它加了密',
    ],
  ])('that is %s is refused', async (_, make, said) => {
    await expect(readPdf('x.pdf', await make(), 1)).rejects.toThrow(said)
  })
})
