/** An operation of a content stream. */
export interface Operation {
  operator: string
  /** What it is applied to, as it is written: numbers, names, strings, arrays, dictionaries. */
  operands: string
}

const SPACE = /^[\0\t\n\f\r ]$/
const DELIMITER = /^[()<>[\]{}/%]$/
/** What operands begin with that are no strings, arrays or dictionaries: numbers and names. */
const PLAIN = /^[\d+\-./]$/

/** What the first 256 characters are, by their codes: a stream has no others. */
const WORD = 0
const BLANK = 1
const OPENING = 2
const OTHER = 3
const KINDS = Uint8Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (SPACE.test(character)) return BLANK
  if (/[(<[]/.test(character)) return OPENING
  return DELIMITER.test(character) ? OTHER : WORD
})
const IS_PLAIN = Array.from({ length: 256 }, (_, code) => PLAIN.test(String.fromCharCode(code)))
const [SLASH, PERCENT] = ['/'.charCodeAt(0), '%'.charCodeAt(0)]
const CONSTANT = /^(?:true|false|null)$/

/**
 * The operations of a content stream; undefined where it is not well formed, or where a picture is written within it,
 * whose bytes may look like anything.
 * @param content a character a byte
 */
export function parseContent(content: string): Operation[] | undefined {
  const operations: Operation[] = []
  // Where the operands begin and end that have been read.
  let first = -1
  let last = -1
  let at = skipBlanks(content, 0)
  while (at < content.length) {
    const code = content.charCodeAt(at)
    const isNested = KINDS[code] === OPENING
    const end = isNested ? endOfNested(content, at) : endOfWord(content, at)
    if (end === at) return undefined
    const word = isNested || IS_PLAIN[code] ? undefined : content.slice(at, end)
    if (word === 'BI') return undefined
    if (word === undefined || CONSTANT.test(word)) {
      if (first === -1) first = at
      last = end
    } else {
      operations.push({ operator: word, operands: first === -1 ? '' : content.slice(first, last) })
      first = -1
    }
    at = skipBlanks(content, end)
  }
  return first === -1 ? operations : undefined
}

/** The operations as a content stream, each on a line of its own. */
export function writeContent(operations: readonly Operation[]): string {
  let content = ''
  for (const { operator, operands } of operations)
    content += operands === '' ? `${operator}\n` : `${operands} ${operator}\n`
  return content
}

function skipBlanks(content: string, start: number): number {
  let at = start
  for (;;) {
    const code = content.charCodeAt(at)
    if (code === PERCENT) at = endOfLine(content, at)
    else if (KINDS[code] === BLANK) at += 1
    else return at
  }
}

function endOfLine(content: string, start: number): number {
  const length = content.slice(start).search(/[\r\n]/)
  return length === -1 ? content.length : start + length
}

/** Where a name, a number or an operator ends; where it begins if there is none. */
function endOfWord(content: string, start: number): number {
  let at = content.charCodeAt(start) === SLASH ? start + 1 : start
  while (KINDS[content.charCodeAt(at)] === WORD) at += 1
  return at
}

/** Where a string, an array or a dictionary ends; where it begins if it does not end. */
function endOfNested(content: string, start: number): number {
  const closers: string[] = []
  for (let at = start; at < content.length; at += 1) {
    const character = content[at]!
    const closer = closers.at(-1)
    const pair = content.slice(at, at + 2)
    if (closer === ')') {
      if (character === '\\') at += 1
      else if (character === '(') closers.push(')')
      else if (character === ')') closers.pop()
    } else if (character === '(') closers.push(')')
    else if (character === '[') closers.push(']')
    else if (pair === '<<') {
      closers.push('>>')
      at += 1
    } else if (character === '<') {
      at = content.indexOf('>', at)
      if (at === -1) return start
    } else if (character === closer) closers.pop()
    else if (pair === closer) {
      closers.pop()
      at += 1
    } else if (/[\]>%]/.test(character)) return start
    if (closers.length === 0) return at + 1
  }
  return start
}
