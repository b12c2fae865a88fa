import type { Mark, Point } from '../facts.ts'

type Shape = SVGGeometryElement

/** Numbers that each command of a path takes, and which of them its end point is. */
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, T: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, A: 7, Z: 0 }

/** The corners of a path: where its pieces end. */
export function pathCorners(d: string): Point[] {
  const corners: Point[] = []
  let [x, y, startX, startY] = [0, 0, 0, 0]
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-df-z])([^a-df-z]*)/gi)) {
    const numbers = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi)].map(Number)
    const command = letter.toUpperCase()
    const takes = TAKES[command] ?? 0
    const relative = letter !== command
    if (command === 'Z') [x, y] = [startX, startY]
    for (let at = 0; takes > 0 && at + takes <= numbers.length; at += takes) {
      const piece = numbers.slice(at, at + takes)
      const [fromX, fromY] = relative ? [x, y] : [0, 0]
      if (command === 'H') x = fromX + piece[0]!
      else if (command === 'V') y = fromY + piece[0]!
      else [x, y] = [fromX + piece[takes - 2]!, fromY + piece[takes - 1]!]
      if (command === 'M' && at === 0) [startX, startY] = [x, y]
      corners.push([x, y])
    }
  }
  return corners
}

/** Points in which the outline of a piece of a ring is measured. */
const SAMPLES = 240

/** An outline with arcs, in points close to one another; where its pieces end is among them. */
function outlineOf(shape: Shape): Point[] {
  const length = shape.getTotalLength()
  const points = Array.from({ length: SAMPLES + 1 }, (_, index): Point => {
    const { x, y } = shape.getPointAtLength((length * index) / SAMPLES)
    return [x, y]
  })
  for (const [x, y] of pathCorners(shape.getAttribute('d') ?? '')) {
    const distances = points.map(([px, py]) => Math.hypot(px - x, py - y))
    points.splice(distances.indexOf(Math.min(...distances)), 0, [x, y])
  }
  return points
}

function cornersOf(shape: Shape): Point[] {
  if (shape instanceof SVGPathElement) return pathCorners(shape.getAttribute('d') ?? '')
  if (shape instanceof SVGPolygonElement || shape instanceof SVGPolylineElement)
    return [...shape.points].map(({ x, y }) => [x, y])
  if (shape instanceof SVGLineElement)
    return [
      [shape.x1.baseVal.value, shape.y1.baseVal.value],
      [shape.x2.baseVal.value, shape.y2.baseVal.value],
    ]
  return corners(shape.getBBox())
}

/** Where a text of a drawing stands. */
export function boxOf(element: Element): Mark['box'] {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return { left: rounded(left), top: rounded(top), right: rounded(right), bottom: rounded(bottom) }
}

function corners({ x, y, width, height }: Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>): Point[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]
}

function placed(points: readonly Point[], matrix: DOMMatrix | null): Point[] {
  if (!matrix) return [...points]
  // A thousandth of a px is finer than any tolerance; more would only take longer to hand over.
  return points.map(([x, y]) => [
    rounded(matrix.a * x + matrix.c * y + matrix.e),
    rounded(matrix.b * x + matrix.d * y + matrix.f),
  ])
}

function rounded(length: number): number {
  return Math.round(length * 1000) / 1000
}

function extent(points: readonly Point[]): Mark['box'] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

/** What of a shape's width the clip path around it leaves: measured, since an icon is cut to show a part of one. */
function shownShare(shape: Shape, grid: number): number {
  const clipped = shape.closest<SVGGraphicsElement>('[clip-path]')
  const id = /#([^"')]+)/.exec(clipped?.getAttribute('clip-path') ?? '')?.[1]
  const clip = id === undefined ? null : shape.ownerSVGElement?.querySelector<Shape>(`#${CSS.escape(id)} > *`)
  const [matrix, own] = [clipped?.getScreenCTM(), shape.getScreenCTM()]
  if (!clip || !matrix || !own) return 1
  const moved = clip.transform.baseVal.consolidate()?.matrix
  const box = extent(placed(corners(clip.getBBox()), moved ? matrix.multiply(moved) : matrix))
  // Of the grid that icons are drawn on: they do not reach its edges.
  const whole = extent(
    placed(
      [
        [0, 0],
        [grid, grid],
      ],
      own,
    ),
  )
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
  const clipped = shape.closest<SVGGraphicsElement>('[clip-path]')
  const id = /#([^"')]+)/.exec(clipped?.getAttribute('clip-path') ?? '')?.[1]
  const clip = id === undefined ? null : shape.ownerSVGElement?.querySelector<Shape>(`#${CSS.escape(id)} > *`)
  const matrix = clipped?.getScreenCTM()
  if (!clip || !matrix) return false
  const moved = clip.transform.baseVal.consolidate()?.matrix
  const [limit, own] = [
    extent(placed(corners(clip.getBBox()), moved ? matrix.multiply(moved) : matrix)),
    extent(placed(corners(shape.getBBox()), shape.getScreenCTM())),
  ]
  return (
    own.left < limit.left - CLIPPED ||
    own.right > limit.right + CLIPPED ||
    own.top < limit.top - CLIPPED ||
    own.bottom > limit.bottom + CLIPPED
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
  const [points, box] = [
    placed(mark === 'arc' ? outlineOf(shape) : cornersOf(shape), shape.getScreenCTM()),
    shape.getBBox(),
  ]
  const drawn = /^(?:icon|hollow|cell|fill)$/.test(mark)
  return {
    kind: mark,
    figure,
    points: drawn ? [] : points,
    box: extent(drawn ? placed(corners(box), shape.getScreenCTM()) : points),
    shown: mark === 'icon' ? shownShare(shape, grid) : 1,
    painted: isPainted(shape),
    cut: isCut(shape, mark),
  }
}
