import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { readDeck } from '../../scripts/lib/deck.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import type { Command } from '../../scripts/lib/platform.ts'
import type { RunOptions, RunResult } from '../../scripts/lib/run.ts'
import { buildErrors, unknownLayouts } from '../../scripts/site/build-errors.ts'
import { buildSite } from '../../scripts/site/build.ts'
import { ensureSite } from '../../scripts/site/ensure.ts'
import { useSite } from '../../scripts/site/in-use.ts'
import { hashInputs, listInputs, type InputOptions } from '../../scripts/site/inputs.ts'
import { fakeHost, temporaryFolder, testLifecycle } from './support/context.ts'

const SLIDES =
  '---\ntitle: 题\n---\n\n# 一\n\n![图](./images/a.png) ![图](docs/a.svg)\n\n---\nsrc: ./pages/two.md\n---\n\n---\nsrc: ./extra.md\n---\n'

function project(): string {
  const root = temporaryFolder()
  write(root, {
    'slides.md': SLIDES,
    'pages/two.md': '# 二',
    'extra.md': '# 三',
    'README.md': '说明',
    'package-lock.json': '{}',
    'vite.config.ts': '',
    'vitest.config.ts': '',
    'slide-bottom.vue': '',
    'components/A.vue': 'a',
    'components/deep/B.vue': 'b',
    'tests/y.ts': '',
    'images/a.png': 'a',
    '.env.local': '',
    '.git/HEAD': '',
    'docs/use.md': '',
    'material/huge.bin': '',
    'plan.docx': '',
    'docs/a.svg': '',
    'exports/x.pdf': '',
    'components/node_modules/x.js': '',
  })
  return root
}

function write(root: string, files: Record<string, string>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), content)
  }
}

async function inputs(root: string, isOutput?: InputOptions['isOutput']): Promise<string[]> {
  return listInputs(root, { pages: (await readDeck(root)).files, isOutput })
}

async function digest(root: string): Promise<string> {
  return hashInputs(root, await inputs(root))
}

