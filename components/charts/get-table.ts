import type { Table } from '../../model/table.ts'
import { tables } from 'virtual:huibao/deck'
import { unknownIdMessage } from '../../model/id-sorts.ts'
import { nearestIds } from '../../model/nearest.ts'

/** Finds a table of the deck. @throws Error where there is none */
export function getTable(id: string): Table {
  const table = tables.find(each => each.id === id)
  if (table) return table
  const known = tables.map(each => each.id)
  throw new Error(unknownIdMessage(id, nearestIds(id, known), 'table'))
}
