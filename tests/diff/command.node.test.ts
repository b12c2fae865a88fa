import { execFile, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { HuibaoError } from '../../model/errors.ts'
import type { DeckDiff } from '../../scripts/diff/diff.ts'
import { command } from '../../scripts/diff/main.ts'
import { ROOT } from '../support/project.ts'
import { temporaryFolder, testContext } from '../scripts/support/context.ts'

const execute = promisify(execFile)
const CLI = path.join(ROOT, 'scripts/huibao.js')

/** Runs the command in this process: what it prints, and its exit code. */
async function run(folder: string, ...args: string[]): Promise<{ code: number; stdout: string }> {
  const context = testContext(folder)
  const lines: string[] = []
  const host = { ...context.host, env: { ...process.env, NO_COLOR: '1' } }
  try {
    const code = await command.run({ ...context, args, host, print: line => lines.push(line) })
    return { code: code ?? 0, stdout: lines.join('\n') }
  } finally {
    await context.life.disposeAsync()
  }
}

/** What it refuses with: message and hint in one, and its exit code. */
async function refusal(folder: string, ...args: string[]): Promise<{ code: number; told: string }> {
  const error: unknown = await run(folder, ...args).catch((error: unknown) => error)
  if (!(error instanceof HuibaoError)) throw error
  return { code: error.exitCode, told: `${error.message}\n${error.hint ?? ''}` }
}

const git = (cwd: string, ...args: string[]) =>
  execute('git', ['-c', 'user.name=甲', '-c', 'user.email=a@example.org', '-c', 'init.defaultBranch=main', ...args], {
    cwd,
  })

/** The example deck in a folder of its own, committed unless told otherwise. */
async function deckFolder({ commit = true, within = '.' } = {}): Promise<string> {
  const repository = temporaryFolder()
  const folder = path.join(repository, within)
  await cp(path.join(ROOT, 'scripts/new/deck'), folder, { recursive: true })
  await git(repository, 'init', '--quiet')
  if (commit) await commitAll(repository, '初稿')
  return folder
}

async function commitAll(folder: string, message: string): Promise<void> {
  await git(folder, 'add', '--all')
  await git(folder, 'commit', '--quiet', '--message', message)
}

function edit(folder: string, file: string, from: string, to: string): void {
  const place = path.join(folder, file)
  const text = readFileSync(place, 'utf8')
  expect(text).toContain(from)
  writeFileSync(place, text.replaceAll(from, to))
}

/** All that lies in a folder but for what git keeps. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => !file.startsWith('.git'))
    .sort()

describe('huibao diff', () => {
  it('compares with what was committed, in text and as JSON, and leaves nothing', async () => {
    const folder = await deckFolder()
    const files = filesIn(folder)
    const unchanged = await run(folder, '--exit-code')
    expect(unchanged.code).toBe(0)
    expect(unchanged.stdout).toMatch(/^没有变化：现在的文稿和 HEAD（[\da-f]{7,}，\d{4}-\d\d-\d\d，初稿） 一样。$/)

    edit(folder, 'data/figures.ts', '96.4', '964')
    edit(folder, 'slides.md', '先看产业。', '先看产业，再看民生。')
    const changed = await run(folder, '--exit-code')
    expect(changed.code).toBe(1)
    expect(changed.stdout).toContain(
      '改  现代物流业营业收入（logistics-income） 96.4亿元 → 964亿元，第 4 页  ！差十倍以上，请核对',
    )
    expect(changed.stdout).toContain('备注：先看产业{+，再看民生+}。')
    const { code, stdout } = await run(folder, '--json')
    const diff = JSON.parse(stdout) as DeckDiff
    expect([code, diff.version, diff.same, diff.after.slides]).toEqual([0, 1, false, 12])
    expect(diff.figures).toMatchObject([
      { id: 'logistics-income', state: 'changed', before: { value: 96.4 }, after: { value: 964 }, jumps: ['tenfold'] },
    ])
    expect(diff.slides.map(({ before, after }) => [before?.no, after?.no])).toEqual([
      [3, 3],
      [4, 4],
      [11, 11],
    ])
    expect(filesIn(folder)).toEqual(files)
    expect((await git(folder, 'status', '--porcelain')).stdout.split('\n').filter(Boolean)).toHaveLength(2)
  })

  it('compares with any revision, of a deck within a repository too', async () => {
    const folder = await deckFolder({ within: '汇报/今年' })
    await git(folder, 'tag', 'v1')
    edit(folder, 'data/figures.ts', '96.4', '97.5')
    await commitAll(folder, '改一个数')
    expect((await run(folder)).stdout).toContain('没有变化')
    for (const revision of ['HEAD~1', 'v1', 'main^'])
      expect((await run(folder, revision)).stdout).toContain('96.4亿元 → 97.5亿元')
  })

  it('compares with another folder, which need not be in git', async () => {
    const [before, after] = [await deckFolder({ commit: false }), await deckFolder({ commit: false })]
    edit(after, 'slides.md', '先看产业。', '先看工业。')
    const files = filesIn(before)
    const { code, stdout } = await run(after, before)
    expect([code, stdout.includes('先看[-产业-]{+工业+}。')]).toEqual([0, true])
    expect(filesIn(before)).toEqual(files)
  })

  it.each<[string, { commit?: boolean }, (folder: string) => unknown, string[], number, string[]]>([
    [
      'no repository',
      {},
      folder => rmSync(path.join(folder, '.git'), { recursive: true }),
      [],
      2,
      ['这个文件夹不由 git 管理'],
    ],
    ['nothing committed', { commit: false }, () => {}, [], 2, ['还没有提交过']],
    [
      'no such revision',
      {},
      folder => git(folder, 'branch', 'spring'),
      ['sprng'],
      2,
      ['没有“sprng”这个版本', '最接近的是：spring'],
    ],
    ['a folder that is no deck', {}, () => {}, ['data'], 2, ['data 不是文稿的文件夹：没有 slides.md 和 data/deck.ts']],
    ['a folder that is not there', {}, () => {}, ['../nothing'], 2, ['没有“../nothing”这个版本，也没有这个文件夹']],
    ['two at once', {}, () => {}, ['HEAD', 'main'], 2, ['只能和一份相比']],
    ['another ending', {}, () => {}, ['--pdf', 'a.png'], 2, ['.pdf 结尾']],
    [
      'data of its own that is wrong',
      {},
      folder => edit(folder, 'data/figures.ts', 'value: 96.4', 'value: 96.5'),
      [],
      1,
      ['现在的文稿读不出来', 'logistics-income'],
    ],
    ['no deck of its own', {}, folder => rmSync(path.join(folder, 'slides.md')), [], 2, ['没有 slides.md']],
  ])('refuses %s', async (_, options, prepare, args, code, messages) => {
    const folder = await deckFolder(options)
    await prepare(folder)
    const refused = await refusal(folder, ...args)
    expect(refused.code).toBe(code)
    for (const message of messages) expect(refused.told).toContain(message)
    expect(existsSync(path.join(folder, '.huibao'))).toBe(false)
  })

  it('refuses a revision whose data does not load, and says which and why', async () => {
    const folder = await deckFolder({ commit: false })
    const sound = readFileSync(path.join(folder, 'data/figures.ts'))
    edit(folder, 'data/figures.ts', 'value: 96.4', 'value: 96.5')
    await commitAll(folder, '写错')
    writeFileSync(path.join(folder, 'data/figures.ts'), "import { nothing } from './nothing.ts'\nnothing()\n")
    await commitAll(folder, '写坏')
    writeFileSync(path.join(folder, 'data/figures.ts'), sound)
    expect((await refusal(folder, 'HEAD~1')).told).toMatch(
      /HEAD~1（.*，写错）读不出来，没法比较：数据有 1 处问题：\n.*logistics-income.*96\.5/,
    )
    expect((await refusal(folder)).told).toMatch(/HEAD（.*，写坏）读不出来，没法比较：.*找不到“.\/nothing\.ts”/)
  })

  it.skipIf(process.platform === 'win32')('leaves nothing where it is interrupted', async () => {
    const folder = await deckFolder()
    const files = filesIn(folder)
    const child = spawn(process.execPath, [CLI, 'diff'], { cwd: folder, stdio: 'ignore' })
    const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
    await expect.poll(() => existsSync(path.join(folder, '.huibao')), { interval: 2 }).toBe(true)
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(filesIn(folder)).toEqual(files)
  })
})
