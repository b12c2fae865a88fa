import { childrenOf, type Element } from '../../../lib/facts/office/xml.ts'
import { resolve } from './parts.ts'

/** What a part refers to. */
export interface Relationship {
  id: string
  /** The last word of its type, such as `notesSlide`. */
  type: string
  /** The name of the part; an address where it is no part. */
  target: string
  external: boolean
}

/** What a part refers to. @param root of its file of relationships @param owner name of the part */
export function readRelationships(root: Element, owner: string): Relationship[] {
  return childrenOf(root, 'Relationship').map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => ({
    id: Id,
    type: Type.slice(Type.lastIndexOf('/') + 1),
    target: TargetMode === 'External' ? Target : resolve(owner, Target),
    external: TargetMode === 'External',
  }))
}
