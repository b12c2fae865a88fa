import type { ChartFacts, BoundElement, NumberSnapshot, TextRun, TextPart } from '../facts.ts'
import { describeElement } from '../../page/elements.ts'
import { walkText, type Paragraph } from '../../page/walk.ts'
import { attributeTexts, isReferred } from './attributes.ts'
import { seenText, unboundText } from './hidden.ts'
import { boxOf, measureMark } from './geometry.ts'
import { firstLine, linesFrom } from './lines.ts'

/** Elements that say what their text is. */
const BOUND = '[data-figure], [data-number], [data-mark="scale"]'
/** Elements whose text nobody sees, hears or copies. */
const SILENT = 'script, style, template, noscript, head, metadata'
/** What Slidev hides until a click. */
const LATER = '.slidev-vclick-hidden'
const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF\u00AD]/g
/** Edge of the grid that icons are drawn on. */
const ICON_GRID = 24

/** What `data-number` calls numbers that lead somewhere. */
const LEADING = new Set(['place', 'reference'])

/** Adds a picture to those whose insides are text, or to those that are only pixels. */
export function addPicture(address: string, { drawings, pixels }: Pick<NumberSnapshot, 'drawings' | 'pixels'>): void {
  const list = /^data:image\/svg|\.svg(?:[?#]|$)/i.test(address) ? drawings : pixels
  if (!list.includes(address)) list.push(address)
}

/** Everything on a slide, or a part of a page, that has to do with numbers. */
export class SnapshotCollector {
  readonly textRuns: TextRun[] = []
  readonly boundElements: BoundElement[] = []
  readonly charts: ChartFacts[] = []
  readonly #pictures: Pick<NumberSnapshot, 'drawings' | 'pixels'> = { drawings: [], pixels: [] }
  readonly #indexes = new Map<Element, number>()
  readonly #charted = new Map<Element, number>()
  readonly #open = new Map<Paragraph | Element, TextRun>()
  readonly #skip: string

  /** @param skip selects what is left out */
  constructor(skip = '') {
    this.#skip = skip ? `${SILENT}, ${skip}` : SILENT
  }

  collect(root: HTMLElement): Omit<NumberSnapshot, 'no' | 'clicks'> {
    for (const chart of root.querySelectorAll('.hb-chart'))
      if (!(this.#skip !== SILENT && chart.closest(this.#skip))) this.#addChart(chart)
    walkText(root, {
      skip: this.#skip,
      enter: element => this.#addAround(element),
      text: ({ data }, element, paragraph) => this.#addText(data.replace(/\s+/g, ' '), element, paragraph),
      lineBreak: (element, paragraph) => this.#addText('\n', element, paragraph),
      undisplayed: element => this.#addUnshown(element),
    })
    const heading = root.querySelector<HTMLElement>('h1, h2') ?? root.querySelector<HTMLElement>('h3, h4, h5, h6')
    return {
      title: heading?.innerText ?? '',
      textRuns: this.textRuns.filter(({ parts }) => parts.some(({ text }) => text.trim() !== '')),
      boundElements: this.boundElements,
      charts: this.charts,
      errors: [...root.querySelectorAll<HTMLElement>('[data-huibao-error]')]
        .filter(box => this.#skip === SILENT || !box.closest(this.#skip))
        .map(({ dataset, innerText }) => dataset.huibaoError || innerText),
      ...this.#pictures,
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
      own: chart.getAttribute('data-scale') === 'own',
      refused: chart.querySelector('[data-huibao-error]') !== null,
      figures: chart.getAttribute('data-figures')?.split(' ').filter(Boolean) ?? [],
      // ECharts draws a box behind every text.
      marks: shapes
        .filter(shape => !/^(?:label|value|limit|scale)$/.test(shape.dataset.mark!) && !shape.closest('defs, clipPath'))
        .map(shape => measureMark(shape, ICON_GRID)),
      words: [
        ...chart.querySelectorAll<SVGElement>(
          ':is(text, g)[data-figure]:is([data-mark=label], [data-mark=value], [data-mark=limit])',
        ),
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

  #addText(data: string, element: Element, paragraph: Paragraph): void {
    const text = data.replace(INVISIBLE, '')
    // A text of a chart may go on in a second line.
    const line = element.closest('text[data-mark]')
    const key = line ? firstLine(line) : paragraph
    if (text === '' || (text.trim() === '' && !this.#open.has(key))) return
    const textRun = this.#open.get(key) ?? this.#add('text', '', element)
    this.#open.set(key, textRun)
    const boundElement = this.#boundElementOf(element)
    const last = textRun.parts.at(-1)
    if (last && last.boundElement === boundElement) last.text += text
    else textRun.parts.push({ text, boundElement })
  }

  /** What is displayed nowhere now may be so in another look, on another screen, or at another time. */
  #addUnshown(element: Element): void {
    // SVG's own names and descriptions are never displayed, but announced.
    const bound = element.parentElement && this.#boundElementOf(element.parentElement) !== undefined
    if (isReferred(element) || (bound && !element.matches('svg title, svg desc'))) return
    const text = unboundText(element, `${this.#skip}, ${BOUND}`).replace(INVISIBLE, '').replace(/\s+/g, ' ')
    if (text.trim() !== '') this.#add('text', '', element, [{ text, boundElement: undefined }])
  }

  #add(channel: TextRun['channel'], name: string, element: Element, parts: TextPart[] = []): TextRun {
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

  /** Attributes and pictures of an element. */
  #addAround(element: Element): void {
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
      else this.#add('attribute', name, element, [{ text: said, boundElement: undefined }])
    }
    for (const address of addressesOf(element)) addPicture(address, this.#pictures)
    if (element instanceof HTMLCanvasElement) this.#pictures.pixels.push('<canvas>')
    if (element instanceof HTMLMediaElement || element instanceof HTMLIFrameElement)
      this.#pictures.pixels.push(element.src || `<${element.localName}>`)
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
      text: (first.matches('text[data-mark]') ? linesFrom(first) : [first])
        .map(seenText)
        .join('')
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

/** Addresses of pictures that an element shows; those that style sheets paint are found in the sheets. */
function addressesOf(element: Element): string[] {
  const from = (address: string): string => new URL(address, document.baseURI).href
  if (element instanceof HTMLImageElement) return [element.currentSrc || element.src].filter(Boolean)
  if (element instanceof SVGImageElement) return [from(element.href.baseVal)]
  // What a drawing uses of its own is met where it stands.
  if (element instanceof SVGUseElement && !element.href.baseVal.startsWith('#'))
    return [from(element.href.baseVal.split('#')[0]!)]
  if (element instanceof HTMLObjectElement) return [element.data].filter(Boolean)
  return element instanceof HTMLEmbedElement ? [element.src].filter(Boolean) : []
}
