import { describePlaces } from '../../../scripts/check/places.ts'
import type { Finding } from '../../../scripts/check/finding.ts'
import type { Context } from '../../../scripts/lib/command.ts'
import { isAdvice } from './judge.ts'
import type { MutantRule } from './mutant.ts'
import type { EquivalentOutcome, Outcome } from './run.ts'

/** What nothing that reads text and measures shapes can see. */
export const OUT_OF_REACH = [
  '位图（照片、截图、扫描件）里的数字：核对不识图，只报告有几张图未查，要人来看',
  '动手才出现的界面（数据依据面板、演讲者工具条、遥控页）里的字：核对不去点开，由各自的测试负责',
  '盖在图形上面的东西，以及导出的文件自身：核对看的是网站',
  '数据与原文都改成同一个错数，并重新登记：核对只保证文稿与原文一致，不保证原文没有错',
]

/** What a run came to. */
export interface MutantReport {
  outcomes: readonly Outcome[]
  equivalents: readonly EquivalentOutcome[]
  /** Milliseconds. */
  duration: number
}

const RULES: readonly MutantRule[] = ['evidence', 'completeness', 'digits', 'derived', 'consistency', 'charts']

/** Mutants that no finding of the right rule told in the right place. */
export function survivors({ outcomes }: Pick<MutantReport, 'outcomes'>): Outcome[] {
  return outcomes.filter(({ by }) => by === undefined)
}

/** Equivalent mutants that something is held against. */
export function falseAlarms({ equivalents }: Pick<MutantReport, 'equivalents'>): EquivalentOutcome[] {
  return equivalents.filter(({ flagged, refused }) => flagged.length > 0 || refused !== undefined)
}

/** Mutants whose finding does not say what to do. */
export function withoutAdvice({ outcomes }: Pick<MutantReport, 'outcomes'>): Outcome[] {
  return outcomes.filter(({ by }) => by && !isAdvice(by))
}

function score(outcomes: readonly Outcome[]): string {
  return `${outcomes.filter(({ by }) => by).length}/${outcomes.length}`
}

function findingText({ rule, slide, where, text, measured, places }: Finding): string {
  const place = [slide > 0 ? `第 ${slide} 页` : '', where ?? '', describePlaces(places)].filter(Boolean).join(' ')
  return `    ${rule} ${place || '整个文稿'}：${text} ${measured}`
}

function survivorLines({ mutant, place, others, refused }: Outcome): string[] {
  const where = place.slide > 0 ? `第 ${place.slide} 页` : (place.where ?? '整个文稿')
  return [
    `  ${mutant.rule} ${mutant.name}（应在${where}，应说 ${mutant.tells.source}）`,
    ...(refused === undefined ? [] : [`    没有查成：${refused.split('\n').slice(0, 3).join(' ')}`]),
    ...others
      .filter(({ slide, where: own }) =>
        place.slide > 0 ? slide === place.slide : own?.split(':')[0] === place.where?.split(':')[0],
      )
      .slice(0, 4)
      .map(findingText),
  ]
}

/** The report for people, line by line. */
export function formatReport(report: MutantReport): string[] {
  const { outcomes, equivalents, duration } = report
  const [left, alarms, mute] = [survivors(report), falseAlarms(report), withoutAdvice(report)]
  const grouped = Map.groupBy(outcomes, ({ mutant }) => mutant.rule)
  return [
    '故意改错的地方，核对查出的：',
    ...RULES.flatMap(rule => (grouped.has(rule) ? [`  ${rule.padEnd(12)} ${score(grouped.get(rule)!)}`] : [])),
    `  ${'合计'.padEnd(10)} ${score(outcomes)}`,
    `没有错的改动，核对放行的：${equivalents.length - alarms.length}/${equivalents.length}`,
    ...(left.length > 0 ? ['没有查出：', ...left.flatMap(survivorLines)] : []),
    ...(alarms.length > 0
      ? [
          '误报：',
          ...alarms.flatMap(({ equivalent, flagged, refused }) => [
            `  ${equivalent.name}`,
            ...(refused === undefined ? [] : [`    没有查成：${refused.split('\n').slice(0, 3).join(' ')}`]),
            ...flagged.slice(0, 5).map(findingText),
          ]),
        ]
      : []),
    ...(mute.length > 0 ? ['查出了却没有说怎么办：', ...mute.map(({ mutant }) => `  ${mutant.name}`)] : []),
    '查不到的：',
    ...OUT_OF_REACH.map(text => `  ${text}`),
    `用时 ${(duration / 1000).toFixed(1)} 秒`,
  ]
}

/** Prints what a run came to; returns the exit code. */
export function report(result: MutantReport, json: boolean, { print }: Pick<Context, 'print'>): number {
  if (json) {
    print(
      JSON.stringify(
        {
          rules: Object.fromEntries(
            RULES.map(rule => {
              const own = result.outcomes.filter(({ mutant }) => mutant.rule === rule)
              return [rule, { killed: own.filter(({ by }) => by).length, total: own.length }]
            }),
          ),
          mutants: result.outcomes.map(({ mutant: { name, rule }, by }) => ({
            name,
            rule,
            killed: by !== undefined,
            ...(by && {
              slide: by.slide,
              where: by.where,
              measured: by.measured,
              expected: by.expected,
              advice: by.advice,
            }),
          })),
          innocents: result.equivalents.map(({ equivalent: { name }, flagged, refused }) => ({
            name,
            flagged,
            ...(refused !== undefined && { refused }),
          })),
          outOfReach: OUT_OF_REACH,
          duration: Math.round(result.duration),
        },
        null,
        2,
      ),
    )
  } else {
    formatReport(result).forEach(print)
  }
  return survivors(result).length + falseAlarms(result).length + withoutAdvice(result).length > 0 ? 1 : 0
}
