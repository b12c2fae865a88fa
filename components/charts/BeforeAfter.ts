import { beforeAfter } from './before-after.ts'
import { chartComponent } from './chart-component.ts'

export default chartComponent('BeforeAfter', beforeAfter)
