import { rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { HuibaoError, messageOf } from '../../model/errors.ts'
import { TRANSFORMS_VARIABLE } from '../../setup/vite/transform-cache/variable.ts'
import type { Lifecycle } from '../lib/lifecycle.ts'
import type { Host } from '../lib/platform.ts'
import { removeStale } from '../lib/remove-stale.ts'
import { replaceDirectory } from '../lib/replace-directory.ts'
import { run as runProcess, type RunResult } from '../lib/run.ts'
import { refusalIn } from '../lib/system-errors.ts'
import { buildErrors, unknownLayouts } from './build-errors.ts'
import { stampSite } from './site-stamp.ts'
import { STAMP } from './stamp.ts'
import { planOf, type SiteOptions, type Variant } from './variants.ts'

/** The folder for work in progress: in the project, for a rename to reach the site's place. */
const WORKSHOP = '.huibao'

const TIMEOUT = 10 * 60_000

export interface BuildOptions extends SiteOptions {
  root: string
  host: Host
  life: Lifecycle
  /** Which site. Default: plain. */
  variant?: Variant
  /** Name of Slidev's theme; undefined for its default. */
  theme?: string | undefined
  /** Where what is compiled is kept for the next build, and under which name; nowhere unless told. */
  keep?: { folder: string; name: string } | undefined
  /** Tells what the site would be built from now. */
  stamp: () => Promise<string>
  run?: typeof runProcess
}

export interface BuiltSite {
  /** An absolute path. */
  folder: string
  /** Whether nothing changed during the build; only then does the site carry its stamp. */
  current: boolean
}

/**
 * Builds a static site aside, then puts it in its place. A failed build leaves the earlier one as it was.
 * @throws HuibaoError with the lines of Slidev's output that matter
 */
export async function buildSite(options: BuildOptions): Promise<BuiltSite> {
  const { root, host, life, theme, stamp, keep, variant = 'plain', run = runProcess } = options
  const { folder, args, env } = planOf(variant, options)
  const target = path.join(root, folder)
  await removeStale(path.join(root, WORKSHOP), /^site-(\d+)-/)
  const before = await stamp()
  const name = path.join(WORKSHOP, `site-${process.pid}-${Math.random().toString(36).slice(2, 8)}`)
  const fresh = path.join(root, name)
  await using part = life.part()
  part.defer(() => rm(fresh, { recursive: true, force: true, maxRetries: 5 }))
  const cli = createRequire(import.meta.url).resolve('@slidev/cli/bin/slidev.mjs')
  const result = await run(
    {
      file: process.execPath,
      args: [cli, 'build', 'slides.md', ...themeArgs(theme), ...args, '--out', name],
      env: { NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: '0', ...keepEnv(keep), ...env },
    },
    { host, life, cwd: root, timeout: TIMEOUT },
  )
  rejectFailed(result, root, folder)
  if (variant === 'audience' || variant === 'presenter') await stampSite(fresh)
  // Slidev's rules for one host of sites; no address of this site needs any.
  if (variant === 'public') await rm(path.join(fresh, '_redirects'), { force: true })
  const current = (await stamp()) === before
  if (current) await writeFile(path.join(fresh, STAMP), before)
  await replaceDirectory(fresh, target).catch((error: unknown) => {
    throw new HuibaoError(`网站建好了，但换不进 ${target}：${messageOf(error)}`, {
      hint: '请关闭正在使用这个文件夹的程序后重试。',
      cause: error,
    })
  })
  return { folder: target, current }
}

function keepEnv(keep: BuildOptions['keep']): Record<string, string> {
  return { [TRANSFORMS_VARIABLE]: keep ? JSON.stringify(keep) : '' }
}

/** Tells Slidev the theme, which it reads before it knows of the engine: a byte order mark would hide it. */
export function themeArgs(theme: string | undefined): string[] {
  return theme === undefined ? [] : ['--theme', theme]
}

function rejectFailed(result: RunResult, root: string, folder: string): void {
  if (result.timedOut) throw new HuibaoError(`建网站超过 ${TIMEOUT / 60_000} 分钟没有完成，已停止`)
  if (result.code !== 0) {
    const refusal = refusalIn(result.stderr)
    if (refusal)
      throw new HuibaoError(`网站没有建成：${refusal.reason}，写不下 ${path.resolve(root, WORKSHOP)} 或 ${tmpdir()}`, {
        hint: refusal.hint,
      })
    const lines = buildErrors(result.stderr)
    throw new HuibaoError(
      `网站没有建成：\n  ${(lines.length > 0 ? lines : [`slidev build 的退出码是 ${result.code}`]).join('\n  ')}`,
      {
        hint: `请按上面的文件和页码改正后重试；原来的 ${folder} 没有改动。`,
      },
    )
  }
  const layouts = unknownLayouts(`${result.stdout}\n${result.stderr}`)
  if (layouts.length > 0) {
    throw new HuibaoError(`文稿用了不存在的版式（layout）：${layouts.join('、')}`, {
      hint: '可用的版式见 layouts/ 文件夹；请改正后重试。',
    })
  }
}
