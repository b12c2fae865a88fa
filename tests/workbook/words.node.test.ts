import fc from 'fast-check'
import { expect, it } from 'vitest'
import { joinWords, splitWords } from '../../scripts/workbook/words.ts'

it.each([
  ['甲；乙;丙\n丁', ['甲', '乙', '丙', '丁']],
  [' 甲 ；；乙 ', ['甲', '', '乙']],
  ['"甲；乙" ；"说""好"""', ['甲；乙', '说"好"']],
  ['"甲"乙；"丙', ['"甲"乙', '"丙']],
  ['', ['']],
])('reads %j as a person means it', (text, words) => {
  expect(splitWords(text, '；;\n')).toEqual(words)
})

it('reads whatever words it has joined', () => {
  const word = fc.string({ unit: fc.constantFrom(...'甲；;\n" =1') })
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), words => {
      expect(splitWords(joinWords(words, '；;\n'), '；;\n')).toEqual(words)
    }),
    { seed: 1 },
  )
})
