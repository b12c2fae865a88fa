import { describe, expect, it } from 'vitest'
import { loadDeck } from '../../model/load.ts'
import { suggestedRecords } from '../../scripts/suggest/records.ts'
import { suggest } from '../../scripts/suggest/suggest.ts'
import { readWorkbook } from '../../scripts/workbook/read.ts'
import { writeWorkbook } from '../../scripts/workbook/write.ts'
import path from 'node:path'
import { ROOT } from '../support/project.ts'
import { compare, FIELDS, type Field } from './score.ts'
import { faultsOf, suggestFile } from './support.ts'

const DECKS = [
  'tests/fixtures/bulletin/原文.md',
  'tests/fixtures/work-report/原文.txt',
  'tests/fixtures/holdout/source.txt',
]
const suggested = Object.fromEntries(DECKS.map(file => [file, suggestFile(file)]))
const drafted = (text: string) => suggest({ text, whole: false, file: '原文.txt' })
const figuresOf = (text: string) => drafted(text).source.figures.flatMap(({ figures }) => figures)

/** Asks of a file that figures are found and right, recall and precision of each field in percent. */
async function expectScores(file: string, root: string, least: Record<'found' | Field, number>): Promise<void> {
  const { draft, prose } = await (suggested[file] ?? suggestFile(file))
  const { scores, wrong } = compare(draft.source, (await loadDeck(root)).source, prose)
  for (const field of ['found', ...FIELDS] as const) {
    const { right, suggested, gold } = scores[field]
    expect((100 * right) / gold, `${field}\n${wrong.join('\n')}`).toBeGreaterThanOrEqual(least[field])
    expect((100 * right) / suggested, `${field}\n${wrong.join('\n')}`).toBeGreaterThanOrEqual(least[field] - 3)
  }
}

const RIGHT = { found: 98, value: 98, unit: 98, qualifier: 98, change: 98, period: 95, label: 80 }

describe('a draft of an article', () => {
  it.each(DECKS)('passes the check of data against its source: %s', async file => {
    const { draft, prose } = await suggested[file]!
    expect(faultsOf(draft, prose)).toEqual([])
  })

  it.each(DECKS)('has what people have written down: %s', async file => {
    await expectScores(file, path.join(ROOT, path.dirname(file)), RIGHT)
  })

  it.runIf(process.env.HUIBAO_SOURCE)(
    'has what people have written down of the article of the first deck',
    async () => {
      const { draft, prose } = await suggestFile(process.env.HUIBAO_SOURCE!)
      expect(faultsOf(draft, prose)).toEqual([])
      await expectScores(process.env.HUIBAO_SOURCE!, ROOT, RIGHT)
    },
  )

  it.each(DECKS)('is the same from a workbook: %s', async file => {
    const { draft } = await suggested[file]!
    const read = readWorkbook(writeWorkbook(draft), { file: 'x.xlsx' })
    expect('problems' in read ? read.problems : read.draft.source.figures.flatMap(({ figures }) => figures)).toEqual(
      draft.source.figures.flatMap(({ figures }) => figures),
    )
  })

  it('is the same for the same text', async () => {
    const [one, two] = await Promise.all([suggested[DECKS[1]!]!, suggestFile(DECKS[1]!)])
    expect(one.draft).toEqual(two.draft)
  })

  it('finds the targets of a work report, beside what was done or else what was before', async () => {
    const { draft } = await suggested[DECKS[1]!]!
    const targets = draft.source.targets!.targets
    expect(targets.filter(({ done }) => done !== undefined)).toHaveLength(11)
    expect(targets).toContainEqual({
      id: 'danwei-diqu-shengchanzongzhi-nenghao-mubiao',
      plan: 'danwei-diqu-shengchanzongzhi-nenghao-mubiao',
      done: 'danwei-diqu-shengchanzongzhi-nenghao',
    })
  })
})

