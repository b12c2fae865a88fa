import type { Figure } from '../../../model/figure.ts'
import { PLAN_MARK, formatFigure, type FormatStyle } from '../../../model/format.ts'
import { NAMES_OF_CHANGE } from '../../../model/reading/change.ts'
import { readQuantities, type Quantity } from '../../../model/reading/quantities.ts'
import {
  descriptionOf,
  printsNumberOf,
  quantitiesOf,
  scopesIn,
  tellsDirection,
} from '../../../model/reading/statement.ts'
import { CLAUSE_ENDS, overlaps, type Span } from '../../../model/reading/text.ts'
import { unitAt } from '../../../model/reading/units.ts'
import { wordsOf } from '../../../model/reading/words.ts'
import { isPoints } from '../../../model/units.ts'
import { kindName } from '../../../model/vocabulary.ts'
import { basisOf, DIRECTION_OF, directionOf, PLAN_WORDS, type Direction } from '../../../model/changes.ts'
import type { RuleFinding } from '../finding.ts'
import { inContext } from './unaccounted.ts'

/** The number of a figure in the text that it is printed in. */
export interface InSentence {
  text: string
  /** Where the element stands that prints it. */
  span: Span
  figure: Figure
  style: FormatStyle
  element: string
}

type Wrong = Pick<RuleFinding, 'measured' | 'expected' | 'advice' | 'severity'>

/** What a finding quotes before and behind a number: characters. */
const QUOTED = [8, 6] as const
/** What right in front of a number makes it another one. */
const SIGN_BEFORE = /(?:[百千万]分之|[±＋+￥¥$])\s*$/

/**
 * A printed number, read in its sentence as the source's is, must still be the figure's: what touches it adds no
 * qualifier, no unit and no sign, and contradicts none.
 */
export function inSentenceFindings(place: InSentence): RuleFinding[] {
  const { text, span, figure, style, element } = place
  if (style === 'period') return []
  const plain = formatFigure(figure)
  const behind = text.slice(span.end)
  const before = text.slice(0, span.start)
  const own = { start: before.length, end: before.length + plain.length }
  const found = readQuantities(before + plain + behind).find(({ number }) => overlaps(number, own))
  const number = found ?? (figure.parts?.length === 2 ? proportionIn(before, plain) : undefined)
  const wrong = [
    ...otherNumber(number, figure, before),
    ...repeatedUnit(behind, figure),
    ...otherSign(touchingChange(found, before, style) ?? namedBehind(behind), figure, style, before + behind),
    ...(found
      ? [
          ...turnedFindings(found, figure, [before, behind], style),
          ...otherScope(found, figure, before + plain + behind),
        ]
      : []),
  ]
  const quoted = `${before.slice(-QUOTED[0])}${text.slice(span.start, span.end)}${behind.slice(0, QUOTED[1])}`
  return wrong.map(each => ({
    element,
    text: inContext(quoted, text),
    ...each,
    measured: `${figure.id}：${each.measured}`,
    excess: 1,
    typed: before.slice(-6).split(/[\n]/).at(-1) || behind.slice(0, 4),
  }))
}

/** Two numbers with a colon are a proportion where a word says so; bound ones are without. */
function proportionIn(before: string, plain: string): Quantity | undefined {
  const clause = before.slice(before.search(new RegExp(`[^${CLAUSE_ENDS}]*$`)))
  return readQuantities(`比${clause}${plain}`).at(-1)
}

function otherNumber(found: Quantity | undefined, figure: Figure, before: string): Wrong[] {
  const sign = SIGN_BEFORE.exec(before)?.[0]
  if (found && printsNumberOf(found, figure) && sign === undefined) return []
  const expected = `“${formatFigure(figure)}”`
  const words = found?.unknownQualifier ?? (found && found.qualifier !== figure.qualifier ? found.qualifier : undefined)
  // One of them is the figure's own, wherever it stands.
  const extra = words?.split('…') ?? []
  if (extra.includes(figure.qualifier)) extra.splice(extra.indexOf(figure.qualifier), 1)
  if (extra.length > 0 && extra[0] !== 'none')
    return [
      {
        measured:
          figure.qualifier === 'none'
            ? `原文是确数，旁边却写着“${extra.join('…')}”`
            : `数里已有“${figure.qualifier}”，旁边又写着“${extra.join('…')}”`,
        expected,
        advice: `请去掉“${extra.join('…')}”`,
      },
    ]
  const read = `${sign ?? (found ? '' : before.slice(-2))}${found ? `${found.value}${found.unit}` : formatFigure(figure)}`
  return [{ measured: `连着前后的字读作“${read}”`, expected, advice: '请去掉紧挨着数的字' }]
}

/** A unit behind the unit: 60家家, 6.5%%, 5亿元万. Not 36条条件, which is a word. */
function repeatedUnit(behind: string, figure: Figure): Wrong[] {
  const unit = unitAt(behind)
  const word = wordsOf(behind)[0]?.text.length ?? 0
  const repeated = unit !== undefined && (unit === figure.unit || /^[%‰万亿千百]/.test(unit) || isPoints(unit))
  if (!repeated || word > unit.length) return []
  return [
    {
      measured: `数后面又写着单位“${unit}”`,
      expected: `“${formatFigure(figure)}”`,
      advice: `请去掉“${unit}”`,
    },
  ]
}

/**
 * Words that turn what is said of a number: 未 right in front of it is a fault, 计划 somewhere in its clause a notice,
 * and so is a plan of the data that the clause does not call one.
 */
