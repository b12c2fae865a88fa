import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CACHE_VARIABLE } from '../../setup/vite/fonts/faces.ts'
import { ensureBrowser } from '../browser/ensure.ts'
import type { Context } from '../lib/command.ts'
import { HuibaoError } from '../../model/errors.ts'
import { run as runProcess } from '../lib/run.ts'
import { copyDeck } from './deck.ts'
import { ourExport, slidevExport, timed } from './exporters.ts'
import { timeFloor } from './floor.ts'
import { summarize, type Comparison, type ComparisonSummary } from './summary.ts'

export interface ExportBench {
  comparisons: ComparisonSummary[]
  /** What Chromium alone takes to start and to print the finished page, in milliseconds, each time. */
  floor: number[]
  /** How long the steps of our exports took, in milliseconds, each time. */
  steps: { name: string; steps: Record<string, number>[] }[]
}

/** A situation that is timed: what both exporters find. */
interface Situation {
  name: string
  short: string
  /** Arguments of ours besides. */
  args?: readonly string[]
  /** Makes ready for ours; returns the environment that it wants. */
  ours: (turn: number) => Promise<Record<string, string> | void>
  /** Makes ready for Slidev's. */
  slidev?: () => Promise<void>
  /** Whether the report of ours is that of the situation. */
  holds: (report: { cached?: boolean; kept?: boolean }) => boolean
}

/**
 * Times the export of a copy of the deck in the working folder against Slidev's own, both to PDF, in turn: with nothing
 * kept, the subsets of the fonts and Vite's packed dependencies included; after one slide was changed; with the site
 * built; and with nothing changed.
 * @param runs how often each is timed
 * @param slides how many slides the copy has, where it has others than the deck: then ours is timed alone
 * @throws HuibaoError where one of them fails
 */
export async function benchExport(
  { runs, slides }: { runs: number; slides?: number | undefined },
  context: Context,
  run = runProcess,
  floor = timeFloor,
): Promise<ExportBench> {
  const { root, host, life, log } = context
  const browser = await ensureBrowser({ host, life, log })
  const out = await mkdtemp(path.join(tmpdir(), 'huibao-bench-'))
  await using part = life.part()
  part.defer(() => rm(out, { recursive: true, force: true }))
  const deck = await copyDeck(root, part, slides)
  const files = path.join(out, 'files')
  const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 5 })
  const situations: Situation[] = [
    {
      name: '首次导出（建网站、裁字体，没有缓存）',
      short: '首次',
      args: ['--rebuild'],
      ours: async turn => {
        const cache = path.join(out, `cache-${turn}`)
        return { [CACHE_VARIABLE]: cache, NODE_COMPILE_CACHE: path.join(cache, 'node') }
      },
      // What Vite packs for Slidev's server is kept between exports like our site; the dev server packs it anew.
      slidev: () => remove(path.join(root, 'node_modules', '.vite')),
      holds: ({ cached }) => !cached,
    },
    { name: '改了一页', short: '改了一页', ours: deck.change, holds: ({ cached }) => !cached },
    {
      name: '网站已经建好',
      short: '建好',
      ours: () => remove(files),
      holds: ({ cached, kept }) => cached === true && !kept,
    },
    { name: '没有任何变化', short: '没有变化', ours: async () => {}, holds: ({ kept }) => kept === true },
  ]
  const pdf = path.join(out, 'slidev.pdf')
  const alone = slides !== undefined
  const comparisons: Comparison[] = situations.map(({ name }) => ({ name, ours: [], slidev: [] }))
  const steps = situations.map(({ short }): ExportBench['steps'][number] => ({ name: short, steps: [] }))
  const progress = log.progress('正在计时', runs * situations.length * (alone ? 1 : 2))
  part.defer(progress.stop)
  const inDeck = { ...context, root: deck.root }
  for (let turn = 0; turn < runs; turn += 1) {
    for (const [index, { args = [], ours, slidev: prepare, holds }] of situations.entries()) {
      const env = (await ours(turn)) ?? {}
      const own = await timed('npm run export', ourExport(files, ['pdf', ...args], env), inDeck, run)
      const report = JSON.parse(own.stdout) as { cached?: boolean; kept?: boolean; steps?: Record<string, number> }
      if (!holds(report))
        throw new HuibaoError('计时的时候引擎有改动，结果不能用', { hint: '请等文件不再改动时重新计时。' })
      comparisons[index]!.ours.push(own.timing)
      steps[index]!.steps.push(report.steps ?? {})
      progress.tick()
      if (alone) continue
      await rm(pdf, { force: true })
      await prepare?.()
      comparisons[index]!.slidev.push((await timed('slidev export', slidevExport(pdf, browser), inDeck, run)).timing)
      // Slidev reports success even where it has written nothing.
      await stat(pdf).catch(() => {
        throw new HuibaoError('slidev export 没有写出 PDF，无法比较')
      })
      progress.tick()
    }
  }
  return { comparisons: comparisons.map(summarize), floor: await floor(runs, { ...inDeck, life: part }), steps }
}
