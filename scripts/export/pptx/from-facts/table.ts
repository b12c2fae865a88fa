import { isOnOneLine, type Rect } from '../../../../components/rect.ts'
import type { BorderFact, CellFact, FlowFact, RunFact, TableFact } from '../facts.ts'
import type { Paragraph, TableCell, TableShape } from '../model.ts'
import { dashOf, inkOf } from './ink.ts'
import { inlineShape } from './text.ts'

/** By how many px edges may differ and be one. */
const ONE_EDGE = 1

/** A table of the page as one that can be edited. */
export function tableShape({ rect, rows, alt }: TableFact): TableShape {
  const heads = rows[0]?.cells.map(({ flows }) => flowText(flows)).filter(Boolean) ?? []
  const all = rows.flatMap(({ cells }) => cells)
  const edges = columnEdges(all)
  const columns = edges.slice(1).map((edge, index) => edge - edges[index]!)
  const open = columns.map(() => 0)
  return {
    kind: 'table',
    rect: { ...rect, left: edges[0] ?? rect.left, right: edges.at(-1) ?? rect.right },
    alt: alt || `表格：${heads.join('、')}`,
    columns,
    headed: rows[0]?.heading ?? false,
    rows: rows.map(({ top, bottom, cells }) => ({
      height: bottom - top,
      cells: withoutTallBlanks(
        rowCells(
          cells.map(cell => ({ ...cell, borders: sharedBorders(cell, all) })),
          edges,
          open,
        ),
      ),
    })),
  }
}

const OPPOSITE = { left: 'right', top: 'bottom', right: 'left', bottom: 'top' } as const
const SIDES = ['left', 'top', 'right', 'bottom'] as const

/** The borders of a cell. As in CSS, a shared edge has one: the wider, of like ones that of the upper or left cell. */
function sharedBorders(cell: CellFact, all: readonly CellFact[]): BorderFact[] {
  return SIDES.flatMap(side => {
    const beyond = all.filter(other => other !== cell && meets(cell.rect, side, other.rect))
    const own = cell.borders.find(border => border.side === side)
    const theirs = beyond.flatMap(({ borders }) => borders.find(border => border.side === OPPOSITE[side]) ?? [])
    const ranked = side === 'left' || side === 'top' ? [...theirs, own] : [own, ...theirs]
    const [first] = ranked.flatMap(border => border ?? []).sort((a, b) => b.width - a.width)
    return first ? [{ ...first, side }] : []
  })
}

/** Whether another cell lies beyond a side of a cell. */
function meets(cell: Rect, side: BorderFact['side'], other: Rect): boolean {
  const [from, to] = side === 'left' || side === 'right' ? (['top', 'bottom'] as const) : (['left', 'right'] as const)
  const beside = Math.abs(cell[side] - other[OPPOSITE[side]]) <= ONE_EDGE
  return beside && Math.min(cell[to], other[to]) - Math.max(cell[from], other[from]) > ONE_EDGE
}

/** Cells that say nothing have text of the size of the row's, or they would make it grow. */
function withoutTallBlanks(cells: TableCell[]): TableCell[] {
  const [text] = cells.flatMap(({ paragraphs }) => paragraphs)
  if (!text) return cells
  const blank: Paragraph = { ...text, lines: [[{ ...text.lines[0]![0]!, text: '' }]] }
  return cells.map(cell => (cell.paragraphs.length > 0 ? cell : { ...cell, paragraphs: [blank] }))
}

function flowText(flows: readonly FlowFact[]): string {
  return flows.map(({ lines }) => lines.map(runs => runs.map(({ text }) => text).join('')).join('')).join('')
}

function columnEdges(cells: readonly CellFact[]): number[] {
  const all = cells.flatMap(({ rect }) => [rect.left, rect.right]).sort((a, b) => a - b)
  return all.filter((edge, index) => index === 0 || edge - all[index - 1]! > ONE_EDGE)
}

/** The cells of a row, one for each column. @param open rows that cells above still cover, by column */
function rowCells(cells: readonly CellFact[], edges: readonly number[], open: number[]): TableCell[] {
  return open.map((covered, column) => {
    if (covered > 0) {
      open[column] = covered - 1
      return coveredCell('along')
    }
    const cell = cells.find(({ rect }) => Math.abs(rect.left - edges[column]!) <= ONE_EDGE)
    if (!cell) {
      const over = cells.some(({ rect }) => rect.left < edges[column]! && rect.right > edges[column]! + ONE_EDGE)
      return over ? coveredCell('across') : { ...coveredCell('across'), covered: undefined }
    }
    const across = edges.filter(edge => edge > cell.rect.left + ONE_EDGE && edge <= cell.rect.right + ONE_EDGE).length
    for (let each = column; each < column + across; each += 1) open[each] = Math.max(0, cell.along - 1)
    return tableCell(cell, across)
  })
}

