import { stackedBars } from './stacked-bars.ts'
import { chartComponent } from './chart-component.ts'

export default chartComponent('StackedBars', stackedBars)
