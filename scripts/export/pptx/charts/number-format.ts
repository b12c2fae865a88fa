/** The numbers in a text: digits, grouped or not. */
const NUMBER = /\d[\d,]*(?:\.\d+)?/g

/** Words of a number format, as they are. */
function literal(text: string): string {
  return text === ''
    ? ''
    : text
        .split('"')
        .map(words => `"${words}"`)
        .join('\\"')
}

/**
 * The number format by which a sheet prints a number as a text does: so many digits, no rounding, all else words. With
 * another sign the number is printed with that sign.
 * @param rise what stands before rises where a fall has its minus: + or nothing
 * @returns `undefined` where the text has the number in other writing, or has several
 */
export function numberFormat(text: string, value: number, rise: '+' | '' = ''): string | undefined {
  const found = [...text.matchAll(NUMBER)]
  const [{ 0: digits = '', index = 0 } = {}] = found
  if (found.length !== 1 || Number(digits.replaceAll(',', '')) !== Math.abs(value)) return undefined
  const [before, behind] = [text.slice(0, index), text.slice(index + digits.length)]
  const [, sign = '', words = ''] = /^([+−]?)(.*)$/s.exec(before)!
  if (value < 0 !== (sign === '−')) return undefined
  const [whole = '', decimals = ''] = digits.split('.')
  const places = (whole.includes(',') ? '#,##0' : '0') + (decimals && `.${'0'.repeat(decimals.length)}`)
  const section = (own: string): string => literal(own + words) + places + literal(behind)
  return `${section(value < 0 ? rise : sign)};${section('−')}`
}
