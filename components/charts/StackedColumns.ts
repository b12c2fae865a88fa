import { chartComponent } from './chart-component.ts'
import { stackedColumns } from './stacked-columns.ts'

export default chartComponent('StackedColumns', stackedColumns)
