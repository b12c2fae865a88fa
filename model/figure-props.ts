/**
 * The props that carry figure ids, by component. Every string literal inside the expression of such a prop is an id;
 * that holds for `pairs` too, whose ids stand in object literals (`[{ total: 'a', part: 'b' }]`). Words belong in other
 * props.
 */
export const figureProps = {
  Fig: ['id'],
  BigNumber: ['id'],
  FigureGrid: ['ids', 'highlight'],
  Scoreboard: ['ids'],
  SourceLine: ['ids'],
  BarChart: ['ids', 'highlight', 'compare', 'steps'],
  GrowthBars: ['ids', 'highlight', 'compare', 'steps'],
  StackedBars: ['pairs', 'steps'],
  ShareDonut: ['id', 'ids', 'highlight', 'compare', 'steps'],
  ShareWaffle: ['id', 'ids'],
  ReductionPair: ['id', 'rest'],
  Isotype: ['ids', 'highlight', 'compare', 'steps'],
  BeforeAfter: ['before', 'after', 'change'],
} as const satisfies Record<string, readonly string[]>
