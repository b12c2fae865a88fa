import { expect, it } from 'vitest'
import { ROOT } from '../support/project.ts'
import { chartsOfDeck } from '../pptx/support/deck-charts.ts'
import { nativeDeck } from '../pptx/support/native-deck.ts'

it('draws all charts of the deck as native ones, but for icons and cells', async () => {
  const drawn = nativeDeck(await chartsOfDeck(ROOT))
  const others = drawn.filter(({ reason }) => reason !== undefined)
  expect(drawn.length).toBeGreaterThan(12)
  expect([...new Set(others.map(({ chart }) => chart.name))].sort()).toEqual(['Isotype', 'ShareWaffle'])
})
