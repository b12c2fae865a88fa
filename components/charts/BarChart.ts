import { barChart } from './bar-chart.ts'
import { chartComponent } from './chart-component.ts'

export default chartComponent('BarChart', barChart)
