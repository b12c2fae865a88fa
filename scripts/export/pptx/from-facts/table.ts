import { isOnOneLine, type Rect } from '../../../../components/rect.ts'
import type { CellFact, FlowFact, RunFact, TableFact } from '../facts.ts'
import type { Paragraph, TableCell, TableShape } from '../model.ts'
import { dashOf, inkOf } from './ink.ts'
import { textShapes } from './text.ts'

/** By how many px edges may differ and be one. */
const ONE_EDGE = 1

/** A table of the page as one that can be edited. */
export function tableShape({ rect, rows, alt }: TableFact): TableShape {
  const heads = rows[0]?.cells.map(({ flows }) => flowText(flows)).filter(Boolean) ?? []
  const edges = columnEdges(rows.flatMap(({ cells }) => cells))
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
      cells: rowCells(cells, edges, open),
    })),
  }
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
    margins: { left: 0, right: 0 },
    borders: [],
  }
}

function tableCell({ rect, along, fill, borders, flows }: CellFact, across: number): TableCell {
  const joined = joinedFlows(flows).map(flow => fitting(flow, rect))
  const [text] = joined.length > 0 ? textShapes(joined) : []
  const paragraphs = text ? withinHeight(text.paragraphs, rect.bottom - rect.top) : []
  const align = paragraphs[0]?.align ?? 'left'
  return {
    across,
    along,
    paragraphs,
    anchor: text ? anchorOf((text.rect.top + text.rect.bottom) / 2, rect) : 'middle',
    // Text must not be broken anew: what is free beside it stays free.
    margins: {
      left: text && align === 'left' ? Math.max(0, text.rect.left - rect.left) : 0,
      right: text && align === 'right' ? Math.max(0, rect.right - text.rect.right) : 0,
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

/** Air that some programs put between Chinese and digits, in shares of a character. */
const AIR = 0.34

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
      return runs.map(run => ({ ...run, spacing: run.spacing - less }))
    }),
  }
}

function isAired(before: string | undefined, after: string): boolean {
  const [a, b] = [before ?? ' ', after]
  return /[\p{L}\p{N}]/u.test(a) && /[\p{L}\p{N}]/u.test(b) && isHan(a) !== isHan(b)
}

const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character)

/** Lines that are higher than their row would make it grow. */
function withinHeight(paragraphs: readonly Paragraph[], height: number): Paragraph[] {
  const lines = paragraphs.reduce((sum, paragraph) => sum + paragraph.lines.length, 0)
  return paragraphs.map(paragraph => ({ ...paragraph, before: 0, pitch: Math.min(paragraph.pitch, height / lines) }))
}

function anchorOf(middle: number, { top, bottom }: { top: number; bottom: number }): TableCell['anchor'] {
  const off = middle - (top + bottom) / 2
  return Math.abs(off) <= 4 ? 'middle' : off < 0 ? 'top' : 'bottom'
}