describe('the direction of a target', () => {
  it.each([
    ['城镇调查失业率控制在4.5%', '城镇调查失业率4.8%', 'most', false],
    ['城镇调查失业率4.5%', '城镇调查失业率4.8%', 'least', true],
    ['城镇调查失业率5.5%以内', '城镇调查失业率4.8%', undefined, false],
    ['污水收集率提高到70%', '污水收集率65%', 'least', false],
    ['大班额比例下降到1%', '大班额比例2%', 'most', false],
    ['单位生产总值能耗降低3%', '单位生产总值能耗降低2.5%', 'least', false],
    ['地区生产总值增长5.5%—6%', '地区生产总值增长5.2%', 'least', false],
    ['居民消费价格涨幅2%', '居民消费价格涨幅1%', 'least', true],
    ['新建公园5个', '新建公园4个', 'least', false],
    ['一般公共预算收入50亿元', '一般公共预算收入46亿元', 'least', true],
    ['一般公共预算收入达到50亿元', '一般公共预算收入46亿元', 'least', false],
  ])('of %s is what its clause says, or in doubt', (plan, done, direction, doubtful) => {
    const text = `某区2025年工作\n一、回顾\n全年${done}。\n二、打算\n2026年的主要目标是：${plan}。`
    const { source } = drafted(text)
    const [target, ...more] = source.targets?.targets ?? []
    expect(more).toEqual([])
    expect(target?.direction).toBe(direction)
    const planned = source.figures.flatMap(({ figures }) => figures).find(({ id }) => id === target?.plan)
    expect(/目标没有写是不少于还是不超过/.test(planned?.doubt ?? '')).toBe(doubtful)
  })
})