function coveredCell(covered: 'across' | 'along'): TableCell {
  return {
    across: 1,
    along: 1,
    covered,
    paragraphs: [],
    anchor: 'middle',
    margins: { left: 0, top: 0, right: 0, bottom: 0 },
    borders: [],
  }
}

function tableCell({ rect, along, fill, borders, flows }: CellFact, across: number): TableCell {
  const joined = joinedFlows(flows).map(flow => fitting(flow, rect))
  const text = inlineShape(joined)
  const height = rect.bottom - rect.top
  const paragraphs = text ? withinHeight(text.paragraphs, height) : []
  const align = paragraphs[0]?.align ?? 'left'
  const off = text ? (text.rect.top + text.rect.bottom - rect.top - rect.bottom) / 2 : 0
  const anchor = Math.abs(off) <= 4 ? 'middle' : off < 0 ? 'top' : 'bottom'
  const room = height - paragraphs.reduce((sum, { lines, pitch }) => sum + lines.length * pitch, 0)
  const margin = (size: number | undefined): number => Math.min(room, Math.max(0, size ?? 0))
  return {
    across,
    along,
    paragraphs,
    anchor,
    // Text must not be broken anew: what is free beside it stays free.
    margins: {
      left: text && align === 'left' ? Math.max(0, text.rect.left - rect.left) : 0,
      right: text && align === 'right' ? Math.max(0, rect.right - text.rect.right) : 0,
      top: margin(anchor === 'top' ? text!.rect.top - rect.top : anchor === 'middle' ? 2 * off : 0),
      bottom: margin(anchor === 'bottom' ? rect.bottom - text!.rect.bottom : anchor === 'middle' ? -2 * off : 0),
    },
    ...(fill && { fill: inkOf(fill) }),
    borders: borders.map(({ side, color, width, style }) => ({
      side,
      color: inkOf(color),
      width,
      dash: dashOf(style, width),
    })),
  }
}

/** What stands beside each other in a cell becomes one line. */
function joinedFlows(flows: readonly FlowFact[]): FlowFact[] {
  const lines = flows.flatMap(flow => flow.lines.map(runs => ({ flow, runs })))
  const joined: { flow: FlowFact; lines: RunFact[][] }[] = []
  for (const { flow, runs } of lines) {
    const same = joined.flatMap(each => each.lines).find(line => line.some(run => isOnOneLine(run.rect, runs[0]!.rect)))
    const last = joined.at(-1)
    if (same) same.push(...runs)
    else if (last && last.flow === flow) last.lines.push([...runs])
    else joined.push({ flow, lines: [[...runs]] })
  }
  return joined.map(({ flow, lines }) => ({
    ...flow,
    role: 'other',
    lines: lines.map(runs => runs.sort((a, b) => a.rect.left - b.rect.left)),
  }))
}

/**
 * Air that some programs put between Chinese and digits, in shares of a character: 0.29 in LibreOffice, which does not
 * draw the character before it closer.
 */
const AIR = 0.44

/** A text whose lines stay whole with that air, if need be closer: cells break lines whatever these say. */
function fitting(flow: FlowFact, { left, right }: Rect): FlowFact {
  return {
    ...flow,
    lines: flow.lines.map(runs => {
      const [from, to] = [runs[0]!.rect.left, runs.at(-1)!.rect.right]
      const room = flow.align === 'left' ? right - from : flow.align === 'right' ? to - left : right - left
      const characters = [...runs.map(({ text }) => text).join('')]
      const air = characters.filter((each, index) => isAired(characters[index - 1], each)).length
      const excess = to - from + AIR * Math.max(...runs.map(({ size }) => size)) * air - room
      const less = Math.max(0, excess / characters.length)
      return runs.map(run => ({
        ...run,
        spacing: run.spacing - less,
        // Nothing hangs over the edge of a cell.
        trimmed: Math.min(run.trimmed, Math.max(0, run.rect.left - left)),
      }))
    }),
  }
}

function isAired(before: string | undefined, after: string): boolean {
  return before !== undefined && !/\s/.test(before + after) && isChinese(before) !== isChinese(after)
}

/** Whether a character, or a mark of punctuation, is as wide as one of Chinese. */
const isChinese = (character: string): boolean => /[\p{Script_Extensions=Han}\uff00-\uff5e]/u.test(character)

/** Lines that are higher than their row would make it grow. */
function withinHeight(paragraphs: readonly Paragraph[], height: number): Paragraph[] {
  const lines = paragraphs.reduce((sum, paragraph) => sum + paragraph.lines.length, 0)
  return paragraphs.map(paragraph => ({ ...paragraph, before: 0, pitch: Math.min(paragraph.pitch, height / lines) }))
}
