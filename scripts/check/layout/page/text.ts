import type { Distance, Flow, Group, Heading, Piece } from '../facts.ts'
import { isOnOneLine, type Rect } from '../../../../components/rect.ts'
import type { BoxTree } from './boxes.ts'
import { describeElement, isShown, isTucked, scaleOf } from '../../page/elements.ts'
import { walkText, type Paragraph } from '../../page/walk.ts'
import { inkOf } from './ink.ts'
import { runsOf } from './lines.ts'

/** Elements whose text is none of the slide's. */
const SILENT = 'script, style, template, title, desc, metadata, defs, pattern, clipPath, mask, marker, symbol'
/** A number with its unit. Marks of derived figures stand beside it. */
const NUMBER = '.hb-fig, .hb-number-value'
const MARK = '.hb-derived, .hb-derived-inline'
/** What marks text that is read from near: sources, credits, page numbers, the appendix, numbers of references. */
const NEAR = '[data-near]'

/** A text in the page, or what of it stands on one line. */
export interface TextSource extends Pick<Piece, 'ink' | 'flow'> {
  node: Text
  element: Element
}

/** The text of a slide in the order of the document, broken into lines. */
export class TextCollector {
  readonly pieces: Piece[] = []
  readonly flows: Flow[] = []
  /** Texts for screen readers alone. */
  readonly spoken: string[] = []
  /** Where each piece comes from. */
  readonly sources: TextSource[] = []
  readonly #open = new Map<Paragraph, number>()
  /** The paragraph in which the next text begins a new line. */
  #broken: Paragraph | undefined
  readonly #headings = new Map<Element, Heading>()
  readonly #numbers = new Map<Element, Group>()
  readonly #boxes: BoxTree
  readonly #drawingOf: (element: Element) => number | undefined
  readonly #silent: string

  /**
   * @param drawingOf tells the index of the drawing that an SVG's element is in
   * @param skip selects what is left out
   */
  constructor(boxes: BoxTree, drawingOf: (element: Element) => number | undefined, skip?: string) {
    this.#boxes = boxes
    this.#drawingOf = drawingOf
    this.#silent = skip ? `${SILENT}, ${skip}` : SILENT
  }

  get headings(): Heading[] {
    return [...this.#headings.values()]
  }

  get numbers(): Group[] {
    return [...this.#numbers.values()]
  }

  collect(root: Element): void {
    walkText(root, {
      skip: this.#silent,
      text: (node, element, paragraph) => this.#add(node, element, paragraph),
      lineBreak: (_, paragraph) => (this.#broken = paragraph),
    })
  }

  #add(node: Text, element: Element, paragraph: Paragraph): void {
    if (node.data.trim() === '') {
      // Between elements it parts words and numbers; it has no box of its own.
      const index = this.#open.get(paragraph)
      const line = index === undefined ? undefined : this.flows[index]!.lines.at(-1)
      if (line && !line.text.endsWith(' ')) line.text += ' '
      return
    }
    if (!isShown(element)) {
      if (isTucked(element)) this.spoken.push(node.data)
      return
    }
    const style = getComputedStyle(element)
    for (const { text, rect } of runsOf(node, style.writingMode !== 'horizontal-tb')) {
      const { ink, flow } = this.#addPiece(text, this.#boxes.place(rect), element, style, paragraph)
      this.sources.push({ node, element, ink, flow })
    }
  }

  #addPiece(
    text: string,
    rect: Rect,
    element: Element,
    style: CSSStyleDeclaration,
    paragraph: Paragraph,
  ): Pick<Piece, 'ink' | 'flow'> {
    const index =
      this.#open.get(paragraph) ?? this.flows.push({ element: describeElement(paragraph.root), lines: [] }) - 1
    this.#open.set(paragraph, index)
    const flow = this.flows[index]!
    const line = flow.lines.at(-1)
    const before = this.pieces.findLast(piece => piece.flow === index)
    const broken = this.#broken === paragraph
    if (!line || !before || broken || !isOnOneLine(before.rect, rect)) {
      if (line && before && !broken) line.ends = false
      flow.lines.push({ text, ends: true })
    } else {
      line.text += text
    }
    if (broken) this.#broken = undefined
    const scale = scaleOf(element)
    const ink = inkOf(text.trim(), rect, style, scale)
    const piece =
      this.pieces.push({
        text,
        element: describeElement(element),
        rect,
        ink,
        slot: element instanceof SVGElement ? ink : clampToLine(ink, rect, Number.parseFloat(style.lineHeight) * scale),
        size: Number.parseFloat(style.fontSize) * scale,
        distance: distanceOf(element),
        flow: index,
        line: flow.lines.length - 1,
        box: this.#boxes.boxOf(element),
        drawing: element instanceof SVGElement ? this.#drawingOf(element) : undefined,
      }) - 1
    this.#group(piece, text, element)
    return { ink, flow: index }
  }

  #group(index: number, text: string, element: Element): void {
    const heading = element.closest('h1, h2')
    if (heading)
      join(
        this.#headings,
        heading,
        () => ({ opening: heading.closest('.hb-cover, .hb-chapter') !== null }),
        index,
        text,
      )
    const number = element.closest(MARK) ? null : element.closest(NUMBER)
    if (number) join<Group>(this.#numbers, number, () => ({}), index, text)
  }
}

function join<G extends Group>(
  groups: Map<Element, G>,
  element: Element,
  rest: () => Omit<G, keyof Group>,
  index: number,
  text: string,
): void {
  const group =
    groups.get(element) ?? ({ element: describeElement(element), text: '', pieces: [], ...rest() } as unknown as G)
  groups.set(element, group)
  group.text += text
  group.pieces.push(index)
}

/** What of `ink` is in the line, which lies around the middle of the font's box. */
function clampToLine(ink: Rect, { top, bottom }: Rect, lineHeight: number): Rect {
  if (Number.isNaN(lineHeight)) return ink
  const middle = (top + bottom) / 2
  return {
    ...ink,
    top: Math.max(ink.top, middle - lineHeight / 2),
    bottom: Math.min(ink.bottom, middle + lineHeight / 2),
  }
}

function distanceOf(element: Element): Distance {
  if (element.closest(NEAR)) return 'near'
  const drawn = element instanceof SVGElement && element.closest('.hb-chart')
  return drawn || element.closest('.hb-data') ? 'chart' : 'hall'
}
