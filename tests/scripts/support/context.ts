import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { Context } from '../../../scripts/lib/command.ts'
import { Lifecycle } from '../../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../../scripts/lib/log.ts'
import { currentHost, type Host } from '../../../scripts/lib/platform.ts'

/** A fixture deck's folder. */
export function deckFolder(name: string): string {
  return path.join(import.meta.dirname, '../../fixtures/decks', name)
}

/** An empty folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'huibao-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** A lifecycle that ends with the test. */
export function testLifecycle(): Lifecycle {
  const life = new Lifecycle()
  onTestFinished(() => life.disposeAsync())
  return life
}

/** The effects of a command that says nothing. */
export function testContext(root: string, life = testLifecycle()): Context {
  return {
    root,
    args: [],
    host: currentHost(),
    log: silentLog,
    life,
    print: () => {},
    lines: async function* () {},
    now: () => performance.now(),
    date: () => new Date('2031-02-03T04:05:06Z'),
  }
}

/** A machine that has only these files. */
export function fakeHost(host: Partial<Omit<Host, 'isFile'>> & { files?: string[] } = {}): Host {
  const { files = [], ...rest } = host
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    uid: 1000,
    isFile: file => files.includes(file),
    ...rest,
  }
}
