import type { Figure } from '../../../../model/figure.ts'
import { propOf } from '../../../../model/slides/ids.ts'
import { isShown, type Appearance } from '../../../lib/facts/appearances.ts'
import { stripStopCharacters, namesOf, bigramOverlap } from '../../numbers/likeness.ts'
import type { Finding } from '../../finding.ts'
import type { FactSlide } from '../../../../model/slides/read.ts'
import { onSlide, type Facts } from '../facts.ts'

/** What is said of one of two sides is said of the other: heads of halves, the words for before and after. */
export function sides(facts: Facts): Finding[] {
  return [...facts.slides.flatMap(slide => heads(slide, facts)), ...beforeAndAfter(facts)]
}

function wordsOf(figure: Figure): string[] {
  return [...namesOf(figure), figure.whole ?? '', figure.comparedWith ?? '', figure.period.text]
}

function heads(slide: FactSlide, { appearances, deck }: Facts): Finding[] {
  const given = slide.frontmatter.heads
  const [left, right] = ['left', 'right'].map(side => slide.contentRaw.indexOf(`::${side}::`)) as [number, number]
  if (!Array.isArray(given) || given.length !== 2 || left < 0 || right < left) return []
  const shown = appearances.filter(each => each.slide === slide && isShown(each) && each.tag.start > left)
  const said = [shown.filter(({ tag }) => tag.start < right), shown.filter(({ tag }) => tag.start > right)].map(own =>
    own.flatMap(({ id }) => deck.findFigure(id) ?? []).flatMap(figure => wordsOf(figure)),
  )
  const fits = given.map(head => said.map(words => bigramOverlap(stripStopCharacters(String(head)), words)))
  if (!(fits[0]![1]! > fits[0]![0]! && fits[1]![0]! > fits[1]![1]!)) return []
  return [
    onSlide('consistency', slide, slide.start + 1, {
      element: 'heads',
      text: given.join('、'),
      measured: `左半页的标题说的是右边的数据，右半页的说的是左边的`,
      expected: `[${given[1]}, ${given[0]}]`,
      advice: '请把 heads 里的两项对调，或对调左右两半',
    }),
  ]
}

const EARLIER = /^(?:原来|原先|从前|以前|之前|此前|过去|往年|上年|去年|上期|年初|期初|前)|前$/
const LATER = /^(?:现在|如今|目前|当前|今年|本年|本期|之后|此后|以后|后)|后$/

function beforeAndAfter({ appearances, deck }: Facts): Finding[] {
  const charts = Map.groupBy(appearances.filter(isShown), ({ tag }) => tag)
  return [...charts.values()].flatMap(([first]) =>
    first ? wrongWords(first, id => deck.findFigure(id) !== undefined) : [],
  )
}

function wrongWords({ tag, component, slide, line }: Appearance, isFigure: (id: string) => boolean): Finding[] {
  const [before, after] = ['before', 'after'].map(prop =>
    tag.attributes.find(({ name }) => propOf(name).prop === prop && !propOf(name).bound)?.value?.trim(),
  )
  if (before === undefined || after === undefined || isFigure(before) || isFigure(after)) return []
  if (!LATER.test(before) && !EARLIER.test(after)) return []
  return [
    onSlide('consistency', slide, line, {
      element: `<${component}>`,
      text: `${before}、${after}`,
      measured: `before 写的是“${before}”，after 写的是“${after}”，先后颠倒`,
      expected: 'before 是变化之前，after 是变化之后',
      advice: '请把两个词对调',
    }),
  ]
}
