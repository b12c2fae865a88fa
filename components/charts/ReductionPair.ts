import { reductionPair } from './reduction-pair.ts'
import { chartComponent } from './chart-component.ts'

export default chartComponent('ReductionPair', reductionPair)
