import { configs } from '@slidev/client'
import { aspectOf, chooseSkin } from './skin.ts'
import { grid, skins, space, type } from './tokens.ts'

/** The skin that this page is shown in. It stays the same until the page is loaded anew. */
export const skinId = chooseSkin(location.search, configs.skin)

/** Hands the tokens to the style sheets as custom properties: `--hb-ink`, `--hb-size-title`, `--hb-margin`, … */
export function applyTokens(root: HTMLElement): void {
  const { color, scheme, pictureBrightness } = skins[skinId]
  const px = (values: Record<string, number>, prefix: string): [string, string][] =>
    Object.entries(values).map(([name, value]) => [`${prefix}${kebab(name)}`, `${value}px`])
  const properties = [
    ...Object.entries(color).map(([name, value]) => [kebab(name), value] as const),
    ...Object.entries(type.family),
    ...px(type.size, 'size-'),
    ...px(space, ''),
    ...px({ tag: grid.tag, title: grid.title, body: grid.body, foot: grid.foot }, 'line-'),
    ['picture-brightness', String(pictureBrightness)],
  ] as const
  for (const [name, value] of properties) root.style.setProperty(`--hb-${name}`, value)
  root.style.setProperty('color-scheme', scheme)
  root.dataset.skin = skinId
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
}

applyTokens(document.documentElement)

// Read by Slidev when the first slide is drawn, which is later than style sheets are loaded.
configs.aspectRatio = aspectOf(location.search) ?? configs.aspectRatio