describe('figures of a text', () => {
  it('are of the period that is in force', () => {
    const text =
      '某区2025年工作\n1—6月，建成学校5所。新增学位800个。全年完成投资20亿元；到2030年，完成投资90亿元。\n建成公园3个。'
    expect(figuresOf(text).map(({ period }) => period)).toEqual([
      '2025-01/2025-06',
      '2025-01/2025-06',
      'year',
      '2030',
      'year',
    ])
  })

  it.each<[string, string[], string[]]>([
    [
      'a chapter',
      [
        '某区工作报告',
        '',
        '一、2025年工作回顾',
        '建成学校5所。',
        '二、2026年主要目标',
        '建成学校6所。',
        '（一）民生',
        '今年建成公园7个。6月底前开工8处。',
      ],
      ['year', '2026', '2026', '@2026-06-30'],
    ],
    [
      'a review of several years',
      [
        '某区“十四五”时期回顾',
        '',
        '一、综合',
        '累计建成学校5所，收入年均增长6%，高出全市2个百分点。',
        '二、民生',
        '在校学生达到700人，办结率由80%提高到90%，参保率始终在97%以上。',
      ],
      ['2021/2025', '2021/2025', '2021/2025', 'year', 'before', 'year', '2021/2025'],
    ],
    [
      'a heading, for 全年 below it and what follows that',
      [
        '某区工作报告',
        '',
        '一、2025年工作回顾',
        '建成学校5所。',
        '二、2026年工作安排',
        '全年安排项目60个，年度投资9亿元。改建学校18所，新增学位800个。',
      ],
      ['year', '2026', '2026', '2026', '2026'],
    ],
    [
      'a heading, for a day that is told without its year',
      ['某区工作报告', '', '一、2025年工作', '建成学校5所。', '二、2026年上半年工作', '截至6月底，新增债券6亿元。'],
      ['year', '@2026-06-30'],
    ],
    [
      'a later time, from where it is told on',
      [
        '某区2025年工作',
        '',
        '一、供水',
        '三期投资2亿元，区里提出到2027年底，普及率将达99%以上，漏损率控制在8%以内。供水由6吨提高到7吨，投诉9件。',
      ],
      ['year', '@2027-12-31', '@2027-12-31', 'before', 'year', 'year'],
    ],
    [
      'a review whose title only names the plan',
      [
        '某区“十四五”生态综述',
        '',
        '绿水青山，好不壮观。',
        '一、治水',
        '合格率达到96%，提高6个百分点。五年造林6万亩，覆盖率达42%，空气年均浓度由41微克/立方米降至30微克/立方米。',
        '二、治气',
        '2025年，优良天数300天，优良率90%。排放量累计下降9%。',
      ],
      ['year', '2021/2025', '2021/2025', 'year', 'before', 'year', 'year', 'year', '2021/2025'],
    ],
    [
      'a review that its text begins with',
      [
        '区域教育迈新步',
        '',
        '“十三五”时期，是奋进的五年。五年来，财政收入达到90亿元，全区累计招聘教师900人。',
        '一、学前',
        '新建幼儿园29所，普惠园占80%。2020年，在园幼儿7000人。',
        '学生由600人增至700人，增长16.7%。',
      ],
      ['year', '2016/2020', '2016/2020', 'year', 'year', 'before', 'year', '2016/2020'],
    ],
    [
      'several years that head a sentence, but for how something stands at their end',
      [
        '某区2025年工作',
        '',
        '一、农村',
        '2021年以来，改造户厕3万户，硬化道路460公里，治理率由21%提高到56%，覆盖率达90%。',
      ],
      ['2021/2025', '2021/2025', 'before', 'year', 'year'],
    ],
    [
      'one year, though a plan is named',
      ['奋战“十四五”', '2025年7月9日', '', '今年上半年，全区产值90亿元，增长5%。', '完成投资20亿元，增长6%。'],
      ['year', 'year', 'year', 'year'],
    ],
    [
      'a clause of its own, or the first one with a number',
      [
        '某区工作报告',
        '',
        '一、2025年工作',
        '据统计，截至11月底，投资6亿元，占计划的70%。从数据看，1—10月受理诉求800件，办结率90%。',
      ],
      ['@2025-11-30', '@2025-11-30', '2025-01/2025-10', '2025-01/2025-10'],
    ],
    [
      'the last clause that heads a sentence',
      [
        '某区2025年上半年工作',
        '',
        '今年以来，发展平稳。据统计，上半年，投资6亿元。其中，民间投资2亿元，完成全年目标的57%。就业达到全年任务的六成。',
      ],
      ['year', 'year', 'year', 'year'],
    ],
    [
      'their own paragraph, which no short line above it begins',
      [
        '某区2025年工作',
        '一、综合',
        '图1 2021—2024年学校数',
        '全区新建学校5所，改建学校6所，新增学位800个，招聘教师90人。',
        '2025年末数据',
        '上半年，全区新建公园5个，改建公园6个，新增绿地8万平方米。',
      ],
      ['year', 'year', 'year', 'year', '2025-H1', '2025-H1', '2025-H1'],
    ],
    [
      'a sentence that a blank line parts',
      [
        '某区2025年工作',
        '',
        '一、改革',
        '改革见成效。上半年，审批时限压缩了80%。许可即办',
        '',
        '比例提升至54%，全程网办比例提升至83%，跑动次数下降到2次；企业开办时限压缩至1天，群众满意度为99%，全年共办件14万件。',
      ],
      ['2025-H1', '2025-H1', '2025-H1', '2025-H1', '2025-H1', '2025-H1', 'year'],
    ],
    [
      'their own paragraph, behind what heads it',
      ['某区2025年工作', '', '一、卫生', '（一）床位。2025年末，全区床位800张。医院床位500张，卫生院床位90张。'],
      ['@2025-12-31', '@2025-12-31', '@2025-12-31'],
    ],
    [
      'no day on which something took place',
      ['某区2025年工作', '', '一、教育', '6月7日，全区900名考生参加高考。本科上线率63.5%。'],
      ['2025-06-07', 'year'],
    ],
    [
      'days that have a name, in brackets',
      [
        '某区2025年工作',
        '',
        '一、交通',
        '春运期间（1月14日至2月22日），全区发送旅客30万人次，其中铁路9万人次。正点率98%。',
        '全区公路600公里。',
      ],
      ['2025-01-14/2025-02-22', '2025-01-14/2025-02-22', '2025-01-14/2025-02-22', 'year'],
    ],
    [
      'an entry of a list, behind 其中',
      ['某区2025年工作', '', '一、旅游', '1—9月，接待游客90万人次；其中二季度接待境外游客3万人次，同比增长6%。'],
      ['2025-01/2025-09', '2025-Q2', '2025-Q2'],
    ],
    [
      'the day of writing, where they say 今年 and 去年 of another year than they are about',
      [
        '某区晒出成绩单',
        '2026年1月20日',
        '2025年，全区建成学校5所。全年新增学位800个。去年，招聘教师90人。',
        '今年，全区计划改建学校6所。',
      ],
      ['year', 'year', 'qunian', 'jinnian'],
    ],
    [
      'the latest time that their sentence goes on to, but for one that is compared with',
      [
        '某区2025年工作',
        '',
        '一、养老',
        '去年完成改造800户，今年上半年完成900户，截至9月底完成950户，满意率91%。',
        '今年上半年产值90亿元，2020年为60亿元，上缴税收5亿元。',
      ],
      ['2024', '2025-H1', '@2025-09-30', '@2025-09-30', '2025-H1', '2020', '2025-H1'],
    ],
    [
      'a line that leads to those below it',
      [
        '某区工作报告',
        '',
        '一、过去五年及2025年工作回顾',
        '过去五年，累计完成投资90亿元。',
        '2025年，我们重点做了以下工作：',
        '（一）产业有突破。实施项目64个，产值达到90亿元，增长9%。',
        '（二）民生有改善。新建学校4所。',
        '二、2026年目标',
        '新建学校5所。',
      ],
      ['2021/2025', 'year', 'year', 'year', 'year', '2026'],
    ],
    [
      'what has grown, and of what something is the share',
      [
        '某区2025年公报',
        '',
        '一、工业',
        '年末规上企业90家，全年完成产值86亿元，增长3.5%。工业增加值增长8%。',
        '现有企业50家，去年全年研发投入30亿元，占产值的比重为9%。',
      ],
      ['@2025-12-31', 'year', 'year', 'year', 'year', '2024', '2024'],
    ],
    [
      'a year that its clause turns to',
      ['某区2025年工作', '', '一、教育', '展望2026年，全区将新建学校6所，新增学位800个。'],
      ['2026', '2026'],
    ],
    [
      'a review whose title names the plan, though it tells of this year too',
      [
        '【奋进“十四五”】某区教育',
        '2025年12月25日',
        '',
        '五年来，全区累计投入90亿元。',
        '五年招聘教师900名。今年，评选骨干教师30名。',
      ],
      ['2021/2025', '2021/2025', 'year'],
    ],
    [
      'what was done then alone, where that tells which thing is meant, and what was reached then',
      [
        '某区2025年工作',
        '',
        '一、交通',
        '6月28日开通的6号线全长18公里，设站11座。去年签约的68个项目全部开工。',
        '满意度从2022年的78.6分提高到去年的88.9分。',
      ],
      ['year', 'year', '2024', '2022', '2024'],
    ],
    [
      'all years of a review, of which a multiple is told',
      ['某区水利综述', '', '“十三五”时期，全区累计完成投资94亿元，是“十二五”时期的1.8倍，年均增长11%。'],
      ['2016/2020', '2016/2020', '2016/2020'],
    ],
    [
      'all years since something was done, where they are counted up',
      [
        '某区2025年工作',
        '',
        '一、改造',
        '自2019年启动改造以来，累计改造小区90个，惠及居民5万户。物业覆盖率达到91%。',
        '自2021年5月开园以来，园区累计引进企业45家。',
      ],
      ['2019/2025', '2019/2025', 'year', 'zi-2021-nian-5-yue-kaiyuan'],
    ],
    [
      'no verb that only tells when something was made',
      ['某区2025年工作', '', '一、教育', '建于1987年的小学有班级14个、学生600人。中学创办于1958年，有班级48个。'],
      ['year', 'year', 'year'],
    ],
    [
      'months that go on until the day of writing',
      ['志愿服务暖人心', '2026年8月20日', '2026年5月以来，全区开展活动90场次。', '去年10月以来，登记志愿者800人。'],
      ['n2026-nian-5-yue-yilai', 'qunian-10-yue-yilai'],
    ],
    [
      'no clause that tells what happened then',
      ['某区工作报告', '', '一、2025年工作', '项目2023年开工，总投资6亿元。'],
      ['year'],
    ],
    [
      'no year that is compared with',
      ['某区工作报告', '', '一、2025年工作', '项目占比61%，比去年全年提高18个百分点。'],
      ['year', 'year'],
    ],
  ])('are of the period of %s', (_, lines, periods) => {
    const text = lines.join('\n')
    expect(figuresOf(text).map(({ period }) => period)).toEqual(periods)
    expect(faultsOf(drafted(text), { text, whole: false })).toEqual([])
  })

  it('are compared with the time before where they say so', () => {
    const [own] = figuresOf('某区2025年上半年工作\n上半年平稳。\n6月份，居民消费价格环比下降0.2%。')
    expect(own).toMatchObject({ value: -0.2, change: '环比下降', period: '2025-06' })
    expect(own).not.toHaveProperty('comparedWith')
  })

  it('are of no day where they tell what was done', () => {
    const text = '某区2025年工作\n年末户籍人口50万人。其中，城镇人口25万人。新建学校3所，出生人口3200人。'
    expect(figuresOf(text).map(({ period }) => period)).toEqual(['@2025-12-31', '@2025-12-31', 'year', 'year'])
    expect(faultsOf(drafted(text), { text, whole: false })).toEqual([])
  })

  it.each([
    ['a headline that calls', '半年答卷：向新向好！\n\n'],
    ['no title', ''],
    ['a line of the press', '本报讯（记者 张三）7月20日，'],
  ])('are those of the lead, too, below %s', (_, title) => {
    const long = '各项工作都有了新的起色和新的进展'
    const text = `${title}2025年，建成学校5所。\n\n工业回升\n\n产销率97.6%，${long}。\n\n消费回暖\n\n零售额9亿元，${long}。\n`
    expect(figuresOf(text).map(({ label }) => label)).toEqual(['建成学校', '产销率', '零售额'])
    expect(faultsOf(drafted(text), { text, whole: false })).toEqual([])
  })

  it('say why they are in doubt', () => {
    const text = '某区2025年工作\n1—6月，建成学校5所。新增学位800个。有两个项目完工。'
    expect(figuresOf(text).map(({ doubt }) => doubt)).toEqual([
      undefined,
      '时段取自前面的“1—6月”',
      '时段取自前面的“1—6月”；“两个”可能只是说法',
    ])
  })

  it('are in doubt where nothing says when what is planned will be', () => {
    const text = '某区工作\n2025年，建成学校5所。\n将改建学校6所。明年将改建公园7个。今年计划新建公园8个。'
    expect(figuresOf(text).map(({ label, period, doubt }) => [label, period, doubt])).toEqual([
      ['建成学校', 'year', undefined],
      ['改建学校目标', 'year', '计划是哪一年的，原文没有写'],
      ['改建公园目标', '2026', undefined],
      ['新建公园目标', 'year', undefined],
    ])
    expect(faultsOf(drafted(text), { text, whole: false })).toEqual([])
  })

  it('are in doubt where the title and what is told first mean two times', () => {
    const text = '10月经济运行\n2031-11-18\n1—10月，产值90亿元。\n10月份，产量5吨。\n税收8亿元。'
    expect(figuresOf(text).map(({ period, doubt }) => [period, doubt])).toEqual([
      ['2031-01/2031-10', undefined],
      ['year', undefined],
      ['year', '标题说的是2031年10月，正文先说的是2031年1—10月'],
    ])
  })

  it('are in doubt where 去年 and 当年 may mean two years', () => {
    const text = '某区工作\n2025年，建成学校5所。项目去年产值9亿元。\n2021年，项目启动。当年，投资6亿元。'
    expect(figuresOf(text).map(({ period, doubt }) => [period, doubt])).toEqual([
      ['year', undefined],
      ['2024', '原文没有写成文日期，“去年”是哪一年要核对'],
      ['year', '“当年”是哪一年，要看前文'],
    ])
    expect(figuresOf(text.replace('工作', '工作\n2025年9月8日'))[1]?.doubt).toBeUndefined()
  })

  it('say that they are estimates, and no plans, of a time that has begun', () => {
    const text = '某区2025年工作\n预计全年产值90亿元，增长5%。\n预计到2027年底，产值达到99亿元。'
    expect(figuresOf(text).map(({ label }) => label)).toEqual(['预计产值', '预计产值增速', '产值目标'])
    expect(faultsOf(drafted(text), { text, whole: false })).toEqual([])
  })

  it('are in doubt where a day is only told from what stands before', () => {
    const text = '某区2025年工作\n\n一、会展\n11月20日至24日，展会吸引观众31万人次。首日客流8万人次，21日达到9万人次。'
    expect(figuresOf(text).map(({ doubt }) => /是哪一天/.test(doubt ?? ''))).toEqual([false, true, true])
  })

  it('are no times of day', () => {
    const text =
      '某区简况\n发布时间：2025-12-30 10:22:44\n\n2025年，产值9亿元。8:05:30开幕。三次产业结构为6.9:24.2:68.9。'
    expect(figuresOf(text).map(({ value }) => value)).toEqual([9, [6.9, 24.2, 68.9]])
  })

  it('are no targets where their time is over on the day of writing', () => {
    const text = [
      '某区2025年公报',
      '2026年3月20日',
      '',
      '一、综合',
      '全年产值90亿元。截至2026年2月底，企业900家。2026年四季度，产值30亿元。',
    ].join('\n')
    expect(figuresOf(text).map(({ label }) => label)).toEqual(['产值', '企业', '产值目标'])
  })

  it('are all in doubt where no year is told', () => {
    expect(figuresOf('某区工作\n建成学校5所。').map(({ doubt }) => doubt)).toEqual(['原文没有说是哪一年'])
  })

  it('are of times in the words of a text that tells no year', () => {
    const text = '某区工作\n上半年，增长5%。其中，6月份增长6%。上半年，建成学校8所。比重由上年的8%提高到9%。'
    const draft = drafted(text)
    const { periods, figures } = draft.source
    const called = (id: string) => periods.find(period => period.id === id)?.text
    expect(figures.flatMap(({ figures }) => figures.map(({ period }) => called(period)))).toEqual([
      '上半年',
      '6月份',
      '上半年',
      '上年',
      '上半年',
    ])
    expect(faultsOf(draft, { text, whole: false })).toEqual([])
  })

  it('leave numbers of names to the names, with a reason', () => {
    const { names } = drafted(
      '某区2025年工作\n建成24小时城市书房2个，“五个一”工程启动，第3批企业开工，约30余家企业到会。',
    ).source.names!
    expect(names).toEqual([
      { text: '24小时城市书房', reason: '没有读成数据（待核）' },
      { text: '五个一', reason: '引号里的说法' },
      { text: '3批企业', reason: '次序，或名称里的数' },
      { text: '30余家企业', reason: '没有读成数据（待核）' },
    ])
  })

  it('have labels and ids of their own', () => {
    const text =
      '某区2025年工作\n建成中小学5所，增加学位7500个；建成幼儿园9所，增加学位2520个。收入比由上年的2.1∶1缩小到2.0∶1。'
    expect(figuresOf(text).map(({ id, label }) => [label, id])).toEqual([
      ['建成中小学', 'jiancheng-zhongxiaoxue'],
      ['增加学位', 'zengjia-xuewei'],
      ['建成幼儿园', 'jiancheng-youeryuan'],
      ['幼儿园增加学位', 'youeryuan-zengjia-xuewei'],
      ['上年收入比', 'shang-nianshouru-bi'],
      ['收入比', 'shouru-bi'],
    ])
  })

  it.each<[string, string[], string[]]>([
    [
      'what their sentence is about',
      ['一、工业', '规上企业127家，产值20亿元，从业人员2万人。', '建筑业企业46家，产值6亿元，从业人员1万人。'],
      ['规上企业', '规上企业产值', '从业人员', '建筑业企业', '建筑业企业产值', '建筑业企业从业人员'],
    ],
    [
      'what heads their paragraph',
      ['一、教育', '（一）小学。招生好。在校生900人。', '（二）初中。招生好。在校生800人。'],
      ['在校生', '在校生（初中）'],
    ],
    [
      'the heading above them',
      ['一、教育', '（一）小学教育', '在校生900人，近视率40%。', '（二）初中教育', '在校生800人，近视率50%。'],
      ['在校生', '在校生近视率', '在校生（初中教育）', '在校生近视率（初中教育）'],
    ],
  ])('are called by %s where others are called alike', (_, lines, labels) => {
    expect(figuresOf(['某区2025年工作', '', ...lines].join('\n')).map(({ label }) => label)).toEqual(labels)
  })

  it.each(['15亿元', '9800万元'])('are linked to what they are said of: 其中%s', part => {
    const text = `某区2025年工作\n财政收入20亿元，增长5%，其中税收${part}。`
    expect(figuresOf(text).map(({ label, of }) => [label, of])).toEqual([
      ['财政收入', undefined],
      ['财政收入增速', 'caizhengshouru'],
      ['税收', 'caizhengshouru'],
    ])
  })
})

