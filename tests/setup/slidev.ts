import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { ROOT } from '../support/project.ts'

const CLI = join(ROOT, 'node_modules/@slidev/cli/bin/slidev.mjs')

function run(folder: string, args: readonly string[], output: (text: string) => void): ChildProcess {
  // Vitest's NODE_ENV would build the development versions of Vue and its router.
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, NODE_ENV: undefined }
  const child = spawn(process.execPath, [CLI, ...args], { cwd: folder, env })
  child.stdout.on('data', data => output(String(data)))
  child.stderr.on('data', data => output(String(data)))
  return child
}

/** Builds a deck as `slidev build` does by itself. */
export async function build(folder: string): Promise<{ code: number | null; output: string }> {
  let output = ''
  const child = run(folder, ['build', 'slides.md'], text => (output += text))
  const code = await new Promise<number | null>(resolve => child.on('close', resolve))
  return { code, output }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** How long `until` waits, in milliseconds: what a busy machine takes to start a server. */
const PATIENCE = 60_000

/** Waits until `probe` yields something other than `undefined` and does not throw. */
export async function until<T>(what: string, probe: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = Date.now() + PATIENCE
  let last: unknown
  while (Date.now() < end) {
    try {
      const result = await probe()
      if (result !== undefined) return result
    } catch (error) {
      last = error
    }
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`waited in vain for ${what}`, { cause: last })
}

/** Starts the dev server of a deck. */
export async function serve(folder: string): Promise<{ origin: string; close: () => Promise<void> }> {
  const port = await freePort()
  let output = ''
  const child = run(folder, ['slides.md', '--port', String(port)], text => (output += text))
  const close = async (): Promise<void> => {
    if (child.exitCode !== null) return
    child.kill()
    await new Promise(resolve => child.on('close', resolve))
  }
  const origin = `http://localhost:${port}`
  try {
    await until('the dev server', async () => (await fetch(origin)).ok || undefined)
  } catch (error) {
    await close()
    throw new Error(output, { cause: error })
  }
  return { origin, close }
}
