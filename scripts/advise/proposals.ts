import { hasGiant } from '../../components/charts/bar-rows.ts'
import type { Figure } from '../../model/figure.ts'
import { idsIn } from '../../model/figure-props.ts'
import { canBeWhole } from '../../model/shares.ts'
import { cellsOf, hasPeriodColumns, isWhole, peersOf } from '../../model/table-cells.ts'
import type { Table, TableMeasure } from '../../model/table.ts'
import type { Target } from '../../model/target.ts'
import { isSameBase, parseUnit } from '../../model/units.ts'
import { MEASURED_KINDS } from '../../model/vocabulary.ts'
import { iconOf } from './icons.ts'

/** A way to show what is given, before the chart has been asked whether it takes it. */
export interface Proposal {
  /** Name of the component on slides. */
  component: string
  props: Readonly<Record<string, unknown>>
  /** How well it fits the relationship between the numbers, from 0 to 100. */
  score: number
  /** Why, in Chinese. */
  reason: string
}

/** The scores: what a relationship asks for, what also shows it, and what shows something of it. */
const BEST = 90
const GOOD = 75
const FAIR = 60
const POOR = 30

/** Most marks that are compared at a glance; each one more costs a little. */
const AT_A_GLANCE = 8
/** Most icons of a row that are seen as a number. */
const A_GLANCE_OF_ICONS = 12
const crowded = (count: number): number => Math.max(0, count - AT_A_GLANCE)

/** Fewest periods that make a course of things, and most columns that stand well beside each other. */
const COURSE = 3
const MOST_COLUMNS = 10

const isMeasured = ({ kind }: Pick<Figure, 'kind'>): boolean => MEASURED_KINDS.includes(kind as never)
const isGrowth = ({ kind }: Pick<Figure, 'kind'>): boolean => kind === 'growth'
const idsOf = (figures: readonly Figure[]): string[] => figures.map(({ id }) => id)
const byTime = (a: Figure, b: Figure): number => (a.period.end < b.period.end ? -1 : 1)

/**
 * Ways to show figures that are given one by one, by what they are to each other.
 * @param all every figure of the deck, among which what belongs to them is sought
 */
export function proposeForFigures(given: readonly Figure[], all: readonly Figure[]): Proposal[] {
  const [first] = given
  if (!first) return []
  const ids = idsOf(given)
  const many = given.length
  const oneUnit = given.every(({ unit }) => isSameBase(unit, first.unit))
  const periods = new Set(given.map(({ period }) => period.id))
  const ordered = [...given].sort(byTime)
  const giant = hasGiant(given)
  const beside = giant ? '；但有一项特别大，其余的条很短，只能看数' : ''
  const mixed = periods.size > 1 ? { mixedPeriods: true } : {}
  const proposals: (Proposal | false)[] = [
    many === 1 && { component: 'BigNumber', props: { id: first.id }, score: BEST, reason: '只有一个数，写大就够' },
    many > 1 &&
      (!oneUnit || given.some(({ kind }) => kind !== first.kind)) && {
        component: 'FigureGrid',
        props: { ids },
        score: GOOD - crowded(many) * 5,
        reason: '单位或类别不同，不能比长短，各自写大',
      },
    giant && {
      component: 'FigureGrid',
      props: { ids },
      score: GOOD - crowded(many) * 5,
      reason: '有一项特别大，各自写大，不比长短',
    },
    given.every(isGrowth) && {
      component: 'GrowthBars',
      props: { ids, ...mixed },
      score: giant ? FAIR : many > 1 ? BEST - crowded(many) : POOR,
      reason: many > 1 ? `都是增减幅度，从零起向两边比${beside}` : '一个增幅没有可比的',
    },
    given.some(({ value }) => value < 0) &&
      given.every(isMeasured) && {
        component: 'GrowthBars',
        props: { ids, ...mixed },
        score: GOOD,
        reason: '有正有负，从零起向两边画',
      },
    given.every(isMeasured) && {
      component: 'BarChart',
      props: { ids, ...mixed },
      score: giant ? FAIR : many > 1 ? GOOD + 10 - crowded(many) : POOR,
      reason: many > 1 ? `同一单位的数比大小，从零起比长短${beside}` : '一个数没有可比的',
    },
    given.every(({ kind }) => kind === 'count') && proposeIcons(given, mixed),
    ...(given.every(({ kind }) => kind === 'share')
      ? [
          { component: 'ShareDonut', props: { ids }, score: GOOD + 12, reason: '占比，一眼看出占整体多少' },
          { component: 'ShareWaffle', props: { ids }, score: GOOD + 5, reason: '占比，百格图数得出百分之几' },
          {
            component: 'ShareDonut',
            props: { parts: ids },
            score: canBeWhole(given) ? BEST : GOOD,
            reason: canBeWhole(given) ? '同一整体的几个部分，合成一环' : '确是互不重叠的几个部分，才合成一环',
          },
        ]
      : []),
    ...(many === 2 && periods.size === 2 ? proposeForTimes(ordered[0]!, ordered[1]!, all) : []),
    ...pairedLines(given),
    many >= COURSE &&
      periods.size === many && {
        component: 'TrendChart',
        props: { ids: idsOf(ordered) },
        score: BEST,
        reason: '几个时段的数，看走势',
      },
    ...(many > 2 ? given : []).map(total => {
      const parts = idsOf(given.filter(({ id }) => id !== total.id))
      const reason = '几个部分接起来成总数，看谁占多少、拉动多少'
      return { component: 'Contribution', props: { total: total.id, parts }, score: BEST + 1, reason }
    }),
    ...given.flatMap(cut => remains(cut, all)),
    ...splits(given, all),
  ]
  return proposals
    .filter(proposal => proposal !== false)
    .filter(({ props }) => ids.every(id => idsIn(props).includes(id)))
}

