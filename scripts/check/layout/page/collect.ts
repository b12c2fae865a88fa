import type { LayoutSnapshot } from '../facts.ts'
import { BoxTree, collectBodies } from './boxes.ts'
import { findDoubtful } from './doubts.ts'
import { collectDrawings, collectFills, collectShapes, outermostSvg } from './pictures.ts'
import { TextCollector, type TextSource } from './text.ts'

/** Measures every slide of the print page, at every click step that is on it; none that is marked as measured. */
export function collectPrinted(): LayoutSnapshot[] {
  const containers = [...document.querySelectorAll<HTMLElement>('.print-slide-container:not([data-huibao-measured])')]
  const measured = containers.map(container => measure(container, new BoxTree(container)))
  const doubtful = findDoubtful(measured.map(({ sources }, index) => ({ root: containers[index]!, sources })))
  return containers.map((container, index) => {
    const [no, state] = container.id.split('-').map(Number) as [number, number]
    const { sources: _, ...rest } = measured[index]!
    return {
      no,
      clicks: state - 1,
      ...rest,
      doubtful: doubtful[index]!,
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
): Omit<LayoutSnapshot, 'no' | 'clicks' | 'width' | 'height' | 'doubtful'> & { sources: TextSource[] } {
  const { drawings, indexes } = collectDrawings(root, boxes, skip)
  const text = new TextCollector(boxes, element => indexes.get(outermostSvg(element)!), skip)
  text.collect(root)
  const heading = root.querySelector<HTMLElement>('h1, h2') ?? root.querySelector<HTMLElement>('h3, h4, h5, h6')
  return {
    title: heading?.innerText ?? '',
    pieces: text.pieces,
    flows: text.flows,
    spoken: text.spoken,
    headings: text.headings,
    numbers: text.numbers,
    drawings,
    shapes: collectShapes(indexes, boxes),
    fills: collectFills(root, boxes),
    bodies: collectBodies(root, boxes, skip),
    boxes: boxes.boxes,
    sources: text.sources,
    unseen: [],
  }
}
