import { CustomChart } from 'echarts/charts'
import { use, zrender } from 'echarts/core'
import { customInnerStore } from 'echarts/lib/chart/custom/CustomSeries.js'
import { SVGRenderer } from 'echarts/renderers'
import { markOf } from './marks.ts'

/**
 * All of ECharts that is bundled: charts lay themselves out in a custom series. ECharts' core brings the ZH locale
 * along.
 */
use([SVGRenderer, CustomChart])

// ECharts' own way to hydrate a drawing; it writes attributes in the browser just as well.
zrender.registerSSRDataGetter(markOf(element => customInnerStore(element).info?.mark))

/** How every chart of the deck is initialised. */
export const initOptions = { renderer: 'svg', locale: 'ZH' } as const