/** A decline beside the share that it leaves, where the deck derives one. */
function remains(cut: Figure, all: readonly Figure[]): Proposal[] {
  const rest = all.find(({ kind, derived }) => kind === 'share' && derived?.inputs.includes(cut.id))
  if (!isGrowth(cut) || cut.value >= 0 || !rest) return []
  const reason = '降了多少、还剩多少，两条一比就明白'
  return [{ component: 'ReductionPair', props: { id: cut.id, rest: rest.id }, score: GOOD + 10, reason }]
}

/** Parts in their wholes, where the deck derives the rest of each. */
function splits(given: readonly Figure[], all: readonly Figure[]): Proposal[] {
  const pairs = given.flatMap(part => {
    const total = given.find(({ id }) => id === part.of)
    const rest = all.find(
      ({ derived }) => total && derived?.inputs.includes(total.id) && derived.inputs.includes(part.id),
    )
    return total && rest && isMeasured(part) ? [{ total: total.id, part: part.id, rest: rest.id }] : []
  })
  if (pairs.length === 0) return []
  return [{ component: 'StackedBars', props: { pairs }, score: BEST, reason: '累计里有多少是新增' }]
}

/** Ways to show one measure in two periods, with the change that the later one states. */
function proposeForTimes(before: Figure, after: Figure, all: readonly Figure[]): Proposal[] {
  const change = all.find(({ of, kind }) => of === after.id && kind === 'growth')
  return [change, undefined].flatMap((stated, index) => {
    if (index === 0 && !stated) return []
    const told = stated && { change: stated.id }
    return [
      {
        component: 'BeforeAfter',
        props: { before: before.id, after: after.id, ...told, mixedPeriods: true },
        score: BEST + (stated ? 1 : 0),
        reason: '同一指标前后两个时段，从零起两柱相比',
      },
      {
        component: 'Compare',
        props: { from: before.id, to: after.id, ...told },
        score: GOOD + (stated ? 1 : 0),
        reason: '从多少到多少，两个数写大',
      },
    ]
  })
}

/** Several measures, each in the same two periods: a name may end with that of the same measure. */
function pairedLines(given: readonly Figure[]): Proposal[] {
  const [earlier = [], later = [], ...more] = Map.groupBy([...given].sort(byTime), ({ period }) => period.id).values()
  if (more.length > 0 || later.length < 2 || earlier.length !== later.length) return []
  const isSame = ({ short: a }: Figure, { short: b }: Figure): boolean => a.endsWith(b) || b.endsWith(a)
  const pairs = later.map(to => idsOf([...earlier.filter(from => isSame(from, to)), to]))
  if (pairs.some(({ length }) => length !== 2)) return []
  return [{ component: 'Slope', props: { pairs }, score: BEST, reason: '几个指标前后两个时段，各连一线' }]
}

/** Counts as icons, which fit where each is known. */
function proposeIcons(given: readonly Figure[], mixed: object): Proposal {
  const icons = given.map(({ label }) => iconOf(label))
  const known = icons.every(icon => icon !== undefined)
  const few = given.every(({ value }) => value <= A_GLANCE_OF_ICONS)
  return {
    component: 'Isotype',
    props: { ids: idsOf(given), icon: known ? (new Set(icons).size === 1 ? icons[0] : icons) : 'people', ...mixed },
    score: known && few ? BEST : GOOD,
    reason: `数目小，一个个数得清${known ? '' : '；图标请按内容换'}`,
  }
}

/** Ways to show targets. */
export function proposeForTargets(targets: readonly Target[]): Proposal[] {
  const ids = targets.map(({ id }) => id)
  const few = '目标和完成画成条，竖线是目标'
  return [
    { component: 'Bullet', props: { ids }, score: BEST - crowded(targets.length), reason: few },
    { component: 'TargetTable', props: { ids }, score: GOOD + 10, reason: '目标、完成、是否达到，逐行列出' },
  ]
}

/** Ways to show a table, by what its rows and measures are. */
export function proposeForTable(table: Table): Proposal[] {
  return [...(table.by === 'periods' ? proposeForSeries(table) : proposeForPeers(table)), asTable(table)]
}

