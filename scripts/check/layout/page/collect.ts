import type { LayoutSnapshot } from '../facts.ts'
import { BoxTree, collectBodies } from './boxes.ts'
import { collectDrawings, collectFills, collectShapes, outermostSvg } from './pictures.ts'
import { TextCollector } from './text.ts'

/** Measures every slide of the print page, at every click step that is on it. */
export function collectPrinted(): LayoutSnapshot[] {
  return [...document.querySelectorAll<HTMLElement>('.print-slide-container')].map(container => {
    const [no, state] = container.id.split('-').map(Number) as [number, number]
    return {
      no,
      clicks: state - 1,
      ...measure(container, new BoxTree(container)),
      width: container.offsetWidth,
      height: container.offsetHeight,
    }
  })
}

/**
 * Measures what is in an element.
 * @param skip selects what is left out
 */
export function measure(
  root: HTMLElement,
  boxes: BoxTree,
  skip?: string,
): Omit<LayoutSnapshot, 'no' | 'clicks' | 'width' | 'height'> {
  const { drawings, indexes } = collectDrawings(root, boxes, skip)
  const text = new TextCollector(boxes, element => indexes.get(outermostSvg(element)!), skip)
  text.collect(root)
  const heading = root.querySelector<HTMLElement>('h1, h2') ?? root.querySelector<HTMLElement>('h3, h4, h5, h6')
  return {
    title: heading?.innerText ?? '',
    pieces: text.pieces,
    flows: text.flows,
    headings: text.headings,
    numbers: text.numbers,
    drawings,
    shapes: collectShapes(indexes, boxes),
    fills: collectFills(root, boxes),
    bodies: collectBodies(root, boxes, skip),
    boxes: boxes.boxes,
  }
}
