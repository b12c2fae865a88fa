import { describe, expect, it } from 'vitest'
import {
  axisLabel,
  compareSpans,
  formatSpan,
  isAfter,
  isPartOfYear,
  isSameSpan,
  parseSpan,
  readSpan,
  readSpans,
  spanBegin,
  spanCode,
  spanEnd,
  spanYear,
  tellSpan,
  yearBefore,
  type Span,
} from '../../model/span.ts'

const span = (code: string): Span => parseSpan(code)!

describe('the code of a span', () => {
  it.each<[string, string, string | null, string]>([
    ['2020', '2020年', '2020-01-01', '2020-12-31'],
    ['2020-H1', '2020年上半年', '2020-01-01', '2020-06-30'],
    ['2020-H2', '2020年下半年', '2020-07-01', '2020-12-31'],
    ['2020-Q1', '2020年一季度', '2020-01-01', '2020-03-31'],
    ['2020-Q1/2020-Q3', '2020年前三季度', '2020-01-01', '2020-09-30'],
    ['2020-Q2/2020-Q3', '2020年二至三季度', '2020-04-01', '2020-09-30'],
    ['2020-02', '2020年2月', '2020-02-01', '2020-02-29'],
    ['2020-01/2020-11', '2020年1—11月', '2020-01-01', '2020-11-30'],
    ['2019-11/2020-03', '2019年11月—2020年3月', '2019-11-01', '2020-03-31'],
    ['2020-11-30', '2020年11月30日', '2020-11-30', '2020-11-30'],
    ['2015/2021', '2015—2021年', '2015-01-01', '2021-12-31'],
    ['2021/2025', '“十四五”时期', '2021-01-01', '2025-12-31'],
    ['2016/2020', '“十三五”时期', '2016-01-01', '2020-12-31'],
    ['2020/2024', '2020—2024年', '2020-01-01', '2024-12-31'],
    ['../2020-11', '截至2020年11月', null, '2020-11-30'],
    ['../2020-11-15', '截至2020年11月15日', null, '2020-11-15'],
    ['../2020', '截至2020年末', null, '2020-12-31'],
    ['../2020-Q3', '截至2020年三季度末', null, '2020-09-30'],
    ['@2020-12-31', '2020年末', null, '2020-12-31'],
    ['@2020-11-30', '2020年11月末', null, '2020-11-30'],
    ['@2020-01-01', '2020年初', null, '2020-01-01'],
    ['@2020-06-15', '2020年6月15日', null, '2020-06-15'],
  ])('%s is printed as %s', (code, text, begin, end) => {
    expect(spanCode(span(code))).toBe(code)
    expect(formatSpan(span(code))).toBe(text)
    expect([spanBegin(span(code)), spanEnd(span(code))]).toEqual([begin, end])
    expect(readSpan(text) && isSameSpan(readSpan(text)!, span(code))).toBe(true)
  })

  it.each([
    ...['', '20', '2020年', '2020-13', '2020-Q5', '2020-H3', '2020-1', '2021-02-29', '2020-11-31'],
    ...['2020/2020', '2021/2020', '2020-Q1/2020-11', '2020/2021/2022', '2020-11/2020-01'],
    ...['..', '../', '../2015/2020', '@2020', '@2020-12', '@', 'year', '2020-01/11', '2020\n', '\u2028'],
  ])('is not %o', code => {
    expect(parseSpan(code)).toBeUndefined()
  })
})

