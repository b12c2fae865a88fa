/** A rectangle by its edges, in px. */
export interface Rect {
  left: number
  top: number
  right: number
  bottom: number
}

/** How far `inner` leaves `outer`, across and in height; not positive where it does not. */
export function overhang(inner: Rect, outer: Rect): { across: number; along: number } {
  return {
    across: Math.max(outer.left - inner.left, inner.right - outer.right),
    along: Math.max(outer.top - inner.top, inner.bottom - outer.bottom),
  }
}

/** Width and height of what two rectangles share; not positive where they do not meet. */
export function intersection(a: Rect, b: Rect): { width: number; height: number } {
  return {
    width: Math.min(a.right, b.right) - Math.max(a.left, b.left),
    height: Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  }
}

/** The smallest rectangle around two. */
export function union(a: Rect, b: Rect): Rect {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  }
}

/** Whether two boxes of text stand beside each other rather than one below the other. */
export function isOnOneLine(a: Rect, b: Rect): boolean {
  return intersection(a, b).height >= 0.5 * Math.min(a.bottom - a.top, b.bottom - b.top)
}
