import type { Rule } from './rule.ts'
import { charactersOf, CLOSING, hasWords, OPENING } from './characters.ts'
import { flowText } from './rule.ts'

/** No line begins with punctuation that closes, or ends with punctuation that opens. */
export const punctuation: Rule = {
  id: 'punctuation',
  judge: ({ flows }) =>
    flows.flatMap(flow => {
      if (!hasWords(flowText(flow))) return []
      return flow.lines.flatMap((line, index) => {
        const characters = charactersOf(line.text.trim())
        // A unit may be set apart from its number, as a text of its own.
        const starts = CLOSING.includes(characters[0] ?? ' ') && !(index === 0 && /^[%％‰]/.test(line.text.trim()))
        const ends = OPENING.includes(characters.at(-1) ?? ' ')
        return [
          ...(starts ? [{ at: '开头', mark: characters[0]!, expected: '收尾的标点不在行首' }] : []),
          ...(ends ? [{ at: '末尾', mark: characters.at(-1)!, expected: '起头的标点不在行尾' }] : []),
        ].map(({ at, mark, expected }) => ({
          element: flow.element,
          text: flowText(flow),
          measured: `第 ${index + 1} 行${at}是“${mark}”`,
          expected,
          advice: '请去掉标点旁的强制换行或空格，或增删几个字',
          excess: 1,
        }))
      })
    }),
}
