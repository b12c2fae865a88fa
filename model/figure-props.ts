/** The props by which a chart that takes a table (`of`) picks measures of it. */
export const measureProps = ['measure', 'total', 'growth'] as const

/** The props that carry an option of ECharts, whose ids are those of its series' data, by component. */
export const optionProps: Readonly<Record<string, string>> = { FigureChart: 'option' }

/**
 * The props that carry figure ids, by component. Every string literal inside the expression of such a prop is an id;
 * that holds for `pairs` too, whose ids stand in object literals (`[{ total: 'a', part: 'b' }]`). Words belong in other
 * props; cells that a table named by `of` shows are told by `tableFigures`.
 */
export const figureProps = {
  Fig: ['id', 'of'],
  BigNumber: ['id'],
  FigureGrid: ['ids', 'highlight'],
  Scoreboard: ['ids'],
  SourceLine: ['ids'],
  DataTable: ['highlight'],
  BarChart: ['ids', 'highlight', 'compare', 'steps'],
  GrowthBars: ['ids', 'highlight', 'compare', 'steps'],
  StackedBars: ['pairs', 'steps'],
  ShareDonut: ['id', 'ids', 'parts', 'rest', 'highlight', 'compare', 'steps'],
  ShareWaffle: ['id', 'ids'],
  DistrictMap: ['highlight', 'compare', 'steps'],
  FigureChart: ['highlight', 'compare', 'steps'],
  RankBars: ['highlight', 'compare', 'steps'],
  ReductionPair: ['id', 'rest'],
  Isotype: ['ids', 'highlight', 'compare', 'steps'],
  Compare: ['from', 'to', 'change'],
  BeforeAfter: ['before', 'after', 'change'],
  Bullet: ['highlight', 'steps'],
  SmallMultiples: ['ids'],
  TrendChart: ['ids'],
  TotalAndGrowth: ['totals', 'growths'],
  StackedColumns: ['ids'],
  Slope: ['pairs'],
  Contribution: ['parts', 'total', 'highlight', 'compare', 'steps'],
} as const satisfies Record<string, readonly string[]>

/** The ids that the value of such a prop carries, however they are nested. */
export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : []
}
