import type { ReadFigure } from '../../../model/reading/parse.ts'
import { changeAtEnd, NAMES_OF_CHANGE } from '../../../model/reading/change.ts'
import { periodWords } from '../../../model/reading/periods.ts'
import { clauseBegin } from '../../../model/reading/text.ts'
import { wordsOf } from '../../../model/reading/words.ts'
import { bareSubject, beginsWithVerb } from '../phrases.ts'
import type { Core } from './label.ts'

const COMPARED = /(?:是|为|相当于|达到?)?[^，。；：、]*的$/
/** What a number in percent is of, where its clause says nothing else: 为正常保有量的101.5%. */
const PART_OF = /^[，,]?(?:为|是|相当于)(?<base>[^，。；：、\d]+)的$/
const AREA_RANK =
  /(?:在)?(?<scope>世界|全球|全[国省市区县州盟旗]|[全东中西]部)?(?:[居列排](?:名|在|于)?|位次?[居列]?|名列)*$/

/** Where what is said of a number begins: with its clause, or behind what is said of the number before. */
export function beginOf(sentence: string, start: number, last: number): number {
  return Math.max(clauseBegin(sentence, start), last)
}

/** How a growth is measured: in current prices, or in those of the time that it is compared with. */
export const MANNER = /名义|实际$/

/** What is said of a number without how its change is measured: 扣除价格因素实际. */
export function withoutManner(said: string, manner: string | undefined): string {
  if (manner === undefined) return said
  const rest = said.slice(0, said.lastIndexOf(manner))
  return beginsWithVerb(bareSubject(rest)) ? '' : rest
}

/** A text without what brackets enclose that are closed. */
export const unbracketed = (text: string): string => text.replace(/（[^（）]*）|\([^()]*\)/g, '')

/** What is said of a number without the words that only tell how it is measured, or with what it is compared. */
export function withoutChange(said: string, { change, comparedWith, kind, whole, unit }: ReadFigure['figure']): string {
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
export function withoutTimes(text: string): string {
  const times = periodWords(text, [])
  const left = times.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
  return left.replace(/(?<=[至到为])的$|[由从自](?:同期)?的?$/, '').replace(/^[，,]+/, '')
}

/** What tells how a number of something is measured, behind the name of that. */
export function suffixOf(
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
