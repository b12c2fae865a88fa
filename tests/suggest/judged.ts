import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FigureInput } from '../../model/figure.ts'
import type { DeckSource } from '../../model/source.ts'
import { directionOf, wholeChange } from '../../model/changes.ts'
import { resolvePeriod } from '../../model/periods.ts'
import { NAMES_OF_CHANGE } from '../../model/reading/change.ts'
import { toHalfWidth } from '../../model/reading/text.ts'
import { isSameSpan, parseSpan, readSpan, spanEnd, spanYear, type Span } from '../../model/span.ts'
import type { Prose } from '../../scripts/lib/facts/read-article.ts'
import { ROOT } from '../support/project.ts'
import { FIELDS, isUsable, placedFigures, type Comparison, type Field } from './score.ts'
import { suggestFile } from './support.ts'

/** Folder of the judged texts; those named `held-…` are for a last check, and none of these. */
const FOLDER = 'tests/fixtures/suggest'
export const JUDGED = [
  'county-bulletin',
  'education-yearbook',
  'half-year-analysis',
  'livelihood-news',
  'park-news',
  'plan-review',
  'work-report',
] as const

/** A numeral of a text, as a person has judged it; see the README beside the texts. */
export interface JudgedNumber {
  clause: string
  number: string
  /** Where it begins in the text. */
  at: number
  figure: boolean
  doubt?: boolean
  value?: number | string | readonly (number | string)[]
  unit?: string
  qualifier?: string
  change?: string
  period?: string
  label?: string
  alsoAs?: readonly string[]
}

/** How well a text of the folder is read. */
export async function scoreJudged(name: string): Promise<Comparison> {
  const folder = path.join(FOLDER, name)
  const file = path.join(
    folder,
    (await readdir(path.join(ROOT, folder))).find(each => each.startsWith('原文'))!,
  )
  const [raw, gold] = await Promise.all(
    [file, path.join(folder, 'gold.json')].map(each => readFile(path.join(ROOT, each), 'utf8')),
  )
  const { draft, prose } = await suggestFile(file)
  return compareJudged(draft.source, JSON.parse(gold!) as JudgedNumber[], prose, raw!)
}

interface Pair {
  figure: FigureInput
  source: DeckSource
  judged: JudgedNumber
}

/**
 * Compares what was suggested for a text with how a person has judged each of its numerals. Where two people may
 * differ, neither answer counts.
 * @param raw the text of the file, in which `at` counts
 */
export function compareJudged(
  suggested: DeckSource,
  judged: readonly JudgedNumber[],
  prose: Prose,
  raw: string,
): Comparison {
  const lines = raw.split('\n')
  const starts = lines.map((_, index) => lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0))
  const own = placedFigures(suggested, prose).map(({ place, figure, source }) => ({
    figure,
    source,
    end: endInText(place, lines, starts),
  }))
  // A number is that which ends where the other does, or lies in it with its unit.
  const judgedAt = (end: number): JudgedNumber | undefined =>
    judged.findLast(({ at, number }) => at <= end && end <= at + number.length + 8)
  const met = own.map(each => ({ ...each, judged: judgedAt(each.end) }))
  const counted = met.filter(({ judged }) => !judged?.doubt)
  const found = new Set<JudgedNumber>()
  const isFirst = (number: JudgedNumber): boolean => !found.has(number) && Boolean(found.add(number))
  const pairs = counted.filter(
    (each): each is typeof each & Pair => each.judged?.figure === true && isFirst(each.judged),
  )
  const gold = judged.filter(({ figure, doubt }) => figure && !doubt)
  const score = (right: number) => ({ right, suggested: counted.length, gold: gold.length })
  const told = ({ clause, number, label = '' }: JudgedNumber): string => `${label} ${number} ${clause}`
  const wrong = [
    ...gold.filter(each => !found.has(each)).map(each => `缺 ${told(each)}`),
    ...counted
      .filter(each => !pairs.some(pair => pair === each))
      .map(({ figure }) => `多 ${figure.label} ${String(figure.value)}${figure.unit} ${figure.evidence.clause}`),
    ...FIELDS.flatMap(field =>
      pairs
        .filter(pair => !isRight(field, pair))
        .map(
          ({ figure, judged }) =>
            `${field} ${JSON.stringify(figure[field])} ≠ ${JSON.stringify(judged[field])} ${told(judged)}`,
        ),
    ),
  ]
  const fields = FIELDS.map(field => [field, score(pairs.filter(pair => isRight(field, pair)).length)] as const)
  return { scores: Object.fromEntries([['found', score(found.size)], ...fields]) as Comparison['scores'], wrong }
}

