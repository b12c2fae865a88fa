import { EventEmitter } from 'node:events'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { openSecretly } from '../../scripts/present/open-browser.ts'
import { temporaryFolder } from '../scripts/support/context.ts'

const URL_WITH_CODE = 'http://127.0.0.1:8080/pair#abcdefghijklmnopqrstuv'

async function start({ foreign = false } = {}) {
  const folder = temporaryFolder()
  const life = new Lifecycle()
  const browser = new EventEmitter()
  const targets: string[] = []
  let failures = 0
  await openSecretly(URL_WITH_CODE, {
    life,
    folders: ['/proc/no-folder', folder],
    foreign,
    open: async target => {
      targets.push(target)
      return browser as never
    },
    onFailed: () => (failures += 1),
  })
  return { folder, life, browser, target: targets[0]!, failures: () => failures }
}

describe('the browser of this machine', () => {
  it('is led to the address by a file of this user alone, and its arguments do not tell it', async () => {
    const { target, folder, life } = await start()
    expect(target).toMatch(/^file:/)
    expect(target).not.toContain('abcdefgh')
    const file = fileURLToPath(target)
    expect(path.dirname(file)).toBe(folder)
    // Snaps read nothing that is hidden.
    expect(path.basename(file)).toMatch(/^huibao-open-[^.]+\.html$/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).toContain(JSON.stringify(URL_WITH_CODE))
    await life.disposeAsync()
    expect(readdirSync(folder)).toEqual([])
  })

  it('leaves nothing of processes that were killed', async () => {
    const { folder } = await start()
    writeFileSync(path.join(folder, 'huibao-open-999999999-x.html'), '')
    writeFileSync(path.join(folder, 'other.html'), '')
    const life = new Lifecycle()
    await openSecretly(URL_WITH_CODE, {
      life,
      folders: [folder],
      open: async () => new EventEmitter() as never,
      onFailed: () => {},
    })
    expect(readdirSync(folder).filter(name => name.includes('999999999') || name === 'other.html')).toEqual([
      'other.html',
    ])
    await life.disposeAsync()
  })

  it('that does not start is told of once', async () => {
    const { browser, failures } = await start()
    browser.emit('exit', 0)
    expect(failures()).toBe(0)
    browser.emit('exit', 3)
    browser.emit('error', new Error('none'))
    expect(failures()).toBe(1)
  })

  it('that ends long after it was opened is not told of', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    onTestFinished(() => void vi.useRealTimers())
    const { browser, failures } = await start()
    vi.advanceTimersByTime(3_600_000)
    browser.emit('exit', 1)
    expect(failures()).toBe(0)
  })

  it('of another system gets the address itself', async () => {
    expect((await start({ foreign: true })).target).toBe(URL_WITH_CODE)
  })
})
