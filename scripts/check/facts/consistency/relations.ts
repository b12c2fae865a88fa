import { propOf } from '../../../../model/slides/ids.ts'
import { isChart, isShown, type Appearance } from '../../../lib/facts/appearances.ts'
import type { Finding } from '../../finding.ts'
import { onSlide, rawFigures, type Facts } from '../facts.ts'

/** Charts that draw one figure within or beside another: these are the part, the rest and the change of one another. */
export function relations(facts: Facts): Finding[] {
  const charts = Map.groupBy(
    facts.appearances.filter(each => isShown(each) && isChart(each.component, facts.data)),
    ({ tag }) => tag,
  )
  return [...charts.values()].flatMap(own => [...pairs(own, facts), ...rests(own, facts), ...changes(own, facts)])
}

function complain({ component, slide, line }: Appearance, text: string, measured: string, expected: string): Finding {
  return onSlide('consistency', slide, line, {
    element: `<${component}>`,
    text,
    measured,
    expected,
    advice: '请核对图里的编号；数据里缺这层关系的，补上 of',
  })
}

function named(id: string, { deck }: Facts): string {
  return `“${deck.findFigure(id)?.label ?? id}”（${id}）`
}

/** What a figure is of, as the data says. */
function wholeOf(id: string, facts: Facts): string | undefined {
  return rawFigures(facts).find(({ figure }) => figure.id === id)?.of
}

function isLeftOf(rest: string, inputs: readonly string[], { deck }: Facts): boolean {
  const own = deck.findFigure(rest)?.derived?.inputs ?? []
  return inputs.every(id => own.includes(id))
}

function known(ids: readonly (string | undefined)[], { deck }: Facts): ids is string[] {
  return ids.every(id => id !== undefined && deck.findFigure(id) !== undefined)
}

function pairs(own: readonly Appearance[], facts: Facts): Finding[] {
  const [first] = own
  const value = first?.tag.attributes.find(({ name }) => propOf(name).prop === 'pairs')?.value ?? ''
  return [...value.matchAll(/\{([^{}]*)\}/g)].flatMap(([, body = '']) => {
    const of = (key: string): string | undefined => new RegExp(`\\b${key}\\s*:\\s*['"\`]([\\w-]+)`).exec(body)?.[1]
    const [total, part, rest] = [of('total'), of('part'), of('rest')]
    const ids = [total, part]
    if (!known(ids, facts)) return []
    return [
      ...(wholeOf(part!, facts) === total
        ? []
        : [
            complain(
              first!,
              `${total}、${part}`,
              `${named(part!, facts)}不是${named(total!, facts)}的一部分`,
              `部分的 of 是 '${total}'`,
            ),
          ]),
      ...(rest === undefined || !known([rest], facts) || isLeftOf(rest, ids, facts)
        ? []
        : [
            complain(
              first!,
              rest,
              `${named(rest, facts)}不是由${named(total!, facts)}减${named(part!, facts)}推算的`,
              '三者是总数、部分和其余',
            ),
          ]),
    ]
  })
}

function rests(own: readonly Appearance[], facts: Facts): Finding[] {
  const [rest, whole] = [own.find(({ prop }) => prop === 'rest'), own.find(({ prop }) => prop === 'id')]
  if (!rest || !whole || !known([rest.id, whole.id], facts) || isLeftOf(rest.id, [whole.id], facts)) return []
  return [
    complain(rest, rest.id, `${named(rest.id, facts)}不是由${named(whole.id, facts)}推算的`, '降幅与它剩下的部分'),
  ]
}

function changes(own: readonly Appearance[], facts: Facts): Finding[] {
  const [change, after] = [own.find(({ prop }) => prop === 'change'), own.find(({ prop }) => prop === 'after')]
  if (!change || !after || !known([change.id, after.id], facts) || wholeOf(change.id, facts) === after.id) return []
  return [
    complain(
      change,
      change.id,
      `${named(change.id, facts)}不是${named(after.id, facts)}的变化`,
      `变化的 of 是 '${after.id}'`,
    ),
  ]
}