describe('spans', () => {
  it.each([
    ['2020', '2019'],
    ['2020-01/2020-11', '2019-01/2019-11'],
    ['2020-Q1/2020-Q3', '2019-Q1/2019-Q3'],
    ['../2020-11-15', '../2019-11-15'],
    ['@2020-02-29', '@2019-02-28'],
    ['@2021-02-28', '@2020-02-29'],
    ['@2020-12-31', '@2019-12-31'],
  ])('%s was %s a year before', (code, before) => {
    expect(spanCode(yearBefore(span(code)))).toBe(before)
  })

  it('go in the order of time', () => {
    const ordered = ['2018', '2019', '@2020-01-01', '2020-Q1', '2020-H1', '../2020-11', '2020-01/2020-11', '2015/2020']
    const mixed = [...ordered].reverse().map(span)
    expect(mixed.sort(compareSpans).map(spanCode)).toEqual(ordered)
  })

  it.each([
    ['2020-H1', '2020-01/2020-06', true],
    ['2020-Q1/2020-Q4', '2020', true],
    ['@2020-12-31', '../2020', true],
    ['@2020-12-31', '2020', false],
    ['2020-01/2020-11', '../2020-11', false],
    ['2020', '2019', false],
  ])('%s and %s are one time: %o', (a, b, same) => {
    expect(isSameSpan(span(a), span(b))).toBe(same)
  })

  it.each([
    ['2020', false],
    ['2020-Q1/2020-Q4', false],
    ['2020-H1', true],
    ['2020-11', true],
    ['2020-01/2020-11', true],
    ['2015/2021', false],
    ['../2020-11', false],
    ['@2020-06-30', false],
  ])('%s is part of a year: %o', (code, part) => {
    expect(isPartOfYear(span(code))).toBe(part)
  })

  it.each([
    ['2021', '2020', true],
    ['2021/2025', '2020', true],
    ['@2021-12-31', '2020', true],
    ['2020', '2020', false],
    ['2019/2021', '2020', false],
    ['2020-01/2020-11', '2020', false],
  ])('%s is after %s: %o', (a, b, after) => {
    expect(isAfter(span(a), span(b))).toBe(after)
  })

  it.each<[string, number | undefined, string]>([
    ['2019', undefined, '2019'],
    ['2019', 2019, '2019'],
    ['2020-H1', undefined, '2020上半年'],
    ['2020-H1', 2020, '上半年'],
    ['2020-Q1', undefined, '2020一季度'],
    ['2020-Q1/2020-Q3', 2020, '前三季度'],
    ['2020-01/2020-11', undefined, '2020年1—11月'],
    ['2020-01/2020-11', 2020, '1—11月'],
    ['2020-01/2020-11', 2019, '2020年1—11月'],
    ['@2020-12-31', undefined, '2020年末'],
    ['@2020-12-31', 2020, '年末'],
    ['../2020-11', 2020, '截至11月'],
    ['2015/2021', 2021, '2015—2021'],
    ['2021/2025', undefined, '“十四五”'],
  ])('%s on an axis of %o is labelled %s', (code, year, label) => {
    expect(axisLabel(span(code), year)).toBe(label)
  })

  it('are of the year in which they end', () => {
    expect(['2020', '2015/2021', '@2020-12-31', '../2019-03'].map(code => spanYear(span(code)))).toEqual([
      2020, 2021, 2020, 2019,
    ])
  })
})

