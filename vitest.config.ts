import { defineConfig } from 'vitest/config'

const usual = [
  { test: { name: 'node', include: ['tests/**/*.node.test.ts'], testTimeout: 20_000 } },
  {
    test: {
      name: 'browser',
      include: ['tests/**/*.browser.test.ts'],
      globalSetup: ['tests/support/browser.ts'],
      testTimeout: 300_000,
      // What a busy machine takes to show what it was told.
      expect: { poll: { timeout: 30_000 } },
      hookTimeout: 300_000,
      // Each file builds a site and drives a Chromium of its own; two cores carry two of them.
      maxWorkers: 2,
    },
  },
]

/** `npm run test:long`: minutes each, one at a time, since they load the machine. */
const long = [{ test: { name: 'long', include: ['tests/**/*.long.test.ts'], maxWorkers: 1 } }]

export default defineConfig(({ mode }) => ({ test: { projects: mode === 'long' ? long : usual } }))
