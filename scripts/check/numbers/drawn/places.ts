import type { ChartFacts, Mark, Word } from '../facts.ts'

type Box = Mark['box']
type Side = readonly [before: 'left' | 'top', behind: 'right' | 'bottom']

/** Marks at which words may stand. */
const PLACES = /^(?:bar|goal|segment|step|point|whole|track|part|base|cut|arc|arc-rest|icon|hollow|cell|fill)$/
const X: Side = ['left', 'right']
const Y: Side = ['top', 'bottom']
/** Px by which marks may touch, and the middles of words have to be apart. */
const APART = 2

function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  }
}

function middle(box: Box, [before, behind]: Side): number {
  return (box[before] + box[behind]) / 2
}

/**
 * Words that stand at the mark of another figure: where marks follow one another, beside or below each other, their
 * names and their numbers each follow in the same order. Bars are told apart across their length alone.
 */
export function misplaced({ marks, words }: ChartFacts): { word: Word; other: string }[] {
  const drawn = marks.filter(({ kind, painted }) => painted && PLACES.test(kind))
  const zero = marks.find(({ kind }) => kind === 'zero')?.box
  const points = drawn.some(({ kind }) => kind === 'point' || kind === 'segment')
  const sides = zero === undefined ? [X, Y] : zero.right - zero.left < zero.bottom - zero.top ? [Y] : [X]
  const places = new Map(
    [...new Set(drawn.map(({ figure }) => figure))].map(figure => [
      figure,
      around(drawn.filter(mark => mark.figure === figure).map(({ box }) => box)),
    ]),
  )
  /** Whether the marks of one figure lie before those of another, and its word behind the other's. */
  const crosses = (one: Word, two: Word): boolean => {
    const [first, second] = [places.get(one.figure), places.get(two.figure)]
    if (first === undefined || second === undefined) return false
    // At one time, what is above another has its words above; at different times, heights say nothing.
    const beside = first.right <= second.left + APART || second.right <= first.left + APART
    return (points ? (beside ? [X] : [Y]) : sides).some(
      side =>
        first[side[1]] <= second[side[0]] + APART &&
        middle(first, side) < middle(second, side) &&
        middle(one.box, side) > middle(two.box, side) + APART,
    )
  }
  return words.flatMap((word, index) => {
    const other = words
      .slice(index + 1)
      .find(
        each => each.kind === word.kind && each.figure !== word.figure && (crosses(word, each) || crosses(each, word)),
      )
    return other ? [{ word, other: other.figure }] : []
  })
}
