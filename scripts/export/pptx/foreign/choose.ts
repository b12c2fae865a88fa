import type { ForeignLayout, ForeignPlaceholder, ForeignTemplate } from './read.ts'

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

/**
 * Chooses by what layouts are for, then by the placeholders that they have; a template may name and sort them at will.
 */
export function chooseLayouts({ layouts }: Pick<ForeignTemplate, 'layouts'>): Chosen {
  const has = (role: 'title' | 'body') => (layout: ForeignLayout) => placeOf(layout, role) !== undefined
  const pick = (...wishes: ((layout: ForeignLayout) => boolean)[]): ForeignLayout =>
    wishes.flatMap(wish => layouts.find(wish) ?? [])[0] ?? layouts[0]!
  const isOpening = (layout: ForeignLayout): boolean =>
    layout.type === 'title' || layout.placeholders.some(({ type }) => ['ctrTitle', 'subTitle'].includes(type))
  const isPage = (layout: ForeignLayout): boolean =>
    !isOpening(layout) && has('title')(layout) && textsIn(layout) > 0 && layout.type !== 'secHead'
  const opening = pick(isOpening, has('title'))
  return {
    opening,
    end: pick(
      ({ name }) => /致谢|谢谢|结束|封底|thank|end/i.test(name),
      layout => layout === opening,
    ),
    page: pick(
      layout => isPage(layout) && textsIn(layout) === 1,
      isPage,
      layout => !isOpening(layout) && has('title')(layout),
    ),
    free: pick(
      ({ type }) => type === 'titleOnly',
      layout => !isOpening(layout) && has('title')(layout) && textsIn(layout) === 0,
      layout => !isOpening(layout) && has('title')(layout),
    ),
  }
}
