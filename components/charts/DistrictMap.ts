import { type Component, computed, defineComponent, h } from 'vue'
import { maps } from 'virtual:huibao/maps'
import type { Table } from '../../model/table.ts'
import { mainMeasure } from '../../model/table-cells.ts'
import DataTable from '../DataTable.vue'
import { useMedium } from '../medium.ts'
import { tryOrUndefined } from '../try-or-undefined.ts'
import { chartComponent } from './chart-component.ts'
import type { FindMap } from './define-chart.ts'
import { districtMap } from './district-map.ts'
import type { MapProps } from './map-plan.ts'
import { findInDeck } from './find-in-deck.ts'

const findMap: FindMap = src => maps[src] ?? { problem: `没有地图 public/${src}` }

const chart: typeof districtMap = {
  ...districtMap,
  plan: (props, find) => districtMap.plan(props, { ...find, map: findMap }),
}
const DrawnMap = chartComponent('DistrictMap', chart)

/**
 * The map, and the table that it is of where the map alone does not tell the numbers: on pages to read, where many
 * districts are too narrow for theirs, and where it cannot be drawn.
 */
export default defineComponent({
  name: 'DistrictMap',
  inheritAttrs: false,
  setup(_, { attrs }) {
    const medium = useMedium()
    const props = attrs as unknown as MapProps
    const table = computed((): Table | undefined => tryOrUndefined(() => findInDeck.table(props.of)))
    const drawn = computed(() => tryOrUndefined(() => chart.plan(props, findInDeck)) !== undefined)
    return () => {
      const map = h(DrawnMap as Component, { ...attrs })
      if (!table.value || (medium === 'hall' && drawn.value)) return map
      const measure = props.measure ?? mainMeasure(table.value)!
      return h('div', { class: 'hb-map-and-table' }, [
        map,
        h(DataTable, { of: table.value.id, measures: [measure], sort: measure }),
      ])
    }
  },
}) as unknown as typeof DrawnMap
