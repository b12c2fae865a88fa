import pMap from 'p-map'
import type { BrowserContext } from 'playwright-chromium'
import { HuibaoError } from '../../model/errors.ts'
import { withTimeout } from '../lib/with-timeout.ts'

/** How long a page that is alive may take to answer at all: milliseconds. */
const ANSWER = 5_000
/** Parts of a deck that are tried side by side. */
const AT_ONCE = 4

interface Drawing<Result> {
  /** What people call the page. */
  page: string
  /** The slides. */
  numbers: readonly number[]
  /** How long to wait for what is to become ready: milliseconds. */
  timeout: number
  /** Opens a browser context for it. */
  open: () => Promise<BrowserContext>
  /** Draws slides in it. */
  render: (browsing: BrowserContext, numbers: readonly number[]) => Promise<Result>
}

/**
 * Draws slides in a browser context that is closed again where that fails. A script on a slide that never ends must not
 * hold the command up: where the page does not answer any more, parts of the deck are tried to find that slide.
 * @throws HuibaoError where the page cannot be had; what else fails as it is
 */
export async function renderWithin<Result>({ page, numbers, timeout, open, render }: Drawing<Result>): Promise<Result> {
  const limit = 2 * timeout + 30_000
  const browsing = await open()
  try {
    return await withTimeout(render(browsing, numbers), limit, () => silence(page, limit, undefined))
  } catch (error) {
    const stuck = !(await answers(browsing))
    // Not waited for: a page whose script never ends may not let itself be closed.
    void browsing.close().catch(() => {})
    if (!stuck) throw error
  }
  throw silence(
    page,
    limit,
    await findStuck(numbers, async part => {
      const own = await open()
      try {
        await withTimeout(render(own, part), timeout, () => new Error())
        return false
      } catch {
        return !(await answers(own))
      } finally {
        void own.close().catch(() => {})
      }
    }),
  )
}

function silence(page: string, limit: number, slide: number | undefined): HuibaoError {
  return slide === undefined
    ? new HuibaoError(`${page} ${limit / 1000} 秒没有响应`, {
        hint: '多半是某一页上的脚本停不下来；用 --range 分段来做，可以找出是哪一页。',
      })
    : new HuibaoError(`第 ${slide} 页上的脚本停不下来，${page}没有响应`, {
        hint: '请检查这一页用到的元件，或把它从这一页拿掉，再试一次。',
      })
}

/** Whether all pages of a context still do what they are asked. */
async function answers(browsing: BrowserContext): Promise<boolean> {
  try {
    const asked = Promise.all(browsing.pages().map(page => page.evaluate(() => 0)))
    await withTimeout(asked, ANSWER, () => new Silence())
    return true
  } catch (error) {
    return !(error instanceof Silence)
  }
}

class Silence extends Error {}

/**
 * The slide that gets its page stuck: of some groups of slides, then of the slides of one group.
 * @param isStuck tries some slides by themselves
 * @returns undefined where none does so on its own
 */
export async function findStuck(
  numbers: readonly number[],
  isStuck: (part: readonly number[]) => Promise<boolean>,
): Promise<number | undefined> {
  if (numbers.length === 1) return (await isStuck(numbers)) ? numbers[0] : undefined
  const first = async (parts: readonly number[][]): Promise<number[] | undefined> => {
    const stuck = await pMap(parts, isStuck, { concurrency: AT_ONCE })
    return parts.find((_, index) => stuck[index])
  }
  const group = await first(chunksOf(numbers))
  return group && (await first(chunksOf(group, 1)))?.[0]
}

/** Slides in groups; unless it is said how large, as many groups as each has slides. */
export function chunksOf(numbers: readonly number[], size = Math.ceil(Math.sqrt(numbers.length))): number[][] {
  return Array.from({ length: Math.ceil(numbers.length / size) }, (_, index) =>
    numbers.slice(index * size, (index + 1) * size),
  )
}
