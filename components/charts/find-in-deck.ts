import { getFigure, tables, targets } from 'virtual:huibao/deck'
import { unknownIdMessage } from '../../model/id-sorts.ts'
import { nearestIds } from '../../model/nearest.ts'
import type { FindFigure, Finders } from './define-chart.ts'

function find<Item extends { id: string }>(items: readonly Item[], id: string, sort: 'table' | 'target'): Item {
  const found = items.find(each => each.id === id)
  if (found) return found
  const known = items.map(each => each.id)
  throw new Error(unknownIdMessage(id, nearestIds(id, known), sort))
}

/** Finds figures, tables and targets of the deck. */
export const findInDeck: Finders = {
  figure: getFigure as FindFigure,
  table: id => find(tables, id, 'table'),
  target: id => find(targets, id, 'target'),
}
