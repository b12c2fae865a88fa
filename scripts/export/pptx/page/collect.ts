import type { Rect } from '../../../../components/rect.ts'
import { BoxTree } from '../../../check/layout/page/boxes.ts'
import { outermostSvg } from '../../../check/layout/page/pictures.ts'
import { TextCollector } from '../../../check/layout/page/text.ts'
import { isShown, scaleOf } from '../../../check/page/elements.ts'
import type { DrawingFact, FlowFact, PaintedItem, SlideFacts } from '../facts.ts'
import { boxOf, opacityOf, pseudoOf, seenColor } from './boxes.ts'
import { drawingOf, vectorsOf } from './drawings.ts'
import { comparePaintOrder, PaintOrders, type PaintOrder } from './order.ts'
import { backgroundOf, DRAWN_ONLY, loadBackgrounds, meet, pictureOf } from './pictures.ts'
import { tableOf, tablesIn } from './tables.ts'
import { ascentOf, flowsOf, type FoundFlow } from './texts.ts'

/** Reads what every slide of the print page paints. */
export async function collectSlides(): Promise<SlideFacts[]> {
  const images = await loadBackgrounds()
  return [...document.querySelectorAll<HTMLElement>('.print-slide-container')].map(container => {
    const [no, state] = container.id.split('-').map(Number) as [number, number]
    return {
      no,
      clicks: state - 1,
      width: container.offsetWidth,
      height: container.offsetHeight,
      items: new SlideReader(container, images).read(),
    }
  })
}

class SlideReader {
  readonly #root: HTMLElement
  readonly #frame: DOMRect
  readonly #boxes: BoxTree
  readonly #orders: PaintOrders
  readonly #images: ReadonlyMap<string, HTMLImageElement>
  readonly #found: { order: PaintOrder; item: PaintedItem }[] = []

  /** @param images that style sheets lay behind elements, by address */
  constructor(root: HTMLElement, images: ReadonlyMap<string, HTMLImageElement>) {
    this.#root = root
    this.#images = images
    this.#frame = root.getBoundingClientRect()
    this.#boxes = new BoxTree(root)
    this.#orders = new PaintOrders(root)
  }

