import process from 'node:process'
import { ensureBrowser } from '../../scripts/browser/ensure.ts'
import { BROWSER_VARIABLE } from '../../scripts/browser/find.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { createLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'

/** Finds or installs the browser once, before the files that use it run side by side. */
export async function setup(): Promise<void> {
  const life = new Lifecycle()
  process.env[BROWSER_VARIABLE] = await ensureBrowser({ host: currentHost(), life, log: createLog(process.stderr) })
  await life.dispose()
}
