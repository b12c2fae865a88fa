import type { Rule } from './rule.ts'
import { charactersOf, CLOSING, OPENING } from './characters.ts'
import { flowText } from './rule.ts'

/** The last line of a title, quote, paragraph or label is more than one character. */
export const orphan: Rule = {
  id: 'orphan',
  judge: ({ flows }) =>
    flows.flatMap(flow => {
      if (flow.lines.length < 2) return []
      return flow.lines.flatMap((line, index) => {
        // A line of its own within a text, as between two forced breaks, is meant; one that was left over is not.
        const leftOver = line.ends && index > 0 && (index === flow.lines.length - 1 || !flow.lines[index - 1]!.ends)
        const characters = charactersOf(line.text).filter(character => character.trim() !== '')
        while (CLOSING.includes(characters.at(-1) ?? ' ')) characters.pop()
        // What is in brackets, as the unit of a head, stands well on a line of its own.
        const bracketed = characters.length === 1 && OPENING.includes(characters[0]!)
        if (!leftOver || characters.length !== 1 || bracketed) return []
        return [
          {
            element: flow.element,
            text: flowText(flow),
            measured: `第 ${index + 1} 行只有“${line.text.trim()}”`,
            expected: '末行不少于两个字',
            advice: '请增删几个字，或调整宽度',
            excess: 1,
          },
        ]
      })
    }),
}
