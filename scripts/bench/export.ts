import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { CACHE_VARIABLE } from '../../setup/vite/fonts/faces.ts'
import { ensureBrowser } from '../browser/ensure.ts'
import type { Context } from '../lib/command.ts'
import { HuibaoError } from '../../model/errors.ts'
import type { Command } from '../lib/platform.ts'
import { run as runProcess } from '../lib/run.ts'
import { summarize, type Comparison, type ComparisonSummary } from './summary.ts'

const TIMEOUT = 10 * 60_000

/**
 * Times the export of the deck in the working folder against Slidev's own, both to PDF, in turn: with nothing kept, the
 * subsets of the fonts and Vite's packed dependencies included, and again with nothing changed.
 * @param runs how often each is timed
 * @throws HuibaoError where one of them fails
 */
export async function benchExport(runs: number, context: Context, run = runProcess): Promise<ComparisonSummary[]> {
  const { host, life, log } = context
  const browser = await ensureBrowser({ host, life, log })
  const out = await mkdtemp(path.join(tmpdir(), 'huibao-bench-'))
  await using part = life.part()
  part.defer(() => rm(out, { recursive: true, force: true }))
  const huibao = fileURLToPath(new URL('../huibao.js', import.meta.url))
  const slidevCli = fileURLToPath(import.meta.resolve('@slidev/cli/bin/slidev.mjs'))
  const ours = (args: string[], env?: Record<string, string>): Command => ({
    file: process.execPath,
    args: [huibao, 'export', 'pdf', '--json', '--out', out, ...args],
    env,
  })
  const pdf = path.join(out, 'slidev.pdf')
  const slidev: Command = {
    file: process.execPath,
    args: [slidevCli, 'export', 'slides.md', '--output', pdf, '--executable-path', browser],
  }

  const first: Comparison = { name: '首次导出（建网站、裁字体，没有缓存）', ours: [], slidev: [] }
  const again: Comparison = { name: '再次导出（内容没有变化，沿用网站）', ours: [], slidev: [] }
  const progress = log.progress('正在计时', runs * 4)
  part.defer(progress.stop)
  const time = async (name: string, command: Command, timings: number[]): Promise<string> => {
    const { duration, stdout } = await timed(name, command, context, run)
    timings.push(duration)
    progress.tick()
    return stdout
  }
  const timeSlidev = async (timings: number[]): Promise<void> => {
    await rm(pdf, { force: true })
    await time('slidev export', slidev, timings)
    // Slidev reports success even where it has written nothing.
    await stat(pdf).catch(() => {
      throw new HuibaoError('slidev export 没有写出 PDF，无法比较')
    })
  }
  for (let turn = 0; turn < runs; turn += 1) {
    await time('npm run export', ours(['--rebuild'], { [CACHE_VARIABLE]: path.join(out, `fonts-${turn}`) }), first.ours)
    // What Vite packs for Slidev's server is kept between exports like our site; the dev server packs it anew.
    await rm(path.join(context.root, 'node_modules', '.vite'), { recursive: true, force: true, maxRetries: 5 })
    await timeSlidev(first.slidev)
    const report = await time('npm run export', ours([]), again.ours)
    if (!JSON.parse(report).cached)
      throw new HuibaoError('计时的时候文稿有改动，结果不能用', { hint: '请等文稿不再改动时重新计时。' })
    await timeSlidev(again.slidev)
  }
  return [summarize(first), summarize(again)]
}

async function timed(
  name: string,
  command: Command,
  { root, host, life, now }: Context,
  run: typeof runProcess,
): Promise<{ duration: number; stdout: string }> {
  const start = now()
  const result = await run(command, { host, life, cwd: root, timeout: TIMEOUT })
  if (result.code === 0) return { duration: Math.round(now() - start), stdout: result.stdout }
  const reason = result.timedOut ? '太久没有完成，已停止' : `退出码 ${result.code}\n${result.stderr.trim()}`
  throw new HuibaoError(`计时时 ${name} 失败：${reason}`)
}
