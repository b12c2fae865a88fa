import { describe, expect, it } from 'vitest'
import { evidence } from '../../scripts/check/facts/evidence.ts'
import { foundClauses } from '../../scripts/check/facts/claims.ts'
import { lockOf, type SourceLock } from '../../scripts/check/facts/lock.ts'
import { ARTICLE, facts, source, told, type Parts, type Source } from './support/facts-deck.ts'

const shop = (source: Source, index = 0) => source.figures[0]!.figures[index]!
const run = async (parts: Parts) => evidence(await facts(parts))
const faults = async (parts: Parts): Promise<string[]> => told((await run(parts)).faults)
const changes = async (parts: Parts): Promise<string[]> => told((await run(parts)).changes)

async function lock(parts: Parts = {}): Promise<SourceLock> {
  const all = await facts(parts)
  return lockOf(all.article!, foundClauses(all, all.article!))
}

describe('evidence without the source', () => {
  it('is content with data that is in order', async () => {
    expect(await run({ article: null })).toEqual({ faults: [], changes: [] })
  })

  it('compares the writing of the source where another unit is printed', async () => {
    const wide = (value: number) =>
      source(s => {
        Object.assign(shop(s), {
          value,
          unit: '万家',
          printAs: '家',
          evidence: { column: '数说', clause: '商铺累计3万家' },
        })
        Object.assign(s.figures[0]!.figures[1]!, {
          qualifier: undefined,
          evidence: { column: '数说', clause: '新开商铺40家' },
        })
      })
    const article = ARTICLE.replace('商铺累计300家；新开商铺40余家', '商铺累计3万家；新开商铺40家')
    expect(await faults({ source: wide(3), article })).toEqual([])
    expect(await faults({ source: wide(4), article })).toContainEqual(expect.stringContaining('没有写“4万家”'))
  })

  it('asks for no caption of the deck itself in the source', async () => {
    const renamed = (ownCaption: boolean) =>
      source(s => Object.assign(s.photos.photos[0]!, { caption: '一条老街', ownCaption }))
    expect(await faults({ source: renamed(true) })).toEqual([])
    expect(await faults({ source: renamed(false) })).toHaveLength(1)
  })

  it.each<[string, (source: Source) => void, string]>([
    [
      'a digit of the value',
      s => Object.assign(shop(s), { value: 301 }),
      'data/figures/trade.ts#shops 原句“商铺累计300家”没有写“301家”',
    ],
    [
      'a digit of the clause',
      s => Object.assign(shop(s).evidence, { clause: '商铺累计310家' }),
      'data/figures/trade.ts#shops 原句“商铺累计310家”没有写“300家”',
    ],
    [
      'a unit',
      s => Object.assign(shop(s), { unit: '户' }),
      'data/figures/trade.ts#shops 原句“商铺累计300家”没有写“300户”',
    ],
    [
      '余 dropped',
      s => Object.assign(shop(s, 1), { qualifier: 'none' }),
      'data/figures/trade.ts#shops-new 原句“新开商铺40余家”没有写“40家”',
    ],
    [
      'the sign word',
      s => Object.assign(shop(s, 2), { value: -6.5, change: '同比下降' }),
      'data/figures/trade.ts#sales-growth 原句“销售额同比增长6.5%”在该数之前没有写“同比下降”',
    ],
    [
      'a period that the clause contradicts',
      s => Object.assign(shop(s).evidence, { clause: '一季度商铺累计300家' }),
      'data/figures/trade.ts#shops 原句写的时段是“一季度”，数据写的是“2031年”',
    ],
    [
      'a period that no list knows',
      s => Object.assign(shop(s).evidence, { clause: '上半年商铺累计300家' }),
      'data/figures/trade.ts#shops 原句写的时段是“上半年”，数据写的是“2031年”',
    ],
    [
      'a code that the clause contradicts',
      s => {
        Object.assign(shop(s, 2), { period: '2031-H1' })
        Object.assign(shop(s, 2).evidence, { clause: '一季度销售额同比增长6.5%', period: '上半年' })
      },
      'data/figures/trade.ts#sales-growth 原句写的时段是“一季度”，数据写的是“2031年上半年”',
    ],
    [
      'a growth taken for a ratio',
      s =>
        Object.assign(shop(s, 2), {
          kind: 'ratio',
          unit: '倍',
          change: undefined,
          value: 2,
          evidence: { column: '评说', clause: '销售额增长2倍', period: '一季度' },
        }),
      'data/figures/trade.ts#sales-growth 原句在这个数上写着“增长”，数据没有说',
    ],
  ])('finds %s', async (_, change, expected) => {
    expect(
      (await faults({ source: source(change), article: null })).map(text => text.slice(0, expected.length)),
    ).toContain(expected)
  })

  it.each<[string, (source: Source) => void]>([
    [
      'a clause that compares with another period',
      s => Object.assign(shop(s).evidence, { clause: '商铺比上年新增，累计300家' }),
    ],
    [
      'an increase in pieces that the label tells',
      s => Object.assign(shop(s), { label: '增加的商铺', evidence: { column: '数说', clause: '商铺增加300家' } }),
    ],
    [
      'a level that is reached',
      s =>
        Object.assign(shop(s, 2), {
          label: '线上占比',
          kind: 'share',
          whole: '全部',
          change: undefined,
          evidence: { column: '评说', clause: '占比提升至6.5%', period: '一季度' },
        }),
    ],
  ])('lets %s be', async (_, change) => {
    expect(await faults({ source: source(change), article: null })).toEqual([])
  })

  it('tells everything that is wrong, whatever else is', async () => {
    const found = await faults({
      article: null,
      source: source(s => {
        Object.assign(shop(s), { value: 301 })
        Object.assign(shop(s, 1), { unit: '只' })
        s.figures[1]!.figures.push(null as never)
        Object.assign(s.quotes.quotes[0]!, { chapter: 'shop' })
      }),
    })
    expect(found.map(text => text.split(' ')[0])).toEqual([
      'data/figures/trade.ts#shops',
      'data/figures/trade.ts#shops-new',
      'data/figures/parks.ts#第2条',
      'data/quotes.ts#keeper',
    ])
  })

  it('knows the clauses that have been found in the source before', async () => {
    const accepted = await lock()
    expect(await changes({ article: null, lock: accepted })).toEqual([])
    const altered = source(s => {
      Object.assign(shop(s), { value: 310, evidence: { column: '数说', clause: '商铺累计310家' } })
      Object.assign(shop(s, 1).evidence, { column: '话说' })
      Object.assign(shop(s, 2), { period: 'year', evidence: { ...shop(s, 2).evidence, period: undefined } })
      s.figures[1]!.figures.push({ ...s.figures[1]!.figures[0]!, id: 'parks-old', label: '原有公园' })
    })
    expect(await changes({ article: null, lock: accepted, source: altered })).toEqual([
      'data/figures/trade.ts#shops 这一条在上次对照原文之后改过',
      'data/figures/trade.ts#shops-new 这一条在上次对照原文之后改过',
      'data/figures/trade.ts#sales-growth 这一条在上次对照原文之后改过',
      'data/figures/parks.ts#parks-old 这一条还没有对照过原文',
    ])
  })
})

