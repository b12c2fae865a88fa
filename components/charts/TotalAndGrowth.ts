import { chartComponent } from './chart-component.ts'
import { totalAndGrowth } from './total-and-growth.ts'

export default chartComponent('TotalAndGrowth', totalAndGrowth)
