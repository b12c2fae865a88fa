import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { ROOT, SHARED } from '../support/project.ts'

const run = promisify(execFile)

/** What ends with a message instead of an error that holds all of its output twice. */
async function outcome(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<{ code: number; output: string }> {
  // A vitest within a vitest would take itself for a worker of the outer one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_ENV|TEST$)/.test(name)),
  )
  return run(command, args, { cwd, env, maxBuffer: 2 ** 28, shell: process.platform === 'win32' }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, output: stdout + stderr }),
  )
}

it(
  "the tests pass with another district's deck at the root and without those of the first",
  { timeout: 40 * 60_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huibao-replaced-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
    const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT })
    const engine = stdout
      .split('\0')
      .filter(
        file =>
          file !== '' &&
          !/^(?:tests\/briefing\/|public\/|slides\.md$)/.test(file) &&
          (!file.startsWith('data/') || SHARED.some(path => file === path || file.startsWith(`${path}/`))),
      )
    for (const file of engine) {
      await mkdir(dirname(join(folder, file)), { recursive: true })
      // A file may be listed and gone.
      await cp(join(ROOT, file), join(folder, file)).catch(() => {})
    }
    await cp(join(ROOT, 'tests', 'fixtures', 'other-district'), folder, { recursive: true })
    expect(await readdir(join(folder, 'tests'))).not.toContain('briefing')
    for (const args of [['ci'], ['test']]) {
      const { code, output } = await outcome('npm', args, folder)
      expect(code, `npm ${args.join(' ')}:\n${output.slice(-8000)}`).toBe(0)
    }
  },
)
