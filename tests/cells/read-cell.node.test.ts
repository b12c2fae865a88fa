import { describe, expect, it } from 'vitest'
import type { CellReading, SheetCell } from '../../scripts/lib/cells/cell.ts'
import { shortest } from '../../scripts/lib/cells/print-cell.ts'
import { readCell } from '../../scripts/lib/cells/read-cell.ts'

type Given = Partial<SheetCell> | string | number

const cell = (given: Given): SheetCell => ({
  ref: 'C7',
  value: null,
  ...(typeof given === 'object' ? given : { value: given }),
})

/** A reading in one line: −1.2亿元 [约] (下降) ← what was normalised. */
function told(reading: CellReading): string {
  switch (reading.kind) {
    case 'blank':
      return '空格'
    case 'gap':
      return `没有数 ${reading.text}`
    case 'text':
      return `文字 ${reading.text}${reading.date === undefined ? '' : ` ${reading.date}`}`
    case 'error':
      return `错误 ${reading.found} → ${reading.expected}`
    case 'value': {
      const { digits, negative, unit = '', qualifier, change, normalised } = reading
      const marks = [qualifier && `[${qualifier}]`, change && `(${change})`, normalised && `← ${normalised}`]
      return [`${negative ? '−' : ''}${digits}${unit}`, ...marks.filter(Boolean)].join(' ')
    }
  }
}

