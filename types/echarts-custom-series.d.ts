/** What this project uses of a module of ECharts that ships without types. */

/** What ECharts keeps of an element of a custom series: `info` is what its option said. */
export declare function customInnerStore(element: object): { info?: Record<string, unknown> }
