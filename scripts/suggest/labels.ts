import type { ReadFigure } from '../../model/reading/parse.ts'
import { PLAN_WORDS } from '../../model/changes.ts'
import { changeAtEnd, NAMES_OF_CHANGE } from '../../model/reading/change.ts'
import { periodWords } from '../../model/reading/periods.ts'
import { LISTED_EACH, namedForEach, ownLength, withEach } from '../../model/reading/subjects.ts'
import { CLAUSE_ENDS, clauseBegin, clauseEnd } from '../../model/reading/text.ts'
import { wordsOf } from '../../model/reading/words.ts'
import { isPoints, parseUnit } from '../../model/units.ts'
import {
  bareSubject,
  beginsWithVerb,
  behind,
  goingOn,
  inPlace,
  actorOf,
  namesAction,
  namesMeasure,
  joinNames,
  namesSomething,
  verbsOf,
  withoutMeasure,
  withoutVerbs,
} from './phrases.ts'

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
  /** What it is a measure of, where only the number before names that. */
  whole?: string
  /** Whether 分别 tells it of one of several things, and of which. */
  each?: boolean
  thing?: string
  /** What a person has to look at. */
  doubt?: string
}

type Core = Omit<Label, 'text' | 'context'>

/** Words that are said of another measure: 增速 of 地区生产总值. */
const OF_MEASURE = /^(?:占比|比重|份额|[增涨降跌][幅速]|总量|总数)$/
const COMPARED = /(?:是|为|相当于|达到?)?[^，。；：、]*的$/
/** What a number in percent is of, where its clause says nothing else: 为正常保有量的101.5%. */
const PART_OF = /^[，,]?(?:为|是|相当于)(?<base>[^，。；：、\d]+)的$/
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
  // What opens brackets is told within them.
  const said = /[^（(]*$/.exec(
    unbracketed(sentence.slice(beginOf(sentence, found.start, before.at(-1)?.end ?? 0), found.start)),
  )![0]
  const manner = figure.change === undefined ? undefined : MANNER.exec(withoutChange(said, figure))?.[0]
  const bare = bareSubject(withoutManner(withoutChange(withoutTimes(said), figure), manner))
  // 教育、卫生等10件实事: what is listed is what is counted; 13个区县中列第9位: among what it is ranked.
  const scope = last !== undefined && last.found.end > clauseBegin(sentence, found.start) && isScope(said, figure)
  const arena = figure.kind === 'rank' ? arenaOf(sentence, found.start, last?.found.end) : undefined
  const own = /等$/.test(said) || scope ? '' : (arena?.text ?? bare)
  const next = figures[index + 1]?.found.start ?? sentence.length
  const measured = (/^[%‰]$/.test(found.unit) || isPoints(found.unit)) && sentence[found.end] !== '的'
  // 从3天压缩到4小时: what follows is of the other number.
  const following = measured || /[从由自][^，,。；;]*$/.test(said) ? undefined : behind(sentence, found.end, next)
  // 投入3亿元新建学校6所: what is done behind it is told of the next number.
  const done = following && !following.joined && beginsWithVerb(following.text)
  const after = done && next < clauseEnd(sentence, found.end) ? undefined : following
  const other = counterpart(sentence, figures, index, before)
  const inherited =
    namedBetween(sentence, last, found.start) ??
    other ??
    thereof(sentence, figures, index, before) ??
    inheritedFrom(sentence, before, index, figures, scope ? index - 2 : index - 1)
  const each = eachOf(sentence, figures[index]!) ?? eachBefore(sentence, figures, index, before)
  // What a number of things leads to is told of these: 35个断面水质比例97.1%.
  const led = before.at(-1)
  const touches = led !== undefined && measured && led.end > last!.found.end && sentence.startsWith(said, led.end)
  const ofThings = touches && own !== '' && !/^[、，,；;：:。的]/.test(said) ? led.subject + own : undefined
  const like = before.findLast((label, at) => label.subject !== '' && figures[at]!.found.unit === found.unit)
  const placed = like && namesSomething(own) ? inPlace(own, like.core) : undefined
  const headed = ofThings ?? placed ?? (each === undefined && own !== '' ? headedBy(sentence, own, found) : undefined)
  const root = inherited && figures[index - inherited.back]
  const named = coreOf({ own: each ?? headed ?? own, after, found, figure, last, inherited, root, sentence, said })
  const core = withActor(named, sentence, figures, index)
  const joined = last !== undefined && !/[；;]/.test(sentence.slice(last.found.end, found.start))
  return {
    ...core,
    ...((each ?? other) !== undefined && { each: true }),
    ...(each !== undefined && figure.of !== undefined && { thing: figure.of }),
    text:
      core.core +
      suffixOf(
        figure,
        found,
        core,
        sentence.slice(arena?.begin ?? clauseBegin(sentence, found.start), found.start),
        manner,
      ),
    context: joined ? (inherited?.label.subject ?? '') : '',
  }
}

