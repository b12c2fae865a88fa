import { describe, expect, it } from 'vitest'
import { impliedPeriod } from '../../scripts/suggest/implied.ts'
import { outlineOf } from '../../scripts/lib/facts/outline.ts'

const PROSE = '这是一段正文，说的是全区的工作，写得很长，末尾有句号。'

describe('the outline of an article', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'numbered headings, and what is numbered below them',
      `题\n\n一、综合\n${PROSE}\n（一）工业\n${PROSE}\n二、农业\n${PROSE}`,
      ['综合', '农业'],
    ],
    ['parts', `题\n第一部分 回顾\n一、工业\n${PROSE}\n二、农业\n${PROSE}\n第二部分 打算\n${PROSE}`, ['回顾', '打算']],
    [
      'bare lines above paragraphs, not captions',
      `题\n${PROSE}\n工业提质\n${PROSE}\n厂房外景\n农业增效\n${PROSE}`,
      ['工业提质', '农业增效'],
    ],
    [
      'headings below a title of more than a line',
      `关于某县2025年国民经济和社会发展计划执行情况与2026年计划草案的报告\n\n一、2025年执行\n${PROSE}\n二、2026年草案\n${PROSE}`,
      ['2025年执行', '2026年草案'],
    ],
    ['none', `题\n${PROSE}`, []],
    ['no sentence, though it is short', `题\n${PROSE}\n一、好。\n${PROSE}\n二、更好。\n${PROSE}`, []],
  ])('%s', (_, text, chapters) => {
    expect(outlineOf(text).chapters.map(({ short }) => short)).toEqual(chapters)
  })

  it('has the lines below its title, also one behind a dash, as subtitle', () => {
    const text = ['题', '——某县2025年10件实事观察', '□ 记者 某某', '', PROSE, '水：管网换新', PROSE, '学：建校', PROSE]
    expect(outlineOf(text.join('\n'))).toMatchObject({
      title: '题',
      subtitle: ['——某县2025年10件实事观察', '□ 记者 某某'],
      chapters: [{ title: '水：管网换新' }, { title: '学：建校' }],
    })
  })

  it('takes lines that come again for columns, and what they call a chapter for its short name', () => {
    const text = ['题', PROSE, '发展实现高质量', PROSE, '话说 高质量', PROSE, '数说 高质量', PROSE]
    const more = ['民生有了高保障', PROSE, '话说 高保障', PROSE, '——某居民 某某', '数说 高保障', PROSE]
    expect(outlineOf([...text, ...more].join('\n'))).toEqual({
      title: '题',
      subtitle: [],
      columns: ['章首', '话说', '数说'],
      chapters: [
        { title: '发展实现高质量', short: '高质量' },
        { title: '民生有了高保障', short: '高保障' },
      ],
    })
  })
})

describe('the period that an article is about', () => {
  it.each<[string, string, string | undefined]>([
    ['the year of its headings', '2026年工作报告\n一、2025年工作回顾\n2026年开始。\n二、打算\n好。', '2025'],
    [
      'the last of its headings that is over',
      '关于2030年决算的报告\n——2031年7月28日在会议上\n一、2030年决算\n5%。\n二、2031年上半年预算\n6%。\n三、2032年打算\n7%。',
      '2031-H1',
    ],
    ['the year of its title', '松岑县2031年统计公报\n2032年3月18日\n全县经济平稳。', '2031'],
    [
      'what heads most sentences',
      '前三季度经济平稳\n2025年前三季度，增长5%。1—9月，增长6%。2024年以来平稳。',
      '2025-Q1/2025-Q3',
    ],
    ['what is told most often where nothing heads a sentence', '某区工作\n记者获悉，2025年全区建成5所。', '2025'],
    [
      'no year that is still to come when the text is written',
      '2026年某区工作报告\n2026年1月20日\n一、工作回顾\n2025年是关键之年。建成5所。\n二、2026年工作安排\n今年建成6所。',
      '2025',
    ],
    ['that of the day of writing', '上半年经济平稳\n2031-07-15 10:00\n上半年，增长5%。6月份，增长6%。', '2031-H1'],
    ['that before, where the day of writing is before its end', '经济平稳\n2031年1月18日\n全年增长5%。', '2030'],
    [
      'that of the day of writing where it is called so',
      '某区民生\n2031年11月8日\n今年以来，建成5所。2029年，增长6%。今年前10月，建成6所。',
      '2031',
    ],
    [
      'that of the day of writing, whatever year is compared with',
      '假日经济火热\n来源：区融媒\u3000发布时间：2031-10-10 09:15\n全区接待游客9万人次，恢复到2028年同期的131%，比2029年多5万人次。',
      '2031',
    ],
    [
      'that of the day of writing, whatever years are told of more often',
      '水厂见闻\n2031年11月20日\n2024年，合格率只有7%。截至今年10月底，建成5所。2030年，补贴6万元。2030年，用水9吨。',
      '2031',
    ],
    ['that of a day of writing at the end', '购物节开幕\n6月，全区销售额5亿元。\n区融媒 2031-07-02', '2031-06'],
    ['that of a subtitle', '小事办成大事\n——某区2031年民生实事观察\n建成5所。2032年将建6所。2032年将再建。', '2031'],
    [
      'the stretch that comes first, though it is told once',
      '春运收官\n2031-03-05\n春运期间（1月20日至2月28日），全区发送旅客9万人次。\n客车班次5个。1—2月，货运量7吨。2月，快件8件。',
      '2031-01-20/2031-02-28',
    ],
    [
      'days that the first time tells, wherever they stand',
      '购物节火热\n（2031年11月13日）\n第七届购物节于11月1日至11日举行。销售额9亿元。今年以来，零售额90亿元。',
      '2031-11-01/2031-11-11',
    ],
    [
      'days that go on when it is written',
      '春运过半\n2031-02-06\n为期40天的2031年春运（1月20日至2月28日）开启。2030年，客运量8万人次。2030年，货运量7吨。',
      '2031-01-20/2031-02-28',
    ],
    [
      'that of the day of writing, though it is not over and years are looked back on',
      '区长报告\n——2031年12月20日在会议上\n过去五年，投资9亿元。五年来，建成5所。2031年，预计增长6%。',
      '2031',
    ],
    [
      'no month in which it was written',
      '过去五年大变样\n区教育局\n2032年2月\n五年来，投资9亿元。2031年，建成5所。',
      '2031',
    ],
    ['that of the day of writing where only 去年 is told', '2031年高考开考\n2031年6月7日\n去年，上线率58%。', '2031'],
    [
      'the stretch of its title',
      '前三季度外贸增长8%\n2031年10月25日\n9月，出口5亿元。1—9月，进口6亿元。',
      '2031-Q1/2031-Q3',
    ],
    [
      'no stretch that is told once and not first',
      '水厂见闻\n2031年11月20日\n2024年，合格率只有7%。今年前三季度，供水6吨。',
      '2031',
    ],
    ['none', '某区工作\n今年全区建成5所。', undefined],
  ])('is %s', (_, text, span) => {
    expect(impliedPeriod(outlineOf(text), text)?.period.span).toBe(span)
  })

  it('is told from a year that is given', () => {
    expect(
      impliedPeriod(outlineOf('某区工作\n今年上半年，建成5所。'), '某区工作\n今年上半年，建成5所。', 2025)?.period.span,
    ).toBe('2025-H1')
  })
})