  read(): PaintedItem[] {
    const collector = new TextCollector(this.#boxes, () => undefined)
    collector.collect(this.#root)
    const flows = flowsOf(this.#root, collector)
    const tables = tablesIn(this.#root)
    for (const table of tables)
      this.#add(
        this.#orders.ofContent(table),
        tableOf(table, flows, rect => this.#boxes.place(rect)),
      )
    for (const found of flows) {
      if (tables.some(table => table.contains(found.element)) || found.element instanceof SVGElement) continue
      this.#add(this.#orders.ofContent(found.element), found.flow)
    }
    for (const element of [this.#root, ...this.#root.querySelectorAll('*:not(svg *)')])
      this.#readElement(element, flows, tables)
    return this.#found.sort((a, b) => comparePaintOrder(a.order, b.order)).map(({ item }) => item)
  }

  #add(order: PaintOrder, item: PaintedItem | undefined): void {
    if (item) this.#found.push({ order, item })
  }

  #readElement(element: Element, flows: readonly FoundFlow[], tables: readonly Element[]): void {
    if (!isShown(element)) return
    if (element instanceof SVGSVGElement) this.#readDrawing(element, flows)
    else if (element.matches(`img, ${DRAWN_ONLY}`))
      this.#add(this.#orders.ofContent(element), pictureOf(element, this.#place(element), this.#visible(element)))
    // The grounds of cells are those of the table.
    else if (!element.matches('table, table :is(thead, tbody, tfoot, tr, td, th)') || !within(element, tables))
      this.#readGround(element)
    for (const name of ['::before', '::after'] as const) this.#readPseudo(element, name)
  }

  #readGround(element: Element): void {
    const [order, rect] = [this.#orders.ofGround(element), this.#place(element)]
    this.#add(order, boxOf(element, rect))
    this.#add(order, backgroundOf(element, rect, this.#visible(element), this.#images))
  }

  #readDrawing(svg: SVGSVGElement, flows: readonly FoundFlow[]): void {
    const parts = drawingParts(svg, this.#frame, this.#boxes, flows)
    if (parts.length === 0) return
    this.#add(this.#orders.ofContent(svg), { ...drawingOf(svg, this.#place(svg)), parts })
  }

  #readPseudo(element: Element, name: '::before' | '::after'): void {
    const pseudo = pseudoOf(element, name)
    if (!pseudo) return
    const order = this.#orders.ofPseudo(element, pseudo.style, name)
    const rect = this.#boxes.place(pseudo.rect)
    if (pseudo.box) this.#add(order, { ...pseudo.box, rect })
    const text = /^"(.+)"$/s.exec(pseudo.style.content)?.[1]
    if (text) this.#add(order, generatedText(text, rect, pseudo.style, scaleOf(element), opacityOf(element)))
  }

  #place(element: Element): Rect {
    return this.#boxes.place(element.getBoundingClientRect())
  }

  /** What of the slide an element may paint, within all that cuts it. */
  #visible(element: Element): Rect {
    let seen: Rect = { left: 0, top: 0, right: this.#frame.width, bottom: this.#frame.height }
    for (let each = element.parentElement; each && each !== this.#root; each = each.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(each)
      if (overflowX !== 'visible' || overflowY !== 'visible') seen = meet(seen, this.#place(each))
    }
    return seen
  }
}

/** The shapes and texts of an SVG, in the order in which they are painted. @param corner of the slide */
export function drawingParts(
  svg: SVGSVGElement,
  corner: Pick<Rect, 'left' | 'top'>,
  boxes: BoxTree,
  flows: readonly FoundFlow[],
): DrawingFact['parts'] {
  const positions = new Map([...svg.querySelectorAll('*')].map((element, index) => [element, index]))
  const vectors = vectorsOf(svg, corner, rect => boxes.place(rect))
  const texts = flows.filter(({ element }) => outermostSvg(element) === svg)
  return [
    ...vectors.map(({ element, vector }) => ({ element, part: vector })),
    ...texts.map(({ element, flow }) => ({ element, part: flow })),
  ]
    .sort((a, b) => positions.get(a.element)! - positions.get(b.element)!)
    .map(({ part }) => part)
}

function within(element: Element, tables: readonly Element[]): boolean {
  return tables.some(table => table.contains(element))
}

/** A text that a style sheet writes, in a box of its own. */
function generatedText(
  text: string,
  rect: Rect,
  style: CSSStyleDeclaration,
  scale: number,
  opacity: number,
): FlowFact | undefined {
  const color = seenColor(style.color, opacity)
  if (!color) return undefined
  const size = Number.parseFloat(style.fontSize) * scale
  // A line lies around the middle of the font's box, which Noto's fonts make this high.
  const middle = (rect.top + rect.bottom) / 2
  const box = { ...rect, top: middle - (NATURAL_LINE / 2) * size, bottom: middle + (NATURAL_LINE / 2) * size }
  const run = {
    text,
    rect: box,
    baseline: box.top + ascentOf(style) * (box.bottom - box.top),
    size,
    bold: Number(style.fontWeight) >= 600,
    family: style.fontFamily.split(',')[0]!.replace(/["']/g, ''),
    color,
    spacing: 0,
    underline: false,
    // A feature that takes the blank half of punctuation away, which no office program knows.
    trimmed: style.fontFeatureSettings.includes('halt') ? size / 2 : 0,
  }
  return {
    kind: 'text',
    element: '',
    role: 'other',
    align: 'left',
    lines: [[run]],
    block: -Infinity,
  }
}

/** Height of a line of Noto Sans SC and Noto Serif SC, in em. */
const NATURAL_LINE = 1.448