describe('what the site is built from', () => {
  it('is what a deck has, and what it names; no documents, tests, and what commands and other tools write', async () => {
    expect(await inputs(project())).toEqual([
      '.env.local',
      'components/A.vue',
      'components/deep/B.vue',
      'docs/a.svg',
      'extra.md',
      'images/a.png',
      'package-lock.json',
      'pages/two.md',
      'slide-bottom.vue',
      'slides.md',
      'vite.config.ts',
    ])
  })

  it('is everything below public, which goes into the site whatever its name', async () => {
    const root = project()
    write(root, { 'public/a.log': '', 'public/.note': '', 'a.log': '' })
    const files = await inputs(root)
    expect(files).toEqual(expect.arrayContaining(['public/.note', 'public/a.log']))
    expect(files).not.toContain('a.log')
  })

  it('is not what people say of its figures as they review them', async () => {
    const root = project()
    write(root, { 'data/review.json': '{}', 'data/names.ts': '' })
    expect((await inputs(root)).filter(file => file.startsWith('data/'))).toEqual(['data/names.ts'])
  })

  it('is not what an export writes, wherever it writes to', async () => {
    const root = project()
    write(root, { 'out/x.pdf': '', 'out/own.txt': '', 'pages/two.md': '<<< @/out/own.txt' })
    const files = await inputs(root, file => file === path.join(root, 'out/x.pdf'))
    expect(files.filter(file => file.startsWith('out/'))).toEqual(['out/own.txt'])
  })

  it('is what links lead to, in a circle too', async () => {
    const root = project()
    const elsewhere = temporaryFolder()
    write(elsewhere, { 'b.png': 'b', 'more/c.png': 'c' })
    symlinkSync(path.join(elsewhere, 'b.png'), path.join(root, 'images/b.png'))
    symlinkSync(path.join(elsewhere, 'more'), path.join(root, 'images/more'), 'dir')
    symlinkSync(path.join(root, 'images'), path.join(root, 'images/again'), 'dir')
    symlinkSync(path.join(root, 'nowhere'), path.join(root, 'images/broken'))
    expect((await inputs(root)).filter(file => file.startsWith('images/'))).toEqual([
      'images/a.png',
      'images/b.png',
      'images/more/c.png',
    ])
    const before = await digest(root)
    write(elsewhere, { 'b.png': 'changed' })
    expect(await digest(root)).not.toBe(before)
  })

  it('is what stands beside a page that is included, and what a component names', async () => {
    const root = project()
    write(root, {
      'slides.md': SLIDES.replace('./extra.md', './year/1.md'),
      'year/1.md': '![图](./2.png)',
      'year/2.png': '',
    })
    write(root, { 'components/A.vue': "import { a } from '../lib'", 'lib/index.ts': '', 'library/x.ts': '' })
    expect(await inputs(root)).toEqual(expect.arrayContaining(['year/2.png', 'lib/index.ts']))
    expect(await inputs(root)).not.toContain('library/x.ts')
  })

  it('is nothing that merely lies beside the deck, which may be locked, a pipe, or a link to half a disk', async () => {
    const root = project()
    const before = await digest(root)
    write(root, { 'locked/x': '', 'secret.docx': '' })
    symlinkSync('/', path.join(root, '资料'), 'dir')
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [path.join(root, 'pipe'), path.join(root, 'components/pipe')])
      for (const name of ['locked', 'secret.docx']) chmodSync(path.join(root, name), 0)
    }
    expect(await digest(root)).toBe(before)
    if (process.platform !== 'win32') chmodSync(path.join(root, 'locked'), 0o700)
  })

  it.runIf(process.getuid?.() === 0)('is said where it may not be read', async () => {
    const root = project()
    chmodSync(root, 0o755)
    for (const [name, mode] of [
      ['components', 0],
      ['vite.config.ts', 0],
    ] as const) {
      chmodSync(path.join(root, name), mode)
      const pages = [path.join(root, 'slides.md')]
      // Root may read everything.
      process.seteuid!('nobody')
      const failure = await listInputs(root, { pages })
        .then(files => hashInputs(root, files))
        .catch((error: unknown) => error)
        .finally(() => process.seteuid!(0))
      expect(failure).toMatchObject({ name: 'HuibaoError', message: `没有权限读 ${name}，网站要用到它` })
      chmodSync(path.join(root, name), 0o755)
    }
  })

  it.each([
    ['a page that is included', { 'extra.md': '# 改' }, true],
    ['a component', { 'components/deep/B.vue': 'c' }, true],
    ['a picture beside the slides', { 'images/a.png': 'b' }, true],
    ['a new file', { 'components/C.vue': '' }, true],
    ['text that moves between files', { 'components/A.vue': '', 'components/deep/B.vue': 'ab' }, true],
    ['the lockfile', { 'package-lock.json': '{ }' }, true],
    ['the same content', { 'slides.md': SLIDES }, false],
    [
      'what the deck does not include',
      {
        'README.md': '改',
        'docs/use.md': '改',
        'tests/y.ts': '1',
        'vitest.config.ts': '1',
        'dist/index.html': '1',
        '.git/HEAD': '1',
        'exports/x.pdf': '1',
      },
      false,
    ],
  ])('%s', async (_, change, changes) => {
    const root = project()
    const before = await digest(root)
    write(root, change)
    expect((await digest(root)) !== before).toBe(changes)
  })
})

