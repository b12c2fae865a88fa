import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyRepository, outcome, plainEnv } from '../support/process.ts'
import { ROOT } from '../support/project.ts'

const MINUTES = 60_000

let workshop: string
/** A deck outside of this repository, with the packed engine in its `node_modules`. */
let deck: string

/** Runs a command in the deck; it has to succeed. @returns its output */
async function succeed(command: string, ...args: string[]): Promise<string> {
  const { code, output } = await outcome(command, args, deck)
  expect(code, `${command} ${args.join(' ')}:\n${output.slice(-8000)}`).toBe(0)
  return output
}

/** Edits a file of the deck for as long as something runs. */
async function withEdit(file: string, find: string, put: string, run: () => Promise<void>): Promise<void> {
  const before = await readFile(join(deck, file), 'utf8')
  expect(before.split(find)).toHaveLength(2)
  await writeFile(join(deck, file), before.replace(find, put))
  try {
    await run()
  } finally {
    await writeFile(join(deck, file), before)
  }
}

beforeAll(async () => {
  workshop = await mkdtemp(join(tmpdir(), 'huibao-installed-'))
  // Packed from a copy, for what is compiled lies beside its sources meanwhile.
  const engine = join(workshop, 'engine')
  await copyRepository(engine, file => !file.startsWith('tests/'))
  await symlink(join(ROOT, 'node_modules'), join(engine, 'node_modules'), 'junction')
  const packed = await outcome('npm', ['pack', '--pack-destination', workshop], engine)
  expect(packed.code, packed.output).toBe(0)
  const tarball = (await readdir(workshop)).find(name => name.endsWith('.tgz'))!
  deck = join(workshop, '明年 的汇报')
  const created = await outcome(
    process.execPath,
    [join(engine, 'scripts', 'huibao.js'), 'new', '--to', deck, '--engine', join(workshop, tarball)],
    workshop,
  )
  expect(created.code, created.output).toBe(0)
  await rm(engine, { recursive: true, force: true })
  const installed = await outcome('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], deck)
  expect(installed.code, installed.output).toBe(0)
}, 20 * MINUTES)

afterAll(() => rm(workshop, { recursive: true, force: true, maxRetries: 5 }), MINUTES)

describe('a deck with the packed engine, in a folder whose path has Chinese characters and a space', () => {
  it(
    'exports, passes its check against its source, its type check and its own tests',
    { timeout: 10 * MINUTES },
    async () => {
      await succeed('npm', 'run', 'export')
      expect(existsSync(join(deck, 'exports', 'qinghe-2030.pdf'))).toBe(true)
      expect(await succeed('npm', 'run', 'check', '--', '--source', '原文.txt')).toContain('没有发现问题')
      await succeed('npm', 'run', 'typecheck')
      await succeed('npm', 'test')
    },
  )

  it('does not build or pass its type check with a wrong id', { timeout: 5 * MINUTES }, async () => {
    await withEdit('slides.md', `<BigNumber id="companies-new"`, `<BigNumber id="companies-now"`, async () => {
      const { code, output } = await outcome('npm', ['run', 'build'], deck)
      expect([code, output]).toEqual([1, expect.stringContaining('没有编号为“companies-now”的数据')])
    })
    const test = `import type { FigureId } from 'huibao'\nimport '../../data/deck.ts'\n\nexport const id: FigureId = 'companies-now'\n`
    await writeFile(join(deck, 'tests', 'wrong.ts'), test)
    const { code, output } = await outcome('npm', ['run', 'typecheck'], deck)
    await rm(join(deck, 'tests', 'wrong.ts'))
    expect([code, output]).toEqual([2, expect.stringContaining('"companies-now"')])
  })

  it('is presented: the audience and the pairing page are served', { timeout: 5 * MINUTES }, async () => {
    const child = spawn('npx', ['huibao', 'present', '--no-open', '--host', '127.0.0.1', '--port', '0'], {
      cwd: deck,
      env: plainEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    try {
      let output = ''
      const origin = await new Promise<string>((resolve, reject) => {
        const read = (chunk: Buffer): void => {
          output += chunk.toString()
          const found = /(http:\/\/127\.0\.0\.1:\d+)\/pair#/.exec(output)
          if (found) resolve(found[1]!)
        }
        child.stdout.on('data', read)
        child.stderr.on('data', read)
        child.once('exit', () => reject(new Error(output)))
      })
      expect(await (await fetch(`${origin}/`)).text()).toContain('青禾区2030年工作情况')
      expect(await (await fetch(`${origin}/pair`)).text()).toContain('配对')
      expect((await fetch(`${origin}/presenter/`)).status).not.toBe(200)
    } finally {
      const exited = once(child, 'exit')
      process.kill(-child.pid!, 'SIGINT')
      await exited
    }
  })

  it('exports the deck of yet another district', { timeout: 5 * MINUTES }, async () => {
    for (const part of ['data', 'public', 'slides.md']) {
      await rm(join(deck, part), { recursive: true })
      await cp(join(ROOT, 'tests', 'fixtures', 'other-district', part), join(deck, part), { recursive: true })
    }
    await succeed('npm', 'run', 'export', '--', 'pdf')
    expect(existsSync(join(deck, 'exports', 'haiwan-2031.pdf'))).toBe(true)
    await succeed('npx', 'huibao', 'figures', '--json')
  })
})
