import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../../scripts/huibao.js', import.meta.url))

/** `npm run present` as a process of its own. */
export interface PresentCommand {
  child: ChildProcess
  port: number
  origin: string
  /** What it has written so far, to standard output and standard error. */
  output: () => string
  /** The codes that it printed when it began. */
  codes: { long: string; typed: string }
  /** Ends it. @returns its exit code, or the signal that ended it */
  end: (signal: 'SIGINT' | 'SIGKILL') => Promise<number | string | null>
}

/** Starts the command in a project, and waits until it has told its addresses. */
export async function startCommand(folder: string, args: readonly string[] = []): Promise<PresentCommand> {
  const child = spawn(process.execPath, [MAIN, 'present', '--no-open', '--port', '0', ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const closed = once(child, 'close') as Promise<[number | null, string | null]>
  const match = await new Promise<RegExpExecArray>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      const found = /http:\/\/[^\s/]+:(\d+)\/pair#([\w-]{22})\n.*输入 (\w{4}-\w{4})\n/.exec(output)
      if (found) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void closed.then(() => reject(new Error(`it ended with\n${output}`)))
  })
  const [, port = '', long = '', typed = ''] = match
  return {
    child,
    port: Number(port),
    origin: `http://127.0.0.1:${port}`,
    output: () => output,
    codes: { long, typed },
    async end(signal) {
      child.kill(signal)
      const [code, by] = await closed
      return code ?? by
    },
  }
}
