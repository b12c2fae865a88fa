import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import type { Lifecycle } from '../../../lib/lifecycle.ts'
import type { Command } from '../../../lib/platform.ts'

/** A process that runs beside us, until it is killed or the lifecycle ends. */
export interface Child {
  process: ChildProcess
  pid: number
  /** What it has written last to standard output and standard error: at most some kilobytes. */
  output: () => string
  /** Ends it at once, with no chance to tidy up; resolves when it is gone. */
  kill: () => Promise<void>
}

const KEPT_OUTPUT = 16_384

export function startChild({ file, args, env }: Command, life: Lifecycle, options: SpawnOptions = {}): Child {
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env }, ...options })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-KEPT_OUTPUT)
    })
  }
  child.on('error', error => {
    output += error.message
  })
  const kill = async (): Promise<void> => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  life.defer(kill)
  return { process: child, pid: child.pid ?? -1, output: () => output, kill }
}
