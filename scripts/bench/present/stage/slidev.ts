import { mkdir, writeFile, symlink } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { HuibaoError } from '../../../../model/errors.ts'
import type { Lifecycle } from '../../../lib/lifecycle.ts'
import { clock } from '../crowd/clock.ts'
import type { Target } from '../crowd/follower.ts'
import { startChild } from './child.ts'
import { freePorts } from './ports.ts'
import type { Sent } from './presenter.ts'

/** Slidev's own dev server with `--remote`, on a deck of one slide. */
export interface RunningSlidev {
  pid: number
  stop: () => Promise<void>
  target: Target
  /** Syncs one page after another, as the page of a presenter does. */
  show: (options: { count: number; perSecond: number }) => Promise<Sent[]>
}

const READY = 60_000

export async function startSlidev({
  root,
  folder,
  life,
}: {
  root: string
  folder: string
  life: Lifecycle
}): Promise<RunningSlidev> {
  const [port] = await freePorts(1)
  const deck = path.join(folder, 'slidev')
  await mkdir(deck, { recursive: true })
  await writeFile(path.join(deck, 'slides.md'), '---\ntheme: none\nfonts:\n  provider: none\n---\n\n# One\n')
  await writeFile(path.join(deck, 'package.json'), '{"private":true,"type":"module"}')
  await symlink(path.join(root, 'node_modules'), path.join(deck, 'node_modules'), 'junction')
  const cli = fileURLToPath(import.meta.resolve('@slidev/cli/bin/slidev.mjs'))
  const child = startChild(
    {
      file: process.execPath,
      args: [cli, 'slides.md', '--remote=bench', '--bind', '127.0.0.1', '--port', String(port), '--log', 'error'],
    },
    life,
    { cwd: deck },
  )
  const origin = `http://127.0.0.1:${port}`
  const token = await tokenOf(origin, child.output)
  return {
    pid: child.pid,
    stop: child.kill,
    target: { protocol: 'vite', host: '127.0.0.1', port: port!, path: `/?token=${token}` },
    show: async ({ count, perSecond }) => {
      const sent: Sent[] = []
      const start = clock()
      for (let index = 0; index < count; index += 1) {
        await wait(Math.max(0, start + (index * 1000) / perSecond - clock()))
        const at = clock()
        const state = { page: index + 1, clicks: 0, lastUpdate: { id: 'bench', type: 'presenter', time: Date.now() } }
        await fetch(`${origin}/@server-reactive/nav`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ source: 'bench', data: state, timestamp: Date.now() }),
        })
        sent.push([index + 1, at])
      }
      return sent
    },
  }
}

/** What Vite asks of whoever opens its WebSocket. */
async function tokenOf(origin: string, output: () => string): Promise<string> {
  const end = performance.now() + READY
  while (performance.now() < end) {
    const code = await fetch(`${origin}/@vite/client`).then(
      response => response.text(),
      () => '',
    )
    const token = /wsToken = "([^"]+)"/.exec(code)?.[1]
    if (token !== undefined) return token
    await wait(200)
  }
  throw new HuibaoError(`slidev 没有启动：${output().trim().slice(-500)}`)
}
