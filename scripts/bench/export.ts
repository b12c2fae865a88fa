import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CACHE_VARIABLE } from '../../setup/vite/cache.ts'
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
  /** What ours makes; a PDF unless told. */
  form?: 'all'
  /** Makes ready for ours, which runs in this environment. */
  ours: (env: Record<string, string>) => Promise<void>
  /** Makes ready for Slidev's; `false` where there is nothing of it to compare. */
  slidev?: (() => Promise<void>) | false
  /** Whether the report of ours is that of the situation. */
  holds: (report: { cached?: boolean; kept?: boolean }) => boolean
}

/**
 * Times the export of a copy of the deck in the working folder against Slidev's own, both to PDF, in turn: with nothing
 * kept, the subsets of the fonts and Vite's packed dependencies included; then, with what that has kept, after one
 * slide was changed; with the site built; and with nothing changed. At last ours alone makes every form, once more
 * after another change.
 * @param runs how often each is timed
 * @param slides how many slides the copy has, where it has others than the deck: then ours to PDF is timed alone
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
  const inDeck = { ...context, root: deck.root }
  const makeOurs = (form: string, env: Record<string, string>): ReturnType<typeof timed> =>
    timed('npm run export', ourExport(files, [form], env), inDeck, run)
  const alone = slides !== undefined
  const situations: Situation[] = [
    {
      name: '首次导出（建网站、裁字体，没有缓存）',
      short: '首次',
      ours: () => remove(path.join(deck.root, '.huibao')),
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
  // Pictures of a thousand slides take longer than anyone waits for.
  if (!alone)
    situations.push({
      name: '又改了一页，导出全部形式',
      short: '全部',
      form: 'all',
      async ours(env) {
        await makeOurs('all', env)
        await deck.change()
      },
      slidev: false,
      holds: ({ cached }) => !cached,
    })
  const pdf = path.join(out, 'slidev.pdf')
  const comparisons: Comparison[] = situations.map(({ name }) => ({ name, ours: [], slidev: [] }))
  const steps = situations.map(({ short }): ExportBench['steps'][number] => ({ name: short, steps: [] }))
  const pairs = alone ? 0 : situations.filter(({ slidev }) => slidev !== false).length
  const progress = log.progress('正在计时', runs * (situations.length + pairs))
  part.defer(progress.stop)
  for (let turn = 0; turn < runs; turn += 1) {
    const cache = path.join(out, `cache-${turn}`)
    const env = { [CACHE_VARIABLE]: cache, NODE_COMPILE_CACHE: path.join(cache, 'node') }
    for (const [index, { form = 'pdf', ours, slidev: prepare, holds }] of situations.entries()) {
      await ours(env)
      const own = await makeOurs(form, env)
      const report = JSON.parse(own.stdout) as { cached?: boolean; kept?: boolean; steps?: Record<string, number> }
      if (!holds(report))
        throw new HuibaoError('计时的时候引擎有改动，结果不能用', { hint: '请等文件不再改动时重新计时。' })
      comparisons[index]!.ours.push(own.timing)
      steps[index]!.steps.push(report.steps ?? {})
      progress.tick()
      if (alone || prepare === false) continue
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
