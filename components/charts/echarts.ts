import { CustomChart } from 'echarts/charts'
import { use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

/** All of ECharts that is bundled: charts lay themselves out in a custom series. ECharts' core brings the ZH locale along. */
use([SVGRenderer, CustomChart])

/** How every chart of the deck is initialised. */
export const initOptions = { renderer: 'svg', locale: 'ZH' } as const
