import type { FigureInput } from '../../../model/figure.ts'
import { readQuantities } from '../../../model/reading/quantities.ts'
import { descriptionOf, quantitiesOf, scopesIn } from '../../../model/reading/statement.ts'
import { namesIn } from '../../../model/reading/subjects.ts'
import { toHalfWidth } from '../../../model/reading/text.ts'
import { wordsOf, type Word } from '../../../model/reading/words.ts'
import { directionOf } from '../../../model/changes.ts'
import { bigramOverlap, bigramsOf, overlapOf } from '../likeness.ts'
import type { Finding } from '../finding.ts'
import { inFile, statedClauses, statedFigures, type Discrepancy, type Facts, type StatedFigure } from './facts.ts'

/** By how much two labels must fit each other's clauses better than their own before they may have been exchanged. */
const CROSSED = 0.5

/** Each label says what its clause is about: the same thing, done in the same way, of the same area. */
export function labelsOfClauses(facts: Facts): Finding[] {
  return [
    ...statedClauses(facts).flatMap(each =>
      [
        ...otherThing(each.figure),
        ...otherScope(each.figure),
        ...otherShort(each.figure),
        ...outOfOrder(each.figure),
      ].map(wrong => finding(each, facts, wrong)),
    ),
    ...exchanged(statedFigures(facts), facts),
  ]
}

function finding({ figure, file }: StatedFigure, facts: Facts, wrong: Discrepancy): Finding {
  return inFile('evidence', facts.where(file, figure.id), {
    element: figure.id,
    text: figure.evidence.clause,
    ...wrong,
  })
}

/** Verbs that do something: words of change, and what a label calls one, are compared with the sign. */
const isVerb = ({ tag, text }: Word): boolean =>
  /^v/.test(tag) && text.length > 1 && text !== '变化' && directionOf(text) === undefined
/** Whether two words are one, or abridge one another: 投用 and 投入使用. */
const alike = (a: string, b: string): boolean => [...a].some(char => b.includes(char))

/** A label of another subject, or of another verb than the clause's. */
function otherThing(figure: FigureInput): Discrepancy[] {
  const { label, evidence } = figure
  const said = wordsOf(toHalfWidth(evidence.clause))
  if (bigramOverlap(label, [evidence.clause]) === 0 && bigramOverlap(descriptionOf(figure), [evidence.clause]) === 0)
    return [
      {
        measured: `名称“${label}”与原句没有一个词相同`,
        expected: '名称说的是原句里的事',
        advice: '请看一眼 label 和 evidence.clause；原句另有叫法的，写进 note',
        severity: 'notice',
      },
    ]
  const foreign = (own: readonly Word[], others: readonly Word[]): Word[] =>
    own.filter(word => isVerb(word) && !others.some(other => alike(other.text, word.text)))
  const described = wordsOf(toHalfWidth(descriptionOf(figure)))
  const [ours] = foreign(wordsOf(label), said)
  const [theirs] = foreign(said, described)
  return ours && theirs
    ? [
        {
          measured: `名称说的是“${ours.text}”，原句说的是“${theirs.text}”`,
          expected: '名称用原句里的动词',
          advice: '请改 label；两个词是一个意思的，把原句的词写进 note',
        },
      ]
    : []
}

function otherScope(figure: FigureInput): Discrepancy[] {
  const scopes = scopesIn(figure.evidence.clause)
  const { label, short = '', whole = '' } = figure
  const wrong = scopesIn([label, short, whole].join('\n')).find(scope => scopes.length > 0 && !scopes.includes(scope))
  return wrong === undefined
    ? []
    : [
        {
          measured: `数据写的是“${wrong}”，原句写的是“${scopes.join('、')}”`,
          expected: '范围与原句一致',
          advice: '请改 label、short 或 whole',
        },
      ]
}

/** Share of a short name that the label and the clause have to have. */
const SHORTENED = 0.5

/** A short name is short for the label. */
function otherShort({ label, short, note = '', whole = '', evidence }: FigureInput): Discrepancy[] {
  if (short === undefined || bigramOverlap(short, [label, note, whole, evidence.clause]) >= SHORTENED) return []
  return [
    {
      measured: `简称“${short}”不像是“${label}”的简称`,
      expected: '简称和名称说的是一回事',
      advice: '请看一眼 short',
      severity: 'notice',
    },
  ]
}

/** 公办率、普惠率分别达到52.05%、80.43%: the names and the numbers of such a list go in the same order. */
function outOfOrder(figure: FigureInput): Discrepancy[] {
  const { clause } = figure.evidence
  const at = clause.search(/分别|依次/)
  if (at < 0) return []
  const numbers = readQuantities(clause).filter(({ start }) => start > at)
  const named = clause.slice(0, at).split(/[，。；：]/)
  const names = namesIn(named.at(-1)!, numbers.length)
  if (names.length < 2 || names.length !== numbers.length) return []
  const scores = names.map(name => bigramOverlap(name, [figure.label]))
  const best = scores.indexOf(Math.max(...scores))
  const own = quantitiesOf(figure, clause)
    .map(({ start }) => numbers.findIndex(number => number.start === start))
    .filter(index => index >= 0)
  const unsure = scores[best] === 0 || scores.filter(score => score === scores[best]).length > 1
  if (unsure || own.length === 0 || own.includes(best)) return []
  const { start, end } = numbers[best]!
  return [
    {
      measured: `原句依次列出${names.join('、')}，“${names[best]}”是第 ${best + 1} 个，数据取的是第 ${own[0]! + 1} 个数`,
      expected: `“${clause.slice(start, end)}”`,
      advice: '请核对 value，或改 label',
    },
  ]
}

/** Two labels of which each is more like the other's clause: a notice, as words alone prove nothing. */
function exchanged(stated: readonly StatedFigure[], facts: Facts): Finding[] {
  const clauses = stated.map(({ figure }) => bigramsOf(figure.evidence.clause))
  const fits = stated.map(({ figure }) => {
    const label = bigramsOf(figure.label)
    return clauses.map(clause => overlapOf(label, clause))
  })
  return stated.flatMap((one, i) =>
    stated.slice(0, i).flatMap((two, j) => {
      const [own, crossed] = [fits[i]![i]! + fits[j]![j]!, fits[i]![j]! + fits[j]![i]!]
      if (crossed < own + CROSSED || fits[i]![j]! <= fits[i]![i]! || fits[j]![i]! <= fits[j]![j]!) return []
      return [
        [one, two],
        [two, one],
      ].map(([each, other]) => ({
        ...finding(each!, facts, {
          measured: `名称“${each!.figure.label}”更像“${other!.figure.id}”的原句，两条的名称像是写反了`,
          expected: `与原句相合的名称，如“${other!.figure.label}”`,
          advice: '请核对两条的 label 和 short',
        }),
        severity: 'notice' as const,
      }))
    }),
  )
}
