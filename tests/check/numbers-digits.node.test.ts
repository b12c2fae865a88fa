import { describe, expect, it } from 'vitest'
import type { Figure } from '../../model/figure.ts'
import type { FormatStyle } from '../../model/format.ts'
import { formatFigure } from '../../model/format.ts'
import type { RuleFinding } from '../../scripts/check/finding.ts'
import { judgeBoundElement } from '../../scripts/check/numbers/bound-elements.ts'
import { inSentenceFindings } from '../../scripts/check/numbers/in-sentence.ts'
import { namedInstead } from '../../scripts/check/numbers/wording.ts'
import { judgeTextRun } from '../../scripts/check/numbers/text-runs.ts'
import { readSpan } from '../../model/span.ts'
import { judgeSource } from '../../scripts/check/numbers/source-line.ts'
import { locate } from '../../scripts/check/numbers/source.ts'
import { data, figure, boundElement, textRun, prose, snapshot } from './support/numbers.ts'

const judgeAll = (text: string, facts: Parameters<typeof snapshot>[0] = {}): RuleFinding[] => {
  const { textRun: written, boundElements } = prose(text, (each, style) => formatFigure(each, style as FormatStyle))
  return judgeTextRun(
    written,
    snapshot({ boundElements, shown: boundElements.map(({ figure: id }) => figure(id)), ...facts }),
  )
}
const judge = (text: string): string[] => judgeAll(text).map(({ text: found, measured }) => `${found}: ${measured}`)

describe('a proportion of two', () => {
  const ratio: Figure = {
    ...figure('shops'),
    ...{ id: 'gap', label: '城乡居民收入比', short: '城乡居民收入比', value: Number.NaN, parts: [1.86, 1] },
    ...{ as: '1.86∶1', unit: '', kind: 'ratio' },
  }
  const found = (text: string): RuleFinding[] => {
    const start = text.indexOf('1.86')
    const place = { text, span: { start, end: start + ratio.as!.length }, element: 'span' }
    return inSentenceFindings({ ...place, figure: ratio, style: 'plain' })
  }

  it('is one where it stands alone, and in its sentence', () => {
    expect(found('1.86∶1')).toEqual([])
    expect(found('城乡居民收入比缩小到1.86∶1')).toEqual([])
  })
})

