import { cellPlace } from '../facts/office/place.ts'
import { escapeXml, MAIN, xmlDocument } from './markup.ts'

/** A note at a cell. */
export interface Note {
  ref: string
  text: string
}

/** Who wrote the notes, as Excel names it. */
const AUTHOR = '汇报'

const LINE = 18
const WIDTH = 260
/** Characters of a line of a note. */
const PER_LINE = 18

/** A run of a note's text. */
export function commentText(text: string, prefix = ''): string {
  return `<${prefix}r><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}r>`
}

/** An entry of a sheet's comments. @param author its place among the authors of the file */
export function commentXml({ ref, text }: Note, author = 0, prefix = ''): string {
  return (
    `<${prefix}comment ref="${ref}" authorId="${author}"><${prefix}text>${commentText(text, prefix)}` +
    `</${prefix}text></${prefix}comment>`
  )
}

/** The comments of a sheet. */
export function commentsXml(notes: readonly Note[]): string {
  return xmlDocument(
    `<comments xmlns="${MAIN}"><authors><author>${AUTHOR}</author></authors>` +
      `<commentList>${notes.map(note => commentXml(note)).join('')}</commentList></comments>`,
  )
}

const V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
const O = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
const X = 'xmlns:x="urn:schemas-microsoft-com:office:excel"'

/** The first number of a sheet's shapes. @param sheet the number of the sheet */
export const firstShape = (sheet: number): number => sheet * 1024 + 1

/** The box of a note, hidden until the pointer is over its cell. @param index unique in the workbook */
export function noteShape({ ref, text }: Note, index: number): string {
  const { column, row } = cellPlace(ref)
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / PER_LINE)), 1)
  return (
    `<v:shape ${V} ${O} ${X} id="_x0000_s${index}" type="#_x0000_t202" fillcolor="#ffffe1" o:insetmode="auto" ` +
    `style="position:absolute;visibility:hidden;width:${WIDTH}px;height:${lines * LINE}px;z-index:1">` +
    '<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${column + 1},12,${Math.max(0, row - 2)},6,${column + 4},40,${row - 1 + lines},4</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  )
}

/** The drawing that holds the boxes of a sheet's notes. @param sheet the number of the sheet */
export function notesDrawing(shapes: string, sheet: number): string {
  return (
    `<xml ${V} ${O} ${X}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${sheet}"/></o:shapelayout>` +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes}</xml>`
  )
}