function turnedFindings(
  found: Quantity,
  figure: Figure,
  [before, behind]: readonly [before: string, behind: string],
  style: FormatStyle,
): Wrong[] {
  const said = `${descriptionOf(figure)}\n${figure.evidence.clause}`
  const strange = found.turned.filter(
    word =>
      !/于$/.test(word) &&
      !said.includes(word) &&
      !(figure.planned && PLAN_WORDS.includes(word)) &&
      !(directionOf(word) === 'fall' && tellsDirection(figure, 'fall')),
  )
  const touching = strange.find(word => before.endsWith(word))
  const expected = `“${figure.label}${formatFigure(figure, style === 'plain' ? 'worded' : style)}”`
  if (touching !== undefined)
    return [{ measured: `前面写着“${touching}”，数据没有说`, expected, advice: `请去掉“${touching}”，或核对编号` }]
  const clause = before.slice(found.part.start)
  const planned =
    quantitiesOf(figure, figure.evidence.clause)
      .flatMap(({ turned }) => turned)
      .find(word => PLAN_WORDS.includes(word)) ??
    (figure.planned && PLAN_MARK)
  const rest = behind.split(/[，。；！？]/, 1)[0]!
  const told =
    planned === undefined ||
    clause.trim() === '' ||
    PLAN_WORDS.some(word => before.includes(word) || rest.includes(word))
  const notice = strange[0] ?? (told ? undefined : planned)
  return notice === undefined
    ? []
    : [
        {
          measured: strange[0] ? `句子里写着“${notice}”，数据没有说` : `数据说的是“${notice}”，“${clause}”没有说`,
          expected,
          advice: '请看一眼；不对的请改词或编号',
          severity: 'notice',
        },
      ]
}

/** An area that is named with the number, and that the data does not have for it while it has another. */
function otherScope({ part }: Quantity, figure: Figure, text: string): Wrong[] {
  const own = scopesIn(`${descriptionOf(figure)}\n${figure.evidence.clause}`)
  const strange = scopesIn(text.slice(part.start, part.end)).find(scope => !own.includes(scope))
  return strange === undefined || own.length === 0
    ? []
    : [
        {
          measured: `写的是“${strange}”，数据说的是“${own.join('、')}”`,
          expected: `“${own[0]}”`,
          advice: '请改词，或核对编号',
        },
      ]
}

const DIRECTIONS: Readonly<Record<Direction, RegExp>> = {
  rise: wordsOfDirection('rise'),
  fall: wordsOfDirection('fall'),
}

function wordsOfDirection(direction: Direction): RegExp {
  const words = Object.keys(DIRECTION_OF).filter(word => DIRECTION_OF[word] === direction)
  return new RegExp(words.sort((a, b) => b.length - a.length).join('|'))
}

/** The word of change that touches a number. The name of what grows is none before a sign word: 增速同比下降1.2%. */
function touchingChange(found: Quantity | undefined, before: string, style: FormatStyle): string | null {
  const change = found?.change ?? null
  const named = change !== null && style !== 'plain' && NAMES_OF_CHANGE.test(change) && before.endsWith(change)
  return named ? null : change
}

/** The name of a change that a number is said to be: 12.5%的降幅. */
function namedBehind(behind: string): string | null {
  return /^的?(?<name>[增涨降跌]幅|增速)/.exec(behind)?.groups?.name ?? null
}

/** @param around the text without the number */
function otherSign(change: string | null, figure: Figure, style: FormatStyle, around: string): Wrong[] {
  const direction = change === null ? undefined : directionOf(change)
  const expected = `“${formatFigure(figure, 'worded')}”`
  if (figure.change === undefined) {
    const told =
      direction === undefined ||
      tellsDirection(figure, direction) ||
      quantitiesOf(figure, figure.evidence.clause).some(
        own => own.change !== null && directionOf(own.change) === direction,
      )
    return told
      ? []
      : [{ measured: `它不是增幅也不是降幅，前面却写着“${change}”`, expected, advice: '请改词，或核对编号' }]
  }
  const basis = change === null ? undefined : basisOf(change)
  if (basis !== undefined && (basisOf(figure.change) ?? basis) !== basis)
    return [
      { measured: `前面写着“${basis}”，数据是“${basisOf(figure.change)}”`, expected, advice: '请改词，或核对编号' },
    ]
  const own = directionOf(figure.change)
  if (direction !== undefined && direction !== own)
    return [{ measured: `${kindName(figure)}前面写着相反的“${change}”`, expected, advice: '请改词，或核对编号' }]
  if (style !== 'plain')
    return direction === undefined || NAMES_OF_CHANGE.test(change!)
      ? []
      : [{ measured: '增减词写了两遍', expected, advice: `请去掉标签外面的“${change}”` }]
  if (direction !== undefined || own === undefined || DIRECTIONS[own].test(around)) return []
  return [
    {
      measured: DIRECTIONS[own === 'rise' ? 'fall' : 'rise'].test(around)
        ? `${kindName(figure)}所在的句子说的是相反的方向`
        : `${kindName(figure)}没有增减词`,
      expected,
      advice: '请写出增减词，或去掉 as="plain"',
    },
  ]
}

/** The words that lead up to a number in its clause, for those who compare them with names. */
export function leadOf(text: string, at: number, last: number): string {
  return text
    .slice(last, at)
    .split(new RegExp(`[${CLAUSE_ENDS}、]`))
    .at(-1)!
}
