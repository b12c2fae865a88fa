import type { Context } from '../lib/command.ts'
import type { CheckArgs } from './check-args.ts'
import type { CheckReport } from './check.ts'
import { ruleName } from './categories.ts'
import { isNotice, type Finding } from './finding.ts'
import { describePlaces } from './places.ts'

/** Prints what a check came to; returns the exit code. */
export function reportCheck(
  { findings, scopes, obstacles, duration }: CheckReport,
  { json, strict }: Pick<CheckArgs, 'json' | 'strict'>,
  { print, log }: Pick<Context, 'print' | 'log'>,
): number {
  const notices = findings.filter(isNotice)
  const faults = findings.filter(finding => !isNotice(finding))
  if (json) {
    print(
      JSON.stringify(
        findings.map(finding => ({ severity: 'fault', ...finding })),
        null,
        2,
      ),
    )
  } else {
    formatFindings(faults).forEach(print)
    if (notices.length > 0) {
      print(`提示：请人看一眼，${strict ? '按 --strict 算作问题' : '不影响退出码'}`)
      print('')
      formatFindings(notices).forEach(print)
    }
    summarize(faults, notices.length).forEach(print)
    print(`检查了${scopes.join('；')}，用时 ${(duration / 1000).toFixed(1)} 秒`)
  }
  obstacles.forEach(log.warn)
  return faults.length > 0 || (strict && notices.length > 0) ? 1 : 0
}

function formatFindings(findings: readonly Finding[]): string[] {
  const places = Map.groupBy(findings, ({ slide, where }) => (slide === 0 ? (where ?? '') : slide))
  return [...places.values()]
    .sort(([a], [b]) => a!.slide - b!.slide)
    .flatMap(own => [heading(own[0]!), ...own.flatMap(format), ''])
}

function heading({ slide, title, where }: Finding): string {
  if (slide === 0) return where ?? '整个文稿'
  return title ? `第 ${slide} 页《${title}》` : `第 ${slide} 页`
}

function format({ rule, element, text, measured, expected, advice, places, slide, where: file }: Finding): string[] {
  const where = [slide > 0 ? file : undefined, describePlaces(places)].filter(Boolean).join('，')
  return [
    `  ${rule} ${ruleName(rule)}：${element}${text === '' ? '' : ` ${quote(text)}`}`,
    `    ${measured}；应当：${expected}。${advice}。${where === '' ? '' : `见于 ${where}。`}`,
  ]
}

/** Texts in brackets are descriptions already. */
function quote(text: string): string {
  const short = [...text].length > 60 ? `${[...text].slice(0, 59).join('')}……` : text
  return /^（.*）$/.test(short) ? short : `“${short}”`
}

function summarize(findings: readonly Finding[], notices: number): string[] {
  const others = notices > 0 ? [`另有 ${notices} 处提示。`] : []
  if (findings.length === 0) return ['没有发现问题。', ...others]
  const rules = Map.groupBy(findings, ({ rule }) => rule)
  const lines = [...rules].map(([rule, own]) => {
    const slides = [...new Set(own.map(({ slide }) => slide))].filter(slide => slide > 0)
    return `  ${rule.padEnd(12)} ${String(own.length).padStart(4)} 处  ${ruleName(rule)}${slides.length > 0 ? `（第 ${slides.join('、')} 页）` : ''}`
  })
  return [`共 ${findings.length} 处问题：`, ...lines, ...others]
}
