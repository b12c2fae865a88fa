import type { ChartFacts, BoundElement, NumberSnapshot, TextRun, TextPart } from '../facts.ts'
import { describeElement } from '../../layout/page/elements.ts'
import { attributeTexts, isReferred } from './attributes.ts'
import { Counters } from './counters.ts'
import { generatedOf, picturesOf } from './generated.ts'
import { addHidden, isReversed, isUnseenWithin, unboundText } from './hidden.ts'
import { boxOf, measureMark } from './geometry.ts'
import { continuesText, firstLine, linesFrom } from './lines.ts'

/** Elements that say what their text is. */
const BOUND = '[data-figure], [data-number], [data-mark="scale"]'
/** Elements whose text nobody sees, hears or copies. */
const SILENT = 'script, style, template, noscript, head, metadata'
const INLINE = /^(?:inline|contents|inline-block|inline-flex|inline-grid|ruby.*)$/
/** What Slidev hides until a click. */
const LATER = '.slidev-vclick-hidden'
const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF\u00AD]/g
/** Edge of the grid that icons are drawn on. */
const ICON_GRID = 24

/** What `data-number` calls numbers that lead somewhere. */
const LEADING = new Set(['place', 'reference'])

interface Flow {
  textRun: TextRun | undefined
}

/** Everything on a slide, or a part of a page, that has to do with numbers. */
export class SnapshotCollector {
  readonly textRuns: TextRun[] = []
  readonly boundElements: BoundElement[] = []
  readonly charts: ChartFacts[] = []
  readonly #drawings = new Set<string>()
  readonly #pixels = new Set<string>()
  readonly #indexes = new Map<Element, number>()
  readonly #charted = new Map<Element, number>()
  readonly #counters = new Counters()
  readonly #skip: string

  /** @param skip selects what is left out */
  constructor(skip = '') {
    this.#skip = skip ? `${SILENT}, ${skip}` : SILENT
  }

