import { loadDeck } from 'huibao/node'
import { expect, it } from 'vitest'

it('数据没有错', async () => {
  const { problems, deck } = await loadDeck(process.cwd())
  expect(problems).toEqual([])
  expect(deck.figures.length).toBeGreaterThan(0)
})
