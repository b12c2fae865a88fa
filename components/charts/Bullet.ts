import { bulletChart } from './bullet-chart.ts'
import { chartComponent } from './chart-component.ts'

export default chartComponent('Bullet', bulletChart)
