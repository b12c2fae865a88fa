import type { Figure } from '../model/figure.ts'
import type { Target } from '../model/target.ts'
import type { FindTarget } from './charts/define-chart.ts'
import { type Edge, edgeNote, edgeOf } from './charts/edges.ts'
import { ChartDataError } from './charts/plan.ts'
import { outcomeNote, outcomeWords, type OutcomeWords, ratioOf, SIDES, undrawable } from './targets.ts'

const NAME = '目标表'
/** Most rows that a slide has room for, and rows from which on they are low. */
const MOST = 10
const MANY = 7

/** The props of `TargetTable`. */
export interface TargetTableProps {
  /** Ids of the targets, in reading order. */
  ids?: readonly string[]
}

/** A bar beside its plan, in percent of the widest. */
export interface TargetBar {
  goal: number
  done: number
  edge: Edge
  side: '' | 'left' | 'right'
}

/** A column of numbers, by what they are of each target. */
export interface TargetColumn {
  role: 'before' | 'plan' | 'done' | 'rate'
  /** What it is headed with behind its period. */
  head: string
  /** The figure whose period heads it; `undefined` where they are of several. */
  period: Figure | undefined
}

/** A row before it is shown. */
export interface TargetRow {
  target: Target
  bar: TargetBar | undefined
  words: OutcomeWords | undefined
}

/** A table of targets before it is shown. */
export interface TargetPlan {
  columns: readonly TargetColumn[]
  rows: readonly TargetRow[]
  /** Whether rows are low. */
  low: boolean
  /** Whether any row has a bar, and an outcome. */
  hasBars: boolean
  hasOutcomes: boolean
  /** All figures that are shown, and those that are drawn. */
  figures: readonly Figure[]
  drawn: readonly Figure[]
  note: string
}

const HEADS: readonly (readonly [TargetColumn['role'], string])[] = [
  ['before', '完成'],
  ['plan', '目标'],
  ['done', '完成'],
  ['rate', '完成率'],
]

/**
 * Plans rows of targets: what was done before, what was planned and what was done of it, as far as any has that.
 * @throws ChartDataError for no targets, or more than a slide has room for, and one that is given twice
 */
export function planTargets({ ids }: TargetTableProps, find: FindTarget): TargetPlan {
  if (!ids || ids.length === 0 || ids.length > MOST)
    throw new ChartDataError(
      NAME,
      ids ?? [],
      `要1到${MOST}个目标，给了${ids?.length ?? 0}个；请写 :ids="['…']"，多的分成几页`,
    )
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new ChartDataError(NAME, ids, `“${twice}”给了两次`)
  const targets = ids.map(find)
  const drawable = targets.filter(target => undrawable(target) === undefined)
  const ratios = new Map(drawable.map(target => [target, ratioOf({ plan: target.plan, done: target.done! })]))
  const widest = Math.max(1, ...ratios.values())
  const columns = HEADS.flatMap(([role, head]): TargetColumn[] => {
    const figures = targets.flatMap(target => target[role] ?? [])
    if (figures.length === 0) return []
    const same = new Set(figures.map(({ period }) => period.id)).size === 1
    return [{ role, head, period: same && role !== 'rate' ? figures[0] : undefined }]
  })
  const edges = drawable.map(({ done }) => edgeOf(done!))
  return {
    columns,
    rows: targets.map(target => {
      const ratio = ratios.get(target)
      return {
        target,
        words: outcomeWords(target),
        bar:
          ratio === undefined
            ? undefined
            : {
                ...{ goal: 100 / widest, done: (100 * ratio) / widest },
                ...{ edge: edgeOf(target.done!), side: SIDES[target.direction] },
              },
      }
    }),
    low: targets.length > MANY,
    hasBars: drawable.length > 0,
    hasOutcomes: targets.some(({ outcome }) => outcome !== null),
    figures: targets.flatMap(target => columns.flatMap(({ role }) => target[role] ?? [])),
    drawn: drawable.flatMap(({ plan, done }) => [done!, plan]),
    note: [drawable.length > 0 ? '条：完成　竖线：目标' : '', edgeNote(edges), outcomeNote(targets)]
      .filter(Boolean)
      .join('　'),
  }
}