/** How a growth is measured: in current prices, or in those of the time that it is compared with. */
const MANNER = /名义|实际$/

/** What is said of a number without how its change is measured: 扣除价格因素实际. */
function withoutManner(said: string, manner: string | undefined): string {
  if (manner === undefined) return said
  const rest = said.slice(0, said.lastIndexOf(manner))
  return beginsWithVerb(bareSubject(rest)) ? '' : rest
}

/** A text without what brackets enclose that are closed. */
const unbracketed = (text: string): string => text.replace(/（[^（）]*）|\([^()]*\)/g, '')

/** Whether what is said before a place only tells among which it is: 设区市中排名第. */
const isScope = (said: string, { kind }: ReadFigure['figure']): boolean =>
  kind === 'rank' && /^[^，。；：、\d]*中/.test(said)

/** In what something is ranked, where the clause before a place says so: 综合考评 of 在全省综合考评中，某区位列第8. */
function arenaOf(sentence: string, at: number, last = 0): { text: string; begin: number } | undefined {
  const before = sentence.slice(0, clauseBegin(sentence, at))
  const clause = /[^，,；;]*中[，,]$/.exec(before)
  const text = clause ? bareSubject(before.slice(Math.max(clause.index, last), -2)) : ''
  return clause && text !== '' ? { text, begin: clause.index } : undefined
}

/** With the measure that heads the list of a number: 医院总诊疗人次 of 总诊疗人次中，医院118.7万人次. */
function headedBy(sentence: string, own: string, { start, unit }: ReadFigure['found']): string | undefined {
  const head = HEAD.exec(unbracketed(sentence.slice(0, start)))?.groups!.head
  const measure = head === undefined ? '' : bareSubject(head)
  const measures =
    namesMeasure(measure) || /比例$/.test(measure) || measure.endsWith(unit.replace(/^[万亿]+/, '') || '—')
  return measure.length > 2 && measures && !namesMeasure(own) && !measure.includes(own) ? own + measure : undefined
}

/** What a list is told of: a measure in front of a colon, or of what numbers are that come behind 中. */
const HEAD = /(?:^|[，。；,;])(?<head>[^，。；：,;:、\d]{2,20})(?:：|:|中，)[^。；;：:]*$/

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
  const opening = clauses.find(clause => clause.trim() !== '') ?? ''
  // “订单排到了11月，产值9亿元”: what somebody says has no one who did it.
  const actor = /^\s*“[^”]*$/.test(opening) ? '' : actorOf(opening)
  // 主要目标是：新建公园5个 tells of no goal that is built.
  const plan = PLAN_WORDS.some(word => actor.endsWith(word))
  return actor === '' || plan || core.includes(actor) ? label : { ...label, core: actor + core, back: -1 }
}

/** A measure that is named behind a number, and has none in its own clause: 汽车类零售额由负转正，增长2.1%. */
function namedBetween(sentence: string, last: ReadFigure | undefined, start: number): Inherited | undefined {
  const clauses = last ? sentence.slice(last.found.end, clauseBegin(sentence, start)).split(/[，,；;]/) : []
  const text = clauses.map(actorOf).findLast(namesMeasure)
  if (text === undefined) return undefined
  const label = { text, core: text, subject: text, end: start, back: 0, context: '' }
  return { label, back: 0, next: false, unit: '' }
}

/** The last label before that names something, and how far back it is. */
function inheritedFrom(
  sentence: string,
  before: readonly Label[],
  index: number,
  figures: readonly ReadFigure[],
  from = index - 1,
): Inherited | undefined {
  const { start } = figures[index]!.found
  for (let at = from; at >= 0; at--)
    // What brackets enclose is told by the way.
    if (before[at]!.subject !== '' && !/^[^（(]*[）)]/.test(sentence.slice(figures[at]!.found.end, start))) {
      const { unit } = figures[at]!.found
      return { label: before[at]!, back: index - at + before[at]!.back, next: index - at === 1, unit }
    }
  return undefined
}

