import { growthBars } from './growth-bars.ts'
import { chartComponent } from './chart-component.ts'

export default chartComponent('GrowthBars', growthBars)
