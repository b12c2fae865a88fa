const INLINE = /^(?:inline|contents|inline-block|inline-flex|inline-grid|ruby.*)$/

/** Text that is broken into lines together: a paragraph, a title, a cell, a label of a chart. */
export class Paragraph {
  /** The element that it stands in; a block within that parts it into two paragraphs. */
  readonly root: Element

  constructor(root: Element) {
    this.root = root
  }
}

/** What is met on a walk through a document, in its order. */
export interface TextVisitor {
  /** Selects elements that are passed by. */
  skip: string
  enter?: (element: Element) => void
  text: (node: Text, element: Element, paragraph: Paragraph) => void
  lineBreak: (element: Element, paragraph: Paragraph) => void
  /** An element that is not displayed; what is in it is passed by. */
  undisplayed?: (element: Element) => void
}

/** Visits all text in an element. */
export function walkText(root: Element, visitor: TextVisitor): void {
  walk(root, { paragraph: new Paragraph(root) }, visitor)
}

function walk(element: Element, open: { paragraph: Paragraph }, visitor: TextVisitor): void {
  visitor.enter?.(element)
  for (const node of [...(element.shadowRoot?.childNodes ?? []), ...element.childNodes]) {
    if (node instanceof Text) visitor.text(node, element, open.paragraph)
    if (!(node instanceof Element) || node.matches(visitor.skip)) continue
    const { display, position } = getComputedStyle(node)
    if (display === 'none') visitor.undisplayed?.(node)
    else if (node.tagName === 'BR') visitor.lineBreak(element, open.paragraph)
    else if (continues(node, display)) walk(node, open, visitor)
    else {
      walk(node, { paragraph: new Paragraph(node) }, visitor)
      // What comes after a block within a text is a paragraph of its own, unless the block is out of the text's flow.
      if (!/^(?:absolute|fixed)$/.test(position)) open.paragraph = new Paragraph(open.paragraph.root)
    }
  }
}

/** Whether an element's text goes on in the lines of what it stands in. */
function continues(element: Element, display: string): boolean {
  return element instanceof SVGElement ? element.matches('tspan, textPath') : INLINE.test(display)
}
