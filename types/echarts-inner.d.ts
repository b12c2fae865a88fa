/** What this project uses of modules of ECharts that ship without types. */

/** What ECharts keeps of an element of a custom series: `info` is what its option said. */
export declare function customInnerStore(element: object): { info?: unknown }

/** What ECharts keeps of an element for events on it: its data item, or what else it belongs to. */
export declare function getECData(element: object): {
  seriesIndex?: number
  dataIndex?: number
  eventData?: { info?: unknown; targetType?: string; componentType: string; componentIndex: number; value?: string }
}
