import type { Mark, Point } from '../facts.ts'

type Shape = SVGGeometryElement
type Box = Mark['box']

/** Numbers that each command of a path takes; its end point comes last. */
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, T: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, A: 7, Z: 0 }

/** A piece of a path. */
interface Piece {
  from: Point
  to: Point
  /** Of a part of a circle. */
  arc?: { radius: number; large: boolean; clockwise: boolean }
}

/** The pieces of a path, in the order in which they are drawn; moves are pieces too. */
export function pathPieces(d: string): Piece[] {
  const pieces: Piece[] = []
  let [x, y, startX, startY] = [0, 0, 0, 0]
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-df-z])([^a-df-z]*)/gi)) {
    const numbers = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi)].map(Number)
    const command = letter.toUpperCase()
    const takes = TAKES[command] ?? 0
    const relative = letter !== command
    if (command === 'Z') [x, y] = [startX, startY]
    for (let at = 0; takes > 0 && at + takes <= numbers.length; at += takes) {
      const own = numbers.slice(at, at + takes)
      const from: Point = [x, y]
      const [fromX, fromY] = relative ? from : [0, 0]
      if (command === 'H') x = fromX + own[0]!
      else if (command === 'V') y = fromY + own[0]!
      else [x, y] = [fromX + own[takes - 2]!, fromY + own[takes - 1]!]
      if (command === 'M' && at === 0) [startX, startY] = [x, y]
      const [radius = 0, other, , large, sweep] = own
      const isArc = command === 'A' && radius === other
      pieces.push({
        from,
        to: [x, y],
        ...(isArc && { arc: { radius, large: large === 1, clockwise: sweep === 1 } }),
      })
    }
  }
  return pieces
}

const TURN = 2 * Math.PI

/** How far a piece of a circle goes around it. */
function angleOf({ from, to, arc }: Piece & { arc: NonNullable<Piece['arc']> }): number {
  const half = Math.asin(Math.min(1, Math.hypot(to[0] - from[0], to[1] - from[1]) / (2 * arc.radius)))
  const angle = arc.large ? TURN - 2 * half : 2 * half
  return arc.clockwise ? angle : -angle
}

/**
 * What a piece of a ring, or of a whole circle, takes of the turn, in percent: clockwise, from the top. Its outline is
 * drawn from the beginning of its outer edge to that of the inner one, or to the middle; undefined for any other.
 */
export function turnOf(d: string): Mark['turn'] {
  const [move, ...pieces] = pathPieces(d)
  const radius = pieces[0]?.arc?.radius
  const end = pieces.findIndex(({ arc }) => arc?.radius !== radius)
  const last = pieces.at(-1)
  if (!move || !last || radius === undefined || end < 1) return undefined
  if (last.arc ? last.arc.radius >= radius : end !== pieces.length - 1) return undefined
  const outer = pieces.slice(0, end).reduce((sum, piece) => sum + angleOf({ ...piece, arc: piece.arc! }), 0)
  // The inner edge ends right below where the outer one begins.
  const start = Math.atan2(move.to[0] - last.to[0], last.to[1] - move.to[1])
  return { start: (100 * start) / TURN, share: (100 * outer) / TURN }
}

/** A turn as the window shows it; undefined where the drawing is no circle any more, or mirrored. */
function turnInWindow(shape: Shape): Mark['turn'] {
  const turn = turnOf(shape.getAttribute('d') ?? '')
  const matrix = shape.getScreenCTM()
  if (!turn || !matrix) return turn
  const { a, b, c, d } = matrix
  const isSimilar = Math.abs(a - d) + Math.abs(b + c) < 0.005 * (Math.abs(a) + Math.abs(b))
  return isSimilar ? { ...turn, start: turn.start + (100 * Math.atan2(b, a)) / TURN } : undefined
}

/** Where a text of a drawing stands. */
export function boxOf(element: Element): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return { left: rounded(left), top: rounded(top), right: rounded(right), bottom: rounded(bottom) }
}

// A thousandth of a px is finer than any tolerance; more would only take longer to hand over.
function rounded(length: number): number {
  return Math.round(length * 1000) / 1000
}

/** A box of a drawing as the window shows it. */
function placed({ x, y, width, height }: Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>, matrix: DOMMatrix | null): Box {
  const points = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ] as const
  const at = matrix ?? { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }
  const xs = points.map(([px, py]) => rounded(at.a * px + at.c * py + at.e))
  const ys = points.map(([px, py]) => rounded(at.b * px + at.d * py + at.f))
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