function asTable({ id, by, rows, measures, ours }: Table): Proposal {
  const several = measures.length > 1
  const peers = by === 'subjects'
  return {
    component: 'DataTable',
    props: { of: id },
    score: (several ? GOOD : POOR) + (peers && rows.length > AT_A_GLANCE ? 5 : 0) + (peers && ours === null ? 12 : 0),
    reason: several ? '几列数要查，逐行列出' : '只有一列数，画图更快看懂',
  }
}

/** The name of a measure as a prop, left out where the table has one only. */
const named = ({ measures }: Table, { id }: TableMeasure): { measure?: string } =>
  measures.length > 1 ? { measure: id } : {}

function proposeForSeries(table: Table): Proposal[] {
  const { id: of, rows, measures } = table
  const measured = measures.filter(measure => cellsOf(table, measure.id).some(isMeasured))
  const growths = measures.filter(measure => cellsOf(table, measure.id).some(isGrowth))
  const groups = Object.values(Object.groupBy(measured, ({ unit = '' }) => parseUnit(unit)?.base ?? unit)).filter(
    group => group !== undefined,
  )
  const course = rows.length >= COURSE
  return [
    ...measured.flatMap(total =>
      growths
        .filter(growth => growth.of === undefined || growth.of === total.id)
        .map(growth => ({
          component: 'TotalAndGrowth',
          props: { of, total: total.id, growth: growth.id },
          score: BEST + 5,
          reason: '总量和增速，上下两格一条时间轴',
        })),
    ),
    ...groups
      .filter(group => group.length > 1)
      .flatMap(group => [
        {
          component: 'StackedColumns',
          props: { of, measure: group.map(({ id }) => id) },
          score: BEST,
          reason: '各部分相加成整体，看结构怎样随时间变',
        },
        {
          component: 'TrendChart',
          props: { of, measure: group.map(({ id }) => id) },
          score: GOOD + 5,
          reason: '同一单位的几条线，比谁快谁慢',
        },
      ]),
    ...[...measured, ...growths].map(measure => ({
      component: 'TrendChart',
      props: { of, ...named(table, measure) },
      score: course ? GOOD + (measures.length === 1 ? 15 : 0) : POOR,
      reason: course ? '几个时段的数，看走势' : '时段太少，看不出走势',
    })),
    ...(rows.length <= MOST_COLUMNS ? measured : []).map(measure => ({
      component: 'TrendChart',
      props: { of, ...named(table, measure), type: 'columns' },
      score: course ? GOOD + (measures.length === 1 ? 10 : -5) : FAIR,
      reason: '时段不多，柱形从零起，还能比大小',
    })),
  ]
}

function proposeForPeers(table: Table): Proposal[] {
  const { id: of, measures, ours, parts } = table
  const shown = measures.filter(({ kind }) => kind !== 'rank')
  const ranked = shown.map((measure, index) => {
    const giant = hasGiant(peersOf(table, measure.id))
    const reason = ours === null ? '同类之间排大小' : '同类之间排大小，看“我们”排在哪里'
    // Where none of them is ours, their order is no message, as long as there are other columns.
    const fit = ours === null && shown.length > 1 ? GOOD : BEST
    return {
      component: 'RankBars',
      props: { of, ...named(table, measure) },
      score: (giant ? FAIR : fit) - index,
      reason: giant ? `${reason}；但有一项特别大，其余的条很短，只能看数` : reason,
    }
  })
  const whole = shown.flatMap((measure, index) => [
    ...(parts.size > 0
      ? [
          {
            component: 'Contribution',
            props: { of, ...named(table, measure) },
            score: GOOD + 10 - index,
            reason: '各行加起来成总数，看谁占多少、拉动多少',
          },
        ]
      : []),
    ...(cellsOf(table, measure.id).some(({ kind }) => kind === 'share')
      ? [
          {
            component: 'ShareDonut',
            props: { of, ...named(table, measure) },
            score: BEST + 1,
            reason: '各行是一个整体的几个部分',
          },
        ]
      : []),
  ])
  const slope = { component: 'Slope', props: { of }, score: BEST, reason: '同一指标两个时间，各行一起比' }
  return [...ranked, ...whole, ...(shown.length > 1 ? [slope] : []), ...proposeForCourses(table)]
}

/** Most panels in which a course is seen from afar. */
const MOST_PANELS = 6

/** Ways to show rows below columns that are periods: a line each. */
function proposeForCourses(table: Table): Proposal[] {
  if (!hasPeriodColumns(table) || table.measures.length < COURSE) return []
  const courses = table.rows
    .filter(row => !isWhole(table, row))
    .map(row => table.measures.flatMap(({ id }) => cellsOf(table, id, [row])))
  const [first = []] = courses
  if (courses.length === 1)
    return [{ component: 'TrendChart', props: { ids: idsOf(first) }, score: BEST + 2, reason: '几个时段的数，看走势' }]
  const [unit] = first.map(figure => figure.unit)
  const isOne = courses.flat().every(figure => isSameBase(figure.unit, unit!))
  return [
    {
      component: 'SmallMultiples',
      props: { of: table.id, ...(!isOne && { scales: 'own' }) },
      score: courses.length <= MOST_PANELS ? BEST + 1 : FAIR,
      reason: '每行一条走势，并排看',
    },
  ]
}
