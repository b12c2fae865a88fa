import { chartComponent } from './chart-component.ts'
import { figureChart } from './figure-chart.ts'

export default chartComponent('FigureChart', figureChart)