describe('a cell', () => {
  it.each<[string, Given, string]>([
    ['a number', 1234.5, '1234.5'],
    ['a number kept as text', '3.3', '3.3 ← 文字'],
    ['full-width digits', '１２３４．５', '1234.5 ← 文字、全角'],
    ['full-width digits grouped', '１，２３４．５', '1234.5 ← 文字、全角、千分位'],
    ['thousands by commas', '1,234,567.8', '1234567.8 ← 文字、千分位'],
    ['thousands by spaces', '1 234 567.8', '1234567.8 ← 文字、千分位'],
    ['thousands by its format', { value: 1234567, format: '#,##0' }, '1234567'],
    ['spaces around', '　 12 ', '12 ← 文字'],
    ['what nobody sees', '\u200b12\ufeff', '12 ← 文字'],
    ['a percent format', { value: 0.089, format: '0.0%' }, '8.9% ← 百分数格式'],
    ['a percent format below zero', { value: -0.042, format: '0.0%' }, '−4.2% ← 百分数格式'],
    ['a percent sign', '8.9％', '8.9% ← 文字、全角'],
    ['a unit in the cell', '1.2亿元', '1.2亿元 ← 文字、格里的单位“亿元”'],
    ['a unit in brackets', '1234（万元）', '1234万元 ← 文字、格里的单位“万元”'],
    ['a unit in signs', '12.5万㎡', '12.5万平方米 ← 文字、格里的单位“万平方米”'],
    ['a unit in its format', { value: 12, format: '0"家"' }, '12家 ← 格里的单位“家”'],
    ['a percent sign that its format only writes', { value: 6.9, format: '0.0"%"' }, '6.9%'],
    ['a mark of a note', '286.43*', '286.43 ← 文字、注号“*”不读'],
    ['a place in words', '第3位', '3位 ← “第3位”读作 3位'],
    ['a place by its format', { value: 3, format: '"第"0"位"' }, '3位 ← “第3位”读作 3位'],
    ['a currency', '¥1,234.5', '1234.5元 ← 文字、千分位、格里的单位“元”'],
    ['a currency in its format', { value: 1234.5, format: '¥#,##0.00' }, '1234.50元 ← 格里的单位“元”'],
    [
      'a format that shows ten thousands',
      { value: 123456, format: '0\\.0,"万元"' },
      '12.3万元 ← 格里的单位“万元”、存的是 123456，按显示的取',
    ],
    ['about', '约120', '120 [约] ← 文字、限定词“约”'],
    ['nearly', '近100家', '100家 [近] ← 文字、格里的单位“家”、限定词“近”'],
    ['more than', '60余', '60 [余] ← 文字、限定词“余”'],
    ['at least', '5万人以上', '5万人 [以上] ← 文字、格里的单位“万人”、限定词“以上”'],
    ['a minus', '－3.2', '−3.2 ← 文字'],
    ['a dash for a minus', '–3.2', '−3.2 ← 文字'],
    ['a word for a minus', '负3.2', '−3.2 ← 文字'],
    ['a plus', '+3.2', '3.2 ← 文字'],
    ['brackets', '(3.2)', '−3.2 ← 文字、“括号”是负数'],
    ['full-width brackets', '（3.2%）', '−3.2% ← 文字、“括号”是负数'],
    ['brackets by its format', { value: -3.2, format: '0.0_);(0.0)' }, '−3.2'],
    ['red by its format', { value: -3.2, format: '0.0;[Red]0.0' }, '−3.2'],
    ['an arrow down', '↓3.2%', '−3.2% ← 文字、“↓”是负数'],
    ['a fall in words', '下降3.2%', '−3.2% (下降) ← 文字、增减词“下降”'],
    ['a rise in words', '同比增长8.9%', '8.9% (同比增长) ← 文字、增减词“同比增长”'],
    ['no change', '持平', '0% (持平) ← “持平”读作 0%'],
    ['a zero below zero', '-0.0', '0.0 ← 文字'],
    ['noise of a double', 3.3000000000000003, '3.3 ← 存的是 3.3000000000000003，去掉尾数'],
    ['a number that is shown rounded', { value: 1234.567, format: '#,##0.0' }, '1234.6 ← 存的是 1234.567，按显示的取'],
    ['a zero at the end', { value: 8, format: '0.0' }, '8.0'],
    ['a result of a formula', { value: 5, formula: true }, '5'],
    ['a result of another workbook', { value: 5, formula: true, linked: true }, '5 ← 引用别的工作簿，用存下的结果'],
    ['nothing of accountants', { value: 0, format: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ' }, '0'],
  ])('is read that has %s', (_, given, reading) => {
    expect(told(readCell(cell(given)))).toBe(reading)
  })

  it.each<[string, Given, string]>([
    ['is empty', {}, '空格'],
    ['has spaces', '　', '空格'],
    ['hides a zero', { value: 0, format: '0;-0;' }, '空格'],
    ['has a dash', '–', '没有数 –'],
    ['has two dashes', '——', '没有数 ——'],
    ['has dots', '…', '没有数 …'],
    ['says that it is empty', '空', '没有数 空'],
    ['says that it is missing', '缺', '没有数 缺'],
    ['has a stroke', '/', '没有数 /'],
    ['has a word', '合计', '文字 合计'],
    ['has a unit alone', '万元', '文字 万元'],
    ['has a number in a name', '12家企业', '文字 12家企业'],
    ['has two numbers', '12/15', '文字 12/15'],
    ['has two signs', '-(3.2)', '文字 -(3.2)'],
    ['has months', '1—2月', '文字 1—2月'],
    ['has a year', '2020年', '文字 2020年 2020'],
    ['has a month in digits', '2026/2', '文字 2026/2 2026-02'],
    ['keeps a year as a date', { value: 44197, format: 'yyyy"年"' }, '文字 2021年 2021'],
    ['keeps a month as a date', { value: 46054, format: 'mmm-yy' }, '文字 Feb-26 2026-02'],
    ['keeps a day', { value: 46054, format: 'yyyy-mm-dd' }, '文字 2026-02-01 2026-02-01'],
  ])('that %s is no number', (_, given, reading) => {
    expect(told(readCell(cell(given)))).toBe(reading)
  })

  it.each<[string, Given, string]>([
    ['a broken reference', { error: '#REF!' }, '错误 #REF! → 一个数；公式出了错，请改好再保存'],
    ['a broken reference as text', '#DIV/0!', '错误 #DIV/0! → 一个数；公式出了错，请改好再保存'],
    ['what a narrow column shows', '####', '错误 #### → 一个数；公式出了错，请改好再保存'],
    [
      'a formula that was never computed',
      { formula: true },
      '错误 （公式没有存下结果） → 一个数；请用 Excel 或 WPS 打开，算好再保存',
    ],
    ['a truth', { value: true }, '错误 TRUE → 一个数'],
    ['commas at odd places', '12,34', '错误 12,34 → 写法分得清的一个数，如 1,234.5'],
    ['spaces at odd places', '12 34', '错误 12 34 → 写法分得清的一个数，如 1,234.5'],
    ['two points', '1.234.5', '错误 1.234.5 → 写法分得清的一个数，如 1,234.5'],
    ['a letter for a digit', '12O', '错误 12O → 写法分得清的一个数，如 1,234.5'],
    ['a code', '007', '错误 007 → 写法分得清的一个数，如 1,234.5'],
    ['two qualifiers', '约60余家', '错误 约60余家 → 只有一个限定词'],
    ['a qualifier within its unit', '14万余件', '错误 14万余件 → “余”紧跟在数字后面，如 14余万件'],
    ['a sign and a fall', '下降-3.2%', '错误 下降-3.2% → 正负只写一处：负号、括号或“下降”'],
    ['a rise below zero', '增长-3.2%', '错误 增长-3.2% → 增减词后面是正数'],
    ['more digits than a number has', '12345678901234567', '错误 12345678901234567 → 不超过 15 位有效数字的数'],
    ['more digits than a figure has', 1 / 3, '错误 0.333333333333333 → 至多 4 位小数；请在单元格格式里定好小数位数'],
    ['an exponent', { value: 1234, format: '0.00E+00' }, '错误 1.23E+03 → 一个数；请改单元格的数字格式'],
    ['a format that hides it', { value: 5, format: ';;;' }, '错误 5，显示为“” → 显示出来的数'],
    [
      'a format that shows another number',
      { value: 1234567, format: '0,' },
      '错误 1234567，显示为“1235” → 显示的数与存的数一致；请改单元格的数字格式',
    ],
    [
      'a format that nobody reads',
      { value: 1, format: '0.0"' },
      '错误 （读不了的数字格式：0.0"） → 一个数；请改单元格的数字格式',
    ],
    [
      'a year in a cell for dates',
      { value: 2021, format: 'yyyy"年"' },
      '错误 1905年（存的是 2021） → 年份写成文字，如 2021年',
    ],
  ])('with %s is refused', (_, given, reading) => {
    expect(told(readCell(cell(given)))).toBe(reading)
  })
})

describe('the shortest decimal', () => {
  it.each<[number, string]>([
    [3.3000000000000003, '3.3'],
    [-0.1 - 0.2, '-0.3'],
    [100, '100'],
    [0, '0'],
    [1e-7, '0.0000001'],
    [1e21, '1000000000000000000000'],
    [123456.789, '123456.789'],
    [1234567890123456, '1234567890123460'],
  ])('of %d is %s', (value, text) => {
    expect(shortest(value)).toBe(text)
  })
})
