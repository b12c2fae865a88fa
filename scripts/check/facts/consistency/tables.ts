import { ADDITIVE } from '../../../../model/cells.ts'
import type { Figure } from '../../../../model/figure.ts'
import { formatFigure } from '../../../../model/format.ts'
import {
  intervalOf,
  isSurelyMore,
  mayBeEqual,
  plusInterval,
  scaled,
  unrounded,
  type Interval,
} from '../../../../model/interval.ts'
import { isSamePeriod } from '../../../../model/periods.ts'
import { exceedsWhole } from '../../../../model/shares.ts'
import { isSameSpan, yearBefore } from '../../../../model/span.ts'
import type { Table, TableMeasure, TableRow } from '../../../../model/table.ts'
import { tableIdOf } from '../../../../model/table-id.ts'
import { inBase, isSameBase, unitRatio, valueIn } from '../../../../model/units.ts'
import type { Finding, FindingDetail } from '../../finding.ts'
import { fileOf, inFile, type Facts } from '../facts.ts'

type Told = Pick<FindingDetail, 'element' | 'measured' | 'expected' | 'advice'> & Pick<Finding, 'severity'>

/** What the cells of a table say of one another, and of the same number elsewhere. */
export function tables(facts: Facts): Finding[] {
  return facts.deck.tables.flatMap(table => {
    const told = [
      ...sums(table),
      ...shares(table),
      ...sharesAcross(table),
      ...growths(table),
      ...ranks(table),
      ...elsewhere(table, facts.deck.figures),
    ]
    const where = facts.where(fileOf(facts, `${table.id}@`), table.id)
    return told.map(each => inFile('consistency', where, { text: table.label, ...each }))
  })
}

/** The number in a cell; undefined for a gap. */
function numberIn(table: Table, row: string, measure: string): Figure | undefined {
  const cell = table.cell(row, measure)
  return cell && 'id' in cell ? cell : undefined
}

const named = (row: string, figure: Figure): string => `${row}${formatFigure(figure)}`
const places = (value: number, decimals: number): string => String(Number(value.toFixed(decimals)))

/** What a number may truly be, in another scale of its unit. */
function unroundedIn(unit: string, figure: Figure): Interval {
  return scaled(unrounded(figure), unitRatio(figure.unit, unit))
}

/** What parts add up to: the whole within what rounding leaves open, or no more where one of them has no number. */
function sums(table: Table): Told[] {
  return [...table.parts].flatMap(([row, parts]) =>
    table.measures.flatMap(({ id, label }): Told[] => {
      const whole = numberIn(table, row, id)
      const own = parts.flatMap(part => numberIn(table, part, id) ?? [])
      const adds = whole && (ADDITIVE.has(whole.kind) || whole.kind === 'share') && own.length > 0
      if (!adds || own.some(({ unit }) => !isSameBase(unit, whole.unit))) return []
      const sum = own.map(each => unroundedIn(whole.unit, each)).reduce(plusInterval)
      const complete = own.length === parts.length
      const more = isSurelyMore(sum, unrounded(whole)) && (complete || own.every(({ value }) => value >= 0))
      if (!more && !(complete && isSurelyMore(unrounded(whole), sum))) return []
      const total = own.map(valueIn(whole.unit)).reduce((sum, value) => sum + value, 0)
      const digits = Math.max(whole.decimals, ...own.map(({ decimals }) => decimals))
      return [
        {
          element: whole.id,
          measured: `“${row}”的${label}是${formatFigure(whole)}，各部分相加是 ${places(total, digits)}${whole.unit}（${parts.join('、')}）`,
          expected: complete ? '各部分相加等于总数，四舍五入的误差除外' : '各部分相加不超过总数，四舍五入的误差除外',
          advice: '请核对各格；原表如此的，从 total 或 parts 里去掉这一组',
        },
      ]
    }),
  )
}

/** Shares of one whole in words: rows may be parts of several such wholes, so it is only a notice. */
function shares(table: Table): Told[] {
  const inner = new Set([...table.parts.values()].flat())
  const outer = table.rows.filter(({ id }) => !inner.has(id))
  return table.measures.flatMap(({ id, label, whole }): Told[] => {
    const own = outer.flatMap(row => numberIn(table, row.id, id) ?? []).filter(({ kind }) => kind === 'share')
    if (table.by === 'periods' || whole === undefined) return []
    return tooMuch(table, `“${label}”一列`, whole, own)
  })
}

/** Shares of one whole in the columns of a row: the structure of a year. */
function sharesAcross(table: Table): Told[] {
  const wholes = Map.groupBy(
    table.measures.filter(({ kind, whole }) => kind === 'share' && whole !== undefined),
    ({ whole }) => whole!,
  )
  return [...wholes].flatMap(([whole, measures]) =>
    table.rows.flatMap(row => {
      const own = measures.flatMap(({ id }) => numberIn(table, row.id, id) ?? [])
      return tooMuch(table, `“${row.text}”一行`, whole, own)
    }),
  )
}

function tooMuch(table: Table, of: string, whole: string, own: readonly Figure[]): Told[] {
  const percent = own.filter(({ unit }) => unit === '%')
  if (percent.length < 2) return []
  if (!exceedsWhole(percent)) return []
  const total = places(
    percent.reduce((sum, { value }) => sum + value, 0),
    2,
  )
  return [
    {
      severity: 'notice',
      element: table.id,
      measured: `${of}相加是 ${total}%，占的都是“${whole}”`,
      expected: '相加不超过 100%，四舍五入的误差除外',
      advice: '请核对各格；互相包含的行写在 parts，各占各的整体的，去掉 whole',
    },
  ]
}

