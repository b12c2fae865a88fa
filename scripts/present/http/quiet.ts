import type { Log } from '../../lib/log.ts'
import { TokenBucket } from '../token-bucket.ts'

/** Warnings that are written in a minute; who makes us warn must not be able to fill the terminal. */
const MOST = 10

/**
 * A log that warns no more than so often, and says afterwards how many warnings were left out.
 * @param now milliseconds since some fixed moment
 */
export function quietLog(log: Pick<Log, 'warn'>, now: () => number): Pick<Log, 'warn'> {
  const bucket = new TokenBucket({ capacity: MOST, refill: MOST, interval: 60_000, now })
  let left = 0
  return {
    warn(line) {
      if (!bucket.take('warn')) {
        left += 1
        return
      }
      if (left > 0) log.warn(`还有 ${left} 条类似的提示没有写出来`)
      left = 0
      log.warn(line)
    },
  }
}
