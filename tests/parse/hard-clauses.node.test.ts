import { describe, expect, it } from 'vitest'
import { parseClause, type ParsedFigure } from '../../model/reading/parse.ts'
import { parseUnit } from '../../model/units.ts'

type Row = readonly [clause: string, figures: readonly Partial<ParsedFigure>[]]

describe.each<[kind: string, rows: readonly Row[]]>([
  [
    'a sign is never lost',
    [
      ['出口降幅收窄至3.2%', [{ value: -3.2, kind: 'growth', change: '降幅' }]],
      ['最低气温零下5.2℃', [{ value: -5.2, unit: '℃' }]],
      ['较去年同期多降1.3个百分点', [{ value: -1.3, comparedWith: '去年同期' }]],
      ['贷款同比少增1.8亿元', [{ value: -1.8, change: '同比少增' }]],
      ['降幅较1-10月收窄1.2个百分点', [{ value: 1.2, comparedWith: '1-10月' }]],
      ['冬季气温偏低0.8℃', [{ value: -0.8, change: '偏低' }]],
      ['不良率较年初压降0.12个百分点', [{ value: -0.12, comparedWith: '年初' }]],
      ['工业企业减亏1.1亿元', [{ value: -1.1, change: '减亏' }]],
      ['成交量下降约1/3', [{ value: '-1/3', kind: 'growth', qualifier: '约' }]],
      ['自然增长率-2.6‰', [{ value: -2.6, kind: 'rate' }]],
      [
        '同比-4.6%，环比+1.2%',
        [
          { value: -4.6, kind: 'growth', change: '同比-' },
          { value: 1.2, kind: 'growth', change: '环比+' },
        ],
      ],
      ['优良天数比上年-9天', [{ value: -9, unit: '天', change: '比上年-', comparedWith: '上年' }]],
    ],
  ],
  [
    'the level of a change is one',
    [
      ['增速放缓至2.1%', [{ value: 2.1, kind: 'growth' }]],
      [
        '同比增速由8.3%回落至5.1%',
        [
          { value: 8.3, kind: 'growth', period: 'before' },
          { value: 5.1, kind: 'growth' },
        ],
      ],
      [
        '增速由前三季度的2.1%提高至3.6%',
        [
          { value: 2.1, period: 'Q1-Q3' },
          { value: 3.6, kind: 'growth' },
        ],
      ],
      ['财政收入增幅保持在5%以上', [{ value: 5, kind: 'growth', qualifier: '以上' }]],
      ['收入增长率为5.2%', [{ value: 5.2, kind: 'growth' }]],
      ['两年平均增长4.8%', [{ value: 4.8, change: '两年平均增长' }]],
    ],
  ],
  [
    'a unit is read in full',
    [
      [
        '分别拉动GDP增长0.3个、2.1个和3.0个百分点',
        [0.3, 2.1, '3.0'].map(value => ({ value, unit: '个百分点', change: '增长' })),
      ],
      ['分别拉动1.8、2.5、-0.3个百分点', [1.8, 2.5, -0.3].map(value => ({ value, unit: '个百分点' }))],
      ['到位资金50亿到60亿元', [{ value: [50, 60], unit: '亿元', range: true }]],
      ['风电发电量126兆瓦时', [{ value: 126, unit: '兆瓦时' }]],
      ['补助120元/人·月', [{ value: 120, unit: '元/人·月', kind: 'rate' }]],
      ['货物周转量186.3亿吨公里', [{ value: 186.3, unit: '亿吨公里' }]],
      ['压缩至5个工作日', [{ value: 5, unit: '个工作日' }]],
      ['超九成五', [{ value: 95, unit: '%', qualifier: '超' }]],
      ['年收入2000万元及以上', [{ value: 2000, unit: '万元', qualifier: '及以上' }]],
      ['三产比例为10.5：38.2：51.3', [{ value: [10.5, 38.2, 51.3], kind: 'ratio' }]],
      ['产值增加一倍', [{ value: 1, unit: '倍', change: '增加' }]],
      ['投资同比翻了一番', [{ value: 2, unit: '倍', change: '翻了一番' }]],
      ['产值比去年同期翻了近一番', [{ value: 2, qualifier: '近', change: '翻了近一番', comparedWith: '去年同期' }]],
      ['孕产妇死亡率4.7/10万', [{ value: 4.7, unit: '/10万', kind: 'rate' }]],
      ['本地就业过半', [{ value: 50, unit: '%', qualifier: '过', kind: 'share' }]],
      ['民生支出占总支出的一半以上', [{ value: 50, unit: '%', qualifier: '以上', whole: '总支出' }]],
      ['产值过百亿元', [{ value: 100, unit: '亿元', qualifier: '过' }]],
      ['标准为每人每月780元和560元', [{ per: '人' }, { value: 560, kind: 'rate', per: '人' }]],
      ['每千常住人口拥有床位7.26张', [{ value: 7.26, kind: 'rate', per: '千人' }]],
    ],
  ],
  [
    'a time is of its own numbers',
    [
      ['由上年亏损3.2亿元转为盈利1.5亿元', [{ value: 3.2, period: 'last year' }, { value: 1.5 }]],
      [
        '上半年产值86亿元，去年同期78亿元',
        [
          { value: 86, period: 'H1' },
          { value: 78, period: 'last year' },
        ],
      ],
      ['恢复至2019年同期的112.4%', [{ value: 112.4, comparedWith: '2019年同期', kind: 'ratio' }]],
      ['恢复到2019年的92.3%和88.6%', [92.3, 88.6].map(value => ({ value, comparedWith: '2019年', kind: 'ratio' }))],
      ['比2019年同期增长11.2%', [{ value: 11.2, comparedWith: '2019年同期' }]],
      ['增速比1-9月回落0.5个百分点', [{ value: -0.5, unit: '个百分点' }]],
      [
        '2023年、2024年分别投资12亿元、15亿元',
        [
          { value: 12, period: '2023' },
          { value: 15, period: '2024' },
        ],
      ],
      ['一季度、上半年、前三季度分别增长3%、4%、5%', [{ period: 'Q1' }, { period: 'H1' }, { period: 'Q1-Q3' }]],
      ['企业数量五年翻两番', [{ value: 4, unit: '倍' }]],
      ['项目历时5年建成', [{ value: 5, unit: '年' }]],
      [
        '总量由全市第7升至第5',
        [
          { value: 7, unit: '位', period: 'before' },
          { value: 5, unit: '位', kind: 'rank' },
        ],
      ],
      ['比五年前增长1.2倍', [{ value: 1.2, unit: '倍' }]],
      ['“十四五”前三年年均增长5.8%', [{ value: 5.8, period: '2021/2023' }]],
      ['一、二、三、四季度分别增长5%、4%、3%、2%', ['Q1', 'Q2', 'Q3', 'Q4'].map(period => ({ period }))],
      [
        '总量、增速列全省第六和第四',
        [
          { value: 6, unit: '位' },
          { value: 4, unit: '位', kind: 'rank' },
        ],
      ],
      ['由全省第9位退至第11位', [{ value: 9, period: 'before' }, { value: 11 }]],
    ],
  ],
  [
    'a number is told of what it is of',
    [
      [
        '税收收入和非税收入分别完成18亿元和9亿元，分别下降2.3%、增长11.5%',
        [{ of: '税收收入' }, { of: '非税收入' }, { value: -2.3, of: '税收收入' }, { value: 11.5, of: '非税收入' }],
      ],
      ['较上年末分别增加12.5亿元、减少3.6亿元', [{ value: 12.5, comparedWith: '上年末' }, { value: -3.6 }]],
      ['消费、投资、净出口分别拉动1.8、2.5、0.3个百分点', [{ of: '消费' }, { of: '投资' }, { of: '净出口' }]],
      ['人均预期寿命78.6岁', [{ value: 78.6, unit: '岁' }]],
      ['COVID-19疫苗接种86.3万剂次', [{ value: 86.3, unit: '万剂次', name: 'COVID-19' }]],
    ],
  ],
])('%s', (_, rows) => {
  it.each(rows)('%s', (clause, figures) => {
    const parsed = parseClause(clause)
    expect(parsed.figures).toHaveLength(figures.length)
    expect(parsed.figures).toMatchObject(figures)
    expect(parsed.unread).toEqual([])
  })
})

