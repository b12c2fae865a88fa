import { chartComponent } from './chart-component.ts'
import { slopeChart } from './slope-chart.ts'

export default chartComponent('Slope', slopeChart)
