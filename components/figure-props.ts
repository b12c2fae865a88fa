/**
 * The props that carry figure ids, by component. Every string literal inside the expression of such a prop is an id; that
 * holds for `pairs` too, whose ids stand in object literals (`[{ total: 'a', part: 'b' }]`). Words belong in other props.
 */
export const figureProps = {
  Fig: ['id'],
  BigNumber: ['id'],
  FigureGrid: ['ids', 'highlight'],
  Scoreboard: ['ids'],
  SourceLine: ['ids'],
  BarChart: ['ids', 'highlight'],
  GrowthBars: ['ids', 'highlight'],
  StackedBars: ['pairs'],
  ShareDonut: ['id', 'ids', 'highlight'],
  ShareWaffle: ['id', 'ids'],
  ReductionPair: ['id', 'rest'],
  Isotype: ['ids', 'highlight'],
  BeforeAfter: ['before', 'after', 'change'],
} as const satisfies Record<string, readonly string[]>
