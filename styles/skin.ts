import type { SkinId } from './tokens.ts'
import { skins } from './tokens.ts'

/** The skin that is used where nothing is said. */
export const DEFAULT_SKIN: SkinId = 'red'

/** The ids of all skins. */
export const skinIds = Object.keys(skins) as SkinId[]

/**
 * The skin that a name means: 红 or 夜 as in the headmatter, or its id.
 * @returns `undefined` for a name that no skin has
 */
export function findSkin(name: unknown): SkinId | undefined {
  return skinIds.find(id => id === name || skins[id].name === name)
}

/**
 * The skin of a page: what its address asks for (`?skin=夜`), else what the headmatter says, else the default. A wrong
 * name in the headmatter stops the build; one in an address is of no account.
 */
export function chooseSkin(search: string, headmatter: unknown): SkinId {
  return findSkin(new URLSearchParams(search).get('skin')) ?? findSkin(headmatter) ?? DEFAULT_SKIN
}

/**
 * The aspect ratio that an address asks for, such as `?aspect=4/3` or `?aspect=4:3`.
 * @returns `undefined` where it asks for none, or for one outside of 1:1 to 3:1
 */
export function aspectOf(search: string): number | undefined {
  const match = /^(\d{1,4})[/:x](\d{1,4})$/.exec(new URLSearchParams(search).get('aspect') ?? '')
  const ratio = match ? Number(match[1]) / Number(match[2]) : Number.NaN
  return ratio >= 1 && ratio <= 3 ? ratio : undefined
}
