import { loadDeck } from 'huibao/node'
import { expect, it } from 'vitest'

it('the data is in order', async () => {
  const { problems, deck } = await loadDeck(process.cwd())
  expect(problems).toEqual([])
  expect(deck.figures.length).toBeGreaterThan(0)
})

it('the total is that of its parts', async () => {
  const { deck } = await loadDeck(process.cwd())
  const value = (id: string): number => deck.findFigure(id)!.value
  expect(value('companies-tech') + value('companies-other')).toBe(value('companies-new'))
})
