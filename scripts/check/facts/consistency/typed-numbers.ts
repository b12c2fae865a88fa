import { formatFigure } from '../../../../model/format.ts'
import { readNumbers } from '../../../../model/reading/numbers.ts'
import { quantitiesOf } from '../../../../model/reading/statement.ts'
import { occurrences } from '../../../../model/reading/text.ts'
import { isAllowed } from '../../numbers/allowed.ts'
import type { Finding } from '../../finding.ts'
import { inFile, type Facts } from '../facts.ts'

/** Words of an entry that slides, charts and the appendix print beside its number. */
const PRINTED = ['label', 'short', 'note', 'whole', 'comparedWith'] as const

/** Numbers come from `value` alone: neither the words of an entry say one, nor is one listed as a name. */
export function typedNumbers(facts: Facts): Finding[] {
  return [...inWords(facts), ...inNames(facts)]
}

function inWords({ source, deck, where }: Facts): Finding[] {
  const names = (source.names?.names ?? []).flatMap(entry => (typeof entry?.text === 'string' ? [entry.text] : []))
  const said = deck.periods.flatMap(({ text, stated }) => [text, ...stated])
  return [...source.figures, source.derived].flatMap(({ file, figures }) =>
    figures.flatMap(figure => {
      const words: Partial<Record<string, unknown>> = { ...figure }
      return PRINTED.flatMap(field => {
        const text = words[field]
        if (typeof text !== 'string') return []
        const known = [...names, ...said].flatMap(each => occurrences(text, each))
        return readNumbers(text)
          .filter(number => !isAllowed(number, known))
          .map(number =>
            inFile('consistency', where(file, String(words.id)), {
              element: String(words.id),
              text,
              measured: `${field} 里写着“${number.text}”`,
              expected: '数只写在 value 里',
              advice: '请去掉它；是数据的另写一条，是名称的写进 data/names.ts',
            }),
          )
      })
    }),
  )
}

function inNames({ source: { names }, deck, where }: Facts): Finding[] {
  const entries = (names?.names ?? []).filter(entry => typeof entry?.text === 'string')
  return entries.flatMap(({ text }) => {
    const figure = deck.figures.find(each =>
      quantitiesOf(each, text).some(({ number }) => /\d/.test(text.slice(number.start, number.end))),
    )
    return figure
      ? [
          inFile('consistency', where(names!.file, text), {
            element: `名目 ${text}`,
            text,
            measured: `里面有数据“${figure.id}”的数“${formatFigure(figure)}”`,
            expected: '名目不是数据',
            advice: `请从 ${names!.file} 里删去它，用 <Fig id="${figure.id}" /> 印这个数`,
          }),
        ]
      : []
  })
}
