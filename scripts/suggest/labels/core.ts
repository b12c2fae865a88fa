import type { ReadFigure } from '../../../model/reading/parse.ts'
import { PLAN_WORDS } from '../../../model/changes.ts'
import { CLAUSE_ENDS } from '../../../model/reading/text.ts'
import { wordsOf } from '../../../model/reading/words.ts'
import { isPoints, parseUnit } from '../../../model/units.ts'
import {
  beginsWithVerb,
  goingOn,
  inPlace,
  joinNames,
  namesAction,
  namesSomething,
  verbsOf,
  withoutMeasure,
  withoutVerbs,
  type Behind,
} from '../phrases.ts'
import { OF_MEASURE, type Core, type Inherited } from './label.ts'
import { withoutTimes } from './said.ts'

/** What is said of a number, and what that may go on from. */
interface Parts {
  own: string
  after: Behind | undefined
  found: ReadFigure['found']
  figure: ReadFigure['figure']
  last: ReadFigure | undefined
  inherited: Inherited | undefined
  /** The number that names what is inherited. */
  root: ReadFigure | undefined
  sentence: string
  said: string
}

/** Kinds of what is said of another number, and not of things. */
const OF_NUMBER: ReadonlySet<string | undefined> = new Set(['growth', 'share', 'completion', 'ratio'])

/** What a number is of: what its clause names, or what earlier numbers name that it goes on from. */
export function coreOf({ own, after, found, figure, last, inherited, root, sentence, said }: Parts): Core {
  const { end, unit } = found
  const measure = parseUnit(unit)?.kind
  const counted = measure !== null && measure !== undefined && !/^(?:amount|rate|level|duration)$/.test(measure)
  // 优良天数330天，其中优126天: one character is no name beside what it is a part of.
  const named = own !== '' && namesSomething(own) && (own.length > 1 || inherited === undefined)
  const { label: above, back = 0, next = false } = inherited ?? {}
  const ofNumber = OF_NUMBER.has(figure.kind) || figure.change !== undefined
  const points = isPoints(unit) && last?.found.unit === '%' && next
  const from = above === undefined ? '' : points ? above.text : ofNumber ? above.core : above.subject
  const verbs = above ? verbsOf(above.core) : ''
  // 未达到2.5%的规划目标: of what is told before.
  if (after?.joined && !named && above && PLAN_WORDS.some(word => word.length > 1 && after.text.includes(word)))
    return { core: above.core + after.text, subject: above.subject, end: after.end, back }
  if (after?.joined) {
    const measured = named ? withoutVerbs(own.split('、').at(-1)!, false) : ''
    return { core: named ? after.text + measured : own + after.text, subject: after.text, end: after.end, back: 0 }
  }
  if (OF_MEASURE.test(own) && above) {
    const core = above.core + own
    return { core, subject: core, end, back }
  }
  if (
    after &&
    measure !== null &&
    namesSomething(after.text) &&
    !beginsWithVerb(after.text) &&
    (measure === 'count' || own === '')
  ) {
    const listed = own === '' && continues(said) && verbs !== ''
    return { core: (listed ? verbs : own) + after.text, subject: after.text, end: after.end, back: listed ? back : 0 }
  }
  // 对经济增长的贡献率: of what is told before.
  if (/^对.*的/.test(own) && above) return { core: above.subject + own, subject: own, end, back }
  if (after && measure !== null && (named || own === '')) {
    const beside = next && (last?.found.unit === unit || !STOP.test(sentence.slice(last!.found.end, found.start)))
    const whole = named ? own : beside ? from : ''
    const subject = whole && withoutVerbs(whole, counted)
    return { core: whole + after.text, subject, end: after.end, back: !named && beside ? back : 0 }
  }
  // 实施项目86个，完成投资112亿元: of these.
  const listed = continues(said) && last?.found.unit === unit
  const counts = last !== undefined && parseUnit(last.found.unit)?.kind === 'count' && last.found.unit !== unit
  const part = named && isBare(own) && counts && figure.kind !== 'ratio'
  if (part && !listed && above && next && !/[；;]/.test(sentence.slice(last.found.end, found.start))) {
    const core = joinNames(above.subject, own)
    return { core, subject: core, whole: above.subject, end, back }
  }
  // 固体废物产生量36万吨，综合利用量33万吨，综合利用率93%: of the same stuff.
  const stuff = root && !listed && PHYSICAL.has(parseUnit(root.found.unit)?.kind) && namesAction(own)
  const beside =
    stuff && !/[；;]/.test(sentence.slice(root.found.end, found.start)) ? withoutMeasure(above!.subject) : ''
  if (beside !== '') {
    const core = joinNames(beside, own)
    return { core, subject: core, end, back }
  }
  // 办结率98.9%、满意率95.4%: of the same.
  if (named && isBare(own) && listed && above?.whole !== undefined && next) {
    const core = above.whole + own
    return { core, subject: core, whole: above.whole, end, back }
  }
  const alike = named && above && inherited?.unit === unit ? inPlace(own, above.core) : undefined
  const longer = alike ?? (named && above ? goingOn(own, above.core) : own)
  if (named && longer !== own) return { core: longer, subject: longer, end, back: 0 }
  if (named) {
    const goesOn = listed && !beginsWithVerb(own) && verbs !== ''
    const subject = counted ? withoutVerbs(own) : own
    return { core: (goesOn ? verbs : '') + own, subject, end, back: goesOn ? back : 0 }
  }
  // 新增学位5400个、托位620个: an entry of a list has a name of its own.
  if (own !== '' && listed && verbs !== '' && !beginsWithVerb(own)) {
    // 国家级企业2家、省级11家: what it is of which sort.
    const sort = /^[ab]/.test(wordsOf(own).at(-1)!.tag) ? own + (wordsOf(above!.subject).at(-1)?.text ?? '') : own
    return { core: verbs + sort, subject: sort, end, back }
  }
  if (from !== '') {
    const more = /累计/.test(said) ? '累计' : ''
    // 续建71个 of 128个 projects are projects; 惠及3万人 is what the projects do.
    const acts = next && own !== '' && counted && !ofNumber && unit !== inherited?.unit
    const core = acts ? joinNames(from, own) : (from.endsWith(own) ? '' : own) + from
    return { core: core + more, subject: from, end, back }
  }
  const core = withoutTimes(said).trim() || after?.text || sentence.slice(0, found.start) || sentence
  return { core, subject: '', end: after?.end ?? end, back: 0, doubt: '分句里没有说这个数是什么的' }
}

/** Kinds of what stuff has. */
const PHYSICAL: ReadonlySet<string | null | undefined> = new Set(['area', 'weight', 'volume', 'energy'])

/** Whether a name only says how something is measured, and not of what: 毕业率, 总投资, 就业. */
const isBare = (name: string): boolean => name.length < 3 || /^..[率额量值比]$|^总..$/.test(name)

const STOP = new RegExp(`[${CLAUSE_ENDS}、]`)
/** Whether a number goes on a list. */
const continues = (said: string): boolean => /^(?:、|和|及|与|以及|的)/.test(said)
