import type { FindFigure } from '../../../../components/charts/define-chart.ts'
import type { DrawnItem, DrawnText } from './drawing.ts'
import type { LabelPlace, NativeLabel, NativeNumber, NativeRun, Area } from './native-chart.ts'
import { numberFormat } from './number-format.ts'

/** Px between a point and its label, where PowerPoint puts it; px that are not worth moving a label for. */
const GAP = 4
const STILL = 3
/** Room between texts that is a space, in shares of their size. */
const SPACE = 0.2

/** The rectangle around others. */
export function around(rects: readonly Area[]): Area {
  const [left, top] = [Math.min(...rects.map(each => each.left)), Math.min(...rects.map(each => each.top))]
  const right = Math.max(...rects.map(each => each.left + each.width))
  const bottom = Math.max(...rects.map(each => each.top + each.height))
  return { left, top, width: right - left, height: bottom - top }
}

/** The middle of a rectangle. */
export function middleOf({ left, top, width, height }: Area): [x: number, y: number] {
  return [left + width / 2, top + height / 2]
}

/** Texts by lines, from the top down, each from the left on. */
export function linesOf<Text extends Area>(texts: readonly Text[]): Text[][] {
  const lines: Text[][] = []
  for (const text of [...texts].sort((a, b) => middleOf(a)[1] - middleOf(b)[1])) {
    const line = lines.at(-1)
    if (line && Math.abs(middleOf(line[0]!)[1] - middleOf(text)[1]) < text.height / 2) line.push(text)
    else lines.push([text])
  }
  return lines.map(line => line.sort((a, b) => a.left - b.left))
}

/** The middle of a label that stands at one side of a mark. */
function middleAt(at: LabelPlace, mark: Area, { width, height }: Area, towards: readonly [number, number]): number[] {
  const [x, y] = middleOf(mark)
  const sides: Record<LabelPlace, readonly [number, number]> = {
    ...{ ctr: [0, 0], t: [0, -1], b: [0, 1], l: [-1, 0], r: [1, 0] },
    outEnd: towards,
  }
  const [right, down] = sides[at]
  return [x + right * ((mark.width + width) / 2 + GAP), y + down * ((mark.height + height) / 2 + GAP)]
}

/**
 * The label of a point, with a number format for what is its number.
 * @param mark what it stands at
 * @param towards the direction in which a bar grows
 * @returns `undefined` where nothing stands there
 */
export function labelOf(
  { texts }: Pick<DrawnItem, 'texts'>,
  number: NativeNumber,
  place: { at: LabelPlace; mark: Area; towards?: readonly [number, number] },
  figure: FindFigure,
): NativeLabel | undefined {
  if (texts.length === 0) return undefined
  const rise = number.figure !== undefined && figure(number.figure).change !== undefined ? '+' : ''
  const runOf = ({ text, size, bold, color }: DrawnText): NativeRun => {
    const format = numberFormat(text, number.value, rise)
    return { text, size, bold, color, ...(format !== undefined && { format }) }
  }
  // Further lines say something else: the slide draws them.
  const [line = []] = linesOf(texts)
  const extent = around(line)
  const wanted = middleOf(extent)
  const own = middleAt(place.at, place.mark, extent, place.towards ?? [0, 0])
  const [right, down] = [0, 1].map(axis => wanted[axis]! - own[axis]!) as [number, number]
  const { ground } = texts[0]!
  const runs = line.flatMap((text, index): NativeRun[] => {
    const before = line[index - 1]
    const apart = before && text.left - before.left - before.width >= SPACE * Math.min(text.size, before.size)
    return apart ? [{ text: ' ', size: text.size, bold: text.bold, color: text.color }, runOf(text)] : [runOf(text)]
  })
  return {
    runs,
    at: place.at,
    moved: Math.max(Math.abs(right), Math.abs(down)) <= STILL ? [0, 0] : [right, down],
    ...(ground !== undefined && { ground }),
  }
}