  collect(root: HTMLElement): Omit<NumberSnapshot, 'no' | 'clicks'> {
    for (const chart of root.querySelectorAll('.hb-chart'))
      if (!(this.#skip !== SILENT && chart.closest(this.#skip))) this.#addChart(chart)
    this.#visit(root, { textRun: undefined })
    const heading = root.querySelector<HTMLElement>('h1, h2') ?? root.querySelector<HTMLElement>('h3, h4, h5, h6')
    return {
      title: heading?.innerText ?? '',
      textRuns: this.textRuns.filter(({ parts }) => parts.some(({ text }) => text.trim() !== '')),
      boundElements: this.boundElements,
      charts: this.charts,
      errors: [...root.querySelectorAll<HTMLElement>('[data-huibao-error]')]
        .filter(box => this.#skip === SILENT || !box.closest(this.#skip))
        .map(({ dataset, innerText }) => dataset.huibaoError || innerText),
      drawings: [...this.#drawings],
      pixels: [...this.#pixels],
    }
  }

  #addChart(chart: Element): void {
    this.#charted.set(chart, this.charts.length)
    const shapes = [
      ...chart.querySelectorAll<SVGGeometryElement>(':is(path, rect, polygon, polyline, line)[data-mark]'),
    ]
    this.charts.push({
      element: describeElement(chart),
      per: Number(chart.getAttribute('data-per') ?? 1),
      refused: chart.querySelector('[data-huibao-error]') !== null,
      figures: chart.getAttribute('data-figures')?.split(' ').filter(Boolean) ?? [],
      // ECharts draws a box behind every text.
      marks: shapes
        .filter(shape => !/^(?:label|value|scale)$/.test(shape.dataset.mark!) && !shape.closest('defs, clipPath'))
        .map(shape => measureMark(shape, ICON_GRID)),
      words: [
        ...chart.querySelectorAll<SVGElement>(':is(text, g)[data-figure]:is([data-mark=label], [data-mark=value])'),
      ]
        .filter(({ textContent }) => textContent?.trim())
        .map(word => ({
          kind: word.dataset.mark!,
          figure: word.dataset.figure!,
          text: word.textContent!.trim(),
          box: boxOf(word),
        })),
      texts: [...chart.querySelectorAll('svg text')].map(({ textContent }) => textContent ?? ''),
    })
  }

  #visit(element: Element, flow: Flow): void {
    const style = getComputedStyle(element)
    this.#counters.enter(element, style)
    this.#addAround(element, style)
    for (const node of [...(element.shadowRoot?.childNodes ?? []), ...element.childNodes]) {
      if (node instanceof Text) {
        this.#addText(node.data, element, flow)
      } else if (node instanceof Element && !node.matches(this.#skip)) {
        const { display } = getComputedStyle(node)
        if (display === 'none' && !isSpoken(node)) {
          this.#addUnshown(node)
          continue
        }
        if (node.tagName === 'BR') this.#addText('\n', element, flow)
        else if (node instanceof SVGElement ? node.matches('tspan, textPath') : INLINE.test(display))
          this.#visit(node, flow)
        // Boxes that ECharts draws behind the lines of a text, and shapes, hold no text.
        else if (node instanceof SVGGeometryElement) this.#visit(node, { textRun: undefined })
        else if (node.matches('text[data-mark]') && continuesText(node)) this.#visit(node, flow)
        else {
          const own: Flow = { textRun: undefined }
          this.#visit(node, own)
          // What comes after a block within a text is a paragraph of its own; a text of a chart may go on in a second
          // line.
          flow.textRun = node.matches('text[data-mark]') ? own.textRun : undefined
        }
      }
    }
  }

  #addText(data: string, element: Element, flow: Flow): void {
    const text = data.replace(INVISIBLE, '').replace(data === '\n' ? /$^/ : /\s+/g, ' ')
    if (text === '' || (text.trim() === '' && !flow.textRun)) return
    flow.textRun ??= this.#open('text', '', element)
    const boundElement = this.#boundElementOf(element)
    const last = flow.textRun.parts.at(-1)
    const shown = isReversed(element) ? [...text].reverse().join('') : text
    if (last && last.boundElement === boundElement) last.text += shown
    else flow.textRun.parts.push({ text: shown, boundElement })
    if (boundElement === undefined) return
    const own = this.boundElements[boundElement]!
    if (shown !== text && text.trim().length > 1) own.reversed = true
    if (isUnseenWithin(element, element.closest(BOUND)!)) addHidden(own, text)
  }

  /** What is displayed nowhere now may be so in another look, on another screen, or at another time. */
  #addUnshown(element: Element): void {
    if (isReferred(element)) return
    const index = element.parentElement ? this.#boundElementOf(element.parentElement) : undefined
    if (index !== undefined) {
      addHidden(this.boundElements[index]!, element.textContent ?? '')
      return
    }
    const text = unboundText(element, `${this.#skip}, ${BOUND}`).replace(INVISIBLE, '').replace(/\s+/g, ' ')
    if (text.trim() !== '') this.#open('text', '', element, [{ text, boundElement: undefined }])
  }

  #open(channel: TextRun['channel'], name: string, element: Element, parts: TextPart[] = []): TextRun {
    const chart = element.closest('.hb-chart')
    const textRun: TextRun = {
      channel,
      name,
      element: describeElement(element),
      parts,
      later: element.closest(LATER) !== null,
      chart: chart ? this.#charted.get(chart) : undefined,
      figure: element.closest<HTMLElement>('[data-figure]')?.dataset.figure ?? '',
    }
    this.textRuns.push(textRun)
    return textRun
  }

  /** Attributes, generated text and pictures of an element. */
  #addAround(element: Element, style: CSSStyleDeclaration): void {
    for (const { name, text } of attributeTexts(element)) {
      const said = text.replace(INVISIBLE, '')
      const role = element.getAttribute('data-number') ?? ''
      // A link to a slide or to the appendix announces its number in words.
      if (LEADING.has(role))
        this.boundElements.push({
          element: `${describeElement(element)}[${name}]`,
          figure: element.closest<HTMLElement>('[data-figure]')?.dataset.figure ?? '',
          role,
          text: said,
          chart: undefined,
        })
      else this.#open('attribute', name, element, [{ text: said, boundElement: undefined }])
    }
    if (!(element instanceof SVGElement)) {
      const pictures: string[] = []
      for (const { name, text, position } of generatedOf(element, style, this.#counters, pictures)) {
        const index = this.#boundElementOf(element)
        if (index !== undefined) this.boundElements[index]!.added = `${this.boundElements[index]!.added ?? ''}${text}`
        const textRun = this.#open(name === '::marker' ? 'marker' : 'generated', name, element, [
          { text, boundElement: undefined },
        ])
        if (position !== undefined) textRun.position = position
      }
      pictures.forEach(address => this.#addPicture(address))
    }
    for (const address of addressesOf(element, style)) this.#addPicture(address)
    if (element instanceof HTMLCanvasElement) this.#pixels.add('<canvas>')
    if (element instanceof HTMLMediaElement || element instanceof HTMLIFrameElement)
      this.#pixels.add(element.src || `<${element.localName}>`)
  }

