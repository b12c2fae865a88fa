import { formatFigure } from '../../../../model/format.ts'
import type { Figure } from '../../../../model/figure.ts'
import { CHANGE_WORDS, KIND_OF_CHANGE, UNITS } from '../../../../model/vocabulary.ts'
import { CODE_BLOCK, COMMENT } from '../../../../model/slides/title.ts'
import { INEXACT_BEFORE, INEXACT_BEHIND } from '../../../lib/facts/inexact.ts'
import type { Appearance } from '../../../lib/facts/appearances.ts'
import type { Finding } from '../../finding.ts'
import { onSlide, type Facts } from '../facts.ts'

const BEFORE = new RegExp(`${INEXACT_BEFORE}$`)
const UNIT = [...UNITS].sort((a, b) => b.length - a.length).join('|')
/** What makes a number another one from behind: 余, 以上, 万, %; not the beginning of a word such as 百姓 or 多式联运. */
const BEHIND = new RegExp(
  `^(?:${INEXACT_BEHIND}|[余多](?=$|[\\s，。；、！？）”]|${UNIT})|[余多]?[十百千万亿]+(?=$|[\\s，。；、！？）”元余多]|${UNIT})|[%‰％]|个百分点|倍)`,
)
const RATIOS = ['%', '‰', '个百分点', '倍']
const SIGN = new RegExp(`(?:${[...CHANGE_WORDS].sort((a, b) => b.length - a.length).join('|')})了?$`)
/** Words that tell a direction, wherever they stand in the sentence. */
const DIRECTIONS = { growth: /增|升|提高|涨|扩大|加快/, reduction: /降|减|压缩|缩短|少|省/ } as const

/** The words that touch an inline figure leave its printed form as it is, and tell the direction of a change. */
export function neighbours(facts: Facts): Finding[] {
  return facts.appearances
    .filter(({ component, style }) => component === 'Fig' && style !== 'period')
    .flatMap(appearance => {
      const figure = facts.deck.findFigure(appearance.id)
      return figure ? judge(appearance, figure) : []
    })
}

/** What stands before and behind a figure in its sentence, other tags and figures left out. */
function around({ slide, medium, tag }: Appearance): { before: string; behind: string } {
  const source = medium === 'note' ? slide.rawNote! : slide.contentRaw
  const blank = (text: string): string => text.replace(/[^\n]/g, '\0')
  const text = medium === 'note' ? source : source.replace(CODE_BLOCK, blank).replace(COMMENT, blank)
  const plain = (part: string): string => part.replace(/<[Ff]ig\b[^>]*>/g, '\0').replace(/<[^>]*>|\*\*|__|[`~]/g, '')
  return {
    before: plain(text.slice(0, tag.start))
      .split(/[。；！？\n]/)
      .at(-1)!,
    behind: plain(text.slice(tag.end)).split(/[。；！？\n]/)[0]!,
  }
}

function judge(appearance: Appearance, figure: Figure): Finding[] {
  const { before, behind } = around(appearance)
  const added = BEFORE.exec(before)?.[0]
  const follows =
    behind.startsWith(figure.unit) && !/^件事|^个[人体性别月]/.test(behind) ? figure.unit : BEHIND.exec(behind)?.[0]
  const form = formatFigure(figure)
  const complaints = [
    ...(added
      ? [{ measured: `前面手写了“${added}”，读作“${added}${form}”`, expected: `“${form}”，限定词只由数据给出` }]
      : []),
    ...(follows
      ? [
          {
            measured: `后面手写了“${follows}”，读作“${form}${follows}”`,
            expected: `“${form}”，单位和限定词只由数据给出`,
          },
        ]
      : []),
    ...direction(appearance, figure, before, behind),
  ]
  return complaints.map(complaint =>
    onSlide('consistency', appearance.slide, appearance.line, {
      element: `<Fig> ${figure.id}`,
      text: `${before
        .replace(/^#+\s+/, '')
        .slice(-12)
        .replaceAll('\0', '□')}${form}${behind.slice(0, 8).replaceAll('\0', '□')}`,
      ...complaint,
      advice: '请改句子；数据本身不对的，改 data/ 里的那一条',
    }),
  )
}

function direction(
  { style }: Appearance,
  figure: Figure,
  before: string,
  behind: string,
): { measured: string; expected: string }[] {
  const { kind, change } = figure
  const sign = SIGN.exec(before)?.[0].replace(/了$/, '')
  if (kind !== 'growth' && kind !== 'reduction') {
    return sign && RATIOS.includes(figure.unit)
      ? [
          {
            measured: `写成了“${sign}${formatFigure(figure)}”，而这个数不是增减`,
            expected: `“达”“至”“占”一类的说法（${figure.label}）`,
          },
        ]
      : []
  }
  const own = `“${change}${formatFigure(figure)}”`
  if (style !== 'plain')
    return sign
      ? [
          {
            measured: `“${sign}”与数据自带的增减词重复`,
            expected: style === 'signed' ? formatFigure(figure, 'signed') : own,
          },
        ]
      : []
  if (sign)
    return KIND_OF_CHANGE[sign as keyof typeof KIND_OF_CHANGE] === kind
      ? []
      : [{ measured: `写成了“${sign}”`, expected: own }]
  const other = kind === 'growth' ? 'reduction' : 'growth'
  const around = before.split('\0').at(-1)! + behind.split('\0')[0]!
  if (DIRECTIONS[kind].test(around)) return []
  return [
    {
      measured: DIRECTIONS[other].test(around) ? '句子说的是相反的方向' : '句子没有说是增是减',
      expected: `${own}，或写 as="worded"`,
    },
  ]
}
