import { describe, expect, it } from 'vitest'
import { completeness } from '../../scripts/check/facts/completeness.ts'
import { ARTICLE, facts, SLIDES, source, told, type Parts } from './support/facts-deck.ts'

const run = async (parts: Parts): Promise<string[]> => told(completeness(await facts(parts)))

describe('numbers of the source', () => {
  it('are all figures, periods or names', async () => {
    expect(await run({})).toEqual([])
  })

  it.each<[string, string, string, string]>([
    [
      'a number of no figure',
      '我的商埔不大',
      '我的商埔不大，只有12平方米',
      '原文.txt:12 原文里的“12平方米”既不是数据，也没有列为名目',
    ],
    [
      "a figure's number at another place",
      '我的商埔不大',
      '这里有300家店',
      '原文.txt:12 原文里的“300家”既不是数据，也没有列为名目',
    ],
    [
      'a fraction in Chinese',
      '我的商埔不大',
      '我的商埔不大，涨价三成',
      '原文.txt:12 原文里的“三成”既不是数据，也没有列为名目',
    ],
    ['a doubling', '我的商埔不大', '我的商埔不大，收入翻番', '原文.txt:12 原文里的“翻番”既不是数据，也没有列为名目'],
    [
      'a round number',
      '我的商埔不大',
      '我的商埔不大，客人数百',
      '原文.txt:12 原文里的“数百”既不是数据，也没有列为名目',
    ],
    [
      'a number in full width',
      '我的商埔不大',
      '我的商埔不大，１２张桌',
      '原文.txt:12 原文里的“12张”既不是数据，也没有列为名目',
    ],
    ['a number in a heading', '海湾区的一年', '海湾区2031', '原文.txt:2 原文里的“2031”既不是数据，也没有列为名目'],
  ])('finds %s', async (_, from, to, expected) => {
    expect(ARTICLE).toContain(from)
    expect(await run({ article: ARTICLE.replace(from, to) })).toContain(expected)
  })

  it('finds what a figure does not state though its clause holds it', async () => {
    const fewer = source(s => {
      s.figures[0]!.figures.splice(1, 1, {
        ...s.figures[0]!.figures[1]!,
        evidence: { column: '数说', clause: '商铺累计300家；新开商铺40余家' },
      })
      s.figures[0]!.figures.shift()
      Object.assign(s.figures[0]!.figures[0]!, { of: undefined })
      s.derived.figures = []
    })
    expect(
      await run({ source: fewer, slides: SLIDES.replace(/<StackedBars.*/, '').replace('<Fig id="shops" />', '') }),
    ).toEqual(['原文.txt:10 原文里的“300家”既不是数据，也没有列为名目'])
  })

  it('are those of a figure that is printed again', async () => {
    const article = ARTICLE.replace('我的商埔不大', '街上有300家商铺；我的商埔不大')
    const again = source(s => Object.assign(s.figures[0]!.figures[0]!.evidence, { also: ['街上有300家商铺'] }))
    expect(await run({ article })).toEqual(['原文.txt:12 原文里的“300家”既不是数据，也没有列为名目'])
    expect(await run({ article, source: again })).toEqual([])
  })

  it('are times that a figure is compared with', async () => {
    const more = source(s =>
      s.figures[1]!.figures.push({
        ...{ id: 'parks-more', label: '新建公园比以前', value: 2, unit: '个', change: '增加', period: 'year' },
        ...{ kind: 'growth', comparedWith: '2030年', evidence: { column: '数说', clause: '比2030年增加2个' } },
      }),
    )
    const article = ARTICLE.replace('新建公园3个。', '新建公园3个，比2030年增加2个。')
    const slides = `${SLIDES}\n<Fig id="parks-more" />\n`
    expect(await run({ source: more, article, slides })).toEqual([])
    expect(await run({ article })).toContainEqual(expect.stringContaining('“2030年”既不是数据'))
  })

  it('are covered by a name only where the name holds their unit', async () => {
    const named = source(s => (s.names!.names = [...s.names!.names, { text: '2031', reason: '年份' }]))
    const article = ARTICLE.replace('海湾区的一年', '海湾区的一年\n2031 海湾')
    expect(await run({ source: named, article })).toEqual([])
    expect(await run({ source: named, article: article.replace('我的商埔不大', '我的商埔不大，客人2031个') })).toEqual([
      '原文.txt:13 原文里的“2031个”既不是数据，也没有列为名目',
    ])
  })

  it('may count the notes of a list', async () => {
    const notes = (text: string): Promise<string[]> => run({ article: ARTICLE.replace('我的商埔不大。', text) })
    expect(await notes('我的商埔不大。注释：\n1．为初步数。\n2.单位为家。')).toEqual([])
    expect(await notes('我的商埔不大。\n1.5万人。')).toContain(
      '原文.txt:13 原文里的“1.5万人”既不是数据，也没有列为名目',
    )
    expect(await notes('我的商埔不大。共12.')).toContain('原文.txt:12 原文里的“12”既不是数据，也没有列为名目')
  })

  it('are not covered by the end of another name', async () => {
    const named = source(s => (s.names!.names = [...s.names!.names, { text: '5G', reason: '术语' }]))
    expect(await run({ source: named, article: ARTICLE.replace('我的商埔', '15G的商埔') })).toContain(
      '原文.txt:12 原文里的“15G”既不是数据，也没有列为名目',
    )
  })

  it('are periods as the deck lists them', async () => {
    expect(await run({ article: ARTICLE.replace('我的商埔不大', '2031年我的商埔不大') })).toEqual([])
    expect(await run({ article: ARTICLE.replace('我的商埔不大', '2030年我的商埔不大') })).toContain(
      '原文.txt:12 原文里的“2030年”既不是数据，也没有列为名目',
    )
  })

  it('find names that the source does not have', async () => {
    const named = source(
      s => (s.names!.names = [...s.names!.names, { text: '生意好做', reason: '口语' }, { text: '5G', reason: '术语' }]),
    )
    expect(await run({ source: named })).toEqual(['data/names.ts#5G 原文里没有这个说法'])
    expect(await run({ source: named, article: null })).toEqual([])
  })

  it('take the names of chapters, which may be those of files and sheets', async () => {
    const named = source(s => {
      s.names!.names = [...s.names!.names, { text: '月报2', reason: '章的标题' }]
      s.chapters = s.chapters.map((chapter, index) => (index === 0 ? { ...chapter, topic: '月报2' } : chapter))
    })
    expect(await run({ source: named })).toEqual([])
  })
})

