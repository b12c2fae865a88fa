import { element, text, type Xml } from '../xml/element.ts'
import { fill, line } from '../xml/fill.ts'
import { hundredths, type Look } from '../xml/look.ts'
import type { Ink } from '../model.ts'
import type { NativePaint, NativeRun } from './native-chart.ts'

/** Lengths of dashes and of the gaps between them, in widths of the line. */
const DASHES = [4, 3]

/** Writes lengths, colours and letters of charts. */
export class Pen {
  readonly #look: Look

  constructor(look: Look) {
    this.#look = look
  }

  /** Px in points. */
  points(px: number): number {
    return hundredths(this.#look, px) / 100
  }

  /** A fill, or that there is none. */
  fill(color: string | undefined, opacity = 1): Xml {
    return fill(this.#look, color === undefined ? undefined : inkOf(color, opacity))
  }

  /** A line, or that there is none. */
  line(drawn: NativePaint['line']): Xml {
    if (!drawn) return line(this.#look, undefined)
    const { color, width, dashed } = drawn
    const dash = dashed ? DASHES.map(length => length * width) : []
    return line(this.#look, { color: inkOf(color, 1), width, dash, cap: 'flat', join: 'round' })
  }

  /** Fill and line of a shape. */
  shape({ fill, opacity, line }: NativePaint): Xml {
    return element('c:spPr', {}, this.fill(fill, opacity), this.line(line))
  }

  /** The look of letters: of a run, or as the default of what follows. */
  #letters(name: string, { size, bold, color }: Omit<NativeRun, 'text'>, language: boolean): Xml {
    return element(
      name,
      {
        ...(language && { lang: this.#look.lang, altLang: 'en-US' }),
        ...{ sz: hundredths(this.#look, size), b: bold, i: false },
      },
      this.fill(color),
      element('a:latin', { typeface: '+mn-lt' }),
      element('a:ea', { typeface: '+mn-ea' }),
    )
  }

  /** The look of text that the chart makes of its numbers and names. */
  textProperties(look: Omit<NativeRun, 'text'>, body: Xml): Xml {
    return element(
      'c:txPr',
      {},
      body,
      element('a:lstStyle'),
      element(
        'a:p',
        {},
        element('a:pPr', {}, this.#letters('a:defRPr', look, false)),
        this.#letters('a:endParaRPr', look, true),
      ),
    )
  }

  /**
   * Text of runs, of which one with a number format is the point's number.
   * @param index of the point
   */
  richText(runs: readonly NativeRun[], body: Xml, index: number): Xml {
    const paragraph = element('a:pPr', {}, this.#letters('a:defRPr', runs[0]!, false))
    const runXml = (run: NativeRun, place: number): Xml => {
      const look = this.#letters('a:rPr', run, true)
      const words = element('a:t', {}, text(run.text))
      return run.format === undefined
        ? element('a:r', {}, look, words)
        : element('a:fld', { id: fieldId(index, place), type: 'VALUE' }, look, paragraph, words)
    }
    return element('c:rich', {}, body, element('a:lstStyle'), element('a:p', {}, paragraph, runs.map(runXml)))
  }
}

function inkOf(color: string, alpha: number): Ink {
  return { hex: color.slice(1).toLowerCase(), alpha }
}

/** The id that a field must have, unique in its series; nothing refers to it. */
function fieldId(point: number, run: number): string {
  return `{00000000-0000-4000-8000-${String(point * 10 + run + 1).padStart(12, '0')}}`
}
