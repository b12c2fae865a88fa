import process from 'node:process'
import { openStream } from '../../../../components/present/stream.ts'
import type { Source } from '../../../../components/present/stream-effects.ts'

// Follows as the audience's pages do, with their own code; reports the revision of each.
//   node --experimental-eventsource pages.ts ORIGIN COUNT
const [, , origin = '', count = '1'] = process.argv
const revs = Array.from({ length: Number(count) }, () => 0)
const nowhere = { addEventListener: () => {}, removeEventListener: () => {} }

for (const index of revs.keys()) {
  openStream(
    { events: `${origin}/events`, snapshot: `${origin}/state` },
    {
      state: ({ rev }) => {
        revs[index] = rev
      },
      pointer: () => {},
      draw: () => {},
      line: () => {},
    },
    {
      open: url => new EventSource(url) as unknown as Source,
      fetch: (url, init) => fetch(url, init),
      setTimeout: (run, ms) => setTimeout(run, ms),
      clearTimeout: timer => clearTimeout(timer),
      now: () => performance.now(),
      random: Math.random,
      window: nowhere,
      document: { ...nowhere, visibilityState: 'visible' },
    },
  )
}
setInterval(() => process.send?.(revs), 50)
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit())