describe('what slides show', () => {
  const without = (id: string): string => SLIDES.replaceAll(new RegExp(`<Fig id="${id}"[^>]*/>`, 'g'), '')

  it.each<[string, string, string]>([
    [
      'a figure on no slide',
      SLIDES.replace('<FigureGrid :ids="[\'parks-new\']" />', '').replace('新建公园<Fig id="parks-new" />', '新建公园'),
      'data/figures/parks.ts#parks-new 没有一页展示它',
    ],
    [
      'one that only a note names',
      SLIDES.replace('<FigureGrid :ids="[\'parks-new\']" />', ''),
      'data/figures/parks.ts#parks-new 只出现在备注里，没有一页展示它',
    ],
    [
      'one of the appendix alone',
      without('parks-new').replace('<FigureGrid :ids="[\'parks-new\']" />', '<AppendixTable chapter="parks" />'),
      'data/figures/parks.ts#parks-new 只出现在附录里，没有一页展示它',
    ],
    [
      'one of which only the period is printed',
      without('parks-new').replace('<FigureGrid :ids="[\'parks-new\']" />', '<Fig id="parks-new" as="period" />'),
      'data/figures/parks.ts#parks-new 只出现在时段里，没有一页展示它',
    ],
    [
      'one in a comment',
      without('parks-new').replace('<FigureGrid :ids="[\'parks-new\']" />', '<!-- <Fig id="parks-new" /> -->\n\n正文'),
      'data/figures/parks.ts#parks-new 没有一页展示它',
    ],
    [
      'one that is only picked from others',
      without('parks-new').replace(':ids="[\'parks-new\']"', ':ids="[\'sales-growth\']" highlight="parks-new"'),
      'data/figures/parks.ts#parks-new 没有一页展示它',
    ],
    ['a quote', SLIDES.replace('quote: keeper\n', ''), 'data/quotes.ts#keeper 没有一页展示它'],
    ['a photo', SLIDES.replace('photo: street\n', ''), 'data/photos.ts#street 没有一页展示它'],
  ])('misses %s', async (_, slides, expected) => {
    expect(await run({ slides, article: null })).toEqual([expected])
  })

  it.each<[string, string]>([
    [
      'a title',
      SLIDES.replace('# 海湾', '# 海湾<Fig id="parks-new" />').replace('<FigureGrid :ids="[\'parks-new\']" />', ''),
    ],
    ['a component that goes by another case', SLIDES.replace('<FigureGrid', '<figure-grid')],
    [
      'a quote and a photo in components',
      SLIDES.replace(
        'quote: keeper\nphoto: street\n---\n',
        '---\n\n<PullQuote id="keeper" />\n<PhotoSlot id="street" />\n',
      ),
    ],
  ])('counts %s', async (_, slides) => {
    expect(await run({ slides, article: null })).toEqual([])
  })

  it('may leave out what is marked so, with a reason', async () => {
    const marked = source(s => (s.unused!.unused = [{ id: 'parks-new', reason: '备用' }]))
    expect(
      await run({ source: marked, article: null, slides: SLIDES.replace('<FigureGrid :ids="[\'parks-new\']" />', '') }),
    ).toEqual([])
    expect(await run({ source: marked, article: null })).toEqual([
      'data/unused.ts#parks-new 写明不用，却出现在第 2 页（slides.md:17）',
    ])
  })
})
