import type { Aspect, Look } from '../../lib/look.ts'
import { ASPECTS, parseAspect, parseSkin } from '../../lib/look.ts'
import type { SkinId } from '../../../styles/tokens.ts'
import { skinIds } from '../../../styles/skin.ts'

/** A look with nothing left to the deck. */
export type FullLook = Required<Look>

/**
 * The looks to check.
 * @param skin name or id of one skin; undefined for all
 * @param aspect such as 16:9 or 4/3; undefined for all
 * @throws HuibaoError where there is no such skin or aspect ratio
 */
export function looksOf(skin: string | undefined, aspect: string | undefined): FullLook[] {
  const ids: readonly SkinId[] = skin === undefined ? skinIds : [parseSkin(skin)]
  const aspects: readonly Aspect[] = aspect === undefined ? ASPECTS : [parseAspect(aspect)]
  return aspects.flatMap(each => ids.map(id => ({ skin: id, aspect: each })))
}
