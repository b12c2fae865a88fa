import { collapseSpaces } from '../../../../model/reading/text.ts'
import type { ExportedText } from '../facts.ts'

/** A piece of text as it is painted, or where a marked content begins or ends. */
export interface PaintedItem {
  /** Of what marks a content: its beginning or its end. */
  type?: string
  /** Of a content that begins: its id. */
  id?: string | undefined
  str?: string
  /** Whether the line ends behind it. */
  hasEOL?: boolean
}

/** A node of the tree by which a page is read aloud; of a content its id. */
export interface TagNode {
  role?: string
  type?: string
  id?: string
  alt?: string
  children?: readonly TagNode[]
}

/** What is one text, however many lines it takes. */
const BLOCK = /^(?:P|H\d?|TH|TD|LI|LBody|Lbl|Caption|BlockQuote|Title|Note)$/

/** Where a content stands in the tree. */
interface Home {
  block: TagNode | undefined
  row: TagNode | undefined
  figure: TagNode | undefined
}

function homesOf(
  node: TagNode,
  home: Home = { block: undefined, row: undefined, figure: undefined },
): [string, Home][] {
  if (node.type === 'content') return [[node.id ?? '', home]]
  const own = {
    block: BLOCK.test(node.role ?? '') ? node : node.role === 'Figure' ? undefined : home.block,
    figure: node.role === 'Figure' ? node : home.figure,
    row: node.role === 'TR' ? node : home.row,
  }
  return (node.children ?? []).flatMap(child => homesOf(child, own))
}

/** The alternative texts in a tree. */
export function alternativesIn(node: TagNode): string[] {
  return [...(node.alt ? [node.alt] : []), ...(node.children ?? []).flatMap(alternativesIn)]
}

/**
 * The texts of a page: of a paragraph or a cell what its tags hold, of a drawing each line, of anything else what is
 * one content, and what stands on its line without a gap.
 */
export function paintedTexts(items: readonly PaintedItem[], tree: TagNode | null): ExportedText[] {
  const homes = new Map(tree ? homesOf(tree) : [])
  const blocks = new Map<TagNode, string>()
  const order: (TagNode | ExportedText)[] = []
  const open: string[] = []
  let line = ''
  /** The content that the line ended in; undefined within a line. */
  let ended: string | undefined
  let lastContent = ''
  let isDrawn = false
  const flush = (): void => {
    if (line.trim() !== '')
      order.push({ place: isDrawn ? '图' : '页面', text: collapseSpaces(line), ...(isDrawn && { scale: true }) })
    line = ''
    ended = undefined
  }
  for (const { type, id = '', str = '', hasEOL = false } of items) {
    if (type?.startsWith('begin')) open.push(id)
    else if (type?.startsWith('end')) open.pop()
    else {
      const content = open.findLast(each => homes.has(each)) ?? ''
      const home = homes.get(content)
      if (home?.block) {
        flush()
        if (!blocks.has(home.block)) order.push(home.block)
        blocks.set(home.block, `${blocks.get(home.block) ?? ''}${str}${hasEOL ? '\n' : ''}`)
      } else {
        const drawn = home?.figure !== undefined
        if (drawn !== isDrawn || (ended !== undefined && ended !== content) || (str !== '' && str.trim() === ''))
          flush()
        isDrawn = drawn
        if (ended !== undefined && str !== '') {
          line += '\n'
          ended = undefined
        }
        line += str
        if (hasEOL && (isDrawn || content === '')) flush()
        else if (hasEOL) ended ??= lastContent
        if (str !== '') lastContent = content
      }
    }
  }
  flush()
  const rows = new Map([...homes.values()].flatMap(({ block, row }) => (block && row ? [[block, row] as const] : [])))
  const textOf = (block: TagNode): string => collapseSpaces(blocks.get(block)!)
  return order.map((each, index) => {
    if ('text' in each) {
      const behind = runOf(order.slice(index + 1), each.place)
      const before = runOf(order.slice(0, index).reverse(), each.place).reverse()
      return { ...each, beside: [before.join(''), behind.join('')] as const }
    }
    const row = rows.get(each)
    const cells = row && [...blocks.keys()].filter(other => rows.get(other) === row).map(textOf)
    return { place: row ? '表格' : '页面', text: textOf(each), ...(cells && { row: cells }) }
  })
}

/** The texts of one place that some begin with. */
function runOf(texts: readonly (TagNode | ExportedText)[], place: string): string[] {
  const end = texts.findIndex(each => !('text' in each) || each.place !== place)
  return texts.slice(0, end < 0 ? texts.length : end).flatMap(each => ('text' in each ? [each.text] : []))
}
