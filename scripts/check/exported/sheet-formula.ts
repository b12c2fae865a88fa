/** Numbers, cells, functions, signs and brackets of a formula. */
const TOKEN = /\s*(\d+(?:\.\d+)?|\$?[A-Z]{1,3}\$?\d+|MAX|MIN|[-+*/(),])/y

/**
 * What a formula of a chart's workbook comes to: sums and differences of cells, the larger or smaller of them.
 * @param cell the number of a cell; undefined where it has none
 * @returns undefined for a formula with anything else in it
 */
export function evaluateFormula(formula: string, cell: (ref: string) => number | undefined): number | undefined {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  for (let at = 0; at < formula.trimEnd().length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at
    const [, token] = TOKEN.exec(formula) ?? []
    if (token === undefined) return undefined
    tokens.push(token)
  }
  let next = 0
  const take = (...wanted: string[]): string | undefined =>
    wanted.includes(tokens[next] ?? '') ? tokens[next++] : undefined
  const sum = (): number => {
    let value = product()
    for (let sign = take('+', '-'); sign; sign = take('+', '-')) value += sign === '+' ? product() : -product()
    return value
  }
  const product = (): number => {
    let value = operand()
    for (let sign = take('*', '/'); sign; sign = take('*', '/'))
      value = sign === '*' ? value * operand() : value / operand()
    return value
  }
  const operand = (): number => {
    const sign = take('-', '+')
    if (sign) return sign === '-' ? -operand() : operand()
    const name = take('MAX', 'MIN')
    if (take('(')) {
      const values = [sum()]
      while (take(',')) values.push(sum())
      if (!take(')') || (!name && values.length > 1)) return NaN
      return name ? Math[name === 'MAX' ? 'max' : 'min'](...values) : values[0]!
    }
    const token = tokens[next++] ?? ''
    return /^\d/.test(token) ? Number(token) : (cell(token.replaceAll('$', '')) ?? NaN)
  }
  const value = sum()
  return next === tokens.length && Number.isFinite(value) ? value : undefined
}
