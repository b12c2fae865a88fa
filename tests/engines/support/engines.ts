import { existsSync } from 'node:fs'
import process from 'node:process'
import { currentHost, sandboxArgs } from '../../../scripts/lib/platform.ts'
import { BROWSER_VARIABLE, findBrowser } from '../../../scripts/browser/find.ts'
import { launchPuppeteer } from './puppeteer.ts'
import type { Engine } from './tab.ts'
import { DISPLAY, DRIVER, launchWebKit, MINI_BROWSER } from './webkit.ts'

/** An engine that the deck is to be shown in, and how it is started; not where it is not installed. */
export interface Candidate {
  name: Engine['name']
  /** What is not installed, as people install it; empty where nothing is lacking. */
  lacking: string
  launch: () => Promise<Engine>
}

const FIREFOX =
  process.env.HUIBAO_FIREFOX ?? ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(file => existsSync(file))

/** Firefox and WebKit, which `npm test` does not know, and Chromium to compare them with. */
export const candidates: readonly Candidate[] = [
  {
    name: 'Firefox',
    lacking: FIREFOX ? '' : 'firefox-esr',
    launch: () => launchPuppeteer('Firefox', { browser: 'firefox', executablePath: FIREFOX! }),
  },
  {
    name: 'WebKit',
    lacking: [DRIVER, MINI_BROWSER, DISPLAY].every(file => existsSync(file)) ? '' : 'webkit2gtk-driver xvfb',
    launch: launchWebKit,
  },
  {
    name: 'Chromium',
    lacking: chromium() ? '' : 'chromium',
    launch: () =>
      launchPuppeteer('Chromium', {
        executablePath: chromium()!,
        args: [...sandboxArgs(currentHost()), '--disable-background-networking', '--hide-scrollbars'],
      }),
  },
]

function chromium(): string | undefined {
  return process.env[BROWSER_VARIABLE] ?? findBrowser(currentHost(), undefined)
}
