import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDeck } from '../../model/load.ts'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { testContext } from '../scripts/support/context.ts'
import { ROOT } from '../support/project.ts'

const FOLDER = join(ROOT, 'tests', 'fixtures', 'bulletin')

describe('the deck of a statistical bulletin', () => {
  it('says what the bulletin says, number by number and cell by cell', async () => {
    const { findings } = await checkDeck(parseCheckArgs(['facts', '--source', '原文.md']), testContext(FOLDER))
    expect(findings).toEqual([])
  })

  it('has numbers that go together', async () => {
    const { problems, deck } = await loadDeck(FOLDER)
    expect(problems).toEqual([])
    const value = (id: string): number => deck.findFigure(id)!.value
    const sum = (...ids: string[]): number => ids.reduce((total, id) => total + value(id), 0)
    expect(sum('primary', 'secondary', 'tertiary')).toBeCloseTo(value('gdp'), 6)
    expect(sum('retail-town', 'retail-country')).toBeCloseTo(value('retail'), 6)
    expect(sum('goods', 'catering')).toBeCloseTo(value('retail'), 6)
    expect(sum('exports', 'imports')).toBeCloseTo(value('foreign'), 6)
    expect(value('births') - value('deaths')).toBeCloseTo(value('natural-growth'), 6)
    expect((100 * value('gdp')) / value('counties@全市/total')).toBeCloseTo(value('gdp-share'), 1)
    expect(value('years@2031/total')).toBe(value('counties@松岑县/total'))
  })
})
