import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { SheetProblem } from '../cells/cell.ts'
import { MOST_UNPACKED, unreadable } from '../facts/office/unzip.ts'
import { childrenOf, elementsOf, readXml, type Element } from '../facts/office/xml.ts'
import { MAIN, OFFICE, PACKAGE, relationships } from './markup.ts'
import { commentsXml, commentText, commentXml, noteShape, notesDrawing, type Note } from './notes.ts'

type Parts = Record<string, Uint8Array>

const WORKBOOK = 'xl/workbook.xml'
const TYPES = '[Content_Types].xml'
/** Shapes of notes that are added begin there, far from any that a sheet has already. */
const FIRST_SHAPE = 900_001

/**
 * A copy of a workbook in which each problem is a note at its cell, behind what the cell's own note says; without
 * macros, which no .xlsx may have.
 * @param file for messages
 * @throws HuibaoError where it is no workbook, or too large
 */
export function annotate(bytes: Uint8Array, problems: readonly SheetProblem[], file: string): Uint8Array {
  const parts = unpack(bytes, file)
  removeMacros(parts)
  const paths = sheetPaths(parts, file)
  for (const [sheet, own] of Map.groupBy(problems, problem => problem.sheet)) {
    const path = paths.get(sheet)
    if (path !== undefined) addNotes(parts, path, notesOf(own), file)
  }
  return zipSync(parts)
}

function unpack(bytes: Uint8Array, file: string): Parts {
  let size = 0
  let parts: Parts
  try {
    parts = unzipSync(bytes, { filter: ({ originalSize }) => (size += originalSize) <= MOST_UNPACKED })
  } catch (cause) {
    throw unreadable(file, '不是 Office 文件，或者坏了', cause)
  }
  if (size > MOST_UNPACKED) throw unreadable(file, `展开后超过 ${Math.round(MOST_UNPACKED / 2 ** 20)} MB`)
  return parts
}

const MACROS = /vbaProject|vbaData/i
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

function removeMacros(parts: Parts): void {
  const own = Object.keys(parts).filter(name => MACROS.test(name))
  for (const name of own) delete parts[name]
  for (const name of [TYPES, relationsOf(WORKBOOK)])
    if (parts[name])
      parts[name] = strToU8(
        textOf(parts, name)
          .replace(/<(?:\w+:)?(?:Relationship|Override)\b[^>]*(?:vbaProject|vbaData)[^>]*\/>/gi, '')
          .replace(/application\/vnd\.ms-excel\.(?:sheet|template)\.macroEnabled\.main\+xml/gi, SHEET),
      )
}

/** A note for each cell; what concerns a whole row stands at its first cell. */
function notesOf(problems: readonly SheetProblem[]): Note[] {
  const cells = Map.groupBy(problems, ({ ref }) => (/^\d+$/.test(ref) ? `A${ref}` : ref))
  return [...cells].map(([ref, own]) => ({
    ref,
    text: own.map(({ found, expected }) => `【待改】现为：${found}\n应为：${expected}`).join('\n'),
  }))
}

const textOf = (parts: Parts, name: string): string => strFromU8(parts[name]!)

function rootOf(parts: Parts, name: string, file: string): Element | undefined {
  return parts[name] && readXml(textOf(parts, name), file)
}

/** Where a target of a part's relationships is. */
function targetOf(part: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : new URL(target, `file:///${part}`).pathname.slice(1)
}

const relationsOf = (part: string): string => part.replace(/[^/]+$/, '_rels/$&.rels')

interface Relation {
  id: string
  /** The last word of its type: comments, worksheet. */
  type: string
  target: string
}

function relations(parts: Parts, part: string, file: string): Relation[] {
  const root = rootOf(parts, relationsOf(part), file)
  return (root ? childrenOf(root) : []).map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
    id: Id,
    type: Type.slice(Type.lastIndexOf('/') + 1),
    target: targetOf(part, Target),
  }))
}

function sheetPaths(parts: Parts, file: string): Map<string, string> {
  const workbook = rootOf(parts, WORKBOOK, file)
  if (!workbook) throw unreadable(file, '里面没有 Excel 的工作簿')
  const targets = new Map(relations(parts, WORKBOOK, file).map(({ id, target }) => [id, target]))
  return new Map(
    elementsOf(workbook, 'sheet').flatMap(({ attributes: { name = '', id = '' } }) => {
      const target = targets.get(id)
      return target !== undefined && parts[target] ? [[name, target] as const] : []
    }),
  )
}