describe('words of time', () => {
  it.each<[string, string | undefined, told?: string]>([
    ['2020年', '2020'],
    ['2020年度', '2020'],
    ['二〇二〇年', '2020'],
    ['２０２０年', '2020'],
    ['今年', '2020', 'this year'],
    ['全年', '2020', 'this year'],
    ['上年', '2019', 'last year'],
    ['去年', '2019', 'last year'],
    ['前年', '2018', '2 years before year'],
    ['明年', '2021', 'next year'],
    ['2020年1—11月', '2020-01/2020-11'],
    ['2020年1-11月', '2020-01/2020-11'],
    ['2020年1至11月', '2020-01/2020-11'],
    ['2020年1月至11月', '2020-01/2020-11'],
    ['今年前11个月', '2020-01/2020-11', 'M1-M11'],
    ['前十一个月', '2020-01/2020-11', 'M1-M11'],
    ['去年1—11月', '2019-01/2019-11', 'last M1-M11'],
    ['5月份', '2020-05', 'M5'],
    ['11月30日', '2020-11-30', '11-30'],
    ['2020年一季度', '2020-Q1'],
    ['第一季度', '2020-Q1', 'Q1'],
    ['前三季度', '2020-Q1/2020-Q3', 'Q1-Q3'],
    ['前三个季度', '2020-Q1/2020-Q3', 'Q1-Q3'],
    ['一至三季度', '2020-Q1/2020-Q3', 'Q1-Q3'],
    ['上半年', '2020-H1', 'H1'],
    ['2020年10月1日至8日', '2020-10-01/2020-10-08'],
    ['2020年10月1—8日', '2020-10-01/2020-10-08'],
    ['2020年9月28日至10月3日', '2020-09-28/2020-10-03'],
    ['截至2020年11月', '../2020-11'],
    ['截至11月', '../2020-11', 'until M11'],
    ['截至2020年11月30日', '../2020-11-30'],
    ['截至12月末', '@2020-12-31', 'at 12-31'],
    ['截至2020年11月底', '@2020-11-30'],
    ['2月末', '@2020-02-29', 'at 02-28'],
    ['三季度末', '@2020-09-30', 'at 09-30'],
    ['年末', '@2020-12-31', 'year end'],
    ['年底', '@2020-12-31', 'year end'],
    ['2020年末', '@2020-12-31'],
    ['今年年底', '@2020-12-31', 'year end'],
    ['上年末', '@2019-12-31', 'last year end'],
    ['2020年初', '@2020-01-01'],
    ['年初', '@2020-01-01', 'year start'],
    ['2015—2020年', '2015/2020'],
    ['2015年至2020年', '2015/2020'],
    ['2019年11月—2020年3月', '2019-11/2020-03'],
    ['2015年以来', '2015/2020', '2015/this year'],
    ['近三年', '2018/2020', 'last 3 years'],
    ['五年来', '2016/2020', 'last 5 years'],
    ['十年间', '2011/2020', 'last 10 years'],
    ['近5年来', '2016/2020', 'last 5 years'],
    ['“十四五”期间', '2021/2025'],
    ['“十三五”时期', '2016/2020'],
    ['“十三五”以来', '2016/2020', '2016/this year'],
    ['“十三五”末', '@2020-12-31'],
    ['往年', undefined, 'before'],
  ])('%s are read as %s', (words, code, told) => {
    expect(readSpan(words, { year: 2020 })).toEqual(code === undefined ? undefined : span(code))
    expect(readSpans(words).map(read => [read.text, tellSpan(read.words)])).toEqual([[words, told ?? code]])
    expect(readSpan(words)).toEqual(told === undefined ? span(code!) : undefined)
  })

  it.each([
    '13月',
    '2020年2月30日',
    '11个月',
    '三年',
    '“十四五”规划',
    '五一',
    '季度',
    '年',
    '截至目前',
    '2020',
    '1.5月',
  ])('are not %s', words => {
    expect(readSpan(words, { year: 2020 })).toBeUndefined()
  })

  it.each<[string, readonly [string, string][]]>([
    ['三次产业结构由上年的6.9∶24.2∶68.9调整为6.7∶24.9∶68.4', [['上年', '2019']]],
    ['年末生猪存栏3.86万头，大牲畜存栏226头', [['年末', '@2020-12-31']]],
    ['截至12月末存款余额2103.7亿元', [['截至12月末', '@2020-12-31']]],
    ['前三季度接待游客1.2亿人次', [['前三季度', '2020-Q1/2020-Q3']]],
    [
      '从2015年的119.5亿元增加到2021年的231.1亿元',
      [
        ['2015年', '2015'],
        ['2021年', '2021'],
      ],
    ],
    ['新建智能工厂4个', []],
  ])('in %s are found where they stand', (text, expected) => {
    const found = readSpans(text, { year: 2020 })
    expect(found.map(each => [each.text, each.span && spanCode(each.span)])).toEqual(expected)
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected.map(([words]) => words))
  })

  it('give what lies between where something goes from one time to another', () => {
    expect(readSpan('从2015年的119.5亿元增加到2021年的231.1亿元')).toEqual(span('2015/2021'))
    expect(readSpan('2015年的119.5亿元，2021年的231.1亿元')).toBeUndefined()
  })
})
