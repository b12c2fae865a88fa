import { spawn as nodeSpawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import process from 'node:process'
import type { Lifecycle } from './lifecycle.ts'
import { endTreeCommand, groupsProcesses, type Command, type Host } from './platform.ts'

/** `child_process.spawn`, or a stand-in for it. */
type Spawn = (file: string, args: string[], options: SpawnOptions) => ChildProcess

export interface RunOptions {
  host: Host
  life: Lifecycle
  cwd?: string
  /** Milliseconds after which the process and its children are ended. */
  timeout: number
  spawn?: Spawn
  /** Ends a process with its children. */
  end?: (child: ChildProcess, host: Host) => void
}

export interface RunResult {
  /** The exit code; null if the process was ended or could not be started. */
  code: number | null
  timedOut: boolean
  /** What it wrote to standard output and standard error. */
  stdout: string
  stderr: string
}

/**
 * Runs a process to its end, but no longer than `timeout`, with nothing on its standard input.
 * It never throws: a process that cannot be started has code null and the reason in `stderr`.
 */
export async function run(command: Command, options: RunOptions): Promise<RunResult> {
  const { host, life, cwd, timeout, spawn = nodeSpawn, end = endTree } = options
  const child = spawn(command.file, command.args, {
    cwd,
    env: { ...host.env, ...command.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: groupsProcesses(host),
    windowsHide: true,
  })
  // One that has ended by then is left alone.
  life.defer(() => end(child, host))
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
    })
  }
  return await new Promise(resolve => {
    let timedOut = false
    const finish = (code: number | null): void => {
      clearTimeout(timer)
      resolve({ code: timedOut ? null : code, timedOut, ...output })
    }
    const timer = setTimeout(() => {
      timedOut = true
      end(child, host)
      // A process that survives even that must not hold the command up.
      setTimeout(finish, 5_000, null).unref()
    }, timeout)
    child.once('close', finish)
    child.once('error', error => {
      output.stderr += error.message
      finish(null)
    })
  })
}

/** Ends a process and all of its children at once. */
function endTree(child: ChildProcess, host: Host): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const command = endTreeCommand(host, child.pid)
  if (command) {
    nodeSpawn(command.file, command.args, { stdio: 'ignore', windowsHide: true }).on('error', () => child.kill())
    return
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}
