import type { Rule } from './rule.ts'
import { rowsOf } from '../geometry.ts'
import { OPENING_LINES, TITLE_LINES } from '../limits.ts'

/** A title is read at a glance. */
export const title: Rule = {
  id: 'title',
  judge: ({ headings, pieces }) =>
    headings.flatMap(({ element, text, opening, pieces: own }) => {
      const lines = rowsOf(own.map(index => pieces[index]!)).length
      const most = opening ? OPENING_LINES : TITLE_LINES
      if (lines <= most) return []
      return [
        {
          element,
          text: text.trim(),
          measured: `${lines} 行`,
          expected: `不多于 ${most} 行`,
          advice: '请缩短标题',
          excess: lines - most,
        },
      ]
    }),
}
