import { describe, expect, it } from 'vitest'
import { JUDGED, scoreJudged } from './judged.ts'
import { FIELDS, rates } from './score.ts'

/** What `npm run judged` prints today; a point less is let pass. */
const MEASURED = `

`

const [, ...FLOORS] = MEASURED.trim()
  .split('\n')
  .map(line => line.trim().split(/\s+/))

describe('a text whose numbers a person has judged', () => {
  it.each(JUDGED)('is read as well as before: %s', async name => {
    const { scores, wrong } = await scoreJudged(name)
    const floors = FLOORS.find(([text]) => text === name)!.slice(1)
    const low = (['found', ...FIELDS] as const).flatMap((field, index) => {
      const { precision, recall } = rates(scores[field])
      const [most, found] = floors[index]!.split('/').map(Number)
      return precision < most! - 1 || recall < found! - 1 ? [`${field} ${precision}/${recall}`] : []
    })
    expect(low, wrong.join('\n')).toEqual([])
  })
})
