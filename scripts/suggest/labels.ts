import type { ReadFigure } from '../../model/reading/parse.ts'
import { PLAN_WORDS } from '../../model/changes.ts'
import { changeAtEnd, NAMES_OF_CHANGE } from '../../model/reading/change.ts'
import { periodWords } from '../../model/reading/periods.ts'
import { CLAUSE_ENDS, clauseBegin } from '../../model/reading/text.ts'
import { wordsOf } from '../../model/reading/words.ts'
import { isPoints, parseUnit } from '../../model/units.ts'
import { bareSubject, beginsWithVerb, behind, actorOf, namesSomething, verbsOf, withoutVerbs } from './phrases.ts'

/** What a number is of, as its clause says it. */
export interface Label {
  text: string
  /** The same without what only tells how it is measured: 增速, 位次. */
  core: string
  /** What is counted, without what is done to it; empty where the clause names nothing. */
  subject: string
  /** Where what is said of it ends behind the number. */
  end: number
  /** How many numbers before it in its sentence say what it is of. */
  back: number
  /** What the number before it in its part of the sentence counts; empty where there is none. */
  context: string
  /** Whether 分别 tells it of one of several things. */
  each?: boolean
  /** What a person has to look at. */
  doubt?: string
}

type Core = Omit<Label, 'text' | 'context'>

/** Words that are said of another measure: 增速 of 地区生产总值. */
const OF_MEASURE = /^(?:占比|比重|份额|[增涨降跌][幅速]|总量|总数)$/
const COMPARED = /(?:是|为|相当于|达到?)?[^，。；：、]*的$/
const AREA_RANK =
  /(?:在)?(?<scope>世界|全球|全[国省市区县州盟旗]|[全东中西]部)?(?:[居列排](?:名|在|于)?|位次?[居列]?|名列)*$/

/** The labels of the numbers of a sentence, in order. */
export function labelsOf(sentence: string, figures: readonly ReadFigure[]): Label[] {
  const labels: Label[] = []
  figures.forEach((each, index) => labels.push(labelOf(sentence, figures, index, labels)))
  return labels
}

function labelOf(sentence: string, figures: readonly ReadFigure[], index: number, before: readonly Label[]): Label {
  const { found, figure } = figures[index]!
  const last = figures[index - 1]
  const said = sentence.slice(beginOf(sentence, found.start, before.at(-1)?.end ?? 0), found.start)
  // 教育、卫生等10件实事: what is listed is what is counted.
  const own = /等$/.test(said) ? '' : bareSubject(withoutChange(withoutTimes(said), figure))
  const next = figures[index + 1]?.found.start ?? sentence.length
  const measured = (/^[%‰]$/.test(found.unit) || isPoints(found.unit)) && sentence[found.end] !== '的'
  // 从3天压缩到4小时: what follows is of the other number.
  const after = measured || /[从由自][^，,。；;]*$/.test(said) ? undefined : behind(sentence, found.end, next)
  const inherited = inheritedFrom(before, index)
  const each = eachOf(sentence, figures[index]!)
  const named = coreOf({ own: each ?? own, after, found, figure, last, inherited, sentence, said })
  const core = withActor(named, sentence, figures, index)
  const joined = last !== undefined && !/[；;]/.test(sentence.slice(last.found.end, found.start))
  return {
    ...core,
    ...(each !== undefined && { each: true }),
    text: core.core + suffixOf(figure, found, core, said),
    context: joined ? (inherited?.label.subject ?? '') : '',
  }
}

/** Where what is said of a number begins: with its clause, or behind what is said of the number before. */
export function beginOf(sentence: string, start: number, last: number): number {
  return Math.max(clauseBegin(sentence, start), last)
}

/** With what its sentence begins with, where the clause only tells what was done: 岚泽大桥 of 岚泽大桥通车，过江时间…. */
function withActor(label: Core, sentence: string, figures: readonly ReadFigure[], index: number): Core {
  const { core, back, subject } = label
  const { part } = figures[index]!.found
  const begin = sentence.slice(0, part.start).search(/[^；;]*$/)
  const bare = subject === '' || beginsWithVerb(core) || subject.length <= 2
  if (!bare || back > 0 || figures.slice(0, index).some(({ found }) => found.end > begin)) return label
  const clauses = withoutTimes(sentence.slice(begin, part.start)).split(/[，,]/)
  const actor = actorOf(clauses.find(clause => clause.trim() !== '') ?? '')
  // 主要目标是：新建公园5个 tells of no goal that is built.
  const plan = PLAN_WORDS.some(word => actor.endsWith(word))
  return actor === '' || plan || core.includes(actor) ? label : { ...label, core: actor + core, back: -1 }
}

/** The last label before that names something, and how far back it is. */
function inheritedFrom(before: readonly Label[], index: number): Inherited | undefined {
  for (let at = index - 1; at >= 0; at--)
    if (before[at]!.subject !== '')
      return { label: before[at]!, back: index - at + before[at]!.back, next: index - at === 1 }
  return undefined
}

