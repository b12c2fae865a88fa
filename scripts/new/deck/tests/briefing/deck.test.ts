import { loadDeck } from 'huibao/node'
import { expect, it } from 'vitest'

it('部分加起来等于总数', async () => {
  const { deck } = await loadDeck(process.cwd())
  const value = (id: string): number => deck.findFigure(id)!.value
  expect(value('companies-tech') + value('companies-other')).toBe(value('companies-new'))
})
