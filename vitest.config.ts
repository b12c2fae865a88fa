import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { deckPlugin } from './setup/vite/deck.ts'

/** Two cores carry two workers, of whichever project. */
const maxWorkers = 2

/** The deck at the root, whichever that is. */
const plugins = [deckPlugin(fileURLToPath(new URL('.', import.meta.url)))]

const usual = [
  {
    plugins,
    test: {
      name: 'node',
      include: ['tests/**/*.node.test.ts'],
      // One process runs many files: to load the engine anew for each would take a third of the time.
      isolate: false,
      setupFiles: ['tests/support/left-behind.ts'],
      restoreMocks: true,
      unstubGlobals: true,
      testTimeout: 20_000,
      expect: { poll: { timeout: 15_000 } },
      maxWorkers,
    },
  },
  {
    plugins,
    test: {
      name: 'site',
      include: ['tests/**/*.{browser,site}.test.ts'],
      globalSetup: ['tests/support/sites.ts'],
      // One browser serves all files of a worker; see tests/support/test.ts.
      isolate: false,
      testTimeout: 300_000,
      // What a busy machine takes to show what it was told.
      expect: { poll: { timeout: 30_000 } },
      hookTimeout: 300_000,
      maxWorkers,
    },
  },
]

/** `npm run test:long`: minutes each, one at a time, since they load the machine. */
const long = [
  {
    plugins,
    test: {
      name: 'long',
      include: ['tests/**/*.long.test.ts'],
      globalSetup: ['tests/support/sites.ts'],
      testTimeout: 600_000,
      hookTimeout: 600_000,
      expect: { poll: { timeout: 30_000 } },
      maxWorkers: 1,
    },
  },
]

export default defineConfig(({ mode }) => ({ test: { projects: mode === 'long' ? long : usual } }))
