import type { Target } from '../../model/target.ts'
import { targets } from 'virtual:huibao/deck'
import { unknownIdMessage } from '../../model/id-sorts.ts'
import { nearestIds } from '../../model/nearest.ts'

/** Finds a target of the deck. @throws Error where there is none */
export function getTarget(id: string): Target {
  const target = targets.find(each => each.id === id)
  if (target) return target
  const known = targets.map(each => each.id)
  throw new Error(unknownIdMessage(id, nearestIds(id, known), 'target'))
}
