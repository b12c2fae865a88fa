import type { zrender } from 'echarts/core'

/** As far as it concerns marks, an element of the drawing: the letters of a text have that text for a parent. */
interface Node {
  parent?: Node | undefined
}

type Getter = Parameters<typeof zrender.registerSSRDataGetter<string>>[0]

/** Tells ECharts what is marked on an element or on what holds it, see `marked`. */
export function markOf(markedOn: (node: Node) => unknown): Getter {
  return (node: Node) => {
    let each: Node | undefined = node
    while (each && !markedOn(each)) each = each.parent
    const mark = each && String(markedOn(each))
    // Of a map ECharts only asks for its entries.
    return {
      each: (callback: (value: string, key: string) => void) => mark && callback(mark, 'mark'),
    } as ReturnType<Getter>
  }
}

/** Gives marked elements of a drawing their `data-mark` and `data-figure`; those that are so no more lose them. */
export function nameMarks(svg: SVGElement): void {
  for (const element of svg.querySelectorAll<SVGElement>('[ecmeta_mark], [data-mark]')) {
    const [mark, figure] = element.getAttribute('ecmeta_mark')?.split(' ') ?? []
    for (const [name, value] of [
      ['mark', mark],
      ['figure', figure],
    ] as const) {
      if (value) element.dataset[name] = value
      else delete element.dataset[name]
    }
  }
}
