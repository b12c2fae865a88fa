import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { HuibaoError } from '../../../../model/errors.ts'
import type { Lifecycle } from '../../../lib/lifecycle.ts'
import { startChild, type Child } from './child.ts'
import { freePorts } from './ports.ts'

/** One NATS server on this machine. */
export interface NatsNode {
  url: string
  /** Ends it with `kill -9`. */
  kill: () => Promise<void>
  /** Starts it again with what it had stored. */
  start: () => Promise<void>
  pid: () => number
}

/** NATS servers that belong together, on loopback. */
export interface NatsServers {
  /** The address of all of them, as `--backplane` takes it. */
  url: string
  nodes: NatsNode[]
}

interface NatsServersOptions {
  program: string
  /** A folder for what they store; it belongs to the caller. */
  folder: string
  life: Lifecycle
  /** One server, or a cluster of three. */
  count: 1 | 3
}

const LOGIN = 'huibao:change-this-password'
const READY = 15_000

/** Starts NATS as `docs/nats.conf` describes it, with other addresses. */
export async function startNats({ program, folder, life, count }: NatsServersOptions): Promise<NatsServers> {
  const template = readFileSync(fileURLToPath(new URL('../../../../docs/nats.conf', import.meta.url)), 'utf8')
  const ports = await freePorts(count * 2)
  const clients = ports.slice(0, count)
  const routes = ports.slice(count)
  const nodes = clients.map((port, index): NatsNode => {
    const store = path.join(folder, `nats-${index + 1}`)
    mkdirSync(store, { recursive: true })
    const config = path.join(folder, `nats-${index + 1}.conf`)
    writeFileSync(
      config,
      configure(template, {
        name: `venue-${index + 1}`,
        port,
        route: routes[index]!,
        routes,
        store,
        alone: count === 1,
      }),
    )
    let child: Child | undefined
    return {
      url: `nats://${LOGIN}@127.0.0.1:${port}`,
      kill: async () => child?.kill(),
      start: async () => {
        child = startChild({ file: program, args: ['-c', config] }, life)
        await ready(child)
      },
      pid: () => child?.pid ?? -1,
    }
  })
  await Promise.all(nodes.map(node => node.start()))
  return { url: nodes.map(({ url }) => url).join(','), nodes }
}

interface NodeConfig {
  name: string
  port: number
  route: number
  routes: number[]
  store: string
  alone: boolean
}

/** The documented configuration with the values of this machine in it. */
function configure(template: string, { name, port, route, routes, store, alone }: NodeConfig): string {
  const text = template
    .replace('venue-1', name)
    .replace('0.0.0.0:4222', `127.0.0.1:${port}`)
    .replace('0.0.0.0:6222', `127.0.0.1:${route}`)
    .replace('/var/lib/nats/huibao', store)
    .replace(/10\.0\.0\.(\d):6222/g, (_, number: string) => `127.0.0.1:${routes[Number(number) - 1] ?? 0}`)
  return alone ? text.slice(0, text.indexOf('# For the servers among themselves.')) : text
}

async function ready(child: Child): Promise<void> {
  const end = performance.now() + READY
  while (!child.output().includes('Server is ready')) {
    const ended = child.process.exitCode !== null || child.process.signalCode !== null
    if (ended || performance.now() > end)
      throw new HuibaoError(`nats-server 没有启动：${child.output().trim().slice(-500)}`)
    await wait(50)
  }
}
