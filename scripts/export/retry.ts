import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright-chromium'
import { HuibaoError, messageOf } from '../../model/errors.ts'
import type { Context } from '../lib/command.ts'
import type { Lifecycle } from '../lib/lifecycle.ts'

/** How long a browser's end may be behind what failed by it: milliseconds. */
const ECHO = 500

/** What one of the attempts has at hand. */
export interface Attempt {
  /** Ends with the attempt: what a browser that died has left behind goes before another one starts. */
  life: Lifecycle
  /** Notes the browser that the attempt depends on. */
  watch: (browser: Browser) => Browser
}

/**
 * Does what needs a browser, and does it once more where that has died, as it may for want of memory.
 * @throws HuibaoError where the second one has died, too; what else fails as it is
 */
export async function withRetry<Result>(
  { life, log }: Pick<Context, 'life' | 'log'>,
  run: (attempt: Attempt) => Promise<Result>,
): Promise<Result> {
  for (let isFirst = true; ; isFirst = false) {
    await using part = life.part()
    let watched: Browser | undefined
    try {
      return await run({ life: part, watch: browser => (watched = browser) })
    } catch (error) {
      if (life.interrupted || !(await hasDied(watched, error))) throw error
      if (!isFirst)
        throw new HuibaoError('浏览器两次中途退出，什么也没有导出', {
          hint: '多半是内存不够：请关掉别的程序再试，或用 --range 分几次导出。',
          cause: error,
        })
      log.warn('浏览器中途退出，再试一次……')
    }
  }
}

async function hasDied(browser: Browser | undefined, error: unknown): Promise<boolean> {
  if (!browser || error instanceof HuibaoError) return false
  if (/\bcrash/i.test(messageOf(error))) return true
  if (browser.isConnected()) await sleep(ECHO)
  return !browser.isConnected()
}