describe('what no figure says', () => {
  it.each([
    ['股价20.5元/股', ['20.5']],
    ['销量86.3万某物', ['86.3万']],
    ['速率达300Mbps', ['300Mbps']],
    ['压力达20兆帕', ['20']],
    ['1200职工参赛', ['1200']],
    ['半数以上的企业', ['半数以上']],
    ['缩减近一半', ['近一半']],
    ['1一11月', ['1', '11月']],
  ])('is unread in %s', (clause, unread) => {
    expect(parseClause(clause)).toEqual({ clause, figures: [], unread })
  })

  it.each(['价格呈“六升两降”', '5G建设提速'])('is not there in %s', clause => {
    expect(parseClause(clause)).toEqual({ clause, figures: [], unread: [] })
  })

  it('is no change where it only ends in another word', () => {
    expect(parseClause('多出口3.2亿元').figures[0]).not.toHaveProperty('change')
  })

  it('is no plan in the name of what is counted', () => {
    expect(parseClause('人均预期寿命78.6岁').figures[0]).not.toHaveProperty('kind')
    expect(parseClause('2023年、2024年分别投资12亿元、15亿元').figures[0]).not.toHaveProperty('of')
  })
})

describe('units of several', () => {
  it.each(
    (
      '吨标准煤/万元 千克标准煤/吨 克标准煤/千瓦时 件/万人 万元/亩 公斤/亩 辆/百户 部/百人 升/百公里 毫克/立方米 万吨/日 元/月 元/人·月 ' +
      '元/人次 公里/小时 米/秒 公里/平方公里 人公里 亿吨公里 万标准箱 架次 兆瓦 万千伏安 μg/m³ 万㎡ 个基点 摄氏度 个位次'
    ).split(' '),
  )('%s is read behind a number', unit => {
    expect(parseUnit(unit)).toBeDefined()
    expect(parseClause(`共计20.5${unit}`)).toMatchObject({ figures: [{ value: 20.5, unit }], unread: [] })
  })
})
