import stringWidth from 'string-width'

/** Columns of a line, as Prettier is told. */
const WIDTH = 120
const STEP = '  '
/** A key of so few columns keeps its text on its own line, however long that is. */
const SHORT_KEY = 2

/** Where a value is printed. */
export interface Place {
  /** The spaces before its line. */
  indent: string
  /** Columns of its line that are taken before it. Default: those of `indent`. */
  column?: number
  /** Columns that what follows it on its last line takes. Default: 1, a comma. */
  tail?: number
  /** Whether an object is laid out with a line for each key even where it would fit on one. Default: `isEntry`. */
  expanded?: (value: object) => boolean
}

type Fields = Readonly<Record<string, unknown>>

/** What stands in code by its name. */
export class Name {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** Whether something is one of the larger entries of a deck's data, which have a line for each key. */
function isEntry(value: object): boolean {
  return ['evidence', 'expression', 'speaker', 'alt'].some(key => key in value)
}

/** Prints a value of a deck's data as TypeScript, laid out as Prettier does. */
export function printLiteral(value: unknown, place: Place): string {
  const { indent, column = indent.length, tail = 1, expanded = isEntry } = place
  if (!mustBreak(value, expanded)) {
    const line = onOneLine(value)
    if (column + stringWidth(line) + tail <= WIDTH) return line
  }
  const inner = { indent: indent + STEP, expanded }
  if (Array.isArray(value)) {
    const lines = value.map(each => `${inner.indent}${printLiteral(each, inner)},\n`)
    return `[\n${lines.join('')}${indent}]`
  }
  const call = callOf(value)
  if (call) {
    const [name, ...operands] = call
    const lines = operands.map(each => `${inner.indent}${printLiteral(each, inner)},\n`)
    return `${name}(\n${lines.join('')}${indent})`
  }
  if (isFields(value)) {
    const lines = entriesOf(value).map(([key, each]) => `${inner.indent}${printField(key, each, inner)},\n`)
    return `{\n${lines.join('')}${indent}}`
  }
  return onOneLine(value)
}

/** Prints `key: value`; a text that does not fit stands on the next line. */
export function printField(key: string, value: unknown, place: Place): string {
  const name = printKey(key)
  if (value instanceof Name && value.name === key) return key
  const column = (place.column ?? place.indent.length) + stringWidth(name) + 2
  const line = printLiteral(value, { ...place, column })
  const fits = column + stringWidth(line) + (place.tail ?? 1) <= WIDTH
  return fits || typeof value !== 'string' || stringWidth(name) <= SHORT_KEY
    ? `${name}: ${line}`
    : `${name}:\n${place.indent}${STEP}${line}`
}

/** The name of a key, quoted where it has to be. */
export function printKey(key: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? key : printText(key)
}

function printText(text: string): string {
  const quote = text.split("'").length > text.split('"').length ? '"' : "'"
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll(/[\u2028\u2029]/g, each => `\\u${each.charCodeAt(0).toString(16)}`)
  return quote + escaped + quote
}

function onOneLine(value: unknown): string {
  if (typeof value === 'string') return printText(value)
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`
  const call = callOf(value)
  if (call) return `${call[0]}(${call.slice(1).map(onOneLine).join(', ')})`
  if (value instanceof Name) return value.name
  if (!isFields(value)) return Object.is(value, -0) ? '-0' : String(value)
  const fields = entriesOf(value).map(([key, each]) =>
    each instanceof Name && each.name === key ? key : `${printKey(key)}: ${onOneLine(each)}`,
  )
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !(value instanceof Name)
}

function entriesOf(value: Fields): [string, unknown][] {
  return Object.entries(value).filter(([, each]) => each !== undefined)
}

const CALLS: Readonly<Record<string, string>> = { '+': 'plus', '−': 'minus', '÷': 'over' }

/** A step of a formula as the function that makes it, and what goes into that. */
function callOf(value: unknown): readonly [name: string, ...operands: unknown[]] | undefined {
  if (!isFields(value) || typeof value.op !== 'string') return undefined
  if (value.op === 'figure') return ['figure', value.id]
  if (value.op === 'percent') return ['percent', value.value]
  const name = CALLS[value.op]
  return name === undefined ? undefined : [name, value.left, value.right]
}

/** The functions that the formulas in a value are written with, in the order of the alphabet. */
export function functionsIn(value: unknown): string[] {
  const call = callOf(value)
  const inner = call ? call.slice(1) : isFields(value) ? Object.values(value) : []
  return [...new Set([...(call ? [call[0]] : []), ...inner.flatMap(functionsIn)])].sort()
}

/** Lists of several records, and of several lists, have a line for each. */
function mustBreak(value: unknown, expanded: (value: object) => boolean): boolean {
  if (!isFields(value)) return false
  if (callOf(value)) return false
  const inner = Object.values(value)
  if (inner.some(each => mustBreak(each, expanded))) return true
  if (!Array.isArray(value)) return expanded(value) && inner.length > 0
  const sizes = inner.map(each => (isFields(each) && !callOf(each) ? entriesOf(each).length : 0))
  const lists = inner.filter(each => Array.isArray(each)).length
  return inner.length > 1 && sizes.every(size => size > 1) && (lists === 0 || lists === inner.length)
}
