import { EventEmitter } from 'node:events'
import type { ChildProcess } from 'node:child_process'
import { chromium } from 'playwright-chromium'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { messageOf } from '../../model/errors.ts'
import { ensureBrowser } from '../../scripts/browser/ensure.ts'
import { findBrowser } from '../../scripts/browser/find.ts'
import { installBrowser, INSTALL_TIMEOUT, type InstallOptions } from '../../scripts/browser/install.ts'
import { launchOptions } from '../../scripts/browser/launch.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import type { Command, Host } from '../../scripts/lib/platform.ts'
import { run, type RunResult } from '../../scripts/lib/run.ts'
import { fakeHost, testLifecycle } from './support/context.ts'

const OWN = '/cache/chromium/chrome'
const DEBIAN = ['/etc/debian_version', '/usr/bin/apt-get']

afterEach(() => {
  vi.useRealTimers()
})

describe('finding a browser', () => {
  const files = ['/set/chrome', OWN, '/usr/bin/chromium']
  const env = { PATH: '/usr/bin' }

  it.each<[string, Host, string | undefined]>([
    ['the one that is set', fakeHost({ files, env: { ...env, HUIBAO_CHROMIUM: '/set/chrome' } }), '/set/chrome'],
    ["then Playwright's own", fakeHost({ files, env }), OWN],
    ['then an installed one', fakeHost({ files: ['/usr/bin/chromium'], env }), '/usr/bin/chromium'],
    ['an empty setting is none', fakeHost({ files, env: { ...env, HUIBAO_CHROMIUM: '' } }), OWN],
    ['else none', fakeHost({ env }), undefined],
  ])('%s', (_, host, found) => {
    expect(findBrowser(host, OWN)).toBe(found)
  })

  it('does not pass over a wrong setting', () => {
    const host = fakeHost({ files, env: { ...env, HUIBAO_CHROMIUM: '/nowhere/chrome' } })
    expect(() => findBrowser(host, OWN)).toThrow('环境变量 HUIBAO_CHROMIUM 指向的文件不存在：/nowhere/chrome')
  })
})

describe('installing a browser', () => {
  const ok: RunResult = { code: 0, timedOut: false, stdout: '', stderr: '' }
  const failed: RunResult = { ...ok, code: 100, stderr: 'E: nope\n' }

  async function install(host: Host, results: (command: Command) => RunResult, reachable = true) {
    const commands: string[] = []
    const options: InstallOptions = {
      host,
      life: testLifecycle(),
      log: silentLog,
      run: async command => {
        commands.push(
          [
            command.file.split('/').at(-1),
            ...command.args.filter(arg => /^(?:update|install|chromium)$/.test(arg)),
          ].join(' '),
        )
        return results(command)
      },
      reach: async () => reachable,
    }
    return { ...(await installBrowser(options)), commands }
  }

  it("is apt-get's task as root on Debian", async () => {
    const result = await install(fakeHost({ uid: 0, files: DEBIAN }), () => ok)
    expect(result).toEqual({ installed: true, failures: [], commands: ['apt-get update', 'apt-get install chromium'] })
  })

  it('goes on after a failed update', async () => {
    const result = await install(fakeHost({ uid: 0, files: DEBIAN }), ({ args }) =>
      args.includes('update') ? failed : ok,
    )
    expect(result.installed).toBe(true)
  })

  it.each([
    ['a user on Debian', fakeHost({ files: DEBIAN })],
    ['root elsewhere', fakeHost({ uid: 0 })],
    ['Windows', fakeHost({ platform: 'win32' })],
  ])("is Playwright's task for %s", async (_, host) => {
    expect(await install(host, () => ok)).toEqual({
      installed: true,
      failures: [],
      commands: ['node install chromium'],
    })
  })

  it('tries Playwright where apt-get fails, and tells both reasons', async () => {
    const result = await install(fakeHost({ uid: 0, files: DEBIAN }), () => failed)
    expect(result).toMatchObject({
      installed: false,
      failures: [
        { way: 'apt-get', reason: 'E: nope' },
        { way: 'Playwright', reason: 'E: nope' },
      ],
    })
  })

  it('does not begin a download from a host that is silent', async () => {
    const result = await install(fakeHost(), () => ok, false)
    expect(result).toEqual({
      installed: false,
      commands: [],
      failures: [{ way: 'Playwright', reason: '连不上下载地址 https://cdn.playwright.dev' }],
    })
  })

  it('leaves it to the installer to find the way through a proxy', async () => {
    const result = await install(fakeHost({ env: { HTTPS_PROXY: 'http://proxy' } }), () => ok, false)
    expect(result.installed).toBe(true)
  })

  it('cuts off an installer that hangs', async () => {
    vi.useFakeTimers()
    const child = Object.assign(new EventEmitter(), { stdout: null, stderr: null }) as unknown as ChildProcess
    const end = vi.fn(() => void child.emit('close', null))
    const installing = installBrowser({
      host: fakeHost(),
      life: testLifecycle(),
      log: silentLog,
      reach: async () => true,
      run: (command, options) => run(command, { ...options, spawn: () => child, end }),
    })
    await vi.advanceTimersByTimeAsync(INSTALL_TIMEOUT - 1)
    expect(end).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(end).toHaveBeenCalledOnce()
    expect(await installing).toEqual({
      installed: false,
      failures: [{ way: 'Playwright', reason: '超过 10 分钟没有装完，已停止' }],
    })
  })

  it('gives up on one that cannot even be ended', async () => {
    vi.useFakeTimers()
    const child = Object.assign(new EventEmitter(), { stdout: null, stderr: null }) as unknown as ChildProcess
    const running = run(
      { file: 'x', args: [] },
      { host: fakeHost(), life: testLifecycle(), timeout: 1000, spawn: () => child, end: () => {} },
    )
    await vi.advanceTimersByTimeAsync(6000)
    expect(await running).toMatchObject({ code: null, timedOut: true })
  })
})

