import { shareDonut } from './share-donut.ts'
import { chartComponent } from './chart-component.ts'

export default chartComponent('ShareDonut', shareDonut)
