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

  test('keeps in its cell what stands off the line there, such as the number of an entry', () => {
    const raised = run('[33]', 260, 18, { size: 8 })
    expect(textsOf(table([cell(0, 300, [flow([[run('8.9%', 200, 24), raised]])])]))).toEqual([['8.9%[33]']])
    expect(textsOf(table([cell(0, 300, [flow([[run('8.9%', 200, 24)]]), flow([[raised]])])]))).toEqual([['8.9%[33]']])
  })

  test.for<[name: string, left: number, baseline: number, FlowFact['align'], anchor: string, margins: number[]]>([
    ['on the left, a little high', 12, 24, 'left', 'middle', [12, 0, 0, 6.4]],
    ['on the left, a little low', 12, 29, 'left', 'middle', [12, 3.6, 0, 0]],
    ['on the right, high', 268, 20.2, 'right', 'top', [0, 1, 12, 0]],
    ['low', 12, 33, 'left', 'bottom', [12, 0, 0, 2.2]],
  ])('sets text where it stands in its cell: %s', ([, left, baseline, align, anchor, margins]) => {
    const [one] = tableShape(table([cell(0, 300, [flow([[run('甲', left, baseline)]], { align })])])).rows[0]!.cells
    expect(one!.anchor).toBe(anchor)
    const { left: l, top, right, bottom } = one!.margins
    expect([l, top, right, bottom].map(each => Math.round(each * 10) / 10)).toEqual(margins)
  })

  test('has one border at an edge that cells share: the wider, else that of the upper cell', () => {
    const border = (side: 'top' | 'bottom', width: number, red: number) => ({
      ...{ side, width, style: 'solid', color: [red, 0, 0, 1] as const },
    })
    const below = (changes: Partial<CellFact>): CellFact => ({
      ...cell(0, 300, [], changes),
      rect: { left: 0, top: 40, right: 300, bottom: 80 },
    })
    const edges = (upper: CellFact, lower: CellFact): string[] =>
      tableShape(table([upper], [lower])).rows.map(({ cells }) =>
        cells[0]!.borders.map(({ side, width, color }) => `${side} ${width} ${color.hex}`).join(),
      )
    const upper = cell(0, 300, [], { borders: [border('bottom', 2, 1)] })
    expect(edges(upper, below({ borders: [border('top', 2, 2)] }))).toEqual(['bottom 2 010000', 'top 2 010000'])
    expect(edges(upper, below({ borders: [border('top', 3, 2)] }))).toEqual(['bottom 3 020000', 'top 3 020000'])
    expect(edges(upper, below({}))).toEqual(['bottom 2 010000', 'top 2 010000'])
  })

  test('begins all lines of a cell at its edge', () => {
    const lines = [[run('一二', 0, 14)], [run('“三”', 0, 34, { trimmed: 10 })]]
    const [one] = tableShape(table([cell(0, 300, [flow(lines)])])).rows[0]!.cells
    expect(one!.paragraphs.map(({ indent }) => indent)).toEqual([0])
  })

  test('has cells without text that do not make their row grow', () => {
    const [, blank] = tableShape(table([cell(0, 100, [flow([[run('甲', 0, 24)]])]), cell(100, 300)])).rows[0]!.cells
    expect(blank!.paragraphs).toMatchObject([{ pitch: 24, lines: [[{ text: '', size: 20 }]] }])
  })

  test('draws a text closer that some programs would break, and no other', () => {
    const spacing = (text: string): number =>
      tableShape(table([cell(0, 130, [flow([[run(text, 0, 24)]])]), cell(130, 300)])).rows[0]!.cells[0]!.paragraphs[0]!
        .lines[0]![0]!.spacing
    expect(spacing('年年年年年年')).toBe(0)
    expect(spacing('2年2年2年')).toBeCloseTo(-5.667, 3)
    expect(spacing('年，2：年（')).toBeCloseTo(-1.267, 3)
  })

  test('has lines that fit its rows', () => {
    const high = tableShape(table([cell(0, 300, [flow([[run('一', 0, 30, { size: 40 })]])])]))
    expect(high.rows[0]!.cells[0]!.paragraphs[0]!.pitch).toBe(40)
  })
})
