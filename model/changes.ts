import type { Qualifier } from './qualifiers.ts'
import type { Unit } from './vocabulary.ts'

/** Which way something changes. */
export type Direction = 'rise' | 'fall'

const RISES =
  '增长 拉动增长 提高 提升 上升 增加 上涨 攀升 扩大 增幅 增速 涨幅 升高 增多 加快 净增 增产 增收 增支 增亏 多增 少降 回升 前移'
const FALLS =
  '下降 压缩 减少 降低 缩短 回落 下滑 下跌 压减 缩减 收窄 放缓 减缓 缩小 降幅 跌幅 负增长 减慢 走低 滑落 趋缓 精简 下调 净减 减产 减收 减支 减亏 少增 多降 压降 后移'
/** Words that say a change only where something is compared: 比上年低, 高于全市平均. */
const COMPARING = { rise: '高 多 快 大 长 优', fall: '低 少 慢 小 短' }

/** What a word says that tells a change and its number in one; a qualifier that stands in it. */
interface WholeChange {
  value: number
  unit: Unit
  qualifier?: Qualifier
}

/** How many times as much it is that has doubled so often: 翻番, 翻了三番, 翻了近一番. */
const DOUBLINGS: Readonly<Record<string, WholeChange>> = Object.fromEntries(
  ['翻', '翻了'].flatMap(verb =>
    ['', '一', '两', '三', '四'].flatMap((often, index) => {
      const doubled = { value: 2 ** (index || 1), unit: '倍' }
      const near = index === 0 ? [] : (['近', '约', '超', '超过'] as const)
      return [
        [`${verb}${often}番`, doubled],
        ...near.map(qualifier => [`${verb}${qualifier}${often}番`, { ...doubled, qualifier }] as const),
      ]
    }),
  ),
)

/** The direction that each word of change tells: those that a figure may carry, and all others that texts use. */
export const DIRECTION_OF: Readonly<Record<string, Direction>> = Object.fromEntries([
  ...[...RISES.split(' '), ...Object.keys(DOUBLINGS)].map(word => [word, 'rise'] as const),
  ...FALLS.split(' ').map(word => [word, 'fall'] as const),
])
export const COMPARING_DIRECTION: Readonly<Record<string, Direction>> = Object.fromEntries(
  (['rise', 'fall'] as const).flatMap(direction => COMPARING[direction].split(' ').map(word => [word, direction])),
)

/** Words that say a change and its number in one. */
export const WHOLE_CHANGES: Readonly<Record<string, WholeChange>> = {
  持平: { value: 0, unit: '%' },
  零增长: { value: 0, unit: '%' },
  ...DOUBLINGS,
  减半: { value: -50, unit: '%' },
}

/** The word that says change and number in one, with which a change ends; `undefined` where there is none. */
export function wholeChange(change: string): string | undefined {
  return Object.keys(WHOLE_CHANGES).find(word => change.endsWith(word))
}

/** What stands in front of a word of change and says with what is compared. */
const BASIS = /^(?:同比|环比)/
const LONGEST_FIRST = Object.keys(DIRECTION_OF).sort((a, b) => b.length - a.length)

/** By so many points more than another number: 超全市平均0.3个百分点; elsewhere it is a bound. */
export const EXCEEDING = /^超[过出]?$/

/** The direction of a sign word, what is compared with in front of it or not; `undefined` where it tells none. */
export function directionOf(change: string): Direction | undefined {
  const word = LONGEST_FIRST.find(each => change.endsWith(each))
  if (word !== undefined) return DIRECTION_OF[word]
  if (EXCEEDING.test(change)) return 'rise'
  const sign = /^(?:同比|环比|[比较].+)([-+−－])$/.exec(change)?.[1]
  if (sign !== undefined) return sign === '+' ? 'rise' : 'fall'
  const comparing = /^(?:同比|环比|年均|偏|[比较].*)(?<char>.)$|^(?<level>.)[于出]/u.exec(change)?.groups
  return COMPARING_DIRECTION[comparing?.char ?? comparing?.level ?? '']
}

/** Words whose sign is that of what changes, turned or not: 降幅收窄 is a rise, 增幅收窄 a fall. */
export const DEPENDENT_CHANGES: ReadonlySet<string> = new Set(['收窄', '扩大', '缩小'])

/** What a sign word compares with: 同比 with the same time of the year before, 环比 with the time before. */
export function basisOf(change: string): string | undefined {
  return BASIS.exec(change)?.[0]
}

/** Words that make a number a plan's. */
export const PLAN_WORDS: readonly string[] = '计划 规划 目标 拟 拟建 力争 争取 预计 预期 有望 将'.split(' ')

/**
 * Words that make a clause say something else of its number than that it is so: that it is planned, that it is not,
 * that it goes, or that it is only compared. A figure whose clause has one says so itself: in label, note or the like.
 */
export const TURNING_WORDS: ReadonlySet<string> = new Set([
  ...PLAN_WORDS,
  ...'未 未能 没能 尚未 停止 暂停 终止 中止 拒绝 缺口 亏损 还差'.split(' '),
  ...'撤并 撤销 关停 关闭 拆除 取消 淘汰 注销 停产 停业 停工 停办 停运 退出 流失 倒闭 清退 破产 转让'.split(' '),
  ...'低于 高于 少于 多于 高出 不及 相差'.split(' '),
])

/** Words that deny a number only where they touch it or stand behind it: 无 in 无房家庭 denies nothing. */
export const DENYING_WORDS: ReadonlySet<string> = new Set('没有 没 无 不'.split(' '))

/** Areas that a number may be of: 占全市, 居全国. What names one is about no other. */
export const AREA = '世界|全球|全[国省市区县州盟旗]'
