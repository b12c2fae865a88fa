import { HuibaoError } from '../../model/errors.ts'
import type { Lifecycle } from '../lib/lifecycle.ts'
import type { Log } from '../lib/log.ts'
import type { Host } from '../lib/platform.ts'
import { BROWSER_VARIABLE, findBrowser } from './find.ts'
import { installBrowser, type FailedInstall, type InstallOptions } from './install.ts'

export interface EnsureOptions {
  host: Host
  life: Lifecycle
  log: Log
  /** Where Playwright keeps its own browser; asked of Playwright unless given. */
  own?: () => Promise<string | undefined>
  /** What is waited for before one is installed: where it never comes, none is. */
  wanted?: Promise<unknown>
  install?: (options: InstallOptions) => Promise<{ installed: boolean; failures: FailedInstall[] }>
}

/**
 * The path of a Chromium that can be started, installing one where there is none.
 * @throws HuibaoError when there is none and none can be installed
 */
export async function ensureBrowser(options: EnsureOptions): Promise<string> {
  const { host, life, log, own = ownBrowser, wanted, install = installBrowser } = options
  const found = findBrowser(host, await own())
  if (found !== undefined) return found
  await wanted
  const { failures } = await install({ host, life, log })
  const installed = findBrowser(host, await own())
  if (installed !== undefined) return installed
  throw noBrowser(failures)
}

async function ownBrowser(): Promise<string | undefined> {
  const { chromium } = await import('playwright-chromium')
  try {
    return chromium.executablePath()
  } catch {
    // Playwright has no browser of its own for this platform.
    return undefined
  }
}

function noBrowser(failures: FailedInstall[]): HuibaoError {
  const tried = failures.map(({ way, reason }) => `；用 ${way} 安装未成：${reason}`).join('')
  return new HuibaoError(`没有找到 Chromium、Chrome 或 Edge 浏览器，导出需要其中之一${tried}`, {
    hint: `请安装 Microsoft Edge、Google Chrome 或 Chromium 后重试；已经装在别处的，请把环境变量 ${BROWSER_VARIABLE} 设为它的完整路径。`,
  })
}
