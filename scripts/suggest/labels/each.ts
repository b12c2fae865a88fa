import type { ReadFigure } from '../../../model/reading/parse.ts'
import { LISTED_EACH, namedForEach, ownLength, withEach } from '../../../model/reading/subjects.ts'
import { clauseBegin } from '../../../model/reading/text.ts'
import { bareSubject, joinNames, namesMeasure } from '../phrases.ts'
import { OF_MEASURE, type Inherited, type Label } from './label.ts'
import { withoutChange, withoutTimes } from './said.ts'

/** What 分别 tells a number of, with what stands before all of them: 幼儿园 of 幼儿园的公办率、普惠率. */
export function eachOf(sentence: string, { found, figure }: ReadFigure): string | undefined {
  const { of } = figure
  const said = sentence.slice(0, found.start)
  const before = withEach(said)
  const named = namedBy(before)
  if (of === undefined || !/分别[^，。；]*$/.test(before) || named === '') return undefined
  // 其中初中为98.2% tells of one thing.
  if (before !== said && !/[、和与及]/.test(named ?? '')) return undefined
  const whole = /(?:^|[，。；])(?<whole>[^，。；、]*)的[^，。；、的]*、[^，。；]*分别[^，。；]*$/.exec(before)?.groups
    ?.whole
  const tail = bareSubject(withoutChange(/分别([^，。；\d]*)[^，。；]*$/.exec(before)?.[1] ?? '', figure))
  const own = whole === undefined || of.startsWith(whole) ? of.replace('的', '') : whole + of
  return bareSubject(withoutTimes(own + sharedEnd(of, before))) + tail
}

/** What one measure is told of, of as many things as there are numbers of it: 初中 of 小学、初中班额为38人和44人，生师比分别为16∶1、12∶1. */
export function eachBefore(
  sentence: string,
  figures: readonly ReadFigure[],
  index: number,
  before: readonly Label[],
): string | undefined {
  const [first, end] = listAround(sentence, figures, index)
  const measure = bareSubject(namedBy(sentence.slice(0, figures[first]!.found.start)) ?? '')
  const things = before.slice(first - (end - first), first)
  const thing = things.length === end - first && end - first > 1 ? things[index - first] : undefined
  return thing && namesMeasure(measure) && thing.subject !== '' && !/[、和与及]/.test(measure)
    ? joinNames(thing.thing ?? thing.subject, measure)
    : undefined
}

/** Which numbers of a sentence make a list with one of them: its first, and the first behind it. */
function listAround(sentence: string, figures: readonly ReadFigure[], index: number): [first: number, end: number] {
  const goesOn = (at: number): boolean =>
    at > 0 &&
    at < figures.length &&
    LISTED_EACH.test(sentence.slice(figures[at - 1]!.found.end, figures[at]!.found.start))
  let [first, end] = [index, index + 1]
  while (goesOn(first)) first--
  while (goesOn(end)) end++
  return [first, end]
}

/** What 分别 is said of in the clause of a number; empty where that is of the numbers before. */
const namedBy = (before: string): string | undefined => namedForEach(before.replace(/分别[^，。；]*$/, '分别'))

/** What all things go on with that 分别 is said of: 投资 of 一产、二产、三产投资, and 居民收入 of 城乡居民收入. */
function sharedEnd(of: string, before: string): string {
  const named = namedBy(before) ?? ''
  const names = named.split(/[和与及]/.test(of) ? '、' : /[、和与及]/)
  const last = names.at(-1)!
  // 一产业 is told by 一、二、三产业增加值.
  if (!named.includes(of))
    return last.slice(1, of.length) === of.slice(1)
      ? last.slice(of.length)
      : (/城乡(?<rest>.*)$/.exec(named)?.groups?.rest ?? '')
  return last.slice(last.startsWith(of) ? of.length : ownLength(names))
}

/** The label of a number's counterpart: of 增长4.6%和6.0% behind 分别达42816元和22305元 the first is of the first. */
export function counterpart(
  sentence: string,
  figures: readonly ReadFigure[],
  index: number,
  before: readonly Label[],
): Inherited | undefined {
  const [first, end] = listAround(sentence, figures, index)
  const at = index - (end - first)
  const told = first < end - 1 && before.slice(Math.max(0, at - (index - first)), first)
  if (!told || told.length < end - first) return undefined
  const { found, figure } = figures[first]!
  const own = bareSubject(
    withoutTimes(withoutChange(sentence.slice(clauseBegin(sentence, found.start), found.start), figure)),
  )
  const named = own !== '' && !OF_MEASURE.test(own)
  return !named && (told.every(({ each }) => each) || namedBy(sentence.slice(0, found.start)) === '')
    ? { label: before[at]!, back: end - first, next: false, unit: figures[at]!.found.unit }
    : undefined
}
