import { configs } from '@slidev/client'
import { shallowRef, watch } from 'vue'
import type { Router } from 'vue-router'
import { askedLook } from './asked-look.ts'
import { aspectOf, chooseSkin } from './skin.ts'
import { grid, skins, space, type } from './tokens.ts'

/** The skin that this page is shown in. */
export const skinId = shallowRef(chooseSkin(askedLook, configs.skin))

/** Width to height of a slide. */
const aspect = shallowRef(aspectOf(askedLook) ?? configs.aspectRatio)

/** Hands the tokens to the style sheets as custom properties: `--hb-ink`, `--hb-size-title`, `--hb-margin`, … */
function applyTokens(root: HTMLElement): void {
  const { color, scheme, pictureBrightness } = skins[skinId.value]
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
  root.dataset.skin = skinId.value
}

/**
 * Shows every page in the skin and the aspect ratio that its address asks for; one that asks for none keeps those of
 * the page before.
 */
export function followLook(router: Router): void {
  router.afterEach(() => {
    skinId.value = chooseSkin(location.search, skinId.value)
    aspect.value = aspectOf(location.search) ?? aspect.value
  })
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
}

watch(skinId, () => applyTokens(document.documentElement), { immediate: true, flush: 'sync' })

// Read by Slidev when the first slide is drawn, which is later than style sheets are loaded, and when it changes.
Object.defineProperty(configs, 'aspectRatio', { get: () => aspect.value })
