/** A drawing that stands on no slide: an SVG, and its corner on one. */
export interface LooseDrawing {
  svg: string
  left: number
  top: number
}

/** Where a page is told of such drawings. */
export const LOOSE = 'huibaoLooseDrawings'
