import type { FigureInput } from '../../../model/figure.ts'
import { readQuantities, type Quantity } from '../../../model/reading/quantities.ts'
import {
  descriptionOf,
  isNumberOf,
  notCarried,
  quantitiesOf,
  saysChange,
  scopesIn,
} from '../../../model/reading/statement.ts'
import { collapseSpaces, overlaps, sentencesOf, toHalfWidth } from '../../../model/reading/text.ts'
import { wordsOf } from '../../../model/reading/words.ts'
import type { Spot } from '../../lib/facts/article.ts'
import type { Finding } from '../finding.ts'
import { bigramOverlap } from '../likeness.ts'
import { inFile, saysMore, type Discrepancy } from './facts.ts'

/** A clause of the data that has been found in the source. */
interface CitedClause {
  clause: string
  element: string
  where: string
  figure?: FigureInput
}

/** A sentence of the source around a spot, and where in it the spot is. */
function sentenceAround({ section: { text }, at }: Spot): { sentence: string; start: number } {
  const { text: sentence, start } = sentencesOf(text).find(({ end }) => end > at)!
  return { sentence, start: at - start }
}

/** The clause read in its sentence: what stands around it may turn what it says. At one of its places it holds. */
export function outOfSentence({ figure, element, where, clause }: CitedClause, spots: readonly Spot[]): Finding[] {
  if (!figure) return []
  const wrong = spots.map(spot => inSentence(figure, spot))
  const least = wrong.sort((a, b) => a.length - b.length)[0] ?? []
  return least.map(each => inFile('evidence', where, { element, text: clause, ...each }))
}

function inSentence(figure: FigureInput, spot: Spot): Discrepancy[] {
  const { sentence, start } = sentenceAround(spot)
  const clause = collapseSpaces(toHalfWidth(figure.evidence.clause))
  const alone = quantitiesOf(figure, clause)
  const all = readQuantities(sentence)
  const pairs = alone.flatMap(({ number }) => {
    const own = { start: start + number.start, end: start + number.end }
    return all.find(found => overlaps(found.number, own)) ?? []
  })
  // An erratum can make the clause longer than what is printed; then its number is not where it should be.
  if (pairs.length < alone.length) return []
  const wrong = pairs.map(found => otherStatement(figure, found, sentence, start, start + clause.length))
  return wrong.sort((a, b) => a.length - b.length)[0] ?? []
}

function otherStatement(
  figure: FigureInput,
  found: Quantity,
  sentence: string,
  begin: number,
  end: number,
): Discrepancy[] {
  const read = `原文整句读作“${sentence.slice(Math.min(found.part.start, begin), Math.max(found.end, end)).slice(-60)}”`
  const advice = '请照整句改数据，并把 evidence.clause 取到不改变原意的地方'
  const { change } = figure
  if (!isNumberOf(found, figure) || (change !== undefined && !saysChange(found, change)))
    return [{ measured: read, expected: '分句在整句里说的是同一个数', advice }]
  // What the clause says itself is told without its sentence.
  const own = quantitiesOf(figure, figure.evidence.clause).flatMap(each => notCarried(figure, each))
  const more = notCarried(figure, found).filter(word => !own.includes(word))
  if (more.length > 0) return [saysMore(more)]
  const before = sentence.slice(found.part.start, begin).split('、').at(-1)!
  const description = descriptionOf(figure) + figure.evidence.clause
  const scope = scopesIn(before).find(each => !/^全[区县旗]$/.test(each) && !description.includes(each))
  if (scope !== undefined) return [{ measured: `${read}，说的是“${scope}”`, expected: '范围与原句一致', advice }]
  // A name in quotes, and the district itself, make it no other subject.
  const subject = wordsOf(before.replace(/“[^”]*”|《[^》]*》|全[区县旗]/g, '')).filter(
    ({ tag, text }) => /^[nabjlz]/.test(tag) && text.length > 1,
  )
  const left = subject.filter(({ text }) => bigramOverlap(text, [description]) === 0)
  return left.length === 0
    ? []
    : [
        {
          measured: `${read}，分句前面还有“${left.map(({ text }) => text).join('')}”`,
          expected: '分句从说的是什么取起',
          advice: '请看一眼；说的不是一回事的，请把分句取长，并改 label',
          severity: 'notice',
        },
      ]
}
