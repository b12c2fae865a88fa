import type { Directive } from 'vue'
import type AppendixTable from '../components/AppendixTable.vue'
import type BarChart from '../components/charts/BarChart.ts'
import type BeforeAfter from '../components/charts/BeforeAfter.ts'
import type BigNumber from '../components/BigNumber.vue'
import type Bullet from '../components/charts/Bullet.ts'
import type CheckItem from '../components/CheckItem.vue'
import type Checklist from '../components/Checklist.vue'
import type Compare from '../components/Compare.vue'
import type Contribution from '../components/charts/Contribution.ts'
import type DataTable from '../components/DataTable.vue'
import type DistrictMap from '../components/charts/DistrictMap.ts'
import type Fig from '../components/Fig.vue'
import type FigureChart from '../components/charts/FigureChart.ts'
import type FigureGrid from '../components/FigureGrid.vue'
import type GrowthBars from '../components/charts/GrowthBars.ts'
import type Isotype from '../components/charts/Isotype.ts'
import type Milestone from '../components/Milestone.vue'
import type PhotoSlot from '../components/PhotoSlot.vue'
import type PullQuote from '../components/PullQuote.vue'
import type RankBars from '../components/charts/RankBars.ts'
import type ReductionPair from '../components/charts/ReductionPair.ts'
import type Scoreboard from '../components/Scoreboard.vue'
import type ShareDonut from '../components/charts/ShareDonut.ts'
import type ShareWaffle from '../components/charts/ShareWaffle.ts'
import type Slope from '../components/charts/Slope.ts'
import type SmallMultiples from '../components/SmallMultiples.vue'
import type SourceLine from '../components/SourceLine.vue'
import type StackedBars from '../components/charts/StackedBars.ts'
import type StackedColumns from '../components/charts/StackedColumns.ts'
import type TargetTable from '../components/TargetTable.vue'
import type Timeline from '../components/Timeline.ts'
import type TotalAndGrowth from '../components/charts/TotalAndGrowth.ts'
import type TrendChart from '../components/charts/TrendChart.ts'

/** What slides may say, for editors: with it, Volar completes and checks components and their props in Markdown. */
declare module 'vue' {
  export interface GlobalComponents {
    AppendixTable: typeof AppendixTable
    BarChart: typeof BarChart
    BeforeAfter: typeof BeforeAfter
    BigNumber: typeof BigNumber
    Bullet: typeof Bullet
    CheckItem: typeof CheckItem
    Checklist: typeof Checklist
    Compare: typeof Compare
    Contribution: typeof Contribution
    DataTable: typeof DataTable
    DistrictMap: typeof DistrictMap
    Fig: typeof Fig
    FigureChart: typeof FigureChart
    FigureGrid: typeof FigureGrid
    GrowthBars: typeof GrowthBars
    Isotype: typeof Isotype
    Milestone: typeof Milestone
    PhotoSlot: typeof PhotoSlot
    PullQuote: typeof PullQuote
    RankBars: typeof RankBars
    ReductionPair: typeof ReductionPair
    Scoreboard: typeof Scoreboard
    ShareDonut: typeof ShareDonut
    ShareWaffle: typeof ShareWaffle
    Slope: typeof Slope
    SmallMultiples: typeof SmallMultiples
    SourceLine: typeof SourceLine
    StackedBars: typeof StackedBars
    StackedColumns: typeof StackedColumns
    TargetTable: typeof TargetTable
    Timeline: typeof Timeline
    TotalAndGrowth: typeof TotalAndGrowth
    TrendChart: typeof TrendChart
  }

  /** Those of Slidev that have to do with clicks. */
  export interface GlobalDirectives {
    vClick: Directive
    vAfter: Directive
    vClickHide: Directive
  }
}