function addNotes(parts: Parts, sheet: string, notes: readonly Note[], file: string): void {
  const own = relations(parts, sheet, file)
  const comments = own.find(({ type, target }) => type === 'comments' && parts[target])?.target
  const drawing = own.find(({ type, target }) => type === 'vmlDrawing' && parts[target])?.target
  const fresh = comments === undefined ? notes : joinComments(parts, comments, notes)
  const shapes = fresh.map((note, index) => noteShape(note, FIRST_SHAPE + index)).join('')
  const number = Object.keys(parts).length
  if (comments === undefined) {
    const name = `xl/huibaoComments${number}.xml`
    parts[name] = strToU8(commentsXml(notes))
    addType(
      parts,
      `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`,
    )
    addRelation(parts, sheet, 'comments', `/${name}`, 'rIdHuibaoComments')
  }
  if (shapes === '') return
  if (drawing !== undefined) {
    parts[drawing] = strToU8(textOf(parts, drawing).replace(/<\/xml>\s*$/, `${shapes}</xml>`))
    return
  }
  const name = `xl/drawings/huibaoNotes${number}.vml`
  parts[name] = strToU8(notesDrawing(shapes, 1))
  if (!/Extension="vml"/i.test(textOf(parts, TYPES)))
    addType(parts, '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>')
  addRelation(parts, sheet, 'vmlDrawing', `/${name}`, 'rIdHuibaoNotes')
  addDrawing(parts, sheet, 'rIdHuibaoNotes')
}

/** Adds notes to the comments of a sheet. @returns those whose cells have had none */
function joinComments(parts: Parts, name: string, notes: readonly Note[]): Note[] {
  let text = textOf(parts, name)
  const prefix = /<(\w+:)?comments\b/.exec(text)?.[1] ?? ''
  const fresh = notes.filter(note => {
    const at = new RegExp(`<${prefix}comment\\b[^>]*\\bref="${note.ref}"[^>]*>`).exec(text)
    if (!at) return true
    const end = text.indexOf(`</${prefix}text>`, at.index)
    text = text.slice(0, end) + commentText(`\n${note.text}`, prefix) + text.slice(end)
    return false
  })
  const added = fresh.map(note => commentXml(note, 0, prefix)).join('')
  text = text
    .replace(new RegExp(`<${prefix}commentList\\s*/>`), `<${prefix}commentList></${prefix}commentList>`)
    .replace(`</${prefix}commentList>`, `${added}</${prefix}commentList>`)
  parts[name] = strToU8(text)
  return fresh
}

function addType(parts: Parts, entry: string): void {
  const text = textOf(parts, TYPES)
  const prefix = /<(\w+:)?Types\b/.exec(text)?.[1] ?? ''
  parts[TYPES] = strToU8(text.replace(`</${prefix}Types>`, `${entry.replace('<', `<${prefix}`)}</${prefix}Types>`))
}

function addRelation(parts: Parts, part: string, type: string, target: string, id: string): void {
  const name = relationsOf(part)
  const entry = `<Relationship xmlns="${PACKAGE}/relationships" Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const text = parts[name] ? textOf(parts, name) : relationships([])
  parts[name] = strToU8(
    text
      .replace(/<((?:\w+:)?Relationships\b[^>]*)\/>/, '<$1></Relationships>')
      .replace(/<\/(?:\w+:)?Relationships>/, `${entry}$&`),
  )
}

/** What stands behind the drawing of notes in a sheet. */
const BEHIND = [
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]

function addDrawing(parts: Parts, sheet: string, id: string): void {
  const text = textOf(parts, sheet)
  const prefix = /<(\w+:)?worksheet\b/.exec(text)?.[1] ?? ''
  const space = new RegExp(`<${prefix}worksheet\\b[^>]*xmlns(?::\\w+)?="([^"]*main)"`).exec(text)?.[1] ?? MAIN
  const office = space === MAIN ? OFFICE : space.replace('spreadsheetml/main', 'officeDocument/relationships')
  const entry = `<${prefix}legacyDrawing xmlns:hb="${office}" hb:id="${id}"/>`
  const found = new RegExp(`<${prefix}(?:${BEHIND.join('|')})\\b|</${prefix}worksheet>`).exec(text)
  if (found) parts[sheet] = strToU8(text.slice(0, found.index) + entry + text.slice(found.index))
}
