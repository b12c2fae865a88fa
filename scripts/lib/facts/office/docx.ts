import { rowLine } from './lines.ts'
import { unzip, unreadable } from './unzip.ts'
import { childrenOf, xmlReader, type Element } from './xml.ts'

const DOCUMENT = 'word/document.xml'
const NOTES = ['word/footnotes.xml', 'word/endnotes.xml']

/** What was struck out, moved away or drawn twice; what tells only how something looks. */
const UNREAD = new Set(['del', 'moveFrom', 'Fallback', 'pPr', 'rPr', 'tblPr', 'trPr', 'tcPr', 'sectPr', 'instrText'])

/**
 * The text of a Word file: a line for each paragraph, rows of tables with bars between their cells, notes at the end.
 * @param file for messages
 * @throws HuibaoError where it is none
 */
export function docxText(bytes: Uint8Array, file: string): string {
  const parts = unzip(bytes, file, name => name === DOCUMENT || NOTES.includes(name))
  const body = parts.get(DOCUMENT)
  if (body === undefined) throw unreadable(file, '里面没有 Word 的正文')
  const read = xmlReader(file)
  const notes = NOTES.flatMap(name => parts.get(name) ?? []).flatMap(part =>
    childrenOf(read(part)).filter(({ attributes }) => attributes.type === undefined),
  )
  return [...linesOf(read(body)), ...notes.flatMap(linesOf)].join('\n')
}

function linesOf(element: Element): string[] {
  return childrenOf(element).flatMap(child => {
    if (UNREAD.has(child.name)) return []
    if (child.name === 'p') return paragraphLines(child)
    if (child.name === 'tbl') return ['', ...tableLines(child), '']
    return linesOf(child)
  })
}

/** A paragraph, and below it those of the boxes that hang on it. */
function paragraphLines(paragraph: Element): string[] {
  const boxes: Element[] = []
  const text = runText(paragraph, boxes)
  return [...text.split('\n'), ...boxes.flatMap(linesOf)]
}

function runText(element: Element, boxes: Element[]): string {
  return childrenOf(element)
    .map(child => {
      if (UNREAD.has(child.name) || isHidden(child)) return ''
      switch (child.name) {
        case 'txbxContent':
          boxes.push(child)
          return ''
        case 't':
          return child.children.filter(part => typeof part === 'string').join('')
        case 'tab':
          return ' '
        case 'br':
        case 'cr':
          return '\n'
        case 'noBreakHyphen':
          return '-'
        default:
          return runText(child, boxes)
      }
    })
    .join('')
}

function isHidden(run: Element): boolean {
  return childrenOf(run, 'rPr').some(look =>
    childrenOf(look, 'vanish').some(({ attributes: { val = '1' } }) => !['0', 'false', 'off'].includes(val)),
  )
}

/** Rows of one cell are paragraphs within a frame. */
function tableLines(table: Element): string[] {
  return rowsOf(table).flatMap(row => {
    const cells = cellsOf(row).flatMap(cell => {
      const look = childrenOf(cell, 'tcPr').flatMap(each => childrenOf(each))
      const merged = look.find(({ name }) => name === 'vMerge')
      const span = Number(look.find(({ name }) => name === 'gridSpan')?.attributes.val ?? 1)
      const lines = merged && merged.attributes.val !== 'restart' ? [] : linesOf(cell)
      return [lines, ...Array.from({ length: Math.min(span, 64) - 1 }, (): string[] => [])]
    })
    return cells.length === 1 ? cells[0]! : [rowLine(cells.map(lines => lines.join('')))]
  })
}

/** Rows, or cells, that may stand within what groups them. */
function within(element: Element, name: string): Element[] {
  return childrenOf(element).flatMap(child => {
    if (child.name === name) return [child]
    return /^(?:sdt|sdtContent|ins|customXml)$/.test(child.name) ? within(child, name) : []
  })
}
const rowsOf = (table: Element): Element[] => within(table, 'tr')
const cellsOf = (row: Element): Element[] => within(row, 'tc')
