import type { Table } from '../../model/table.ts'
import type { Target } from '../../model/target.ts'
import { tables, targets } from 'virtual:huibao/deck'
import { unknownIdMessage } from '../../model/id-sorts.ts'
import { nearestIds } from '../../model/nearest.ts'

function find<Item extends { id: string }>(items: readonly Item[], id: string, sort: 'table' | 'target'): Item {
  const found = items.find(each => each.id === id)
  if (found) return found
  const known = items.map(each => each.id)
  throw new Error(unknownIdMessage(id, nearestIds(id, known), sort))
}

/** Finds a table of the deck. @throws Error where there is none */
export const getTable = (id: string): Table => find(tables, id, 'table')

/** Finds a target of the deck. @throws Error where there is none */
export const getTarget = (id: string): Target => find(targets, id, 'target')
