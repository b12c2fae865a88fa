import type { Deck } from '../../lib/deck.ts'
import { HuibaoError } from '../../lib/errors.ts'
import { findSkin, skinIds } from '../../../styles/skin.ts'
import type { SkinId } from '../../../styles/tokens.ts'
import { skins } from '../../../styles/tokens.ts'

/** One of the looks that a built site can take on. */
export interface Look {
  skin: SkinId
  /** Such as 16:9. */
  aspect: string
}

/** The aspect ratios that every deck has to look right in. */
export const ASPECTS = ['16:9', '4:3'] as const

/**
 * The looks to check.
 * @param skin name or id of one skin; undefined for all
 * @param aspect such as 16:9 or 4/3; undefined for all
 * @throws HuibaoError where there is no such skin, or the aspect ratio is none
 */
export function looksOf(skin: string | undefined, aspect: string | undefined): Look[] {
  const ids = skin === undefined ? skinIds : [findSkin(skin)]
  const aspects = aspect === undefined ? ASPECTS : [normalizeAspect(aspect)]
  return aspects.flatMap(each => ids.map((id) => {
    if (id === undefined) {
      throw new HuibaoError(`没有这个皮肤：${skin}`, { hint: `可以写 ${skinIds.map(known => `${skins[known].name}（${known}）`).join(' 或 ')}。`, exitCode: 2 })
    }
    return { skin: id, aspect: each }
  }))
}

function normalizeAspect(typed: string): string {
  const match = /^(\d{1,4})[/:x：](\d{1,4})$/.exec(typed.trim())
  const [width, height] = [Number(match?.[1]), Number(match?.[2])]
  if (match && width >= height && width <= 3 * height && height > 0) return `${width}:${height}`
  throw new HuibaoError(`画幅“${typed}”不对`, { hint: '画幅写成 16:9 或 4:3 的样子，从 1:1 到 3:1。', exitCode: 2 })
}

/** What people call a skin. */
export function skinName(skin: SkinId): string {
  return skins[skin].name
}

/** What to add to the address of the site's pages for a look. */
export function lookQuery({ skin, aspect }: Look): Record<string, string> {
  return { skin, aspect: aspect.replace(':', '/') }
}

/** The deck as it is in a look: its slides have another height. */
export function deckInLook(deck: Deck, { aspect }: Look): Deck {
  const [width, height] = aspect.split(':').map(Number) as [number, number]
  return { ...deck, canvas: { width: deck.canvas.width, height: Math.round(deck.canvas.width * height / width) } }
}
