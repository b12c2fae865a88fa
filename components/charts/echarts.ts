import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { GridSimpleComponent, TitleComponent } from 'echarts/components'
import { use } from 'echarts/core'

/** What charts with series of ECharts' own need besides; imported by those alone, so that the first chart does not wait for it. */
use([BarChart, LineChart, PieChart, GridSimpleComponent, TitleComponent])

export { initOptions } from './echarts-core.ts'