describe('building the site', () => {
  const ok: RunResult = { code: 0, timedOut: false, stdout: '', stderr: '' }

  /** A stand-in for Slidev that writes `content` where it is told to. */
  function slidev(content: string, result: Partial<RunResult> = {}) {
    return async ({ args }: Command, { cwd }: RunOptions): Promise<RunResult> => {
      write(path.join(cwd!, args.at(-1)!), { 'index.html': content, 'assets/a.js': content })
      return { ...ok, ...result }
    }
  }
  const options = (root: string) => ({ root, host: fakeHost(), life: testLifecycle() })
  const built = (root: string) => readFileSync(path.join(root, '.huibao/site/index.html'), 'utf8')
  const leftovers = (root: string) => readdirSync(path.join(root, '.huibao')).filter(name => name !== 'site')

  it('happens once for the same inputs', async () => {
    const root = project()
    const run = vi.fn(slidev('第一次'))
    const ensure = async (rebuild = false) =>
      ensureSite({
        ...options(root),
        deck: await readDeck(root),
        log: silentLog,
        rebuild,
        build: build => buildSite({ ...build, run }),
      })
    expect([(await ensure()).cached, (await ensure()).cached]).toEqual([false, true])
    write(root, { 'components/A.vue': '改' })
    expect([(await ensure()).cached, (await ensure()).cached, (await ensure(true)).cached]).toEqual([
      false,
      true,
      false,
    ])
    expect(run).toHaveBeenCalledTimes(3)
  })

  it('happens once where it is asked for twice at once', async () => {
    const root = project()
    const run = vi.fn(slidev('网站'))
    const told: string[] = []
    const ensure = async () =>
      ensureSite({
        ...options(root),
        deck: await readDeck(root),
        log: { ...silentLog, info: line => void told.push(line) },
        build: build => buildSite({ ...build, run }),
      })
    const sites = await Promise.all([ensure(), ensure()])
    expect(sites.map(({ cached }) => cached).sort()).toEqual([false, true])
    expect(run).toHaveBeenCalledTimes(1)
    expect(told).toContain(`另一条命令（进程 ${process.pid}）正在建这份文稿的网站，等它建完……`)
    expect(leftovers(root)).toEqual([])
  })

  it('in the midst of its use is said, and nothing that fails for it', async () => {
    const root = project()
    const build = (content: string) => buildSite({ ...options(root), stamp: async () => '1', run: slidev(content) })
    const { folder } = await build('旧')
    const used = useSite(folder)
    expect(used.rejectReplaced).not.toThrow()
    await expect(used.during(Promise.reject(new Error('404')))).rejects.toThrow('404')
    await build('新')
    expect(used.rejectReplaced).toThrow(`正在用的网站 ${folder} 被另一条命令重建了`)
    await expect(used.during(Promise.reject(new Error('404')))).rejects.toThrow('被另一条命令重建了')
  })

  it.each([
    ['once during the build', 1, [2, true]],
    ['all the time', 9, [2, false]],
  ])('happens once more where the deck is edited %s, and keeps only what is of now', async (_, edits, expected) => {
    const root = project()
    let left = edits
    const finish = slidev('网站')
    const run = vi.fn(async (command: Command, runOptions: RunOptions) => {
      if (left-- > 0) write(root, { 'components/A.vue': `改 ${left}` })
      return finish(command, runOptions)
    })
    const ensure = async () =>
      ensureSite({
        ...options(root),
        deck: await readDeck(root),
        log: silentLog,
        build: build => buildSite({ ...build, run }),
      })
    await ensure()
    const builds = run.mock.calls.length
    left = 0
    expect([builds, (await ensure()).cached]).toEqual(expected)
  })

  it('replaces the earlier site as a whole', async () => {
    const root = project()
    write(root, { '.huibao/site/old.js': '旧' })
    await buildSite({ ...options(root), stamp: async () => '1', run: slidev('新') })
    expect([built(root), existsSync(path.join(root, '.huibao/site/old.js')), leftovers(root)]).toEqual([
      '新',
      false,
      [],
    ])
  })

  it('that finds the disk full says so', async () => {
    const root = project()
    const stderr =
      '✗ Build failed in 1s\nCaused by:\n  No space left on device (os error 28)\n  Stack backtrace:\n 0: <unknown>'
    await expect(
      buildSite({ ...options(root), stamp: async () => '1', run: slidev('', { code: 1, stderr }) }),
    ).rejects.toThrow(`网站没有建成：磁盘满了，写不下 ${path.join(root, '.huibao')}`)
  })

  it('that fails keeps the earlier site', async () => {
    const root = project()
    write(root, { '.huibao/site/index.html': '旧' })
    const stderr = '[plugin vite:vue] /x/slides.md__slidev_2.md:4:10\nSyntaxError: bad\n    at f (/x/y.js:1:1)\n'
    await expect(
      buildSite({ ...options(root), stamp: async () => '1', run: slidev('半', { code: 1, stderr }) }),
    ).rejects.toMatchObject({
      name: 'HuibaoError',
      message: '网站没有建成：\n  SyntaxError: bad\n    位置：slides.md 第 2 页:4:10（vite:vue）',
    })
    expect([built(root), leftovers(root)]).toEqual(['旧', []])
  })

  it('refuses a layout that does not exist, which Slidev only mentions', async () => {
    const root = project()
    const run = slidev('', { stderr: 'Unknown layout "nope". Available layouts are:\n' })
    await expect(buildSite({ ...options(root), stamp: async () => '1', run })).rejects.toThrow(
      '文稿用了不存在的版式（layout）：nope',
    )
    expect(existsSync(path.join(root, '.huibao/site'))).toBe(false)
  })

  it('at the same time as others leaves one of them, whole', async () => {
    const root = project()
    const names = Array.from({ length: 8 }, (_, index) => String(index))
    await Promise.all(names.map(name => buildSite({ ...options(root), stamp: async () => name, run: slidev(name) })))
    const winner = built(root)
    expect(names).toContain(winner)
    expect(readFileSync(path.join(root, '.huibao/site/assets/a.js'), 'utf8')).toBe(winner)
    expect(readFileSync(path.join(root, '.huibao/site/.huibao-inputs'), 'utf8')).toBe(winner)
    expect(leftovers(root)).toEqual([])
  })

  it('sweeps up after builds that were killed, and only after those', async () => {
    const root = project()
    const alive = `site-${process.pid}-new-x`
    write(root, { '.huibao/site-999999999-new-x/a': '', [`.huibao/${alive}/a`]: '', '.huibao/other/a': '' })
    await buildSite({ ...options(root), stamp: async () => '1', run: slidev('') })
    expect(leftovers(root).sort()).toEqual(['other', alive])
  })
})

