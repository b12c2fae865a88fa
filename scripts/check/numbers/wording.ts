import type { Figure } from '../../../model/figure.ts'
import { formatFigure } from '../../../model/format.ts'
import { givesPeriod, governingPeriod } from '../../../model/reading/periods.ts'
import { normalize } from '../../../model/reading/text.ts'
import { unitAt } from '../../../model/reading/units.ts'
import type { RuleFinding } from '../finding.ts'
import { bigramOverlap, namesOf, stripStopCharacters } from '../likeness.ts'
import { leadOf, type InSentence } from './in-sentence.ts'
import type { JudgedSnapshot, NumberData } from './snapshot.ts'
import { inContext, tagOf } from './unaccounted.ts'

/** How alike words and a name are: the share of pairs of characters that one has of the other. */
function likeness(words: string, figure: Figure): number {
  const names = namesOf(figure)
  return Math.max(bigramOverlap(words, names), ...names.map(name => bigramOverlap(name, [words])))
}

/** All that the data says of what a figure is of. */
export function wordsOfFigure(figure: Figure): string[] {
  const { evidence, note = '', whole = '', comparedWith = '', chapter, derived } = figure
  return [...namesOf(figure), derived ? '' : evidence.clause, note, whole, comparedWith, chapter.topic, chapter.short]
}

/** How alike words must be to another figure's name: one of that unit where they have nothing of the figure's, else. */
const STRANGE = 0.4
const RATHER = 0.75

/** The figure that some words name rather than `figure`; undefined wherever there is doubt. */
export function namedInstead(words: string, figure: Figure, all: readonly Figure[]): Figure | undefined {
  const said = stripStopCharacters(words)
  if (said.length < 3) return undefined
  const own = likeness(said, figure)
  const foreign = bigramOverlap(said, wordsOfFigure(figure)) === 0
  const [best] = all
    // 第五位 says itself that it is a place.
    .filter(({ id, kind }) => id !== figure.id && (kind === 'rank') === (figure.kind === 'rank'))
    .map(other => ({ other, score: likeness(said, other) }))
    .sort((a, b) => b.score - a.score)
  if (!best) return undefined
  const least = foreign && best.other.unit === figure.unit ? STRANGE : Math.max(RATHER, own + 0.5)
  return best.score >= least ? best.other : undefined
}

/**
 * What only may be wrong: words that name another figure, a period in other words than the figure's. Notices: they ask
 * for a person.
 */
export function wordingNotices(
  places: readonly InSentence[],
  { figures, periods }: Pick<NumberData, 'figures' | 'periods'>,
): RuleFinding[] {
  let listed = ''
  return places
    .filter(({ style }) => style !== 'period')
    .flatMap((place, index): RuleFinding[] => {
      const { text, span, figure, element } = place
      const last = places[index - 1]?.span.end ?? 0
      // What is said before the first number of a list holds for those behind it.
      if (!LISTED.test(text.slice(last, span.start))) listed = leadOf(text, span.start, last).replace(COMPARED, '')
      const lead = listed
      const other = namedInstead(lead, figure, figures)
      const words = governingPeriod({ normalized: normalize(text).replaceAll(';', '。') }, span.start, periods)
      const dated = words === undefined || figure.derived || givesPeriod(words, figure.period)
      const notice = (measured: string, expected: string): RuleFinding => ({
        element,
        text: inContext(`${lead.slice(-12)}${text.slice(span.start, span.end)}`, text),
        measured: `${figure.id}：${measured}`,
        expected,
        advice: '请看一眼；不对的请改词或编号',
        severity: 'notice',
        excess: 0,
        typed: lead.slice(-6),
      })
      return [
        ...(other
          ? [
              notice(
                `说的像是“${other.label}”，印的是“${figure.label}”的数`,
                `“${formatFigure(other)}”，即 ${tagOf(other)}`,
              ),
            ]
          : []),
        ...(dated ? [] : [notice(`前面写的时段是“${words.text}”`, `“${figure.period.text}”`)]),
      ]
    })
}

const LISTED = /^(?:、|和|及|与|以及)$/
/** What a number is compared with says nothing of what it is. */
const COMPARED = /[比较](?:上年|去年|前年|往年|年初)(?:同期|末)?|同比|环比/g
const CAPTION = /(?:计量)?单位[为是：:]?\s*(?=\S)/

/** A unit apart from any number, as in 单位：万元: a notice where no number of the slide is in it. */
export function captionNotices(
  text: string,
  element: string,
  { valued }: Pick<JudgedSnapshot, 'valued'>,
): RuleFinding[] {
  const caption = CAPTION.exec(text)
  const rest = (caption ? text.slice(caption.index + caption[0].length) : text).trim().replace(/^[（(]/, '')
  const unit = unitAt(rest)
  const behind = unit === undefined ? '' : rest.slice(unit.length)
  const alone = unit !== undefined && (caption ? !/^\p{L}/u.test(behind) : /^[）)]?$/.test(behind) && unit.length > 1)
  if (!alone || valued.length === 0 || valued.some(figure => figure.unit === unit)) return []
  return [
    {
      element,
      text: text.trim(),
      measured: `写着单位“${unit}”，而这一页没有一个数以它为单位`,
      expected: [...new Set(valued.map(figure => figure.unit))].join('、'),
      advice: '单位由数据给出，请去掉它',
      severity: 'notice',
      excess: 0,
      typed: unit,
    },
  ]
}
