import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatFigure } from '../../model/format.ts'
import { parseClause, type ParsedFigure } from '../../model/reading/parse.ts'
import { readQuantities } from '../../model/reading/quantities.ts'
import { parseUnit } from '../../model/units.ts'
import { boundOf, type Qualifier } from '../../model/qualifiers.ts'

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/clauses/${name}`, import.meta.url), 'utf8').trim()

interface Case {
  clause: string
  figures: readonly ParsedFigure[]
}

describe('clauses as they are printed', () => {
  const cases = fixture('clauses.jsonl')
    .split('\n')
    .map(line => JSON.parse(line) as Case)

  it.each(cases)('$clause', ({ clause, figures }) => {
    const parsed = parseClause(clause)
    expect(parsed.figures).toHaveLength(figures.length)
    expect(parsed.figures).toMatchObject(figures)
    expect(parsed.unread).toEqual([])
  })
})

describe('more of a clause', () => {
  it.each<[string, readonly Partial<ParsedFigure>[]]>([
    ['三次产业比为7.9:41.0:51.1', [{ value: [7.9, '41.0', 51.1], kind: 'ratio' }]],
    [
      '城乡居民收入比由上年的2.05:1缩小至2.00:1',
      [
        { value: [2.05, 1], kind: 'ratio', period: 'last year' },
        { value: ['2.00', 1], kind: 'ratio' },
      ],
    ],
    ['降幅较前三季度收窄3.4个百分点', [{ value: 3.4, change: '较前三季度收窄', comparedWith: '前三季度' }]],
    ['涨幅扩大0.3个百分点', [{ value: 0.3, change: '扩大' }]],
    ['涨幅收窄0.3个百分点', [{ value: -0.3, change: '收窄' }]],
    ['比上年末减少0.41万人', [{ value: -0.41, unit: '万人', change: '减少', comparedWith: '上年末' }]],
    ['发明专利拥有量是2020年的2.3倍', [{ value: 2.3, unit: '倍', comparedWith: '2020年' }]],
    ['下降近两成', [{ value: -20, unit: '%', qualifier: '近', change: '下降' }]],
    ['较常年偏多一成', [{ value: 10, unit: '%', comparedWith: '常年' }]],
    ['建筑业总产值首次突破百亿元', [{ value: 100, unit: '亿元', qualifier: '突破' }]],
    ['每千名老人拥有养老床位38.5张', [{ value: 38.5, kind: 'rate', per: '千名' }]],
    ['超额完成年度任务的120%', [{ value: 120, kind: 'completion' }]],
    ['占一般公共预算收入的70.3%', [{ value: 70.3, kind: 'share', whole: '一般公共预算收入' }]],
    [
      '力争地区生产总值增长6%以上，规上工业增加值增长8%左右',
      [
        { value: 6, kind: 'target', direction: 'at least' },
        { value: 8, kind: 'target', qualifier: '左右' },
      ],
    ],
    [
      '出口61.2亿元、进口25.1亿元，分别增长12.1%、下降3.4%',
      [
        { value: 61.2 },
        { value: 25.1 },
        { value: 12.1, change: '增长', of: '出口' },
        { value: -3.4, change: '下降', of: '进口' },
      ],
    ],
    ['城镇登记失业率低于控制目标1.3个百分点', [{ value: -1.3, change: '低于', comparedWith: '控制目标' }]],
    ['参保率超过规划目标1.2个百分点', [{ value: 1.2, change: '超过', comparedWith: '规划目标' }]],
    ['收入超过上年的5亿元', [{ value: 5, unit: '亿元' }]],
    [
      '增速高于全国、全省0.3个和0.1个百分点',
      [
        { value: 0.3, unit: '个百分点', change: '高于', comparedWith: '全国' },
        { value: 0.1, unit: '个百分点', change: '高于', comparedWith: '全省' },
      ],
    ],
    [
      '蔬菜及食用菌产量、园林水果产量分别增长4.7%和6.1%',
      [
        { value: 4.7, of: '蔬菜及食用菌产量' },
        { value: 6.1, of: '园林水果产量' },
      ],
    ],
    [
      '二氧化硫（SO2）、二氧化氮（NO2）年均浓度分别为7、24微克/立方米',
      [
        { value: 7, of: '二氧化硫' },
        { value: 24, of: '二氧化氮' },
      ],
    ],
    ['争取完成投资1.36亿元', [{ value: 1.36, unit: '亿元', kind: 'target' }]],
    ['生师比分别为16.2∶1、12.7∶1', [{ value: [16.2, 1] }, { value: [12.7, 1] }]],
    ['企业数量翻了三番', [{ value: 8, unit: '倍', change: '翻了三番' }]],
    ['粮食产量连续五年稳定在100万吨以上', [{ value: 100, unit: '万吨', qualifier: '以上' }]],
    ['固定资产投资计划完成500亿元', [{ value: 500, kind: 'target' }]],
    ['旅游收入增长1.2倍', [{ value: 1.2, unit: '倍', change: '增长', kind: 'growth' }]],
    [
      '增速居全省第2位，比上年前移3位',
      [
        { value: 2, kind: 'rank' },
        { value: 3, unit: '位', change: '前移' },
      ],
    ],
    [
      '一、二、三产业增加值分别增长3.1%、5.6%、7.2%',
      [
        { value: 3.1, of: '一产业' },
        { value: 5.6, of: '二产业' },
        { value: 7.2, of: '三产业' },
      ],
    ],
    ['居民消费价格比上年上涨0.3%', [{ value: 0.3, change: '上涨', comparedWith: '上年' }]],
    ['性价比提升3%', [{ value: 3, change: '提升' }]],
    [
      '城乡居民收入比由上年的1.95缩小至1.92',
      [
        { value: 1.95, unit: '', kind: 'ratio', period: 'last year' },
        { value: 1.92, unit: '', kind: 'ratio' },
      ],
    ],
    ['基尼系数为0.42', [{ value: 0.42, unit: '', kind: 'ratio' }]],
    ['余额比2020年末净增861亿元', [{ value: 861, change: '净增', comparedWith: '2020年末' }]],
    ['构成由2020年的6.8∶41.5∶51.7调整为2025年的5.6∶40.2∶54.2', [{ period: '2020' }, { period: '2025' }]],
    ['客运量约为2020年的八成', [{ value: 80, unit: '%', comparedWith: '2020年' }]],
    ['收入是“十三五”时期的1.38倍', [{ value: 1.38, comparedWith: '“十三五”时期' }]],
    ['收入比2020年增长5%', [{ value: 5, change: '增长' }]],
    ['旅游收入翻了一番半', []],
    ['高出全国平均3.2个百分点', [{ value: 3.2, change: '高出', comparedWith: '全国平均' }]],
    ['按可比价年均增长5.9%', [{ value: 5.9, change: '年均增长' }]],
    ['提前3个月完成任务', [{ value: 3, unit: '个月' }]],
    [
      'GDP总量居全市第三位，增速居全市第一',
      [
        { value: 3, kind: 'rank' },
        { value: 1, kind: 'rank' },
      ],
    ],
  ])('%s', (clause, figures) => {
    const parsed = parseClause(clause)
    expect(parsed.figures).toHaveLength(figures.length)
    expect(parsed.figures).toMatchObject(figures)
  })

  it.each([
    ['吸引上百家企业参与', ['上百家']],
    ['数十名专家到会', ['数十名']],
    ['早上8:30集合', ['8:30']],
  ])('says of %s what it cannot read', (clause, unread) => {
    expect(parseClause(clause)).toEqual({ clause, figures: [], unread })
  })
})

describe('units as they are printed', () => {
  it.each(fixture('units.txt').split(/\s+/))('%s is read back behind a number', unit => {
    expect(parseUnit(unit)).toBeDefined()
    const kind = unit === '位' ? ('count' as const) : (parseUnit(unit)!.kind ?? 'ratio')
    for (const qualifier of ['none', '余', '近', '以上', '左右', '不足'] as const satisfies readonly Qualifier[]) {
      const printed = formatFigure({ value: 20, decimals: 0, unit, kind, qualifier, change: undefined })
      expect(readQuantities(`共${printed}`)).toMatchObject([{ value: 20, unit, qualifier }])
    }
  })

  it('gives each qualifier a meaning', () => {
    expect(['余', '近', '不足', 'none'].map(word => boundOf(word as Qualifier))).toEqual([
      'least',
      'about',
      'most',
      undefined,
    ])
  })
})
