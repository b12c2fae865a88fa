import { chartComponent } from './chart-component.ts'
import { trendChart } from './trend-chart.ts'

export default chartComponent('TrendChart', trendChart)
