import type { Browser, LaunchOptions } from 'playwright-chromium'
import { HuibaoError, messageOf } from '../../model/errors.ts'
import { sandboxArgs, type Host } from '../lib/platform.ts'
import { BROWSER_VARIABLE } from './find.ts'
import { ensureBrowser, type EnsureOptions } from './ensure.ts'

/** What Playwright turns off. A browser heeds the last list alone, so ours has to name them too. */
const PLAYWRIGHT_TURNS_OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
]

/** The address bar's suggestions: every window loads two pages for them, and works on them as long as on starting. */
const SUGGESTIONS = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup']

/** No traffic of the browser's own, and the same glyph shapes on every machine. */
const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--disable-lcd-text',
  '--hide-scrollbars',
  // A picture is of the page with its images, however busy the machine is.
  '--disable-checker-imaging',
  `--disable-features=${[...PLAYWRIGHT_TURNS_OFF, ...SUGGESTIONS].join(',')}`,
]

/** How the browser is started; our own lifecycle closes it, so Playwright leaves the signals alone. */
export function launchOptions(host: Host, executablePath: string): LaunchOptions {
  const sandbox = sandboxArgs(host)
  return {
    executablePath,
    headless: true,
    chromiumSandbox: sandbox.length === 0,
    args: [...ARGS, ...sandbox],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: 60_000,
  }
}

/**
 * Starts a headless Chromium, which the lifecycle closes.
 * @throws HuibaoError where there is none, or it does not start
 */
export async function launchBrowser(
  options: Pick<EnsureOptions, 'host' | 'life' | 'log' | 'wanted'>,
): Promise<Browser> {
  const executablePath = await ensureBrowser(options)
  const { chromium } = await import('playwright-chromium')
  options.life.throwIfEnded()
  const launching = chromium.launch(launchOptions(options.host, executablePath))
  // One that is only starting is waited for: killed on its way it would leave its temporary folder.
  options.life.defer(async () => (await launching).close())
  try {
    return await launching
  } catch (error) {
    throw new HuibaoError(`浏览器启动不了：${executablePath}：${messageOf(error).split('\n')[0]}`, {
      hint: `请确认它能打开，或用环境变量 ${BROWSER_VARIABLE} 换一个浏览器。`,
      cause: error,
    })
  }
}
