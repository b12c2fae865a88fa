import { isDateFormat, isPercentFormat } from 'numfmt'
import { DIRECTION_OF, directionOf } from '../../../model/changes.ts'
import { QUALIFIERS_BEHIND, QUALIFIERS_IN_FRONT } from '../../../model/qualifiers.ts'
import { bareText, readCell as readPrinted } from '../../../model/reading/cells.ts'
import { INVISIBLE, normalizeWidth } from '../../../model/reading/text.ts'
import { parseUnit } from '../../../model/units.ts'
import { decimalsIn } from '../../../model/values.ts'
import type { CellReading, CellValue, SheetCell } from './cell.ts'
import { isGeneral, printNumber, shortest, SIGNIFICANT } from './print-cell.ts'
import { dateCode, timeOf } from './times.ts'
import { unitOf } from './units.ts'

/** Digits after the point that a figure may have. */
const MOST_DECIMALS = 4

const wrong = (found: string, expected: string): CellReading => ({ kind: 'error', found, expected })

/**
 * Reads a cell of an office's own workbook. What has one meaning is read, however it is written, and told in
 * `normalised`; what has none, or several, is an error.
 */
export function readCell(cell: SheetCell): CellReading {
  const { value, error, formula, linked } = cell
  if (error !== undefined) return wrong(error, '一个数；公式出了错，请改好再保存')
  if (value === null && formula) return wrong('（公式没有存下结果）', '一个数；请用 Excel 或 WPS 打开，算好再保存')
  if (value === null) return { kind: 'blank' }
  if (typeof value === 'boolean') return wrong(value ? 'TRUE' : 'FALSE', '一个数')
  const reading = typeof value === 'number' ? readNumber(value, cell.format) : readText(value)
  return linked ? noted(reading, '引用别的工作簿，用存下的结果') : reading
}

function noted(reading: CellReading, ...notes: readonly string[]): CellReading {
  if (reading.kind !== 'value' || notes.length === 0) return reading
  return { ...reading, normalised: [reading.normalised, ...notes].filter(Boolean).join('、') }
}

/** A number as it is shown: what people have seen in it, and have signed. */
function readNumber(value: number, pattern = 'General'): CellReading {
  const printed = printNumber(value, pattern)
  if (isDateFormat(pattern)) return readDate(value, pattern, printed)
  const own = shortest(value)
  const kept = String(value)
  if (!/\d/.test(printed))
    return printed === '' && value === 0 ? { kind: 'blank' } : wrong(`${own}，显示为“${printed}”`, '显示出来的数')
  if (isGeneral(pattern))
    return noted(readText(printed, false), ...(own === kept || /e/.test(kept) ? [] : [`存的是 ${kept}，去掉尾数`]))
  const reading = readText(printed, false)
  if (reading.kind !== 'value')
    return reading.kind === 'error' ? reading : wrong(printed, '一个数；请改单元格的数字格式')
  const shown = shownAs(value, reading, isPercentFormat(pattern))
  if (shown === undefined) return wrong(`${own}，显示为“${printed}”`, '显示的数与存的数一致；请改单元格的数字格式')
  const notes = [
    ...(isPercentFormat(pattern) ? ['百分数格式'] : []),
    ...(shortest(shown) === own ? [] : [`存的是 ${own}，按显示的取`]),
  ]
  return noted(reading, ...notes)
}

/** What is shown of a number, as the number would be kept; `undefined` where that is no rounding of it. */
function shownAs(value: number, { digits, negative, unit = '' }: CellValue, percent: boolean): number | undefined {
  const shown = negative ? -Number(digits) : Number(digits)
  // A sign that the format only writes behind the number does not divide it.
  const scales = percent ? [0.01] : unit === '‰' ? [0.001, 1] : [1, parseUnit(unit)?.scale ?? 1]
  const scale = scales.find(each => Math.abs(value - shown * each) <= each * 10 ** -decimalsIn(digits) * 0.500001)
  return scale === undefined ? undefined : shown * scale
}

/** A date is no number, but may be the head of a row or column. */
function readDate(value: number, pattern: string, printed: string): CellReading {
  const date = dateCode(value, pattern)
  // Whoever types a year into a cell for dates gets a day of 1905.
  if (date !== undefined && Number.isInteger(value) && value >= 1949 && value <= 2100)
    return wrong(`${printed}（存的是 ${value}）`, `年份写成文字，如 ${value}年`)
  return { kind: 'text', text: printed, ...(date !== undefined && { date }) }
}

const CHANGES = Object.keys(DIRECTION_OF)
  .sort((a, b) => b.length - a.length)
  .join('|')
const GROUPED = '\\d{1,3}(?:[, ]\\d{3})+(?:\\.\\d+)?'
const NUMBER = new RegExp(
  `^(?:(?<change>(?:同比|环比)?(?:${CHANGES}))|(?<arrow>[↑↓]))?\\s*(?<front>${QUALIFIERS_IN_FRONT})?\\s*(?<open>\\()?` +
    `(?<sign>[+\\-−–—负])?\\s*(?<currency>¥)?\\s*(?<digits>${GROUPED}|\\d+(?:\\.\\d+)?|\\.\\d+)\\s*(?<rest>.*?)$`,
)
const REST = new RegExp(`^(?<odd>[余多])?\\s*(?<unit>.*?)\\s*(?<behind>${QUALIFIERS_BEHIND})?\\s*(?<mark>[*※])?$`)
/** A place in a ranking. */
const PLACE = /^第\s*([1-9]\d*)\s*[位名]$/
/** What is meant as a number, whatever it is. */
const NUMBER_LIKE = /^[+-]?[\d.,'\sOolI]*\d[\d.,'\sOolI]*%?$/
const FAULT = /^#(?:[A-Z/]+[0?!]*|#+)$/i

