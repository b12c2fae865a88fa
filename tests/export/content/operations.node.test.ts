import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseContent, writeContent } from '../../../scripts/export/content/operations.ts'

it.each<[what: string, content: string, operations: [operands: string, operator: string][]]>([
  ['nothing', ' \n', []],
  ['numbers', '-.5 +1 2. 0 0 1 rg', [['-.5 +1 2. 0 0 1', 'rg']]],
  [
    'operators without operands',
    "q Q\nf* T* '",
    [
      ['', 'q'],
      ['', 'Q'],
      ['', 'f*'],
      ['', 'T*'],
      ['', "'"],
    ],
  ],
  [
    'names beside each other',
    '/Pattern CS/Pattern cs/P6 SCN',
    [
      ['/Pattern', 'CS'],
      ['/Pattern', 'cs'],
      ['/P6', 'SCN'],
    ],
  ],
  ['names of other characters', '/A#20B;_@ gs', [['/A#20B;_@', 'gs']]],
  ['a string with brackets', '(a (b) \\) \\\\) Tj', [['(a (b) \\) \\\\)', 'Tj']]],
  ['a string of two lines that looks like operators', '(q\nEMC BI) Tj', [['(q\nEMC BI)', 'Tj']]],
  ['a string of numbers', '<00 1F> Tj', [['<00 1F>', 'Tj']]],
  ['an array', '[<0001>-20(])1.5]TJ', [['[<0001>-20(])1.5]', 'TJ']]],
  ['a dash pattern', '[3 1] 0 d', [['[3 1] 0', 'd']]],
  [
    'a mark with properties',
    '/P <</MCID 1 /Alt (>>) /E [<<>>] >>BDC EMC',
    [
      ['/P <</MCID 1 /Alt (>>) /E [<<>>] >>', 'BDC'],
      ['', 'EMC'],
    ],
  ],
  ['truth', 'true false null x', [['true false null', 'x']]],
  [
    'comments',
    '% one\nq % two\r1 w %',
    [
      ['', 'q'],
      ['1', 'w'],
    ],
  ],
])('reads %s', (_, content, expected) => {
  expect(parseContent(content)).toEqual(expected.map(([operands, operator]) => ({ operator, operands })))
})

it.each([
  ['a picture, whose bytes may be anything', 'BI /W 1 /H 1 ID \x00( EI'],
  ['a string that does not end', '(a Tj'],
  ['a bracket that ends only', 'q ) Q'],
  ['an array that ends as a dictionary', '[1 >> TJ'],
  ['operands without an operator', 'q 1 2'],
])('reads nothing where it meets %s', (_, content) => {
  expect(parseContent(content)).toBe(undefined)
})

it('reads what it has written', () => {
  const operand = fc.oneof(
    fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map(number => number.toFixed(4)),
    fc.constantFrom('/F1', '/A#20', '(a(b)\\))', '<0a1B>', '[<00> -1 (])]', '<</A <00>/B(>>)>>', 'true'),
  )
  const operation = fc.record({
    operator: fc.constantFrom('q', 'cm', 'f*', "'", '"', 'BDC', 'd0', 'Tj'),
    operands: fc.array(operand, { maxLength: 6 }).map(operands => operands.join(' ')),
  })
  fc.assert(
    fc.property(fc.array(operation), operations => {
      expect(parseContent(writeContent(operations))).toEqual(operations)
    }),
    { seed: 1 },
  )
})
