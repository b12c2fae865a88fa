import type { Figure } from './figure.ts'
import { nearestIds } from './nearest.ts'

/** Thrown when a figure is asked for that is not there. */
export class UnknownFigureError extends Error {
  readonly id: string
  readonly nearest: readonly string[]

  constructor(id: string, nearest: readonly string[]) {
    super(`没有编号为“${id}”的数据，最接近的是：${nearest.join('、')}`)
    this.name = 'UnknownFigureError'
    this.id = id
    this.nearest = nearest
  }
}

/** The validated figures of a deck. */
export interface Dataset<Id extends string> {
  /** All figures in the order of the chapters, derived ones behind those of their chapter, cells of tables last. */
  figures: readonly Figure<Id>[]
  /** @throws UnknownFigureError */
  getFigure: (id: Id) => Figure<Id>
  /** `undefined` where there is no such figure. For ids that come from outside of TypeScript. */
  findFigure: (id: string) => Figure<Id> | undefined
  /** The closest ids to a mistyped one. */
  nearest: (id: string) => string[]
}

/** Figures with the ways to look one up. */
export function datasetOf<Id extends string>(figures: readonly Figure<Id>[]): Dataset<Id> {
  const byId = new Map<string, Figure<Id>>(figures.map(figure => [figure.id, figure]))
  const nearest = (id: string): string[] => nearestIds(id, [...byId.keys()])
  return {
    figures,
    nearest,
    findFigure: id => byId.get(id),
    getFigure: id => {
      const figure = byId.get(id)
      if (!figure) throw new UnknownFigureError(id, nearest(id))
      return figure
    },
  }
}
