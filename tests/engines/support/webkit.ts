import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePorts } from '../../../scripts/bench/present/stage/ports.ts'
import { KEYS, WINDOW, type Engine, type Tab } from './tab.ts'
import { WebDriver } from './webdriver.ts'

/** Where Debian's webkit2gtk-driver has its programs. */
export const DRIVER = '/usr/bin/WebKitWebDriver'
export const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'
/** A display that nobody sees. */
export const DISPLAY = '/usr/bin/Xvfb'

/** Width in px that the browser's own bars need; a narrower page has larger px. */
const LEAST_WIDTH = 447

/** Drives WebKitGTK. Every tab has a driver of its own, for a driver has one session, and that one set of cookies. */
export async function launchWebKit(): Promise<Engine> {
  const display = spawn(DISPLAY, ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const [number] = (await once(display.stdio[3]!, 'data')) as [Buffer]
  const env = { ...process.env, GDK_BACKEND: 'x11', DISPLAY: `:${String(number).trim()}`, LANG: 'C.UTF-8' }
  return {
    name: 'WebKit',
    tab: ([width, height] = WINDOW) =>
      openTab(width, height, { ...env, GDK_DPI_SCALE: String(Math.max(1, LEAST_WIDTH / width)) }),
    close: () => end(display),
  }
}

async function openTab(width: number, height: number, env: NodeJS.ProcessEnv): Promise<Tab> {
  const port = (await freePorts(1))[0]!
  const program = spawn(DRIVER, [`--port=${port}`], { env, stdio: 'ignore' })
  const driver = await begin(`http://127.0.0.1:${port}`)
  const tab: Tab = {
    open: url => driver.post('url', { url }).then(() => {}),
    evaluate: (run, ...args) => driver.evaluate(run as never, args),
    // Every tab has a window of its own.
    front: async () => {},
    click: (find, wanted) => driver.click(find, wanted),
    async press(key) {
      const value = KEYS[key as keyof typeof KEYS] ?? key
      await driver.act('key', [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ])
    },
    async move(points, { pressed = false, before } = {}) {
      for (const [index, [x, y]] of points.entries())
        await driver.act('pointer', [
          { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
          ...(pressed && index === 0 ? [{ type: 'pointerDown', button: 0 }] : []),
        ])
      await before?.()
      if (pressed) await driver.act('pointer', [{ type: 'pointerUp', button: 0 }])
    },
    screenshot: async () => Buffer.from(await driver.get<string>('screenshot'), 'base64'),
    async close() {
      await driver.end().catch(() => {})
      await end(program)
    },
  }
  await resize(driver, width, height)
  return tab
}

/** Makes the page as large as it is to be; the window is larger by its own bars. */
async function resize(driver: WebDriver, width: number, height: number): Promise<void> {
  for (let tries = 20; tries > 0; tries -= 1) {
    const inner = await driver.evaluate<[number, number, number, number]>(
      () => [innerWidth, innerHeight, outerWidth, outerHeight],
      [],
    )
    if (Math.abs(inner[0] - width) <= 1 && Math.abs(inner[1] - height) <= 1) return
    const scale = Math.max(1, LEAST_WIDTH / width)
    const rect = [inner[2] + (width - inner[0]) * scale, inner[3] + (height - inner[1]) * scale].map(Math.round)
    await driver.post('window/rect', { width: rect[0], height: rect[1] }).catch(() => {})
    await sleep(200)
  }
  throw new Error(`WebKit's window does not become ${width}×${height}`)
}

async function begin(address: string): Promise<WebDriver> {
  for (let tries = 50; ; tries -= 1)
    try {
      return await WebDriver.begin(address, {
        'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] },
      })
    } catch (error) {
      if (tries === 0) throw error
      await sleep(200)
    }
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || !program.kill()) return
  await once(program, 'exit')
}
