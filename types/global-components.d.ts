import type { Directive } from 'vue'

/** What slides may say, for editors: with it, Volar completes and checks components and their props in Markdown. */
declare module 'vue' {
  export interface GlobalComponents {
    AppendixTable: (typeof import('../components/AppendixTable.vue'))['default']
    BarChart: (typeof import('../components/charts/BarChart.ts'))['default']
    BeforeAfter: (typeof import('../components/charts/BeforeAfter.ts'))['default']
    BigNumber: (typeof import('../components/BigNumber.vue'))['default']
    Compare: (typeof import('../components/Compare.vue'))['default']
    DataTable: (typeof import('../components/DataTable.vue'))['default']
    Fig: (typeof import('../components/Fig.vue'))['default']
    FigureGrid: (typeof import('../components/FigureGrid.vue'))['default']
    GrowthBars: (typeof import('../components/charts/GrowthBars.ts'))['default']
    Isotype: (typeof import('../components/charts/Isotype.ts'))['default']
    PhotoSlot: (typeof import('../components/PhotoSlot.vue'))['default']
    PullQuote: (typeof import('../components/PullQuote.vue'))['default']
    RankBars: (typeof import('../components/charts/RankBars.ts'))['default']
    ReductionPair: (typeof import('../components/charts/ReductionPair.ts'))['default']
    Scoreboard: (typeof import('../components/Scoreboard.vue'))['default']
    ShareDonut: (typeof import('../components/charts/ShareDonut.ts'))['default']
    ShareWaffle: (typeof import('../components/charts/ShareWaffle.ts'))['default']
    SourceLine: (typeof import('../components/SourceLine.vue'))['default']
    StackedBars: (typeof import('../components/charts/StackedBars.ts'))['default']
    StackedColumns: (typeof import('../components/charts/StackedColumns.ts'))['default']
    TotalAndGrowth: (typeof import('../components/charts/TotalAndGrowth.ts'))['default']
    TrendChart: (typeof import('../components/charts/TrendChart.ts'))['default']
  }

  /** Those of Slidev that have to do with clicks. */
  export interface GlobalDirectives {
    vClick: Directive
    vAfter: Directive
    vClickHide: Directive
  }
}
