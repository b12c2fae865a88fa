import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { HuibaoError } from '../../../../model/errors.ts'
import type { Lifecycle } from '../../../lib/lifecycle.ts'
import type { Target } from '../crowd/follower.ts'
import { startChild, type Child } from './child.ts'
import { freePorts } from './ports.ts'

export interface StageOptions {
  root: string
  /** A folder of the bench's own, for meetings. */
  folder: string
  /** A folder with `audience` and `presenter` instead of the deck's sites; empty for those. */
  sites: string
  life: Lifecycle
}

/** A presenting server in a process of its own. */
export interface RunningServer {
  port: number
  target: Target
  pid: () => number
  /** Long pairing codes that have not been used. */
  codes: () => string[]
  /** Ends it with `kill -9`. */
  kill: () => Promise<void>
  /** Starts it again with what it had kept. */
  start: () => Promise<void>
}

/** A server builds its sites first where they are not there. */
const READY = 10 * 60_000

/** Starts `npm run present` with more arguments. @param name of its state */
export async function startServer(
  name: string,
  args: string[],
  { root, folder, sites, life }: StageOptions,
): Promise<RunningServer> {
  const [port] = await freePorts(1)
  const script = fileURLToPath(new URL('server.ts', import.meta.url))
  const command = {
    file: process.execPath,
    args: [
      ...flagsOf(root),
      script,
      path.join(folder, name),
      sites,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--no-open',
      ...args,
    ],
  }
  let child: Child | undefined
  const start = async (): Promise<void> => {
    child = startChild(command, life, { cwd: root, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
    await ready(child)
  }
  await start()
  return {
    port: port!,
    target: { protocol: 'sse', host: '127.0.0.1', port: port!, path: '/events' },
    pid: () => child!.pid,
    codes: () => [...child!.output().matchAll(/pair#([\w-]{22})/g)].map(([, code]) => code!),
    kill: async () => child?.kill(),
    start,
  }
}

/** With what flags `npm run present` starts Node. */
function flagsOf(root: string): string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: { present: string }
  }
  return scripts.present.split(' ').filter(word => word.startsWith('--'))
}

async function ready(child: Child): Promise<void> {
  const end = performance.now() + READY
  while (!child.output().includes('READY')) {
    const ended = child.process.exitCode !== null || child.process.signalCode !== null
    if (ended || performance.now() > end)
      throw new HuibaoError(`放映的服务器没有启动：${child.output().trim().slice(-800)}`)
    await wait(20)
  }
}
