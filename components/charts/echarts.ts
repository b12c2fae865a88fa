import { BarChart, CustomChart, LineChart, PieChart } from 'echarts/charts'
import { GridComponent, TitleComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

/** The only place that decides what of ECharts is bundled. ECharts' core brings the ZH locale along. */
use([SVGRenderer, BarChart, CustomChart, LineChart, PieChart, GridComponent, TitleComponent])

/** How every chart of the deck is initialised. */
export const initOptions = { renderer: 'svg', locale: 'ZH' } as const
