import type { Operation } from './content/operations.ts'

/** Operators that paint. */
const PAINTS = /^(?:f\*?|F|S|s|B\*?|b\*?|sh|Do|Tj|TJ|'|")$/
/** What draws more than lines and areas. */
const RICHER = /^(?:Do|Tj|TJ|'|")$/
/** A mark by a tag without a meaning. */
const MEANINGLESS = /^\/NonStruct\b/
/** The number of a mark, among its properties. */
const NUMBER = /\/MCID\s+(\d+)/

/** A part of a content stream. */
interface Part {
  operations: Operation[]
  /** How it is marked; undefined where it is not. */
  mark?: Operation
}

/** What is known of the objects around a content stream. */
export interface Surroundings {
  /** Whether an object that it draws has marked content itself. */
  isMarked: (name: string) => boolean
  /** Whether what is marked with this number may be taken out of the tags. */
  isReleasable: (id: number) => boolean
}

/**
 * Marks as artifacts what a content stream paints without a tag, and grounds and rules: what stands under a tag without
 * a meaning, `NonStruct`, and is made of lines and areas alone.
 * @returns the stream, and the numbers that are in it no more; undefined where it is not marked as Chromium marks
 */
export function markArtifacts(
  operations: readonly Operation[],
  { isMarked, isReleasable }: Surroundings,
): { operations: Operation[]; released: number[] } | undefined {
  const parts = partsOf(operations)
  if (!parts) return undefined
  const released: number[] = []
  const marked = parts.flatMap(({ operations, mark }) => {
    const paints = operations.map(({ operator }) => operator).filter(operator => PAINTS.test(operator))
    if (!mark) {
      const isOwn = operations.some(({ operator, operands }) => operator === 'Do' && isMarked(operands.slice(1)))
      return paints.length === 0 || isOwn ? operations : [ARTIFACT, ...operations, END]
    }
    const id = NUMBER.exec(mark.operands)?.[1]
    const isGround = MEANINGLESS.test(mark.operands) && paints.length > 0 && !paints.some(each => RICHER.test(each))
    if (!isGround || id === undefined || !isReleasable(Number(id))) return [mark, ...operations, END]
    released.push(Number(id))
    return [ARTIFACT, ...operations, END]
  })
  return { operations: marked, released }
}

const ARTIFACT: Operation = { operator: 'BMC', operands: '/Artifact' }
const END: Operation = { operator: 'EMC', operands: '' }

/**
 * A content stream by its marks; undefined where marks stand within others, or where a mark would part the beginning of
 * a text from its end.
 */
function partsOf(operations: readonly Operation[]): Part[] | undefined {
  const parts: Part[] = []
  let part: Part = { operations: [] }
  let isText = false
  for (const operation of operations) {
    const { operator } = operation
    const begins = operator === 'BDC' || operator === 'BMC'
    if (begins || operator === 'EMC') {
      if (isText || begins === (part.mark !== undefined)) return undefined
      if (part.operations.length > 0 || part.mark) parts.push(part)
      part = { operations: [], ...(begins && { mark: operation }) }
      continue
    }
    if (operator === 'BT') isText = true
    else if (operator === 'ET') isText = false
    part.operations.push(operation)
  }
  if (part.mark || isText) return undefined
  return part.operations.length > 0 ? [...parts, part] : parts
}
