import path from 'node:path'
import { HuibaoError } from '../../model/errors.ts'
import { nearestIds } from '../../model/nearest.ts'
import type { Lifecycle } from '../lib/lifecycle.ts'
import type { Host } from '../lib/platform.ts'
import { run as runProcess, type RunResult } from '../lib/run.ts'

const TIMEOUT = 10 * 60_000

export interface GitOptions {
  /** A folder that git looks after, or one within it. */
  root: string
  host: Host
  life: Lifecycle
  run?: typeof runProcess
}

/** A commit. */
export interface Revision {
  hash: string
  /** For people: HEAD（3f2a1c0，2031-02-03，更正三个数）. */
  name: string
}

/**
 * Finds the commit that is meant by what was typed, such as `HEAD~2`, a branch, a tag or the beginning of a hash.
 * @throws HuibaoError where there is no such commit, no repository, or no git
 */
export async function findRevision(typed: string, options: GitOptions): Promise<Revision> {
  await requireRepository(options)
  const commit = `${typed}^{commit}`
  const found = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', commit], options)
  if (found.code !== 0) throw await unknownRevision(typed, options)
  const hash = found.stdout.trim()
  const log = await git(['log', '-1', '--format=%h，%cs，%s', hash], options)
  return { hash, name: `${typed}（${log.stdout.trim() || hash}）` }
}

async function requireRepository(options: GitOptions): Promise<void> {
  const { code, stderr } = await git(['rev-parse', '--git-dir'], options)
  if (code === 0) return
  const hint = '没有用 git 的话，可以和另一个文稿的文件夹比较，如 npx huibao diff ../去年。'
  if (/not a git repository/i.test(stderr))
    throw new HuibaoError(`这个文件夹不由 git 管理，没有以前的版本可以比较：${options.root}`, { hint, exitCode: 2 })
  const missing = code === null && /ENOENT/.test(stderr)
  throw new HuibaoError(missing ? '没有装 git，不能和以前的版本比较' : `git 用不了：${firstLine(stderr)}`, { hint })
}

async function unknownRevision(typed: string, options: GitOptions): Promise<HuibaoError> {
  const head = await git(['rev-parse', '--verify', '--quiet', 'HEAD'], options)
  if (head.code !== 0)
    return new HuibaoError('git 里还没有提交过，没有以前的版本可以比较', {
      hint: '请先 git add 和 git commit 一次；或者和另一个文稿的文件夹比较。',
      exitCode: 2,
    })
  const names = await git(
    ['for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/tags', 'refs/remotes'],
    options,
  )
  const nearest = nearestIds(typed, names.stdout.split('\n').filter(Boolean))
  return new HuibaoError(`没有“${typed}”这个版本，也没有这个文件夹`, {
    hint: `可以写 HEAD、HEAD~1、提交的编号${nearest.length > 0 ? `，或分支、标签，最接近的是：${nearest.join('、')}` : ''}；也可以写另一个文稿的文件夹。`,
    exitCode: 2,
  })
}

/**
 * Writes the files that a folder had in a commit into another folder, as git would check them out; the repository and
 * its index stay as they are.
 * @param folder an absolute path; it must be there
 * @throws HuibaoError where the folder was not there in that commit, or git fails
 */
export async function checkOut({ hash, name }: Revision, folder: string, options: GitOptions): Promise<void> {
  const place = await git(['rev-parse', '--show-toplevel', '--show-prefix'], options)
  const [top = '', prefix = ''] = place.stdout.split('\n')
  const from = {
    ...options,
    root: top,
    host: { ...options.host, env: { ...options.host.env, GIT_INDEX_FILE: `${folder}.index` } },
  }
  const tree = await git(['read-tree', `${hash}:${prefix}`], from)
  if (tree.code !== 0)
    throw new HuibaoError(`${name} 里还没有这个文件夹：${prefix}`, { hint: '请写一个更晚的版本。', exitCode: 2 })
  const files = await git(['checkout-index', '--all', `--prefix=${folder.split(path.sep).join('/')}/`], from)
  if (files.code !== 0) throw new HuibaoError(`${name} 的文件取不出来：${firstLine(files.stderr)}`)
}

function git(args: string[], { root, host, life, run = runProcess }: GitOptions): Promise<RunResult> {
  // What it says is read here: it must not be translated.
  const command = { file: 'git', args, env: { LC_ALL: 'C' } }
  return run(command, { host, life, cwd: root, timeout: TIMEOUT })
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? ''
}
