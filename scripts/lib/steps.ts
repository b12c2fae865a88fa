import { debuglog } from 'node:util'

const PREFIX = 'huibao:'
/** With `NODE_DEBUG=huibao` in the environment, standard error tells what a command has begun. */
const debug = debuglog('huibao')

/** Does a step of a command, and remembers on the process' own timeline how long it took. Steps may be nested. */
export async function step<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now()
  debug('step %s', name)
  try {
    return await work()
  } finally {
    performance.measure(PREFIX + name, { start })
  }
}

/** Milliseconds of all steps since a moment, by name, in the order in which they first ended. */
export function stepsSince(start: number): Record<string, number> {
  const steps: Record<string, number> = {}
  for (const { name, startTime, duration } of performance.getEntriesByType('measure')) {
    if (!name.startsWith(PREFIX) || startTime < start) continue
    const short = name.slice(PREFIX.length)
    steps[short] = (steps[short] ?? 0) + duration
  }
  return Object.fromEntries(Object.entries(steps).map(([name, duration]) => [name, Math.round(duration)]))
}