describe('the errors of a build', () => {
  it('are said without stacks, drawings and repetition', () => {
    const stderr = [
      '\u001B[31m✗ Build failed in 1s\u001B[39m',
      'Build failed with 1 error:',
      '',
      "[UNRESOLVED_IMPORT] Could not resolve './nope.ts' in slides.md__slidev_7.md",
      '   ╭─[ slides.md__slidev_7.md:5:15 ]',
      ' 5 │ import x',
      '───╯',
      'RolldownError: Unexpected token',
      'SyntaxError: Unexpected token',
      '    at f (file:///x.mjs:1:1)',
      '  errors: [Getter/Setter]',
      '}',
    ].join('\r\n')
    expect(buildErrors(stderr)).toEqual([
      "[UNRESOLVED_IMPORT] Could not resolve './nope.ts' in slides.md 第 7 页",
      '  位置：slides.md 第 7 页:5:15',
      'RolldownError: Unexpected token',
    ])
  })

  it('begin with the cause, and not with what plugins warned of before', () => {
    const warning = '[plugin unocss:global:build:scan] [unocss] "uno:icons.css" is being imported multiple times'
    const stderr = [
      ...[warning, warning, '[PLUGIN_TIMINGS] Warning: Your build spent significant time in plugins', ''],
      ...['✗ Build failed in 2.45s', 'Build failed with 1 error:', ''],
      '[plugin vite:vue] /decks/a/slides.md__slidev_21.md:4:7',
      'RolldownError: Error parsing JavaScript expression: Unexpected token, expected "," (1:3)',
      'SyntaxError: Error parsing JavaScript expression: Unexpected token, expected "," (1:3)',
    ].join('\n')
    expect(buildErrors(stderr)).toEqual([
      'RolldownError: Error parsing JavaScript expression: Unexpected token, expected "," (1:3)',
      '  位置：slides.md 第 21 页:4:7（vite:vue）',
    ])
  })

  it('are no more than can be read', () => {
    expect(buildErrors(Array.from({ length: 99 }, (_, index) => `error ${index}`).join('\n'))).toHaveLength(41)
  })

  it('name each unknown layout once', () => {
    expect(unknownLayouts('Unknown layout "a". x\nUnknown layout "b".\nUnknown layout "a".')).toEqual(['a', 'b'])
  })
})
