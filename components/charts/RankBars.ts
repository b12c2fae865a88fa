import { chartComponent } from './chart-component.ts'
import { rankBars } from './rank-bars.ts'

export default chartComponent('RankBars', rankBars)
