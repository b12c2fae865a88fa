import { execFile } from 'node:child_process'
import { cp, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { ROOT } from './project.ts'

const execute = promisify(execFile)

/** A vitest within a vitest would take itself for a worker of the outer one. */
export const plainEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_ENV|TEST$)/.test(name)),
)

/** Runs a command to its end. What fails ends with its output instead of an error that holds it twice. */
export function outcome(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<{ code: number; output: string }> {
  const options = { cwd, env: plainEnv, maxBuffer: 2 ** 28, shell: process.platform === 'win32' }
  return execute(command, args, options).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, output: stdout + stderr }),
  )
}

/** Copies the files of this repository that git knows or would add, those that `wanted` names. */
export async function copyRepository(folder: string, wanted: (file: string) => boolean): Promise<void> {
  const { stdout } = await execute('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
  })
  for (const file of stdout.split('\0').filter(file => file !== '' && wanted(file))) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    // A file may be listed and gone.
    await cp(join(ROOT, file), join(folder, file)).catch(() => {})
  }
}