describe('evidence with the source', () => {
  it('finds every clause, quote, speaker and caption, over line wraps and errata', async () => {
    expect(await run({})).toEqual({ faults: [], changes: [] })
  })

  it.each<[string, string, string]>([
    ['full width', '商铺累计300家；', '商铺累计３００家;'],
    ['a break behind an empty line', '新开商铺40', '新开\n\n商铺40'],
    ['a break within a number', '累计300家', '累计3\n00家'],
    ['a listed erratum', '商铺累计300', '商埔累计300'],
    ['a heading without the chapter', '数说 商贸', '　数说'],
    ['spaces', '新建公园3个', '新建公园 3 个'],
  ])('does not mind %s', async (_, from, to) => {
    expect(ARTICLE).toContain(from)
    expect(await faults({ article: ARTICLE.replace(from, to) })).toEqual([])
  })

  it.each<[string, string, string, string]>([
    [
      'another number',
      '累计300家',
      '累计800家',
      'data/figures/trade.ts#shops 原文里没有这句；最接近的是“数说 商贸”第 2 句（原文第 10 行）“商铺累计800家”',
    ],
    [
      'a qualifier',
      '新开商铺40余家',
      '新开商铺近40家',
      'data/figures/trade.ts#shops-new 原文里没有这句；最接近的是“数说 商贸”第 3 句（原文第 10 行）“新开商铺近40家',
    ],
    ['another column', '商铺累计300家；', '', 'data/figures/trade.ts#shops 原文里没有这句'],
    ['another speaker', '某店主', '某顾客', 'data/quotes.ts#keeper 原文这一栏里没有这个姓名或身份'],
    ['another quote', '生意好做了', '生意好做', 'data/quotes.ts#keeper 原文里没有这句；最接近的是'],
    [
      'a caption within a sentence',
      '海湾区的一年\n商业街',
      '商业街很热闹',
      'data/photos.ts#street 不在单独的一行，在篇首第 1 句（原文第 2 行）',
    ],
    ['a mended erratum', '商埔', '商铺', 'data/errata.ts#商埔 “trade”章的原文里没有这个误植'],
    [
      'a chapter that is gone',
      '园林\n数说',
      '园艺\n数说',
      'data/chapters.ts#parks 原文.txt 里没有单独成行的这个章标题，这一章没有核对',
    ],
    [
      'the period at the head of a sentence',
      '商铺累计300家；',
      '一季度，商铺累计300家；',
      'data/figures/trade.ts#shops “数说 商贸”第 2 句（原文第 10 行）的时段是“一季度”，数据写的是“2031年”',
    ],
    [
      'a period within the clause',
      '新建公园',
      '一季度新建公园',
      'data/figures/parks.ts#parks-new “数说 园林”第 2 句（原文第 17 行）的时段是“一季度”',
    ],
    [
      'a period that is gone',
      '一季度，销售额',
      '销售额',
      'data/figures/trade.ts#sales-growth “评说 商贸”第 2 句（原文第 7 行）的时段是“2031年”（句中和句首都没有写时段）',
    ],
    [
      'a period that no list knows',
      '一季度，销售额',
      '今年上半年，销售额',
      'data/figures/trade.ts#sales-growth “评说 商贸”第 2 句（原文第 7 行）的时段是“今年上半年”',
    ],
  ])('finds %s', async (_, from, to, expected) => {
    expect(ARTICLE).toContain(from)
    expect(
      (await faults({ article: ARTICLE.replace(from, to) })).map(text => text.slice(0, expected.length)),
    ).toContain(expected)
  })

  describe('of a number that is printed again', () => {
    const again = (...also: string[]) => source(s => Object.assign(shop(s).evidence, { also }))
    const article = ARTICLE.replace('我的商埔不大', '街上有300家商铺；我的商埔不大')

    it('finds each clause, in whatever chapter and column', async () => {
      expect(await run({ source: again('街上有300家商铺'), article })).toEqual({ faults: [], changes: [] })
    })

    it('asks each clause for what the first states', async () => {
      expect(await faults({ source: again('街上有310家商铺'), article })).toEqual([
        'data/figures/trade.ts#shops 原句“街上有310家商铺”没有写“300家”，写的是：310家',
        'data/figures/trade.ts#shops 原文里没有这句；最接近的是“话说 商贸”第 2 句（原文第 12 行）“街上有300家商铺”',
      ])
    })

    it('reads each clause in its sentence', async () => {
      const planned = article.replace('街上有300家', '一季度，街上有300家')
      expect(await faults({ source: again('街上有300家商铺'), article: planned })).toEqual([
        'data/figures/trade.ts#shops “话说 商贸”第 2 句（原文第 12 行）的时段是“一季度”，数据写的是“2031年”',
      ])
    })

    it('remembers each clause', async () => {
      const accepted = await lock({ source: again('街上有300家商铺'), article })
      expect(Object.keys(accepted.clauses)).toEqual(expect.arrayContaining(['shops', 'shops#2']))
      expect(await changes({ source: again('街上有300家商铺'), article: null, lock: accepted })).toEqual([])
      expect(await changes({ source: again('有300家商铺'), article: null, lock: accepted })).toEqual([
        'data/figures/trade.ts#shops 这一条在上次对照原文之后改过',
      ])
    })
  })

  it('says where else a clause stands', async () => {
    const moved = ARTICLE.replace('商铺累计300家；', '').replace('我的商埔', '商铺累计300家。我的商埔')
    expect(await faults({ article: moved })).toEqual([
      'data/figures/trade.ts#shops 不在“数说 商贸”，在“话说 商贸”第 2 句（原文第 12 行）',
    ])
  })

  it.each([
    ['a period of an earlier sentence', '数说 商贸\n', '数说 商贸\n一季度，人多。'],
    ['a period that something is compared with', '商铺累计', '与2030年一季度相比，商铺累计'],
    ['a period of another number in the list', '新建公园3个', '植树多，一季度长势好，新建公园3个'],
  ])('does not take %s for that of a figure', async (_, from, to) => {
    expect(await faults({ article: ARTICLE.replace(from, to) })).toEqual([])
  })

  it.each<[code: string, words: string, inSource: string]>([
    ['2031-01/2031-11', '今年前11个月', '今年前11个月，新建公园3个'],
    ['2031-01/2031-11', '今年前11个月', '今年1—11月，新建公园3个'],
    ['2031-Q1/2031-Q3', '前三季度', '前三季度新建公园3个'],
    ['2030', '上年', '去年，新建公园3个'],
    ['../2031-11', '截至11月', '截至2031年11月底，新建公园3个'],
    ['@2031-12-31', '年末', '年末，新建公园3个'],
    ['2031', '年末', '年末，新建公园3个'],
    ['2031/2035', '“十六五”时期', '“十六五”期间，新建公园3个'],
  ])('reads the words for %s that no list has: %s and %s', async (period, words, inSource) => {
    const written = source(s => {
      const park = s.figures[1]!.figures[0]!
      const stated = period === '2031' ? undefined : words
      Object.assign(park, { period, evidence: { ...park.evidence, period: stated } })
    })
    expect(await faults({ source: written, article: ARTICLE.replace('新建公园3个', inSource) })).toEqual([])
    const other = ARTICLE.replace('新建公园3个', '上半年，新建公园3个')
    expect(await faults({ source: written, article: other })).toEqual([
      expect.stringMatching(/^data\/figures\/parks.ts#parks-new .*的时段是“上半年”/),
    ])
  })

  it('takes the first column for what stands before the first heading', async () => {
    const lead = ARTICLE.replace('评说 商贸\n', '')
    expect(await faults({ article: lead })).toEqual([])
  })
})

describe('a source that has changed since it was accepted', () => {
  it('is silent while nothing has, wherever lines break', async () => {
    expect(await changes({ lock: await lock() })).toEqual([])
    expect(await changes({ lock: await lock(), article: ARTICLE.replace('新开商铺40', '新开\n商铺40') })).toEqual([])
  })

  it('says what moved, what vanished, and what numbers are new', async () => {
    const article = ARTICLE.replace('商铺累计300家；新开商铺40余家。', '客流90万人次；商铺累计300家。').replace(
      '新建公园3个',
      '园林好；新建公园3个',
    )
    const result = await run({ article, lock: await lock() })
    expect(told(result.faults).map(text => text.slice(0, 60))).toEqual([
      expect.stringContaining('data/figures/trade.ts#shops-new 上次登记时在“数说 商贸”第 3 句，原文里没有这句'),
    ])
    expect(told(result.changes)).toEqual([
      'data/source.lock.json 原文与上次登记时不同',
      'data/figures/trade.ts#shops 原句从“数说 商贸”第 2 句移到了“数说 商贸”第 3 句（原文第 10 行）',
      'data/figures/parks.ts#parks-new 原句从“数说 园林”第 2 句移到了“数说 园林”第 3 句（原文第 17 行）',
      '原文.txt:10 原文里新出现的数',
    ])
    expect(result.changes[3]!.text).toContain('90万')
  })

  it('compares no numbers with one that was accepted when they were read in another way', async () => {
    const article = ARTICLE.replace('我的商埔不大', '我的商埔不大，客人90万')
    expect(await changes({ lock: { ...(await lock()), version: 1 }, article })).toEqual([
      'data/source.lock.json 原文与上次登记时不同',
    ])
  })

  it('says that a clause went to another column', async () => {
    const article = ARTICLE.replace('新建公园3个。', '').replace('商铺累计300家；', '商铺累计300家；新建公园3个；')
    expect(told((await run({ article, lock: await lock() })).faults)).toEqual([
      'data/figures/parks.ts#parks-new 上次登记时在“数说 园林”第 2 句，不在“数说 园林”，在“数说 商贸”第 3 句（原文第 10 行）',
    ])
  })

  it('wants figures that were added or dropped to be accepted', async () => {
    const fewer = source(s => s.figures[1]!.figures.pop())
    expect(await changes({ lock: await lock({ source: fewer }) })).toEqual([
      'data/figures/parks.ts#parks-new 这一条还没有对照过原文',
    ])
    expect(await changes({ lock: await lock(), source: fewer })).toEqual([
      'data/source.lock.json 登记过的这一条已经不在数据里',
    ])
  })

  it('is remembered in hashes and places alone, in a stable order', async () => {
    const accepted = await lock()
    const shuffled = source(s => s.figures.reverse())
    expect(await lock({ source: shuffled })).toEqual(accepted)
    expect(Object.keys(accepted.clauses)).toEqual([
      'parks-new',
      'photo:street',
      'quote:keeper',
      'sales-growth',
      'shops',
      'shops-new',
    ])
    expect(JSON.stringify(accepted)).not.toMatch(/[商园]铺|累计/)
  })
})
