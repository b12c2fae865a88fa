import { contrast, luminance } from '../../../../styles/contrast.ts'
import type { ForeignLayout, ForeignPlaceholder, ForeignTemplate, ForeignTheme } from './read.ts'

/** What slides need a layout for. */
export type Need = 'opening' | 'end' | 'page' | 'free'

/** The layouts of a template that a deck's slides stand on. */
export type Chosen = Readonly<Record<Need, ForeignLayout>>

/** Which need a layout of the deck has: pages of a message keep to the template, pages that are pictures to none. */
export function needOf(layout: string): Need {
  if (layout === 'cover') return 'opening'
  if (layout === 'end') return 'end'
  return ['chapter', 'picture', 'quote'].includes(layout) ? 'free' : 'page'
}

/** The placeholder of a layout for titles, texts or numbers. */
export function placeOf(layout: ForeignLayout, role: 'title' | 'body' | 'number'): ForeignPlaceholder | undefined {
  const types = { title: ['title', 'ctrTitle'], body: ['subTitle', 'body', 'obj'], number: ['sldNum'] }[role]
  return types.flatMap(type => layout.placeholders.filter(each => each.type === type))[0]
}

/** How many places for texts a layout has. */
function textsIn({ placeholders }: ForeignLayout): number {
  return placeholders.filter(({ type }) => type === 'body' || type === 'obj').length
}

/** What text needs to stand out. */
const TEXT_CONTRAST = 4.5

/** By how much two colours, six digits each, stand out from each other. */
export function contrastOf(a: string, b: string): number {
  const [one, other] = [a, b].map(hex => {
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(at => Number.parseInt(hex.slice(at, at + 2), 16) || 0)
    return luminance(red, green, blue)
  }) as [number, number]
  return contrast(one, other)
}

/** Whether text of the theme can be read on a layout; of pictures nothing is known. */
export function isReadable({ ground }: ForeignLayout, { colors }: ForeignTheme): boolean {
  return ground === undefined || contrastOf(ground, colors.get('tx1')!) >= TEXT_CONTRAST
}

/**
 * Chooses by what layouts are for, then by the placeholders that they have; a template may name and sort them at will.
 */
export function chooseLayouts({ layouts, theme }: Pick<ForeignTemplate, 'layouts' | 'theme'>): Chosen {
  const has = (role: 'title' | 'body') => (layout: ForeignLayout) => placeOf(layout, role) !== undefined
  const readable = layouts.filter(layout => isReadable(layout, theme))
  const hasNumber = (layout: ForeignLayout): boolean => placeOf(layout, 'number') !== undefined
  const plain = [...readable, ...layouts]
  const pick = (from: readonly ForeignLayout[], ...wishes: ((layout: ForeignLayout) => boolean)[]): ForeignLayout =>
    wishes.flatMap(wish => from.find(wish) ?? [])[0] ?? from[0]!
  const isOpening = (layout: ForeignLayout): boolean =>
    layout.type === 'title' || layout.placeholders.some(({ type }) => ['ctrTitle', 'subTitle'].includes(type))
  const isPage = (layout: ForeignLayout): boolean =>
    !isOpening(layout) && has('title')(layout) && textsIn(layout) > 0 && layout.type !== 'secHead'
  const opening = pick(layouts, isOpening, has('title'))
  return {
    opening,
    end: pick(
      layouts,
      ({ name }) => /致谢|谢谢|结束|封底|thank|end/i.test(name),
      layout => layout === opening,
    ),
    page: pick(
      // A template with several masters has each layout several times.
      [...readable.filter(hasNumber), ...plain],
      layout => isPage(layout) && textsIn(layout) === 1,
      isPage,
      layout => !isOpening(layout) && has('title')(layout),
    ),
    free: pick(
      plain,
      ({ type }) => type === 'titleOnly',
      layout => !isOpening(layout) && has('title')(layout) && textsIn(layout) === 0,
      layout => !isOpening(layout) && has('title')(layout),
    ),
  }
}