describe('a text', () => {
  it.each([
    '商铺累计[shops]，新开[shops-new]',
    '销售额[sales-growth worded]',
    '销售额增长[sales-growth plain]',
    '[sales-growth period]，销售额同比增长[sales-growth plain]',
    '销售额的增速是[sales-growth plain]',
    '签约[shops]',
    '附近[shops]，以上是全部',
    '[shops]百姓',
    '[shops]多式联运企业',
    '[shops]家庭商户',
    '少了[shops]，销售额[sales-growth worded]',
    '新建公园[parks-new]，签约[shops-new]',
    '3D打印',
    '2031年，新开商铺[shops-new]',
    '全文两章',
    '第一章',
    '商铺[shops]和[shops-new]',
    '附近[shops]都开了',
  ])('is silent: %s', text => {
    expect(judge(text)).toEqual([])
  })

  it.each([
    ['商铺300家', '“300家”不来自任何数据'],
    ['商铺累计[shops]，新开40余家', '“40余家”不来自任何数据'],
    ['2031家商铺', '“2031家”不来自任何数据'],
    ['新建公园1[parks-new]', '不来自任何数据'],
    ['三章', '不来自任何数据'],
    ['第二章', '不来自任何数据'],
    ['销售额[sales-growth plain]', '没有增减词'],
    ['销售额少了，回落到底，[sales-growth plain]', '相反的方向'],
    ['销售额同比下降[sales-growth plain]', '相反的“同比下降”'],
    ['销售额负增长[sales-growth plain]', '相反的“负增长”'],
    ['销售额环比增长[sales-growth plain]', '前面写着“环比”'],
    ['销售额同比增长[sales-growth]', '写了两遍'],
    ['销售额增长[sales-growth signed]', '写了两遍'],
    ['商铺减少[shops]', '却写着“减少”'],
    ['商铺累计约[shops]', '原文是确数，旁边却写着“约”'],
    ['商铺已突破[shops]', '原文是确数，旁边却写着“突破”'],
    ['商铺近[shops]', '原文是确数，旁边却写着“近”'],
    ['新开商铺突破[shops-new]', '数里已有“余”，旁边又写着“突破”'],
    ['商铺累计[shops]左右', '原文是确数，旁边却写着“左右”'],
    ['商铺累计[shops]以上', '原文是确数，旁边却写着“以上”'],
    ['商铺累计[shops]余', '原文是确数，旁边却写着“余”'],
    ['商铺累计[shops]家', '又写着单位“家”'],
    ['商铺累计[shops]万', '又写着单位“万”'],
    ['商铺累计[shops]/平方公里', '读作“300家/平方公里”'],
    ['销售额增长[sales-growth plain]%', '又写着单位“%”'],
    ['销售额增长百分之[sales-growth plain]', '读作“百分之6.5%'],
  ])('tells as a fault: %s', (text, expected) => {
    const found = judgeAll(text)
    expect(found.map(({ measured }) => measured).join('\n')).toContain(expected)
    expect(found.some(({ severity }) => severity !== 'notice')).toBe(true)
  })

  it.each([
    ['[sales-growth period]，新开商铺[shops-new]', '前面写的时段是“2031年一季度”'],
    ['去年，新开商铺[shops-new]', '前面写的时段是“去年”'],
    ['新建公园[shops]', '说的像是“新建公园”，印的是“商铺累计”'],
  ])('tells as a notice: %s', (text, expected) => {
    const found = judgeAll(text)
    expect(found.map(({ measured }) => measured).join('\n')).toContain(expected)
    expect(found.every(({ severity }) => severity === 'notice')).toBe(true)
  })

  it('says which figure a typed number is of', () => {
    const [found] = judgeTextRun(textRun({ parts: [{ text: '公园3个', boundElement: undefined }] }), snapshot())
    expect(found).toMatchObject({ expected: '<Fig id="parks-new" />，即“3个”（新建公园）', typed: '3个' })
  })

  it('that is read out may print the figures of its chart only', () => {
    const charts = [{ element: 'div', figures: ['shops'], marks: [], words: [], texts: [] }]
    const said = (text: string): number =>
      judgeTextRun(
        textRun({ channel: 'attribute', name: 'aria-label', chart: 0, parts: [{ text, boundElement: undefined }] }),
        snapshot({ charts }),
      ).length
    expect([said('商铺累计300家'), said('商铺累计300家，新开商铺40余家')]).toEqual([0, 1])
  })
})

