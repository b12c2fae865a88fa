import { BarChart, CustomChart } from 'echarts/charts'
import { GraphicComponent, GridComponent } from 'echarts/components'
import { registerCustomSeries, use, zrender } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { renderCells } from './cells-series.ts'
import { rawMarkOf } from './marks.ts'
import { renderOpenEnd } from './open-end-series.ts'
import { renderPictogram } from './pictogram-series.ts'

/**
 * What most charts stand on; a chart that needs more of ECharts brings it along, for slides that show none load it not.
 * ECharts' core brings the ZH locale along.
 */
use([SVGRenderer, BarChart, CustomChart, GridComponent, GraphicComponent])

registerCustomSeries('openEnd', renderOpenEnd)
registerCustomSeries('cells', renderCells)
registerCustomSeries('pictogram', renderPictogram)

/**
 * Has drawings tell the marks of their elements as attributes. It is ECharts' own way to hydrate a drawing, which
 * writes them in the browser just as well; where it draws without one, `init` sets it back.
 */
export function tellMarks(): void {
  zrender.registerSSRDataGetter<string>(element => {
    const mark = rawMarkOf(element)
    // Of a map ECharts only asks for its entries.
    return { each: (call: (value: string, key: string) => void) => mark && call(mark, 'mark') } as never
  })
}

tellMarks()

/** How every chart of the deck is initialised. */
export const initOptions = { renderer: 'svg', locale: 'ZH' } as const
