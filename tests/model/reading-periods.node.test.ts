import { describe, expect, it } from 'vitest'
import type { Period } from '../../model/figure.ts'
import { resolvePeriod } from '../../model/periods.ts'
import { periodWords, tellTimeOf } from '../../model/reading/periods.ts'
import { spanCode } from '../../model/span.ts'

const entries: readonly Period[] = [
  { id: 'year', text: '2020年', stated: ['2020年', '今年'], implied: true },
  { id: 'jan-nov', text: '2020年1—11月', stated: [] },
  { id: 'school', text: '春季学期', stated: ['上半年'] },
]
const periods = ['year', 'jan-nov', 'school', '@2019-12-31'].map(named => resolvePeriod(named, entries)!)

describe('the words of a text that give a period', () => {
  it.each<[string, readonly [words: string, id: string | null, code: string | null][]]>([
    ['今年前11个月，进出口', [['今年前11个月', 'jan-nov', '2020-01/2020-11']]],
    ['上年末存栏', [['上年末', '@2019-12-31', '@2019-12-31']]],
    ['上年的产量', []],
    ['由上年的6.9∶24.2', [['上年', null, '2019']]],
    ['比上年增长', []],
    ['比今年增长', []],
    ['与2019年一季度相比', []],
    ['是去年同期的2倍', []],
    ['是2019年的2.3倍', []],
    ['比2020年翻一番', []],
    ['相当于2019年的八成', []],
    ['上半年入园', [['上半年', 'school', null]]],
    [
      '前三季度和往年',
      [
        ['前三季度', null, '2020-Q1/2020-Q3'],
        ['往年', null, null],
      ],
    ],
    [
      '2020年，全年',
      [
        ['2020年', 'year', '2020'],
        ['全年', 'year', '2020'],
      ],
    ],
  ])('of %s are %j', (text, expected) => {
    const found = periodWords(text, periods)
    expect(found.map(({ text: words, id, span }) => [words, id, span && spanCode(span)])).toEqual(expected)
  })
})

describe('the time that a text says of a number', () => {
  it.each<[string, string, string | undefined]>([
    ['三次产业结构由上年的6.9∶24.2∶68.9调整为6.7∶24.9∶68.4', '6.9∶24.2∶68.9', 'last year'],
    ['三次产业结构由上年的6.9∶24.2∶68.9调整为6.7∶24.9∶68.4', '6.7∶24.9∶68.4', undefined],
    ['从2015年的119.5亿元增加到2021年的231.1亿元，年均增长11.6%', '119.5亿元', '2015'],
    ['从2015年的119.5亿元增加到2021年的231.1亿元，年均增长11.6%', '231.1亿元', '2021'],
    ['从2015年的119.5亿元增加到2021年的231.1亿元，年均增长11.6%', '11.6%', '2015/2021'],
    ['到2030年，成交额比2025年增长50%', '50%', '2030'],
    ['营业收入84.6亿元，是2020年的2.3倍', '2.3倍', undefined],
    ['综合排名由第8位升至第5位', '8位', 'before'],
    ['综合排名由第8位升至第5位', '5位', undefined],
    ['合格率由96.2%提高到98.4%', '96.2%', 'before'],
    ['合格率由96.2%提高到98.4%', '98.4%', undefined],
    ['年末生猪存栏3.86万头，大牲畜存栏226头', '226头', 'year end'],
    ['前三季度接待游客1.2亿人次', '1.2亿人次', 'Q1-Q3'],
    ['“十四五”期间累计新建公路320公里', '320公里', '2021/2025'],
    ['截至12月末存款余额2103.7亿元', '2103.7亿元', 'at 12-31'],
    ['税收占比65%，较年初上升2.3个百分点', '2.3个百分点', undefined],
    ['发电量10亿千瓦时', '10亿千瓦时', undefined],
    ['机构由46家（2021年）压减至3家', '46家', '2021'],
    ['机构由46家（2021年）压减至3家', '3家', undefined],
    ['补助32亿元、2024年结余1.28亿元、调入资金2.3亿元', '1.28亿元', '2024'],
    ['补助32亿元、2024年结余1.28亿元、调入资金2.3亿元', '2.3亿元', undefined],
    ['年末常住人口50万人，比上年减少1万人。其中，城镇人口25万人', '25万人', 'year end'],
  ])('in %s is for %s: %s', (text, number, told) => {
    const start = text.indexOf(number)
    expect(tellTimeOf(text, { start, end: start + number.length })).toBe(told)
  })
})