/** By how much a printed number may be off the true one. */
const half = ({ decimals }: Figure): number => 0.5 * 10 ** -decimals

/** Where something says so, growth is of prices that are not those of its numbers. */
const COMPARABLE = /可比价|不变价/

/** The growth of a series as printed beside the one that its own numbers make, unless it says that it is another. */
function growths(table: Table): Told[] {
  return table.measures.flatMap(({ id, of, label, head, comparedWith = '' }): Told[] => {
    if (COMPARABLE.test([table.label, table.evidence.table, label, head, comparedWith].join('\n'))) return []
    const told = table.rows.flatMap(row => {
      const before = of === undefined ? undefined : yearEarlier(table, row)
      const growth = numberIn(table, row.id, id)
      const [now, then] = [row, before].map(each => each && of !== undefined && numberIn(table, each.id, of))
      if (!growth || !now || !then || growth.unit !== '%' || then.value <= 0 || !isSameBase(now.unit, then.unit))
        return []
      const percent = (a: number, b: number): number =>
        (100 * inBase({ value: a, unit: now.unit })) / inBase({ value: b, unit: then.unit }) - 100
      const least = percent(now.value - half(now), then.value + half(then))
      const most = percent(now.value + half(now), then.value - half(then))
      const printed = growth.value
      if (printed + half(growth) >= least && printed - half(growth) <= most) return []
      return [
        `${row.text}印的是 ${printed}%，算得 ${places(percent(now.value, then.value), Math.max(growth.decimals, 1))}%`,
      ]
    })
    return told.length === 0
      ? []
      : [
          {
            severity: 'notice',
            element: table.id,
            measured: `“${label}”与按表里的数算出的不同：${told.join('；')}`,
            expected: '增幅与前后两年的数相合；按可比价格算的除外',
            advice: '请核对各格；按可比价格算的，请在表名或这一列的 label 里说明',
          },
        ]
  })
}

/** The row of the same time a year before, unless the series breaks in between. */
function yearEarlier({ rows }: Table, row: TableRow): TableRow | undefined {
  const span = row.period?.span
  const before = span && rows.find(({ period }) => period?.span && isSameSpan(period.span, yearBefore(span)))
  if (!before) return undefined
  const between = rows.slice(rows.indexOf(before) + 1, rows.indexOf(row) + 1)
  return between.some(({ breaks }) => breaks !== null) ? undefined : before
}

/** Ranks go with the numbers that they rank, from the largest or from the smallest. */
function ranks(table: Table): Told[] {
  return table.measures.flatMap(measure => {
    const ranked = table.rows
      .flatMap(({ text, id }) => {
        const rank = numberIn(table, id, measure.id)
        const value = measure.of === undefined ? undefined : numberIn(table, id, measure.of)
        return rank?.kind === 'rank' && value ? [{ text, rank, value }] : []
      })
      .sort((a, b) => a.rank.value - b.rank.value)
    const [first, last] = [ranked[0], ranked.at(-1)]
    if (!first || !last) return []
    const way = inBase(first.value) >= inBase(last.value) ? 1 : -1
    const wrong = ranked.findIndex(
      ({ rank, value }, index) =>
        index > 0 &&
        rank.value > ranked[index - 1]!.rank.value &&
        way * (inBase(value) - inBase(ranked[index - 1]!.value)) > 0,
    )
    return wrong < 0 ? [] : [outOfOrder(measure, ranked[wrong - 1]!, ranked[wrong]!)]
  })
}

interface Ranked {
  text: string
  rank: Figure
  value: Figure
}

function outOfOrder({ label }: TableMeasure, before: Ranked, { text, rank, value }: Ranked): Told {
  return {
    element: rank.id,
    measured: `“${label}”与数值的次序不合：${formatFigure(before.rank)}是${named(before.text, before.value)}，${formatFigure(rank)}是${named(text, value)}`,
    expected: '位次与数值的大小次序一致',
    advice: '请核对这两行；位次不是按这一列排的，改这一列的 of',
  }
}

/** In two scales of a unit each may have been rounded. */
function isOneNumber(a: Figure, b: Figure): boolean {
  return a.unit === b.unit
    ? formatFigure(a, 'worded') === formatFigure(b, 'worded')
    : mayBeEqual(unroundedIn(b.unit, a), unrounded(b))
}

/** Whether one of two numbers only says about how much the other is: 63%左右 and 63.1%. */
function isInexactly(a: Figure, b: Figure): boolean {
  const [own, other] = [intervalOf(a), intervalOf(b)]
  return (
    a.unit === b.unit &&
    a.qualifier !== b.qualifier &&
    a.change === b.change &&
    !isSurelyMore(own, other) &&
    !isSurelyMore(other, own)
  )
}

/** One thing has one number, in a table and in a sentence. */
function elsewhere(table: Table, figures: readonly Figure[]): Told[] {
  const stated = figures.filter(({ evidence, derived }) => !evidence.cell && !derived)
  return figures
    .filter(({ id }) => tableIdOf(id) === table.id)
    .flatMap(cell => {
      const other = stated.find(
        each => each.label === cell.label && isSameBase(each.unit, cell.unit) && isSamePeriod(each.period, cell.period),
      )
      if (!other || isOneNumber(other, cell) || isInexactly(other, cell)) return []
      return [
        {
          element: cell.id,
          measured: `表里的${cell.label}是${formatFigure(cell, 'worded')}，“${other.id}”是${formatFigure(other, 'worded')}`,
          expected: '同一个时段、同一个名称，只有一个数',
          advice: '请核对两处；不是一回事的，请改名称',
        },
      ]
    })
}