/** What 分别 tells a number of, with what stands before all of them: 幼儿园 of 幼儿园的公办率、普惠率. */
function eachOf(sentence: string, { found, figure }: ReadFigure): string | undefined {
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
function eachBefore(
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

/** What a number behind 其中 is of: what is counted in its unit before. */
function thereof(
  sentence: string,
  figures: readonly ReadFigure[],
  index: number,
  before: readonly Label[],
): Inherited | undefined {
  const { found, figure } = figures[index]!
  const begins = sentence.lastIndexOf('其中', found.start)
  const at = figures.findLastIndex(
    (each, at) => at < index && each.found.end <= begins && each.found.unit === found.unit,
  )
  const first = begins >= 0 && !/[，；]/.test(sentence.slice(begins, found.start))
  if (!first || at < 0 || figure.change !== undefined || before[at]!.subject === '') return undefined
  return { label: before[at]!, back: index - at + before[at]!.back, next: true, unit: found.unit }
}

/** The label of a number's counterpart: of 增长4.6%和6.0% behind 分别达42816元和22305元 the first is of the first. */
function counterpart(
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

interface Inherited {
  label: Label
  back: number
  /** Whether it is of the number just before. */
  next: boolean
  /** The unit of the number that it is of. */
  unit: string
}

interface Parts {
  own: string
  after: ReturnType<typeof behind>
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

function coreOf({ own, after, found, figure, last, inherited, root, sentence, said }: Parts): Core {
  const { end, unit } = found
  const measure = parseUnit(unit)?.kind
  const counted = measure !== null && measure !== undefined && !/^(?:amount|rate|level|duration)$/.test(measure)
  const named = own !== '' && namesSomething(own)
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

function withoutChange(said: string, { change, comparedWith, kind, whole, unit }: ReadFigure['figure']): string {
  const found = changeAtEnd(said, unit) ?? (change && changeAtEnd(said.replaceAll('、', '和'), unit))
  if (found && !/率/.test(said.slice(found.at))) return said.slice(0, found.at)
  if (kind === 'rank') return said.replace(AREA_RANK, '').replace(/中$/, '')
  if (kind === 'share' && whole !== undefined) return said.replace(/占(?!比)[^，。；：、]*$/, '')
  // 完成总投资的62% tells of the investment that it is a part of.
  if (kind === 'share') return said.replace(PART_OF, '').replace(/(?:完成|达到?)[^，。；：、]*的$/, '')
  if (kind === 'completion') return said.replace(/(?:完成|占|为|达)[^，。；：、]*$/, '')
  if ((comparedWith !== undefined || unit === '倍') && change === undefined) return said.replace(COMPARED, '')
  const basis =
    change === undefined ? undefined : wordsOf(said).findLast(({ text }) => /^(?:[与同比较]|[同环]比)$/.test(text))
  return basis ? said.slice(0, basis.start) : said
}

/** A text without its words of time and what leads from one: 由上年的. */
function withoutTimes(text: string): string {
  const times = periodWords(text, [])
  const left = times.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
  return left.replace(/(?<=[至到为])的$|[由从自](?:同期)?的?$/, '').replace(/^[，,]+/, '')
}

/** What tells how a number of something is measured, behind the name of that. */
function suffixOf(
  { kind, change, comparedWith, whole }: ReadFigure['figure'],
  { sign, unit, value }: ReadFigure['found'],
  { core, back }: Core,
  said: string,
  manner: string | undefined,
): string {
  const base = PART_OF.exec(said)?.groups!.base
  switch (kind) {
    case 'rank':
      return `${/世界|全球|全[国省市]/.exec(said)?.[0] ?? ''}位次`
    case 'completion':
      return '完成率'
    case 'share':
      if (whole === undefined) return base === undefined ? '' : `与${base}之比`
      return /[率比]$|比[例重]$/.test(core) ? '' : `占${whole}比重`
    default:
  }
  if (change === undefined) return ''
  if (manner !== undefined) return `${manner}增速`
  if (/^.[于出]$|^超过?$/u.test(change) && comparedWith !== undefined) return `${change}${comparedWith}`
  if (/拉动/.test(core + change)) return change
  if (back === 0 && !change.startsWith('年均') && /^[%‰]$/.test(unit) && !NAMES_OF_CHANGE.test(core)) return ''
  const yearly = change.startsWith('年均') ? '年均' : ''
  return yearly + (sign > 0 && /^[%‰]$/.test(unit) && value !== 0 ? '增速' : '变化')
}