/** What 分别 tells a number of, with what stands before all of them: 幼儿园 of 幼儿园的公办率、普惠率. */
function eachOf(sentence: string, { found, figure }: ReadFigure): string | undefined {
  const { of } = figure
  const before = sentence.slice(0, found.start)
  if (of === undefined || !/分别[^，。；]*$/.test(before)) return undefined
  const whole = /(?:^|[，。；])(?<whole>[^，。；、]*)的[^，。；、的]*、[^，。；]*分别[^，。；]*$/.exec(before)?.groups
    ?.whole
  const tail = bareSubject(withoutChange(/分别([^，。；\d]*)[^，。；]*$/.exec(before)?.[1] ?? '', figure))
  return (
    bareSubject(withoutTimes(whole === undefined || of.startsWith(whole) ? of.replace('的', '') : whole + of)) + tail
  )
}

interface Inherited {
  label: Label
  back: number
  /** Whether it is of the number just before. */
  next: boolean
}

interface Parts {
  own: string
  after: ReturnType<typeof behind>
  found: ReadFigure['found']
  figure: ReadFigure['figure']
  last: ReadFigure | undefined
  inherited: Inherited | undefined
  sentence: string
  said: string
}

/** Kinds of what is said of another number, and not of things. */
const OF_NUMBER: ReadonlySet<string | undefined> = new Set(['growth', 'share', 'completion', 'ratio'])

function coreOf({ own, after, found, figure, last, inherited, sentence, said }: Parts): Core {
  const { end, unit } = found
  const measure = parseUnit(unit)?.kind
  const counted = measure !== null && measure !== undefined && !/^(?:amount|rate|level|duration)$/.test(measure)
  const named = own !== '' && namesSomething(own)
  const { label: above, back = 0, next = false } = inherited ?? {}
  const ofNumber = OF_NUMBER.has(figure.kind) || figure.change !== undefined
  const points = isPoints(unit) && last?.found.unit === '%' && next
  const from = above === undefined ? '' : points ? above.text : ofNumber ? above.core : above.subject
  const verbs = above ? verbsOf(above.core) : ''
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
  if (after && measure !== null && (named || own === '')) {
    const beside = next && (last?.found.unit === unit || !STOP.test(sentence.slice(last!.found.end, found.start)))
    const whole = named ? own : beside ? from : ''
    const subject = whole && withoutVerbs(whole, counted)
    return { core: whole + after.text, subject, end: after.end, back: !named && beside ? back : 0 }
  }
  // 实施项目86个，完成投资112亿元: of these.
  const part = named && own.length < 3 && last !== undefined && parseUnit(last.found.unit)?.kind === 'count'
  if (part && above && next && !/[；;]/.test(sentence.slice(last.found.end, found.start))) {
    const core = above.subject + own
    return { core, subject: core, end, back }
  }
  if (named) {
    const listed = continues(said) && last?.found.unit === unit && !beginsWithVerb(own) && verbs !== ''
    const subject = counted ? withoutVerbs(own) : own
    return { core: (listed ? verbs : '') + own, subject, end, back: listed ? back : 0 }
  }
  if (from !== '') return { core: `${own}${from}${/累计/.test(said) ? '累计' : ''}`, subject: from, end, back }
  const core = withoutTimes(said).trim() || after?.text || sentence.slice(0, found.start) || sentence
  return { core, subject: '', end: after?.end ?? end, back: 0, doubt: '分句里没有说这个数是什么的' }
}

const STOP = new RegExp(`[${CLAUSE_ENDS}、]`)
/** Whether a number goes on a list. */
const continues = (said: string): boolean => /^(?:、|和|及|与|以及|的)/.test(said)

function withoutChange(said: string, { change, comparedWith, kind, whole }: ReadFigure['figure']): string {
  const found = changeAtEnd(said)
  if (found && !/率/.test(said.slice(found.at))) return said.slice(0, found.at)
  if (kind === 'rank') return said.replace(AREA_RANK, '')
  if (kind === 'share' && whole !== undefined) return said.replace(/占(?!比)[^，。；：、]*$/, '')
  if (kind === 'completion') return said.replace(/(?:完成|占|为|达)[^，。；：、]*$/, '')
  if (comparedWith !== undefined && change === undefined) return said.replace(COMPARED, '')
  const basis = change === undefined ? undefined : wordsOf(said).findLast(({ text }) => /^[与同比较]$/.test(text))
  return basis ? said.slice(0, basis.start) : said
}

/** A text without its words of time and what leads from one: 由上年的. */
function withoutTimes(text: string): string {
  const times = periodWords(text, [])
  const left = times.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
  return left.replace(/(?<=[至到为])的$|[由从自]的?$/, '').replace(/^[，,]+/, '')
}

/** What tells how a number of something is measured, behind the name of that. */
function suffixOf(
  { kind, change, comparedWith, whole }: ReadFigure['figure'],
  { sign, unit, value }: ReadFigure['found'],
  { core, back }: Core,
  said: string,
): string {
  switch (kind) {
    case 'rank':
      return `${/世界|全球|全[国省市]/.exec(said)?.[0] ?? ''}位次`
    case 'completion':
      return '完成率'
    case 'share':
      return whole === undefined || /[率比]$|比[例重]$/.test(core) ? '' : `占${whole}比重`
    default:
  }
  if (change === undefined) return ''
  if (/^.于$/u.test(change) && comparedWith !== undefined) return `与${comparedWith}相比`
  if (/拉动/.test(core + change)) return change
  if (back === 0 && !change.startsWith('年均') && /^[%‰]$/.test(unit) && !NAMES_OF_CHANGE.test(core)) return ''
  const yearly = change.startsWith('年均') ? '年均' : ''
  return yearly + (sign > 0 && /^[%‰]$/.test(unit) && value !== 0 ? '增速' : '变化')
}