/** @param typed whether the cell holds a text */
function readText(given: string, typed = true): CellReading {
  const seen = given.replace(INVISIBLE, '').trim()
  const text = normalizeWidth(seen).replace(/[￥¥]/g, '¥')
  const printed = readPrinted(text)
  if (text === '') return { kind: 'blank' }
  if (printed.sort === 'gap') return { kind: 'gap', text: seen }
  if (FAULT.test(text)) return wrong(seen, '一个数；公式出了错，请改好再保存')
  const date = timeOf(text.replace(/\s+/g, ''))
  if (date !== undefined && printed.sort !== 'number') return { kind: 'text', text: seen, ...(date !== '' && { date }) }
  if (text === '持平')
    return { kind: 'value', digits: '0', negative: false, unit: '%', change: text, normalised: '“持平”读作 0%' }
  const place = PLACE.exec(text)?.[1]
  if (place !== undefined)
    return { kind: 'value', digits: place, negative: false, unit: '位', normalised: `“${seen}”读作 ${place}位` }
  const own = NUMBER.exec(text)?.groups
  const reading = own && valueOf(own, seen, typed)
  if (reading) return reading
  return NUMBER_LIKE.test(text) ? wrong(seen, '写法分得清的一个数，如 1,234.5') : { kind: 'text', text: seen }
}

/** The value of a cell that is a number with all that belongs to it; `undefined` where more stands there. */
function valueOf(
  { change, arrow, front, open, sign, currency, digits: written = '', rest: behindDigits = '' }: Groups,
  seen: string,
  typed: boolean,
): CellReading | undefined {
  const closed = /^[%‰]?\s*\)/.test(behindDigits)
  if ((open !== undefined) !== closed) return undefined
  const rest = (open === undefined ? behindDigits : behindDigits.replace(')', '')).replace(/^\((.+)\)$/, '$1')
  const { odd, unit: unitText = '', behind, mark } = REST.exec(rest)!.groups!
  const own = unitText === '' ? undefined : unitOf(unitText)
  const unit = currency === undefined ? own : currencyUnit(unitText)
  const inner = /[余多]/.exec(unitText)?.[0]
  if (inner !== undefined && unitOf(unitText.replace(inner, '')) !== undefined)
    return wrong(seen, `“${inner}”紧跟在数字后面，如 14${inner}${unitText.replace(inner, '')}`)
  if ((unitText !== '' || currency !== undefined) && unit === undefined) return undefined
  if (/^0\d/.test(written)) return undefined
  const digits = written.replace(/[, ]/g, '').replace(/^\./, '0.')
  const qualifiers = [front, odd, behind].filter(word => word !== undefined)
  if (qualifiers.length > 1) return wrong(seen, '只有一个限定词')
  const signed = sign !== undefined && sign !== '+'
  const falls = arrow === '↓' || (change !== undefined && directionOf(change) === 'fall')
  if ([signed, open !== undefined, falls].filter(Boolean).length > 1 || (signed && arrow === '↑'))
    return wrong(seen, '正负只写一处：负号、括号或“下降”')
  if (change !== undefined && signed) return wrong(seen, '增减词后面是正数')
  if (digits.replace('.', '').replace(/^0+/, '').length > SIGNIFICANT)
    return wrong(seen, `不超过 ${SIGNIFICANT} 位有效数字的数`)
  if (decimalsIn(digits) > MOST_DECIMALS)
    return wrong(seen, `至多 ${MOST_DECIMALS} 位小数；请在单元格格式里定好小数位数`)
  const notes = [
    ...(typed ? ['文字'] : []),
    ...(/[０-９．％]/.test(seen) ? ['全角'] : []),
    ...(typed && /[, ]/.test(written) ? ['千分位'] : []),
    ...(open !== undefined || arrow === '↓' ? [`“${open === undefined ? arrow : '括号'}”是负数`] : []),
    ...(unit === undefined || unit === '%' || unit === '‰' ? [] : [`格里的单位“${unit}”`]),
    ...qualifiers.map(word => `限定词“${word}”`),
    ...(mark === undefined ? [] : [`注号“${mark}”不读`]),
    ...(change === undefined ? [] : [`增减词“${change}”`]),
  ]
  return {
    kind: 'value',
    digits,
    negative: (signed || open !== undefined || falls) && Number(digits) !== 0,
    ...(unit !== undefined && { unit }),
    ...(qualifiers[0] !== undefined && { qualifier: qualifiers[0] }),
    ...(change !== undefined && { change }),
    ...(notes.length > 0 && { normalised: notes.join('、') }),
  }
}

type Groups = Readonly<Record<string, string | undefined>>

/** 元 of ¥, with the scale behind the number; of ¥ the unit may stand there too. */
function currencyUnit(behind: string): string | undefined {
  return behind.endsWith('元') ? unitOf(behind) : unitOf(`${bareText(behind)}元`)
}