/** What the clip path of the drawing around a shape leaves; undefined where there is none. */
function clipOf(shape: Shape): Box | undefined {
  const clipped = shape.closest<SVGGraphicsElement>('[clip-path]')
  const id = /#([^"')]+)/.exec(clipped?.getAttribute('clip-path') ?? '')?.[1]
  const clip = id === undefined ? null : shape.ownerSVGElement?.querySelector<Shape>(`#${CSS.escape(id)} > *`)
  const matrix = clipped?.getScreenCTM()
  if (!clip || !matrix) return undefined
  const moved = clip.transform.baseVal.consolidate()?.matrix
  return placed(clip.getBBox(), moved ? matrix.multiply(moved) : matrix)
}

function squareOf(shape: Shape, grid: number): number {
  const { left, right } = placed({ x: 0, y: 0, width: grid, height: grid }, shape.getScreenCTM())
  return right - left
}

/** What of an icon's width its clip path leaves: measured, since it shows a part of one. */
function shownShare(shape: Shape, grid: number): number {
  const box = clipOf(shape)
  if (!box) return 1
  // Of the grid that icons are drawn on: they do not reach its edges.
  const whole = placed({ x: 0, y: 0, width: grid, height: grid }, shape.getScreenCTM())
  return Math.max(0, Math.min(box.right, whole.right) - Math.max(box.left, whole.left)) / (whole.right - whole.left)
}

/** Opacity below which nobody sees a shape, its holders' taken into account. */
const FAINT = 0.1

function opacityOf(shape: Shape): number {
  let opacity = 1
  for (
    let element: Element | null = shape;
    element && !(element instanceof HTMLBodyElement);
    element = element.parentElement
  )
    opacity *= Number(getComputedStyle(element).opacity)
  return opacity
}

/** The colour behind a drawing. */
function groundOf(shape: Shape): string {
  for (let element: Element | null = shape.ownerSVGElement; element; element = element.parentElement) {
    const { backgroundColor } = getComputedStyle(element)
    if (!/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return backgroundColor
  }
  return 'rgb(255, 255, 255)'
}

function isPainted(shape: Shape): boolean {
  const { fill, fillOpacity, stroke, strokeOpacity, strokeWidth } = getComputedStyle(shape)
  const seen = (color: string, opacity: string): boolean =>
    color !== 'none' &&
    color !== 'transparent' &&
    color !== groundOf(shape) &&
    !/^rgba\(.*, 0\)$/.test(color) &&
    Number(opacity) > FAINT
  return (
    shape.checkVisibility({ visibilityProperty: true }) &&
    opacityOf(shape) > FAINT &&
    (seen(fill, fillOpacity) || (seen(stroke, strokeOpacity) && Number.parseFloat(strokeWidth) > 0))
  )
}

/** Px that a clip of the drawing may take of a shape. */
const CLIPPED = 1

/** Whether a clip path of the drawing itself leaves less than a shape's own box; of icons that is measured. */
function isClipped(shape: Shape): boolean {
  const [limit, own] = [clipOf(shape), placed(shape.getBBox(), shape.getScreenCTM())]
  return (
    limit !== undefined &&
    (own.left < limit.left - CLIPPED ||
      own.right > limit.right + CLIPPED ||
      own.top < limit.top - CLIPPED ||
      own.bottom > limit.bottom + CLIPPED)
  )
}

/** Whether something of a shape is cut off or masked: by a style sheet, wherever around it, or by the drawing. */
function isCut(shape: Shape, mark: string): boolean {
  for (
    let element: Element | null = shape;
    element && !(element instanceof HTMLBodyElement);
    element = element.parentElement
  ) {
    const { clipPath, maskImage } = getComputedStyle(element)
    if ((clipPath !== 'none' && !clipPath.startsWith('url(')) || (maskImage !== 'none' && maskImage !== '')) return true
  }
  return mark !== 'icon' && isClipped(shape)
}

/** A marked shape as the window shows it. @param grid edge of the grid that icons are drawn on */
export function measureMark(shape: Shape, grid: number): Mark {
  const { mark = '', figure = '' } = shape.dataset
  const turn = /^(?:arc|slice)$/.test(mark) ? turnInWindow(shape) : undefined
  return {
    kind: mark,
    figure,
    box: placed(shape.getBBox(), shape.getScreenCTM()),
    ...(turn && { turn }),
    ...(/^(?:icon|hollow)$/.test(mark) && { square: squareOf(shape, grid) }),
    ...(/^(?:region|swatch)$/.test(mark) && { fill: getComputedStyle(shape).fill }),
    shown: mark === 'icon' ? shownShare(shape, grid) : 1,
    painted: isPainted(shape),
    cut: isCut(shape, mark),
  }
}
