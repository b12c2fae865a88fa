import { CustomChart } from 'echarts/charts'
import { use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

/** What every chart is drawn with: charts of rows and cells need no more. ECharts' core brings the ZH locale along. */
use([SVGRenderer, CustomChart])

/** How every chart of the deck is initialised. */
export const initOptions = { renderer: 'svg', locale: 'ZH' } as const