describe('an element', () => {
  const told = (facts: Parameters<typeof boundElement>[0], on: Parameters<typeof snapshot>[0] = {}): string =>
    judgeBoundElement(boundElement(facts), snapshot(on))
      .map(({ measured }) => measured)
      .join()

  it.each([
    [{ figure: 'shops-new', text: '40余家' }],
    [{ figure: 'sales-growth', text: '同比增长6.5%' }],
    [{ figure: 'sales-growth', text: '+6.5%' }],
    [{ figure: 'sales-growth', text: '2031年一季度' }],
    [{ figure: 'shops-base', text: '不足260家（推算）' }],
    [{ figure: 'shops-base', text: '不足260家推算' }],
    [{ figure: 'shops', role: 'label', text: '商铺' }],
    [{ figure: 'shops', role: 'name', text: '商铺累计' }],
    [{ figure: 'shops', role: 'clause', text: '商铺累计300家' }],
    [{ figure: 'shops-base', role: 'formula', text: '推算：300家 − 40余家' }],
    [{ role: 'page', text: '幻灯片 4' }],
    [{ figure: 'shops', role: 'reference', text: '[1]' }],
    [{ figure: 'shops', role: 'reference', text: '附录第1条' }],
    [{ figure: 'shops', role: 'place', text: '第4页' }],
    [{ figure: 'shops', role: 'place', text: '9' }],
    [{ role: 'chapter', text: '第一章' }],
  ])('is silent: %j', facts => {
    expect(told(facts)).toBe('')
  })

  it.each([
    [{ figure: 'shops-new', text: '40家' }, '绑定的是 shops-new'],
    [{ figure: 'shops-new', text: '40余户' }, '绑定的是 shops-new'],
    [{ figure: 'shop', text: '300家' }, '不存在的数据“shop”'],
    [{ figure: 'shops', role: 'label', text: '新建公园' }, '另一条数据（parks-new）'],
    [{ figure: 'shops', role: 'label', text: '人气' }, '没有一处相同'],
    [{ figure: 'shops', role: 'clause', text: '商铺累计200家' }, '原句与数据 shops 不符'],
    [{ figure: 'shops', role: 'name', text: '商铺总数' }, '名称与数据 shops 不符'],
    [{ figure: 'shops-base', role: 'formula', text: '推算：300家 + 40余家' }, '算式与数据 shops-base 不符'],
    [{ figure: 'sales-growth', role: 'period', text: '2031年' }, '时段与数据 sales-growth 不符'],
    [{ role: 'page', text: '5' }, '页码写成了“5”'],
    [{ figure: 'shops', role: 'reference', text: '[2]' }, '附录编号写成了“[2]”'],
    [{ figure: 'shops', role: 'place', text: '第3页' }, '说第 3 页有数据 shops'],
    [{ role: 'chapter', text: '第二章' }, '章的序号'],
    [{ role: 'anything', text: '5' }, '不认识的 data-number'],
  ])('tells: %j', (facts, expected) => {
    expect(told(facts)).toContain(expected)
  })

  it('tells a period of something else than what is shown', () => {
    const period = { figure: 'sales-growth', text: '2031年一季度' }
    expect(told(period, { valued: [figure('shops')] })).toContain('没有一个数属于这个时段')
    expect(told(period, { valued: [figure('shops'), figure('sales-growth')] })).toBe('')
  })

  it('of a chart may have words around its number, but no other number', () => {
    const charts = [{ element: 'div', figures: ['shops', 'shops-new'], marks: [], words: [], texts: [] }]
    const drawn = (text: string): string => told({ figure: 'shops-new', chart: 0, text }, { charts })
    expect(drawn('新培育40余家')).toBe('')
    expect(drawn('新培育40家')).not.toBe('')
    expect(drawn('新培育40余家，累计300家')).toContain('300家')
  })
})

describe('a proportion of two', () => {
  const ratio = { value: Number.NaN, parts: [2.3, 1], decimals: 1, unit: '', kind: 'ratio' } as const
  const told = (before: string): number =>
    inSentenceFindings({
      text: `${before}2.3:1`,
      span: { start: before.length, end: before.length + 5 },
      figure: { ...figure('shops'), ...ratio },
      style: 'worded',
      element: '',
    }).length

  it('needs no word in front of it where it is bound', () => {
    expect(['', '收入比由', '缩小到'].map(told)).toEqual([0, 0, 0])
    expect(['1', '约'].map(told)).toEqual([1, 1])
  })
})

