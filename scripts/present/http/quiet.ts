import type { Log } from '../../lib/log.ts'

/** Warnings that are written in a minute; who makes us warn must not be able to fill the terminal. */
const MOST = 10
const SPAN = 60_000

/**
 * A log that warns no more than so often, and says afterwards how many warnings were left out.
 * @param now milliseconds since some fixed moment
 */
export function quietLog(log: Pick<Log, 'warn'>, now: () => number): Pick<Log, 'warn'> {
  let since = -Infinity
  let written = 0
  let left = 0
  return {
    warn(line) {
      if (Math.abs(now() - since) >= SPAN) {
        if (left > 0) log.warn(`还有 ${left} 条类似的提示没有写出来`)
        since = now()
        written = 0
        left = 0
      }
      if (written < MOST) {
        written += 1
        log.warn(line)
      } else {
        left += 1
      }
    },
  }
}
