import { escapeXml, MAIN, xmlDocument } from './markup.ts'
import type { CellStyle } from './sheet.ts'

/** Number of Excel's first format of a workbook's own. */
const FIRST_FORMAT = 164
/** Thin lines on all sides, in the order that the format wants. */
const THIN = ['left', 'right', 'top', 'bottom']
  .map(side => `<${side} style="thin"><color rgb="FF8A8578"/></${side}>`)
  .join('')
const FACE = '<name val="宋体"/><charset val="134"/>'

/** The styles of a workbook: each is given once. */
export class StyleSheet {
  readonly #fonts = new Register([`<font><sz val="11"/>${FACE}</font>`])
  readonly #fills = new Register([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ])
  readonly #formats = new Register([])
  readonly #cells = new Register(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'])

  /**
   * The number of a style.
   * @param quoted whether what begins with a sign of a formula stays a text when it is edited
   */
  indexOf(style: CellStyle = {}, quoted = false): number {
    const { bold, italic, size = 11, color, fill, format, wrap, border } = style
    const tint = color === undefined ? '' : `<color rgb="FF${color}"/>`
    const font = this.#fonts.indexOf(
      `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}<sz val="${size}"/>${tint}${FACE}</font>`,
    )
    const ground =
      fill === undefined
        ? 0
        : this.#fills.indexOf(
            `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`,
          )
    return this.#cells.indexOf(
      `<xf numFmtId="${this.#formatId(format)}" fontId="${font}" fillId="${ground}" borderId="${border ? 1 : 0}" xfId="0" ` +
        `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${quoted ? ' quotePrefix="1"' : ''}>` +
        `<alignment vertical="top"${wrap ? ' wrapText="1"' : ''}/></xf>`,
    )
  }

  #formatId(format: string | undefined): number {
    if (format === undefined) return 0
    return format === '@' ? 49 : FIRST_FORMAT + this.#formats.indexOf(escapeXml(format))
  }

  /** The part of the file that says them. */
  toString(): string {
    const list = (name: string, items: readonly string[]): string =>
      `<${name} count="${items.length}">${items.join('')}</${name}>`
    const formats = this.#formats.items.map(
      (format, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${format}"/>`,
    )
    return xmlDocument(
      `<styleSheet xmlns="${MAIN}">${formats.length > 0 ? list('numFmts', formats) : ''}` +
        list('fonts', this.#fonts.items) +
        list('fills', this.#fills.items) +
        list('borders', [
          '<border><left/><right/><top/><bottom/><diagonal/></border>',
          `<border>${THIN}<diagonal/></border>`,
        ]) +
        list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
        list('cellXfs', this.#cells.items) +
        list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
        '</styleSheet>',
    )
  }
}

/** Items by number, each once. */
class Register {
  readonly items: string[]

  constructor(items: readonly string[]) {
    this.items = [...items]
  }

  indexOf(item: string): number {
    const found = this.items.indexOf(item)
    return found >= 0 ? found : this.items.push(item) - 1
  }
}
