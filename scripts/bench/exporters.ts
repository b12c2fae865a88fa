import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { HuibaoError } from '../../model/errors.ts'
import type { Context } from '../lib/command.ts'
import type { Command } from '../lib/platform.ts'
import type { run as runProcess } from '../lib/run.ts'
import { watchChildren } from './process-tree.ts'
import type { Timing } from './summary.ts'

const TIMEOUT = 30 * 60_000

/** Our export, which reports as JSON. @param out the folder for its files */
export function ourExport(out: string, args: readonly string[], env?: Record<string, string>): Command {
  const huibao = fileURLToPath(new URL('../huibao.js', import.meta.url))
  return { file: process.execPath, args: [huibao, 'export', '--json', '--out', out, ...args], ...(env && { env }) }
}

/** Slidev's own. @param file that it writes @param browser path of the browser that both use */
export function slidevExport(file: string, browser: string, args: readonly string[] = []): Command {
  const cli = fileURLToPath(import.meta.resolve('@slidev/cli/bin/slidev.mjs'))
  const limits = ['--executable-path', browser, '--timeout', String(TIMEOUT)]
  return { file: process.execPath, args: [cli, 'export', 'slides.md', '--output', file, ...limits, ...args] }
}

/** Runs a command in the working folder. @throws HuibaoError where it fails */
export async function timed(
  name: string,
  command: Command,
  { root, host, life, now }: Pick<Context, 'root' | 'host' | 'life' | 'now'>,
  run: typeof runProcess,
): Promise<{ timing: Timing; stdout: string }> {
  await using part = life.part()
  const used = watchChildren(part)
  const start = now()
  const result = await run(command, { host, life, cwd: root, timeout: TIMEOUT })
  const timing = { duration: Math.round(now() - start), ...used() }
  if (result.code === 0) return { timing, stdout: result.stdout }
  const reason = result.timedOut ? '太久没有完成，已停止' : `退出码 ${result.code}\n${result.stderr.trim()}`
  throw new HuibaoError(`计时时 ${name} 失败：${reason}`)
}
