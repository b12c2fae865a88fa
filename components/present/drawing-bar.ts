/** Where Slidev keeps the place of its bar of pens, in px of the window. */
const KEY = 'slidev-drawing-pos'
/** Height of our own bar over the presenter's view. */
const BAR = 48
const PLACE = { x: 16, y: BAR + 4 }

/** Keeps Slidev's bar of pens, which stands in the upper left corner until it is moved, from lying under our own. */
export function placeDrawingBar(storage: () => Pick<Storage, 'getItem' | 'setItem'>): void {
  try {
    const { y = 0 } = JSON.parse(storage().getItem(KEY) ?? '{}') as { y?: number }
    if (y < BAR) storage().setItem(KEY, JSON.stringify(PLACE))
  } catch {
    // Without storage it can be drawn out by its lower edge.
  }
}
