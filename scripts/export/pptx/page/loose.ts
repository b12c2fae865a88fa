import { BoxTree } from '../../../check/layout/page/boxes.ts'
import { TextCollector } from '../../../check/layout/page/text.ts'
import type { DrawingFact } from '../facts.ts'
import { LOOSE, type LooseDrawing } from '../loose.ts'
import { drawingParts } from './collect.ts'
import { flowsOf } from './texts.ts'

/** Reads the drawings that the page was told of as if they stood on their slides. */
export function collectLoose(): DrawingFact['parts'][] {
  const all = (window as unknown as Record<typeof LOOSE, LooseDrawing[]>)[LOOSE]
  return all.map(({ svg, left, top }) => {
    const root = document.createElement('div')
    root.className = 'hb-slide'
    root.style.cssText = 'position: fixed; inset: 0; background: none'
    root.innerHTML = `<div class="hb-chart" style="position: absolute; left: ${left}px; top: ${top}px">${svg}</div>`
    document.body.append(root)
    const boxes = new BoxTree(root)
    const texts = new TextCollector(boxes, () => undefined)
    texts.collect(root)
    const drawing = root.querySelector('svg')
    const parts = drawing ? drawingParts(drawing, root.getBoundingClientRect(), boxes, flowsOf(root, texts)) : []
    root.remove()
    return parts
  })
}
