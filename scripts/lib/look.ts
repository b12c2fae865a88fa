import { DEFAULT_SKIN, findSkin, skinIds } from '../../styles/skin.ts'
import { skins, type SkinId } from '../../styles/tokens.ts'
import type { Deck } from './deck.ts'
import { HuibaoError } from '../../model/errors.ts'

/** The aspect ratios that projectors have. */
export const ASPECTS = ['16:9', '4:3'] as const

/** Width to height of a slide. */
export type Aspect = (typeof ASPECTS)[number]

/** How slides are drawn, where it is not as the deck itself says. */
export interface Look {
  skin?: SkinId
  aspect?: Aspect
  /** Whether figures carry their numbers in the appendix. */
  references?: boolean
}

/**
 * The skin that is meant by what was typed: 红, or its id.
 * @throws HuibaoError where no skin has that name
 */
export function parseSkin(typed: string): SkinId {
  const skin = findSkin(typed.trim())
  if (skin) return skin
  throw new HuibaoError(`没有“${typed}”这种皮肤`, {
    hint: `--skin 可以写 ${skinIds.map(skinName).join('、')}。`,
    exitCode: 2,
  })
}

/**
 * The aspect ratio that is meant by what was typed; `4/3`, `4x3` and full-width characters are understood too.
 * @throws HuibaoError where it is none of `ASPECTS`
 */
export function parseAspect(typed: string): Aspect {
  const aspect = typed
    .normalize('NFKC')
    .trim()
    .replace(/\s*[/x×]\s*/i, ':')
  const found = ASPECTS.find(each => each === aspect)
  if (found) return found
  throw new HuibaoError(`没有“${typed}”这种画面比例`, { hint: `--aspect 可以写 ${ASPECTS.join('、')}。`, exitCode: 2 })
}

/** The name of a skin as people see it. */
export function skinName(skin: SkinId = DEFAULT_SKIN): string {
  return skins[skin].name
}

/** The size of a slide in CSS pixels; an aspect ratio asked for changes its height. */
export function canvasOf({ canvas }: Pick<Deck, 'canvas'>, { aspect }: Look): Deck['canvas'] {
  if (aspect === undefined) return canvas
  const [width, height] = aspect.split(':').map(Number) as [number, number]
  return { width: canvas.width, height: Math.round((canvas.width * height) / width) }
}

/** What the address of a page says for its slides to be drawn so. */
export function lookQuery({ skin, aspect, references }: Look): Record<string, string> {
  return { ...(skin && { skin }), ...(aspect && { aspect: aspect.replace(':', '/') }), ...(references && { refs: '' }) }
}
