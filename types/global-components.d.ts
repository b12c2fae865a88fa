import type { Directive } from 'vue'

/** What slides may say, for editors: with it, Volar completes and checks components and their props in Markdown. */
declare module 'vue' {
  export interface GlobalComponents {
    AppendixTable: (typeof import('../components/AppendixTable.vue'))['default']
    BarChart: (typeof import('../components/charts/BarChart.ts'))['default']
    BeforeAfter: (typeof import('../components/charts/BeforeAfter.ts'))['default']
    BigNumber: (typeof import('../components/BigNumber.vue'))['default']
    Bullet: (typeof import('../components/charts/Bullet.ts'))['default']
    CheckItem: (typeof import('../components/CheckItem.vue'))['default']
    Checklist: (typeof import('../components/Checklist.vue'))['default']
    Compare: (typeof import('../components/Compare.vue'))['default']
    Contribution: (typeof import('../components/charts/Contribution.ts'))['default']
    DataTable: (typeof import('../components/DataTable.vue'))['default']
    DistrictMap: (typeof import('../components/charts/DistrictMap.ts'))['default']
    Fig: (typeof import('../components/Fig.vue'))['default']
    FigureChart: (typeof import('../components/charts/FigureChart.ts'))['default']
    FigureGrid: (typeof import('../components/FigureGrid.vue'))['default']
    GrowthBars: (typeof import('../components/charts/GrowthBars.ts'))['default']
    Isotype: (typeof import('../components/charts/Isotype.ts'))['default']
    Milestone: (typeof import('../components/Milestone.vue'))['default']
    PhotoSlot: (typeof import('../components/PhotoSlot.vue'))['default']
    PullQuote: (typeof import('../components/PullQuote.vue'))['default']
    RankBars: (typeof import('../components/charts/RankBars.ts'))['default']
    ReductionPair: (typeof import('../components/charts/ReductionPair.ts'))['default']
    Scoreboard: (typeof import('../components/Scoreboard.vue'))['default']
    ShareDonut: (typeof import('../components/charts/ShareDonut.ts'))['default']
    ShareWaffle: (typeof import('../components/charts/ShareWaffle.ts'))['default']
    Slope: (typeof import('../components/charts/Slope.ts'))['default']
    SmallMultiples: (typeof import('../components/SmallMultiples.vue'))['default']
    SourceLine: (typeof import('../components/SourceLine.vue'))['default']
    StackedBars: (typeof import('../components/charts/StackedBars.ts'))['default']
    StackedColumns: (typeof import('../components/charts/StackedColumns.ts'))['default']
    TargetTable: (typeof import('../components/TargetTable.vue'))['default']
    Timeline: (typeof import('../components/Timeline.ts'))['default']
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
