import type { NativePaint, NativeRun } from './native-chart.ts'
import { element, textual, valued } from './xml.ts'

/** How a chart is written into its presentation. */
export interface ChartLook {
  /** Faces for Latin and for Chinese letters. Default: those of the theme. */
  latin?: string
  eastAsian?: string
  /** English metric units of a px. Default: 9525, of a slide that is 1280 px wide and 33.87 cm. */
  emuPerPx?: number
  /** A colour, #RRGGBB, as XML. Default: as it is. */
  colorXml?: (color: string, inside: string) => string
}

/** The body faces of the theme. */
const THEME = { latin: '+mn-lt', eastAsian: '+mn-ea' }
const EMU_PER_PX = 9525
const EMU_PER_POINT = 12_700

const rgb = (color: string, inside: string): string =>
  element('a:srgbClr', { val: color.replace('#', '').toUpperCase() }, inside)

/** Writes lengths, colours and letters of charts. */
export class Pen {
  readonly #look: ChartLook

  constructor(look: ChartLook = {}) {
    this.#look = look
  }

  /** Px in English metric units. */
  emu(px: number): number {
    return Math.round(px * (this.#look.emuPerPx ?? EMU_PER_PX))
  }

  /** Px in points. */
  points(px: number): number {
    return (px * (this.#look.emuPerPx ?? EMU_PER_PX)) / EMU_PER_POINT
  }

  /** A fill, or that there is none. */
  fill(color: string | undefined, opacity = 1): string {
    if (color === undefined) return element('a:noFill')
    const alpha = opacity < 1 ? valued('a:alpha', Math.round(opacity * 100_000)) : ''
    return element('a:solidFill', {}, (this.#look.colorXml ?? rgb)(color, alpha))
  }

  /** A line, or that there is none. */
  line(line: NativePaint['line']): string {
    if (!line) return element('a:ln', {}, element('a:noFill'))
    return element(
      'a:ln',
      { w: this.emu(line.width) },
      this.fill(line.color),
      line.dashed && valued('a:prstDash', 'dash'),
      element('a:round'),
    )
  }

  /** Fill and line of a shape. */
  shape({ fill, opacity, line }: NativePaint): string {
    return element('c:spPr', {}, this.fill(fill, opacity), this.line(line))
  }

  /** The look of letters: of a run, or as the default of what follows. */
  #letters(name: string, { size, bold, color }: Omit<NativeRun, 'text'>, language: boolean): string {
    const { latin = THEME.latin, eastAsian = THEME.eastAsian } = this.#look
    return element(
      name,
      {
        ...(language && { lang: 'zh-CN', altLang: 'en-US' }),
        ...{ sz: Math.round(this.points(size) * 100), b: bold ? 1 : 0, i: 0 },
      },
      this.fill(color),
      element('a:latin', { typeface: latin }),
      element('a:ea', { typeface: eastAsian }),
    )
  }

  /** The look of text that the chart makes of its numbers and names. */
  textProperties(look: Omit<NativeRun, 'text'>, body: string): string {
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
  richText(runs: readonly NativeRun[], body: string, index: number): string {
    const paragraph = element('a:pPr', {}, this.#letters('a:defRPr', runs[0]!, false))
    const runXml = (run: NativeRun, place: number): string => {
      const look = this.#letters('a:rPr', run, true)
      return run.format === undefined
        ? element('a:r', {}, look, textual('a:t', run.text))
        : element('a:fld', { id: fieldId(index, place), type: 'VALUE' }, look, paragraph, textual('a:t', run.text))
    }
    return element('c:rich', {}, body, element('a:lstStyle'), element('a:p', {}, paragraph, ...runs.map(runXml)))
  }
}

/** The id that a field must have, unique in its series; nothing refers to it. */
function fieldId(point: number, run: number): string {
  return `{00000000-0000-4000-8000-${String(point * 10 + run + 1).padStart(12, '0')}}`
}
