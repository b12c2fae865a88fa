import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { startNats as start, type NatsServers } from '../../../scripts/bench/present/stage/nats.ts'
import { ensureProgram, findProgram, type Program } from '../../../scripts/bench/present/stage/programs.ts'
import { Lifecycle } from '../../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../../scripts/lib/log.ts'
import { currentHost } from '../../../scripts/lib/platform.ts'

/**
 * A program that tests run against, installed where that is possible; undefined where it is not, and a line says so.
 * A CI that may install must have it.
 */
export async function programForTests(name: Program): Promise<string | undefined> {
  const host = currentHost()
  const life = new Lifecycle()
  try {
    return findProgram(host, name) ?? (await ensureProgram(name, { host, life, log: silentLog }))
  } catch (error) {
    if (host.env.CI && host.uid === 0 && existsSync('/etc/debian_version')) throw error
    process.stderr.write(`跳过需要 ${name} 的测试：${error instanceof Error ? error.message : error}\n`)
    return undefined
  } finally {
    await life.disposeAsync()
  }
}

/** NATS on loopback, with a store of its own, until the test ends; `forget` empties the store. */
export async function startNats(program: string, count: 1 | 3 = 1): Promise<NatsServers & { forget: () => void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'huibao-nats-'))
  const life = new Lifecycle()
  onTestFinished(async () => {
    await life.disposeAsync()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  const forget = (): void => {
    for (const name of readdirSync(folder)) {
      if (!name.endsWith('.conf')) rmSync(path.join(folder, name), { recursive: true })
    }
  }
  return { ...(await start({ program, folder, life, count })), forget }
}
