import type { Expression } from '../../model/expression.ts'
import { figure, minus, over, percent, plus } from '../../model/expression.ts'
import type { Names } from './names.ts'

/** How tightly an operation binds what stands beside it. */
const RANK = { '+': 1, '−': 1, '÷': 2 } as const
type Sign = keyof typeof RANK
const MAKE: Record<Sign, (left: Expression, right: Expression) => Expression> = { '+': plus, '−': minus, '÷': over }
/** Signs as they are typed. */
const SIGNS: Readonly<Record<string, Sign>> = {
  ...{ '+': '+', '＋': '+', '-': '−', '−': '−', '－': '−', '–': '−', '÷': '÷', '/': '÷', '／': '÷' },
}
const WRITTEN: Record<Sign, string> = { '+': '+', '−': '-', '÷': '÷' }

/** An id of a figure, or of a cell of a table. */
const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:@.+)?$/

const isSign = (op: Expression['op']): op is Sign => Object.hasOwn(RANK, op)

/** A formula as text: `high-tech-total - high-tech-new`, `trade ÷ (100% + trade-growth)`. */
export function printFormula(expression: Expression): string {
  if (expression.op === 'figure') return expression.id
  if (expression.op === 'percent') return `${expression.value}%`
  const { op, left, right } = expression
  if (!isSign(op)) throw new Error(`no formula has “${op}”`)
  const inner = (side: Expression, least: number): string => {
    const text = printFormula(side)
    return isSign(side.op) && RANK[side.op] < least ? `(${text})` : text
  }
  return `${inner(left, RANK[op])} ${WRITTEN[op]} ${inner(right, RANK[op] + 1)}`
}

/** What is wrong with a formula. */
export class FormulaError extends Error {}

/**
 * Reads a formula. Signs stand between spaces, as ids have strokes in them; figures are named by id or label.
 * @throws FormulaError
 */
export function parseFormula(text: string, figures: Pick<Names, 'idOf' | 'nearest'>): Expression {
  const tokens = tokensOf(text)
  let at = 0
  const expression = sum()
  if (at < tokens.length) throw new FormulaError(`“${tokens[at]}”的前面少了 +、-、÷`)
  return expression

  function sum(): Expression {
    return chain(() => chain(operand, ['÷']), ['+', '−'])
  }

  function chain(next: () => Expression, signs: readonly Sign[]): Expression {
    let left = next()
    for (let sign = signAt(); sign !== undefined && signs.includes(sign); sign = signAt()) {
      at += 1
      left = MAKE[sign](left, next())
    }
    return left
  }

  function signAt(): Sign | undefined {
    return SIGNS[tokens[at] ?? '']
  }

  function operand(): Expression {
    const token = tokens[at]
    if (token === undefined) throw new FormulaError('算式没有写完')
    at += 1
    if (token === '(') {
      const inner = sum()
      if (tokens[at] !== ')') throw new FormulaError('括号没有配对')
      at += 1
      return inner
    }
    if (token === ')' || signOf(token)) throw new FormulaError(`“${token}”的前面少了数据`)
    const [, whole] = /^(\d+(?:\.\d+)?)[%％]$/.exec(token) ?? []
    if (whole !== undefined) return percent(Number(whole))
    // An id that is not there is told of by the rules on data, beside all others.
    const id = figures.idOf(token) ?? (ID.test(token) ? token : undefined)
    if (id === undefined) throw new FormulaError(`没有数据“${token}”${figures.nearest(token)}；+、-、÷ 两边要有空格`)
    return figure(id)
  }
}

const signOf = (token: string): Sign | undefined => SIGNS[token]

/** Words between spaces; brackets at their ends stand for themselves unless they belong to the word, as in 县(区). */
function tokensOf(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .flatMap(word => {
      if (word === '') return []
      const [open] = /^[(（]*/.exec(word)!
      let rest = word.slice(open.length)
      let closed = ''
      while (/[)）]$/.test(rest) && count(rest, /[)）]/g) > count(rest, /[(（]/g)) {
        rest = rest.slice(0, -1)
        closed += ')'
      }
      return [...'('.repeat(open.length), ...(rest === '' ? [] : [rest]), ...closed]
    })
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