describe('a browser', () => {
  const options = { life: testLifecycle, log: silentLog, own: async () => OWN }

  it('is not installed where there is one', async () => {
    const install = vi.fn<() => Promise<{ installed: boolean; failures: [] }>>()
    expect(await ensureBrowser({ ...options, life: testLifecycle(), host: fakeHost({ files: [OWN] }), install })).toBe(
      OWN,
    )
    expect(install).not.toHaveBeenCalled()
  })

  it('is not installed for what was refused', async () => {
    const install = vi.fn<() => Promise<{ installed: boolean; failures: [] }>>()
    const { promise: wanted, reject: refuse } = Promise.withResolvers<void>()
    const had = ensureBrowser({ ...options, life: testLifecycle(), host: fakeHost(), wanted, install })
    refuse(new Error('refused'))
    await expect(had).rejects.toThrow('refused')
    expect(install).not.toHaveBeenCalled()
  })

  it('is looked for again after it was installed', async () => {
    const files: string[] = []
    const host = { ...fakeHost(), isFile: (file: string) => files.includes(file) }
    const install = async () => {
      files.push('/usr/bin/chromium')
      return { installed: true, failures: [] }
    }
    expect(await ensureBrowser({ ...options, life: testLifecycle(), host, install })).toBe('/usr/bin/chromium')
  })

  it('that cannot be had is one error, which says why and what to do', async () => {
    const install = async () => ({ installed: false, failures: [{ way: 'Playwright', reason: '连不上' }] })
    await expect(ensureBrowser({ ...options, life: testLifecycle(), host: fakeHost(), install })).rejects.toMatchObject(
      {
        name: 'HuibaoError',
        exitCode: 1,
        message: '没有找到 Chromium、Chrome 或 Edge 浏览器，导出需要其中之一；用 Playwright 安装未成：连不上',
        hint: expect.stringMatching(/Edge.*HUIBAO_CHROMIUM/),
      },
    )
  })

  it('runs without its sandbox for root only', () => {
    expect(launchOptions(fakeHost({ uid: 0 }), OWN)).toMatchObject({
      chromiumSandbox: false,
      args: expect.arrayContaining(['--no-sandbox']),
    })
    expect(launchOptions(fakeHost(), OWN).args).not.toContain('--no-sandbox')
    expect(launchOptions(fakeHost(), OWN)).toMatchObject({ chromiumSandbox: true, handleSIGINT: false })
  })

  it('turns off all that Playwright does, whose own list it outdoes', async () => {
    // A program that is no browser: the error tells how it was started.
    const failure = await chromium.launch(launchOptions(fakeHost(), process.execPath)).catch(messageOf)
    const lists = String(failure)
      .match(/--disable-features=\S+/g)!
      .map(arg => arg.split('=')[1]!.split(','))
    expect(lists[1]).toEqual([...lists[0]!, 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'])
  })
})
