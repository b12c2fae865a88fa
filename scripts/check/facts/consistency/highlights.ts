import { idsOfTag, propOf } from '../../../../model/slides/ids.ts'
import { isChart, isShown, type Appearance } from '../../../lib/facts/appearances.ts'
import type { Finding } from '../../finding.ts'
import { onSlide, type Facts } from '../facts.ts'

/** What a title states with a number, its chart highlights, and not another of its figures. */
export function highlights({ appearances, data }: Facts): Finding[] {
  const shown = appearances.filter(isShown)
  const titled = (slide: Appearance['slide']): string[] =>
    shown.filter(each => each.slide === slide && each.medium === 'title').map(({ id }) => id)
  const charts = Map.groupBy(
    shown.filter(({ component }) => isChart(component, data)),
    ({ tag }) => tag,
  )
  return [...charts].flatMap(([tag, own]) => {
    const { slide, component, line } = own[0]!
    const all = titled(slide)
    const said = all.filter(id => own.some(each => each.id === id))
    const attributes = tag.attributes.filter(({ name }) => propOf(name).prop === 'highlight')
    const highlighted = idsOfTag({ ...tag, attributes }, data.figureProps)[0]?.id
    // The clicks of `steps` come before it.
    const stepped = tag.attributes.some(({ name }) => propOf(name).prop === 'steps')
    if (highlighted === undefined || stepped || said.length === 0 || said.includes(highlighted)) return []
    return [
      onSlide('consistency', slide, line, {
        // A title of several numbers may mean the other one.
        ...(said.length < all.length && { severity: 'notice' as const }),
        element: `<${component}>`,
        text: slide.title,
        measured: `标题说的是“${said.join('、')}”，图里突出的是“${highlighted}”`,
        expected: '图里突出标题所说的那一条',
        advice: `请写 highlight="${said[0]}"，或让标题说图里突出的那一条`,
      }),
    ]
  })
}
