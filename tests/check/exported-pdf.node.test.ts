import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { describeLinks } from '../../scripts/export/link-texts.ts'
import { readPdf } from '../../scripts/check/exported/pdf/read.ts'
import type { ExportedFile } from '../../scripts/check/exported/facts.ts'
import { factsOf, factsText } from '../../model/facts.ts'
import { saidIn } from '../../scripts/check/exported/compare.ts'
import { deck, told } from './support/exported.ts'

const SHEETS = { made: new Date('2031-02-03') }

describe('a PDF', () => {
  const page = (no: number, slide: number | undefined, ...texts: string[]): ExportedFile['pages'][number] => ({
    ...{ no, slide, isSlide: slide !== undefined, charts: [] },
    texts: texts.map(text => ({ place: '页面', text, piece: true })),
  })
  const fileOf = (...pages: ExportedFile['pages']): ExportedFile => ({ document: [], pictures: 0, pages })
  const judged = (file: ExportedFile): string[] => told(file).filter(line => !line.includes('没有文稿的'))

  it.each<[string, string[], string]>([
    ['a number', ['新开商铺70余家'], '1 页面 “70余家”不来自任何数据；“40余家”'],
    ['a part of a sentence', ['新开', '70', '余家。'], '“70”不来自任何数据'],
    ['a title', ['商铺累计', '200家，', '新开40余家'], '“200家”和文稿不一样；“300家”'],
    ['a word for a number', ['第二章'], '“第二章”和文稿不一样；“第一章”'],
    ['the number of a page', ['2'], '“2”和文稿不一样；“1”'],
  ])('is told of %s', (_, texts, said) => {
    expect(judged(fileOf(page(1, 1, ...texts))).join('\n')).toContain(said)
  })

  it.each<[string, string[]]>([
    ['lines of one sentence', ['商铺累计300', '家，新开40余', '家']],
    ['words apart from their number', ['不足', '商铺累计', '260家']],
    ['a number of its slide in other words', ['新开了', '40', '余家']],
  ])('is not told of %s', (_, texts) => {
    expect(judged(fileOf(page(1, 1, ...texts)))).toEqual([])
  })

  it('with several slides on a page has all that they say, beside what sheets of paper have', () => {
    const sheet = (no: number, ...texts: string[]) => page(no, undefined, '一年', '2031-02-03', `${no} / 2`, ...texts)
    const file = (...last: string[]): ExportedFile => ({
      ...fileOf(sheet(1, '第一章', '计划 20', '秒', '1'), sheet(2, '销售额同比', '增长6.5%', '2', ...last)),
      ...SHEETS,
    })
    expect(judged(file())).toEqual([])
    expect(judged(file('3 / 2')).join()).toContain('“3/2”')
    expect(judged(file('2031-02-04')).join()).toContain('“04”')
  })

  it('on sheets that tell their slides has on each of them what these say', () => {
    const sheet = (no: number, slides: number[], ...texts: string[]) => ({
      ...page(no, undefined, `${no} / 2`, ...texts),
      slides,
    })
    const ofTwo = (first: string, second: string): string[] =>
      judged(fileOf(sheet(1, [1], first, '1'), sheet(2, [2], second, '2')))
    expect(ofTwo('商铺累计300家，新开40余家', '销售额同比增长6.5%')).toEqual([])
    // What is said on the first goes on on the second sheet.
    const [title, note] = ['商铺累计300家，新开40余家', '今年新开商铺40余家。']
    expect(judged(fileOf(sheet(1, [1], title, '1'), sheet(2, [1, 2], note, '销售额同比增长6.5%', '2')))).toEqual([])
    // Numbers of a slide on the other sheet, and of one that the handout does not have.
    expect(ofTwo('商铺累计300家，新开40余家', '销售额同比增长6.5%；商铺40余家').join()).toContain('“40余家”')
    const other = deck.slides.map(slide =>
      slide.no === 2 ? { ...slide, clicks: [saidIn(['新开商铺60余家', '2'])] } : slide,
    )
    const edited = fileOf(sheet(1, [1], '今年新开商铺60余家。', '1'))
    expect(told(edited, { ...deck, slides: other }).join()).toContain('“60余家”和文稿不一样；“40余家”')
  })

  it('with notes behind its slides has their headings and the numbers of its pages', () => {
    const notes = (...texts: string[]): string[] =>
      judged({ ...fileOf(page(1, 1, '第一章'), page(2, undefined, '2', ...texts)), ...SHEETS })
    expect(notes('1　商铺累计300家，', '新开40余家', '今年新开商铺40余家。')).toEqual([])
    expect(notes('今年新开商铺60余家。')).toEqual([expect.stringContaining('“60余家”和文稿不一样；“40余家”')])
  })

  it('with a page for each click is compared with what its slide says then', () => {
    const [slide, ...others] = deck.slides
    const clicked = {
      ...deck,
      slides: [{ ...slide!, clicks: [slide!.clicks[0]!, deck.slides[1]!.clicks[0]!] }, ...others],
    }
    const texts = ['销售额同比增长6.5%', '2']
    expect(told(fileOf(page(1, 1, '第一章'), page(2, 1, ...texts)), clicked).join()).not.toContain('“')
    expect(told(fileOf(page(1, 1, ...texts)), deck).join()).toContain('“6.5%”')
  })

  it('carries the figures of the data', () => {
    const facts = factsText(factsOf({ title: '', lang: 'zh-CN' }, deck.data.figures, {}))
    expect(judged({ ...fileOf(page(1, 1)), facts })).toEqual([])
    expect(judged({ ...fileOf(page(1, 1)), facts: facts.replace('300家', '380家') }).join('')).toContain(
      '印法写成了“380家”',
    )
  })

  it('is read with its pages and its day, and slides are told by the size of their pages', async () => {
    const document = await PDFDocument.create()
    document.setTitle('2031年')
    document.setCreationDate(new Date('2031-02-03T04:05:06Z'))
    document.addPage([960, 540]).drawText('300')
    document.addPage([595, 842])
    const bytes = await document.save()
    expect(await readPdf('x.pdf', bytes, { total: 1 })).toMatchObject({
      pages: [
        { slide: 1, isSlide: true, texts: [{ text: '300', piece: true }] },
        { slide: undefined, isSlide: false },
      ],
      document: [{ place: '文件属性 Title', text: '2031年' }],
      made: new Date('2031-02-03T04:05:06Z'),
    })
    expect((await readPdf('x.pdf', bytes, { total: 5 })).pages).toMatchObject([{ isSlide: false }, {}])
  })

  it('tells the slides on its sheets by the places where they begin and end', async () => {
    const document = await PDFDocument.create()
    const [first, second] = [document.addPage([595, 842]), document.addPage([595, 842])]
    const { context, catalog } = document
    const at = (page: typeof first) => context.obj([page.ref, 'Fit'])
    const gone = context.nextRef()
    catalog.set(
      PDFName.of('Dests'),
      context.obj({
        ...{ 'slide-3': at(first), 'slide-3-end': at(first), 'slide-7': at(first), 'slide-7-end': at(second) },
        ...{ 'slide-9': context.obj([gone, 'Fit']), '012-01': at(second) },
      }),
    )
    const { pages } = await readPdf('x.pdf', await document.save(), { total: 9 })
    expect(pages.map(({ slides }) => slides)).toEqual([[3, 7], [7]])
  })

  it('is told of a link that says another page than it leads to', async () => {
    const linked = async (say: (page: number) => string): Promise<string[]> => {
      const document = await PDFDocument.create()
      const [first, second] = [document.addPage(), document.addPage()]
      const { context, catalog } = document
      const place = PDFName.of('there')
      catalog.set(PDFName.of('Dests'), context.obj({ there: context.obj([second.ref, 'Fit']) }))
      const link = context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], Dest: place })
      first.node.set(PDFName.of('Annots'), context.obj([context.register(link)]))
      const note = { Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9], Contents: PDFString.of('70') }
      second.node.set(PDFName.of('Annots'), context.obj([context.register(context.obj(note))]))
      describeLinks(document, say)
      const { pages } = await readPdf('x.pdf', await document.save(), { total: 5 })
      return pages.flatMap(({ texts }) => texts.map(({ place: where, text }) => `${where} ${text}`))
    }
    expect(await linked(index => `第 ${index + 1} 页`)).toEqual(['批注 70'])
    expect(await linked(index => `第 ${index + 4} 页`)).toEqual(['批注 转到第5页', '批注 70'])
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
    await expect(readPdf('x.pdf', await make(), { total: 1 })).rejects.toThrow(said)
  })
})
