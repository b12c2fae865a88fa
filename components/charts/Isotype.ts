import { isotypeChart } from './isotype-chart.ts'
import { chartComponent } from './chart-component.ts'

export default chartComponent('Isotype', isotypeChart)
