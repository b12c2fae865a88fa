import { chartComponent } from './chart-component.ts'
import { contributionChart } from './contribution-chart.ts'

export default chartComponent('Contribution', contributionChart)
