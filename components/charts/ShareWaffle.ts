import { shareWaffle } from './share-waffle.ts'
import { chartComponent } from './chart-component.ts'

export default chartComponent('ShareWaffle', shareWaffle)
