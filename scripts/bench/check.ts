import { createContext, openPrintPage } from '../export/open.ts'
import { settle } from '../export/settle.ts'
import { parseCheckArgs } from '../check/args.ts'
import { categories } from '../check/categories.ts'
import { checkDeck } from '../check/check.ts'
import { createCheckContext } from '../check/context.ts'
import type { Context } from '../lib/command.ts'
import { HuibaoError } from '../../model/errors.ts'
import { silentLog } from '../lib/log.ts'
import { canvasOf } from '../lib/look.ts'
import { median } from './summary.ts'
import { tableLines } from './table.ts'

/** How long a part of the check takes, in milliseconds, each time it was timed. */
export interface CheckTiming {
  /** Id of the category; `all` for the whole check, empty for the rendering that all are compared with. */
  family: string
  name: string
  timings: number[]
}

/** A part of the check beside rendering all slides once, at every click. */
export interface CheckTimingSummary extends CheckTiming {
  median: number
  /** How many times as long as rendering. */
  ratio: number
}

const RENDERING = '渲染一遍（每页、每个点击状态）'

/**
 * Times the check, and every category alone, on the deck in the working folder, and between them the rendering of its
 * slides, with the same browser and the same site, which are made ready before.
 * @param runs how often each is timed
 * @throws HuibaoError where the deck does not build, or slides do not become ready
 */
export async function benchCheck(runs: number, context: Context): Promise<CheckTimingSummary[]> {
  const { log, life, now } = context
  const args = parseCheckArgs([])
  const checkContext = await createCheckContext(args, context)
  const [origin, browser] = await Promise.all([checkContext.site(), checkContext.browser()])
  const parts = [
    ...categories.map(({ id, name }) => ({ id, name, args: parseCheckArgs([id]) })),
    { id: 'all', name: '整个检查', args },
  ]
  const look = { skin: args.skins[0]!, aspect: args.aspects[0]! }

  const render = async (): Promise<void> => {
    const browsing = await createContext(
      browser,
      { ...checkContext.deck, canvas: canvasOf(checkContext.deck, look) },
      origin,
      1,
    )
    const print = await openPrintPage(browsing, origin, checkContext.numbers, true, args.timeout, look)
    const unready = await settle(print, args.timeout)
    await browsing.close()
    if (unready[0]) throw new HuibaoError(`第 ${unready[0].slide} 页没有就绪，无法计时：${unready[0].message}`)
  }
  const timings = new Map<string, CheckTiming>()
  const time = async (family: string, name: string, run: () => Promise<unknown>): Promise<void> => {
    const start = now()
    await run()
    const timing = timings.get(family) ?? { family, name, timings: [] }
    timing.timings.push(Math.round(now() - start))
    timings.set(family, timing)
  }
  const progress = log.progress('正在计时', runs * (parts.length + 1))
  await using part = life.part()
  part.defer(progress.stop)
  // The first page that a browser opens takes longer than any other.
  await render()
  const quiet = { ...context, log: silentLog }
  const { deck, site } = checkContext
  for (let turn = 0; turn < runs; turn += 1) {
    await time('', RENDERING, render)
    progress.tick()
    for (const { id, name, args: own } of parts) {
      await time(id, name, () => checkDeck(own, quiet, { deck, site, browser: async () => browser }))
      progress.tick()
    }
  }
  return summarizeCheck([...timings.values()])
}

/** The timings beside the rendering's. */
function summarizeCheck(timings: readonly CheckTiming[]): CheckTimingSummary[] {
  const rendering = median(timings.find(({ family }) => family === '')!.timings)
  return timings.map(timing => ({
    ...timing,
    median: median(timing.timings),
    ratio: median(timing.timings) / rendering,
  }))
}

/** The summaries as a table for a terminal, one line an item. */
export function formatCheckTimings(summaries: readonly CheckTimingSummary[]): string[] {
  return tableLines([
    ['', '用时', '是渲染一遍的'],
    ...summaries.map(({ name, median: middle, ratio }) => [
      name,
      `${(middle / 1000).toFixed(1)} 秒`,
      `${ratio.toFixed(2)} 倍`,
    ]),
  ])
}
