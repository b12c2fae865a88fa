import { isLater } from '../../../../components/present/protocol.ts'
import type { Kept } from '../backplane.ts'

/** Whether a state comes after the last one: of two that do not differ in `rev`, the one that was kept later does. */
export function isNewer(next: Kept, last: Kept | undefined): boolean {
  if (!last || isLater(next.state, last.state)) return true
  return next.state.epoch === last.state.epoch && next.state.rev === last.state.rev && next.version > last.version
}