describe('a source line', () => {
  const shown = [figure('shops'), figure('sales-growth'), figure('shops-base')]
  const told = (text: string): number => judgeSource(boundElement({ role: 'source', text }), snapshot({ shown })).length

  it.each([
    ['时段：销售额为2031年一季度', 0],
    ['其余为2031年', 0],
    ['推算：原有商铺＝300家 − 40余家', 0],
    ['时段：商铺累计为2031年一季度', 1],
    ['时段：2031年', 1],
    ['推算：原有商铺＝300家 − 50余家', 2],
    ['指标：数量（家）', 0],
  ])('%s', (text, count) => {
    expect(told(text)).toBe(count)
  })

  it('names the unit that something is told in', () => {
    const judged = (text: string): RuleFinding[] =>
      judgeSource(boundElement({ role: 'source', text }), snapshot({ shown: [{ ...figure('shops'), unit: '十亿元' }] }))
    expect(judged('指标：金额（十亿元）')).toEqual([])
    expect(judged('指标：金额（百亿元）')).toHaveLength(1)
    expect(judged('指标：金额十亿元')).toHaveLength(1)
  })

  it('names the time that something is compared with', () => {
    const growth = { ...figure('sales-growth'), comparedWith: '2025年' }
    const judged = (shown: readonly Figure[]): RuleFinding[] =>
      judgeSource(boundElement({ role: 'source', text: '口径：与2025年相比' }), snapshot({ shown }))
    expect(judged([growth])).toEqual([])
    expect(judged([figure('sales-growth')])).toHaveLength(1)
  })

  it.each([
    ['时段：2029年至2031年', 0],
    ['时段：2029年至2030年', 1],
    ['时段：2031年至2029年', 1],
    ['时段：2030年', 1],
    ['时段：2029年、2030年、2031年', 0],
    ['时段：2029年、2031年', 1],
  ])('of a series names its first and last period: %s', (text, count) => {
    const cells = ['2030年', '2029年', '2031年'].map((text): Figure => {
      const shops = figure('shops')
      return { ...shops, short: text, period: { ...shops.period, text, span: readSpan(text)! } }
    })
    expect(judgeSource(boundElement({ role: 'source', text }), snapshot({ shown: cells }))).toHaveLength(count)
  })
})

describe('words that name another figure', () => {
  const like = [
    ['old-parking', '完成智能化改造的停车位'],
    ['new-parking', '新增公共停车位'],
  ].map(([id, label]): Figure => ({ ...figure('parks-new'), id: id!, label: label!, short: label! }))

  it('are told from those that only have something in common with it', () => {
    expect(namedInstead('停车位完成智能化改造', like[1]!, like)?.id).toBe('old-parking')
    expect(namedInstead('停车位完成智能化改造', like[0]!, like)).toBeUndefined()
    expect(namedInstead('停车位', like[1]!, like)).toBeUndefined()
  })

  it('are none of an amount where a place in a ranking stands', () => {
    const [total, rank] = [
      { ...figure('shops'), id: 'total', label: '全市商铺', short: '全市' },
      { ...figure('shops'), id: 'rank', label: '商铺总数的位次', short: '位次', unit: '位', kind: 'rank' as const },
    ]
    expect(namedInstead('居全市', rank, [total, rank])).toBeUndefined()
    expect(namedInstead('居全市', { ...rank, kind: 'count' }, [total, rank])?.id).toBe('total')
  })

  it.each([
    ['新建公园', 'shops', 'parks-new'],
    ['公园', 'shops', undefined],
    ['新开', 'shops-new', undefined],
    ['热闹的街上', 'shops', undefined],
    ['', 'shops', undefined],
  ])('%s beside %s', (words, id, expected) => {
    expect(namedInstead(words, figure(id), data.figures)?.id).toBe(expected)
  })
})

describe('where something was typed', () => {
  const slide = {
    chapter: undefined,
    time: undefined,
    file: 'slides.md',
    start: 10,
    raw: '---\na: 1\n---\n\n# 题\n\n<Fig id="shops-3" />，又来3家\n\n<!--\n讲3家\n-->',
    contentRaw: '# 题\n\n<Fig id="shops-3" />，又来3家',
    note: '讲3家',
  }

  it.each([
    ['3家', false, 'slides.md:17'],
    ['3家', true, 'slides.md:20'],
    ['3', false, 'slides.md:17'],
    ['9家', false, undefined],
  ])('%s', (typed, inNote, expected) => {
    expect(locate(slide, typed, inNote)).toBe(expected)
  })
})
