const CHINESE_DIGITS = '零一二三四五六七八九'
const VALUES: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...CHINESE_DIGITS].map((char, value) => [char, value])),
  〇: 0,
  两: 2,
  ...Object.fromEntries([...'壹贰叁肆伍陆柒捌玖'].map((char, index) => [char, index + 1])),
}
const TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }

/** Tens written as one character. */
const JOINED: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十', 卌: '四十' }

/** Characters that Chinese numerals are written with. */
export const NUMERAL = [VALUES, TENS, MYRIADS, JOINED].flatMap(Object.keys).join('')

/** Below ten thousand: digits and tens by turns, tens falling. `NaN` for what is no number, such as 三五 or 十三五. */
function parseSection(text: string): number {
  let [sum, digit, least] = [0, Number.NaN, 1e4]
  let zero = false
  for (const char of text) {
    if (char === '零' || char === '〇') {
      if (!Number.isNaN(digit)) return Number.NaN
      zero = true
    } else if (char in VALUES) {
      if (!Number.isNaN(digit)) return Number.NaN
      digit = VALUES[char]!
    } else {
      const tens = TENS[char]!
      // 十 alone is ten; a hundred or a thousand is always told how many.
      if (tens >= least || (Number.isNaN(digit) && !(tens === 10 && (sum === 0 || zero)))) return Number.NaN
      sum += (Number.isNaN(digit) ? 1 : digit) * tens
      ;[least, digit, zero] = [tens, Number.NaN, false]
    }
  }
  if (Number.isNaN(digit)) return sum
  // 一百二 is 120, 一百零二 is 102.
  return sum + digit * (least >= 100 && least < 1e4 && !zero ? least / 10 : 1)
}

/**
 * What a Chinese numeral is worth: 三十六, 廿三, 两千五百, 一亿二千万, 三点五. `NaN` for characters that make none, such as 五一,
 * 十四五 or 百.
 */
export function parseNumeral(written: string): number {
  const text = written.replace(/[廿卅卌]/g, char => JOINED[char]!)
  const [whole = '', decimals] = text.split('点')
  if (decimals !== undefined) {
    const digits = [...decimals].map(char => VALUES[char])
    const value = parseNumeral(whole)
    return digits.includes(undefined) || digits.length === 0 ? Number.NaN : Number(`${value}.${digits.join('')}`)
  }
  if (whole === '') return Number.NaN
  let [total, section, least] = [0, '', 1]
  for (const char of whole) {
    const myriad = MYRIADS[char]
    if (myriad === undefined) {
      if (!(char in VALUES || char in TENS)) return Number.NaN
      section += char
      continue
    }
    const value = section === '' ? Number.NaN : parseSection(section)
    if (Number.isNaN(value) && total === 0) return Number.NaN
    total = Number.isNaN(value) ? total * myriad : total + value * myriad
    ;[section, least] = ['', myriad]
  }
  if (section === '') return total
  // 两万五 is 25000, 两万零五 is 20005.
  return total + parseSection(section) * (section.length === 1 && section in VALUES ? Math.max(least / 10, 1) : 1)
}

/** Prints 1 to 99 as a Chinese numeral, and what lies outside in digits. */
export function toChineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) return String(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const last = ones ? CHINESE_DIGITS.charAt(ones) : ''
  if (tens === 0) return last
  return `${tens > 1 ? CHINESE_DIGITS.charAt(tens) : ''}十${last}`
}