  #addPicture(address: string): void {
    ;(/^data:image\/svg|\.svg(?:[?#]|$)/i.test(address) ? this.#drawings : this.#pixels).add(address)
  }

  #boundElementOf(element: Element): number | undefined {
    const root = element.closest<HTMLElement | SVGElement>(BOUND)
    if (!root) return undefined
    // An element around others that say what they are leaves it to them.
    if (root.dataset.number === undefined && root.dataset.mark === undefined && root.querySelector('[data-number]'))
      return undefined
    const index = this.#indexes.get(root)
    if (index !== undefined) return index
    const first = root.matches('text[data-mark]') ? firstLine(root) : root
    const known = this.#indexes.get(first)
    if (known !== undefined) {
      this.#indexes.set(root, known)
      return known
    }
    const chart = root.closest('.hb-chart')
    this.boundElements.push({
      element: describeElement(root),
      figure: root.closest<HTMLElement>('[data-figure]')?.dataset.figure ?? '',
      role: root.dataset.number ?? root.dataset.mark ?? 'value',
      text: (first.matches('text[data-mark]')
        ? linesFrom(first)
            .map(line => line.textContent ?? '')
            .join('')
        : ownText(first)
      )
        .replace(INVISIBLE, '')
        .replace(/\s+/g, ' ')
        .trim(),
      chart: chart ? this.#charted.get(chart) : undefined,
    })
    this.#indexes.set(first, this.boundElements.length - 1)
    this.#indexes.set(root, this.boundElements.length - 1)
    return this.boundElements.length - 1
  }
}

/** The text of an element without the reference number in it, which answers for itself. */
function ownText(element: Element): string {
  if (!element.querySelector('[data-number=reference]')) return element.textContent ?? ''
  const copy = element.cloneNode(true) as Element
  copy.querySelectorAll('[data-number=reference]').forEach(reference => reference.remove())
  return copy.textContent ?? ''
}

/** SVG's own names and descriptions are never displayed, but announced. */
function isSpoken(element: Element): boolean {
  return element.matches('svg title, svg desc')
}

function addressesOf(element: Element, style: CSSStyleDeclaration): string[] {
  const painted = picturesOf(style)
  const from = (address: string): string => new URL(address, document.baseURI).href
  if (element instanceof HTMLImageElement) return [element.currentSrc || element.src, ...painted].filter(Boolean)
  if (element instanceof SVGImageElement) return [from(element.href.baseVal), ...painted]
  // What a drawing uses of its own is met where it stands.
  if (element instanceof SVGUseElement && !element.href.baseVal.startsWith('#'))
    return [from(element.href.baseVal.split('#')[0]!), ...painted]
  if (element instanceof HTMLObjectElement || element instanceof HTMLEmbedElement)
    return [element instanceof HTMLObjectElement ? element.data : element.src, ...painted].filter(Boolean)
  return painted
}