describe('tables of a text', () => {
  it('are read with units, changes and periods', () => {
    const table =
      '表1 2025年主要产品产量\n产品 | 单位 | 产量 | 比上年增长（%）\n大米 | 万吨 | 21.5 | -1.4\n其中：糯米 | 吨 | 300 | 8.0\n'
    const [file] = drafted(`某区2025年工作\n一、农业\n产量见表。\n${table}\n二、工业\n建成学校5所。\n`).source.tables!
    expect(file!.tables[0]).toMatchObject({
      label: '主要产品产量',
      chapter: 'nongye',
      period: '2025',
      evidence: { table: '表1' },
      rows: 'subjects',
      measures: [
        { id: 'chanliang', label: '产量' },
        { id: 'zengsu', label: '产量增速', unit: '%', change: '增长', comparedWith: '上年', of: 'chanliang' },
      ],
      units: { 大米: '万吨', 糯米: '吨' },
      cells: [
        ['大米', '21.5', '-1.4'],
        ['糯米', '300', '8.0'],
      ],
      heads: { 糯米: '其中：糯米' },
    })
  })

  const tableOf = (table: string) => {
    const text = `某区2025年工作\n一、农业\n产量见表。\n\n表1 2025年产量\n${table}\n\n二、工业\n建成学校5所。\n`
    const draft = drafted(text)
    const [file] = draft.source.tables!
    return {
      faults: faultsOf(draft, { text, whole: false }),
      table: file!.tables[0],
      skip: file!.skip,
      cells: suggestedRecords(draft).flatMap(({ id, label, text }) => (id.includes('@') ? [`${label} ${text}`] : [])),
    }
  }

  it.each<[string, string, string[]]>([
    [
      'a cell with a unit of its own, which its row does without',
      '指标 | 单位 | 绝对数 | 比上年增长（%）\n税收 | 亿元 | 94 | 5.2\n出口 | 亿元 | 12 | 1.6倍\n企业 | 家 | 30 | 2.0',
      ['税收 94亿元', '税收增速 增长5.2%', '企业 30家', '企业增速 增长2.0%', '出口 12亿元'],
    ],
    [
      'rows in percent among others',
      '指标 | 单位 | 绝对数\n税收 | 亿元 | 94\n企业 | 家 | 30\n城镇化率 | % | 56.2',
      ['税收 94亿元', '企业 30家', '城镇化率 56.2%'],
    ],
    [
      'single spaces between their cells, where each line has as many',
      '产品名称 单位 产量 比上年增长（%）\n大米 万吨 21.5 -1.4\n水泥 万吨 30 2',
      ['大米产量 21.5万吨', '大米产量增速 下降1.4%', '水泥产量 30万吨', '水泥产量增速 增长2%'],
    ],
    [
      'numbers of rows',
      '序号 | 指标 | 2020年 | 2025年目标 | 属性\n1 | 产值（亿元） | 20 | 30 | 预期性\n2 | 绿化率（%） | 40 | 42 | 约束性',
      ['产值 20亿元', '产值目标 30亿元', '绿化率 40%', '绿化率目标 42%'],
    ],
  ])('have %s', (_, lines, cells) => {
    const { faults, cells: found } = tableOf(lines)
    expect(found).toEqual(cells)
    expect(faults).toEqual([])
  })

  it('have a caption above their unit, with blank lines between', () => {
    const text =
      '某区2025年工作\n一、教育\n见表。\n\n表1-1　历年人数\n\n单位：人\n\n年份　学生　教师\n2024　90　8\n2025　95　9'
    expect(drafted(text).source.tables![0]!.tables[0]).toMatchObject({
      label: '历年人数',
      evidence: { table: '表1-1' },
    })
  })

  it('are called by their heads where each measures something of its own', () => {
    const [file] = drafted('某区2025年工作\n\n单位：人\n年份　学生　毕业生\n2024年　90　8\n2025年　95　9\n').source
      .tables!
    expect(file!.tables.concat().map(({ measures }) => measures.map(({ label }) => label))).toEqual([
      ['学生', '毕业生'],
    ])
  })

  it.each([
    ['指标 | 2025年 | 2024年 | 增长（%）', '2025年'],
    ['指标 | 2024年 | 2025年 | 增长（%）', '2025年'],
  ])('have a growth from one time to the next at the later: %s', heads => {
    const text = `某区2025年工作\n\n表1 主要经济指标\n单位：亿元\n${heads}\n收入 | 50 | 47 | 6.6\n支出 | 88 | 86 | 2.2\n`
    const records = suggestedRecords(drafted(text)).filter(({ text }) => text.includes('%'))
    expect(records.map(({ label, text, period }) => [label, text, period])).toEqual([
      ['收入增速', '增长6.6%', '2025年'],
      ['支出增速', '增长2.2%', '2025年'],
    ])
  })

  it.each<[string, string, string[]]>([
    [
      'all columns at a time, in the unit of the caption',
      '表1 主要指标累计增速（%）\n\n指标 1—3月 1—6月\n工业增加值 6.1 7.8\n固定资产投资 -4.1 -1.6\n零售额 4.2 5.9',
      ['工业增加值增速 2026年1—3月', '工业增加值增速 2026年上半年', '固定资产投资增速 2026年1—3月'],
    ],
    [
      'a caption without a number, which says what is measured in brackets',
      '表：主要指标走势（累计增速，%）\n\n指标\t1—2月\t上半年\n工业增加值\t6.2\t7.9\n投资\t-8.8\t-3.6',
      ['工业增加值增速 2026年1—2月', '工业增加值增速 2026年上半年', '投资增速 2026年1—2月', '投资增速 2026年上半年'],
    ],
    [
      'two rows of heads, the lower one times behind a unit',
      '表1 基本情况\n\n镇\t人口（万人）\t\t产值（现价，亿元）\t\n\t2024年\t2025年\t2024年\t2025年\n东镇\t5.1\t5.2\t60\t61',
      ['东镇人口 2024年', '东镇人口 2025年', '东镇产值（现价） 2024年', '东镇产值（现价） 2025年'],
    ],
    [
      'two rows of heads, the upper one times',
      '| 指标 | 上半年 | | 一季度 | |\n|---|---|---|---|---|\n| | 绝对量（亿元） | 同比增长（%） | 绝对量（亿元） | 同比增长（%） |\n| 产值 | 8 | 5.6 | 4 | 5.3 |',
      ['产值 2026年上半年', '产值增速 2026年上半年', '产值 2026年一季度', '产值增速 2026年一季度'],
    ],
    [
      'a head that leaves the first column open',
      '表1 各季度增速\n\n　　　　一季度　二季度\n产值　　　5.3%　　5.9%\n投资　　　7.4%　　8.1%',
      ['产值增速 2026年一季度', '产值增速 2026年二季度', '投资增速 2026年一季度'],
    ],
    [
      'places beside each measure',
      '镇 | 产值（亿元） | 位次 | 增速（%） | 位次\n东镇 | 20 | 1 | 6.1 | 2\n西镇 | 18 | 2 | 6.3 | 1',
      ['东镇产值 2026年上半年', '东镇位次 2026年上半年', '东镇产值增速 2026年上半年', '东镇产值增速位次 2026年上半年'],
    ],
    [
      'a caption that wide spaces divide',
      '附表  主要产品产量\n产品名称  产量  同比增长（%）\n水泥（万吨）  142.6  -9.4\n汽车（辆）  38,210  110.3',
      ['水泥产量 2026年上半年', '水泥产量增速 2026年上半年'],
    ],
  ])('have %s, in the year that their text is about', (_, table, cells) => {
    const draft = drafted(`某市2026年上半年经济运行情况\n\n上半年平稳。\n\n${table}\n`)
    const found = suggestedRecords(draft).map(({ label, period }) => `${label} ${period}`)
    expect(found.slice(0, cells.length)).toEqual(cells)
  })

  it('have two units above them, each for the columns that it fits', () => {
    expect(tableOf('单位：人、%\n年份 | 学生 | 毛入学率\n2024 | 900 | 91.6\n2025 | 950 | 92.4')).toMatchObject({
      faults: [],
      cells: ['学生 900人', '毛入学率 91.6%', '学生 950人', '毛入学率 92.4%'],
    })
    expect(tableOf('单位：万人，%\n指标 | 本年\n人口 | 30\n城镇化率 | 56.2\n出生率 | 5.1')).toMatchObject({
      faults: [],
      cells: ['城镇化率 56.2%', '出生率 5.1%', '人口 30万人'],
    })
    expect(tableOf('单位：人、所\n镇 | 学生 | 学校\n东镇 | 900 | 3')).toMatchObject({ cells: [] })
  })

  it('have no heading of a chapter for a caption', () => {
    const text = '某区2025年工作\n一、农业\n建成学校5所。\n二、工业\n企业 | 产值（亿元）\n甲 | 5\n乙 | 6\n'
    expect(drafted(text).source.chapters.map(({ short }) => short)).toEqual(['农业', '工业'])
  })

  it('have the unit of each row where heads give none', () => {
    expect(tableOf('指标 | 本年\n产值（亿元） | 21\n人口（万人） | 30')).toMatchObject({
      faults: [],
      table: { measures: [{ label: '产量', head: '本年' }], units: { 产值: '亿元', 人口: '万人' } },
    })
    expect(tableOf('单位：吨\n作物 | 本年\n稻（万吨） | 21\n麦 | 30')).toMatchObject({
      faults: [],
      table: { units: { 稻: '万吨', 麦: '吨' } },
    })
  })

  it('say with what a change is compared only where heads do', () => {
    const { faults, table } = tableOf(
      '镇 | 产量（吨） | 比上年增长（%） | 环比增长（%） | 增速（%）\n东镇 | 2 | 3 | 4 | 5',
    )
    expect(faults).toEqual([])
    expect(table!.measures.slice(1).map(({ label, change, comparedWith }) => [label, change, comparedWith])).toEqual([
      ['产量增速', '增长', '上年'],
      ['产量环比增长', '环比增长', undefined],
      ['产量增速（%）', '增长', undefined],
    ])
  })

  it('are in doubt where a head leaves open what is measured', () => {
    expect(tableOf('镇 | 产量（吨） | 稻谷（%）\n东镇 | 2 | 3')).toMatchObject({
      faults: [],
      table: { doubts: { '东镇/daogu': '“稻谷”没有写明是增减、占比还是比率' } },
    })
  })

  it('are left out where heads are alike', () => {
    expect(tableOf('镇 | 产量（吨） | 产量（吨）\n东镇 | 2 | 3')).toMatchObject({
      faults: [],
      skip: [{ table: '表1 2025年产量', reason: '没有读成数据（待核）' }],
    })
  })
})
