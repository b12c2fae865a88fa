import { describe, expect, test } from 'vitest'
import { tableShape } from '../../scripts/export/pptx/from-facts/table.ts'
import type { CellFact, FlowFact, TableFact } from '../../scripts/export/pptx/facts.ts'
import { flow, run } from './support/facts.ts'

function cell(left: number, right: number, flows: FlowFact[] = [], rest: Partial<CellFact> = {}): CellFact {
  return { rect: { left, top: 0, right, bottom: 40 }, across: 1, along: 1, borders: [], heading: false, flows, ...rest }
}

function table(...rows: CellFact[][]): TableFact {
  return {
    kind: 'table',
    rect: { left: 0, top: 0, right: 300, bottom: 40 * rows.length },
    rows: rows.map((cells, index) => ({ top: 40 * index, bottom: 40 * index + 40, heading: index === 0, cells })),
    alt: '表',
  }
}

const textsOf = (fact: TableFact): string[][] =>
  tableShape(fact).rows.map(({ cells }) =>
    cells.map(
      ({ covered, paragraphs }) =>
        covered ??
        paragraphs.map(({ lines }) => lines.map(runs => runs.map(({ text }) => text).join('')).join('⏎')).join('¶'),
    ),
  )

describe('a table', () => {
  test('has columns as wide as on the slide', () => {
    const { columns, headed, rows } = tableShape(table([cell(0, 100), cell(100, 300)], [cell(0, 100), cell(100, 300)]))
    expect([columns, headed, rows.map(({ height }) => height)]).toEqual([[100, 200], true, [40, 40]])
  })

  test('keeps cells over several columns and rows', () => {
    const one = (text: string, left: number): FlowFact[] => [flow([[run(text, left, 24)]])]
    expect(
      textsOf(
        table(
          [cell(0, 100, one('甲', 0), { along: 2 }), cell(100, 300, one('乙', 100), { across: 2 })],
          [cell(100, 200, one('丙', 100)), cell(200, 300, one('丁', 200))],
        ),
      ),
    ).toEqual([
      ['甲', '乙', 'across'],
      ['along', '丙', '丁'],
    ])
  })

  test('joins what stands beside each other in a cell, and keeps what stands below', () => {
    const flows = [flow([[run('8.9%', 200, 14)]]), flow([[run('▲', 160, 14)]]), flow([[run('推算', 200, 36)]])]
    expect(textsOf(table([cell(0, 300, flows)]))).toEqual([['▲ 8.9%¶推算']])
  })

  test('sets text where it stands in its cell', () => {
    const left = tableShape(table([cell(0, 300, [flow([[run('甲', 12, 24)]])])])).rows[0]!.cells[0]!
    const right = tableShape(table([cell(0, 300, [flow([[run('甲', 268, 14)]], { align: 'right' })])])).rows[0]!
      .cells[0]!
    expect([left.margins, left.anchor]).toEqual([{ left: 12, right: 0 }, 'middle'])
    expect([right.margins, right.anchor]).toEqual([{ left: 0, right: 12 }, 'top'])
  })

  test('draws a text closer that some programs would break, and no other', () => {
    const spacing = (text: string): number =>
      tableShape(table([cell(0, 130, [flow([[run(text, 0, 24)]])]), cell(130, 300)])).rows[0]!.cells[0]!.paragraphs[0]!
        .lines[0]![0]!.spacing
    expect(spacing('年年年年年年')).toBe(0)
    expect(spacing('2年2年2年')).toBeCloseTo(-4, 5)
  })

  test('has lines that fit its rows', () => {
    const high = tableShape(table([cell(0, 300, [flow([[run('一', 0, 30, { size: 40 })]])])]))
    expect(high.rows[0]!.cells[0]!.paragraphs[0]!.pitch).toBe(40)
  })
})
