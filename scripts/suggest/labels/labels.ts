import type { ReadFigure } from '../../../model/reading/parse.ts'
import { PLAN_WORDS } from '../../../model/changes.ts'
import { clauseBegin, clauseEnd } from '../../../model/reading/text.ts'
import { isPoints } from '../../../model/units.ts'
import { actorOf, bareSubject, beginsWithVerb, behind, inPlace, namesMeasure, namesSomething } from '../phrases.ts'
import { coreOf } from './core.ts'
import { counterpart, eachBefore, eachOf } from './each.ts'
import { inheritedFrom, namedBetween, thereof } from './inherited.ts'
import type { Core, Label } from './label.ts'
import { beginOf, MANNER, suffixOf, unbracketed, withoutChange, withoutManner, withoutTimes } from './said.ts'

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
