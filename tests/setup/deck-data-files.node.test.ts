import type { ResolvedSlidevOptions } from '@slidev/types'
import { describe, expect, it } from 'vitest'
import { dataPlugin } from '../../setup/vite/data.ts'
import { deckPlugin } from '../../setup/vite/deck.ts'

const ROOT = '/decks/one'

/** Whether a change of a file reaches the browser's data. */
function reloadsDeck(file: string): boolean {
  const { hotUpdate } = deckPlugin(ROOT) as { hotUpdate: (this: unknown, options: unknown) => unknown }
  const environment = { moduleGraph: { getModuleById: () => ({}) } }
  return hotUpdate.call({ environment }, { file, modules: [] }) !== undefined
}

/** Whether a change of a file has the slides parsed anew. */
function reparses(file: string): boolean {
  const options = {
    userRoot: ROOT,
    entry: `${ROOT}/slides.md`,
    data: { markdownFiles: {}, watchFiles: {}, slides: [] },
  } as unknown as ResolvedSlidevOptions
  const { hotUpdate } = dataPlugin(options, '/engine') as unknown as {
    hotUpdate: { handler: (this: unknown, options: unknown) => void }
  }
  let emitted = false
  const server = { watcher: { emit: () => (emitted = true) } }
  hotUpdate.handler.call({ environment: { name: 'client' } }, { file, server })
  return emitted
}

describe('a change of a file', () => {
  it.each([
    ['data/figures.ts', true],
    ['data/figures/trade.ts', true],
    ['data/review.json', false],
    ['data/other/data/review.json', true],
    ['data/tables/review.json', true],
    ['database/figures.ts', false],
    ['notes/data/review.json', false],
  ])('in the deck, %s, reaches its data: %s', (name, reaches) => {
    expect([reloadsDeck(`${ROOT}/${name}`), reparses(`${ROOT}/${name}`)]).toEqual([reaches, reaches])
  })
})