/** Where in the text a number ends that stands at a place of the article, or of a table. */
function endInText(place: string, lines: readonly string[], starts: readonly number[]): number {
  const [, line = '', mark, index = ''] = /^(\d+)([:|])(\d+)$/.exec(place) ?? []
  const [text, start] = [lines[Number(line) - 1]!, starts[Number(line) - 1]!]
  if (mark === ':') {
    // Characters that the article leaves out: marks of Markdown, and space.
    const marks = /^ {0,3}#{1,6}[ \t]+/.exec(text)?.[0].length ?? 0
    const kept = [...text].map((_, at) => at).filter(at => at >= marks && !/[\s*\u200b\ufeff]/.test(text[at]!))
    return start + (kept[Number(index)] ?? text.length)
  }
  // Wide spaces within a word, and before it, divide nothing.
  const row = text
    .replace(/^\s+/, space => '.'.repeat(space.length))
    .replace(/(?<!\p{sc=Han})\p{sc=Han}(?:\u3000\p{sc=Han})+(?!\p{sc=Han})/gu, word => word.replaceAll('\u3000', '.'))
  const separator = /[|｜│]/.test(text) ? /[|｜│]/g : text.includes('\t') ? /\t/g : / {2,}|\s*\u3000\s*/g
  const bounds = [...row.matchAll(separator)].map(({ index, 0: { length } }) => [index, index + length] as const)
  const cells = [0, ...bounds.map(([, end]) => end)].map((begin, at) => [begin, bounds[at]?.[0] ?? row.length] as const)
  const own = /^\s*[|｜│]/.test(text) ? cells.slice(1) : cells
  const [begin = 0, end = 0] = own[Number(index)] ?? []
  return start + begin + row.slice(begin, end).trimEnd().length - 1
}

const bareUnit = (unit: string): string => unit.replace(/^个(?=[百千]分点)/, '')

function isRight(field: Field, { figure, source, judged }: Pair): boolean {
  switch (field) {
    case 'value':
      return numbersOf(figure).join() === valuesOf(judged.value).join()
    case 'unit':
      return bareUnit(figure.unit) === bareUnit(judged.unit ?? '')
    case 'qualifier':
      return (figure.qualifier ?? 'none') === (judged.qualifier ?? 'none')
    case 'change': {
      // A row bears no word of change: that of a cell is in its head.
      if (figure.evidence.cell && judged.change === undefined) return true
      // 新增 and 累计 are no words of change to the data, and stand in the label, as do names of changes, 增速.
      const said = judged.change ?? ''
      const gold = directionOf(said) === undefined && wholeChange(said) === undefined ? '' : said
      const own = figure.change === undefined || NAMES_OF_CHANGE.test(figure.change) ? '' : figure.change
      return own === gold || (own !== '' && gold !== '' && (own.endsWith(gold) || gold.endsWith(own)))
    }
    case 'period':
      return judged.period === undefined || isPeriod(figure, source, judged.period)
    case 'label':
      return [judged.label ?? '', ...(judged.alsoAs ?? [])].some(
        label => isUsable(figure.label, label) || figure.label.includes(label.replace(/数$/, '')),
      )
  }
}

function numbersOf({ value, to }: FigureInput): number[] {
  return [...[value].flat(), ...(to === undefined ? [] : [to])] as number[]
}

function valuesOf(value: JudgedNumber['value']): number[] {
  return [value ?? ''].flat().map(each => {
    const [part = '', whole = '1'] = String(each).split('/')
    return Number(toHalfWidth(part).replaceAll(',', '')) / Number(whole)
  })
}

function isPeriod(figure: FigureInput, source: DeckSource, gold: string): boolean {
  const own = resolvePeriod(figure.period, source.periods)?.span ?? null
  if (gold === 'before') return own === null
  const code = gold.replace(/^at /, '@').replace(/^to /, '../')
  const codes = [code, code.replace(/^(\d{4})\//, (_, year: string) => `${Number(year) + 1}/`)]
  return codes.some(each => {
    const span = parseSpan(each)
    return span !== undefined && own !== null && [own, ...courseTo(figure, own)].some(told => isSameSpan(span, told))
  })
}

/** The years over which something has changed that is told at their end, beside what it was at their beginning. */
function courseTo({ change, comparedWith }: FigureInput, end: Span): Span[] {
  const base = change === undefined ? undefined : readSpan(comparedWith ?? '', { year: spanYear(end) })
  if (!base) return []
  const [from, to] = [spanYear(base), spanYear(end)]
  const wholes = [`${from}/${to}`, `${from + 1}/${to}`, `${to}`].slice(from === to - 1 || from === to ? 2 : 0)
  // From the beginning of a year as far as it has gone.
  const codes = from === to ? [...wholes, `${to}-01/${spanEnd(end).slice(0, 7)}`] : wholes
  return codes.flatMap(each => parseSpan(each) ?? [])
}
