import { readdirSync } from 'node:fs'
import { describe, expect, inject } from 'vitest'
import type { Browser } from 'playwright-chromium'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck } from '../../scripts/export/export.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { temporaryFolder, testContext } from '../scripts/support/context.ts'
import { test } from '../support/test.ts'

/** Exports slides to PDF; the browser dies as often as it says when printing begins. */
async function exported(deaths: number) {
  const out = temporaryFolder()
  const context = testContext(inject('district').root)
  const browsers: Browser[] = []
  const warnings: string[] = []
  let left = deaths
  const log = {
    ...silentLog,
    warn: (line: string) => void warnings.push(line),
    info(line: string) {
      if (!line.startsWith('正在印') || left-- <= 0) return
      void browsers
        .at(-1)!
        .newBrowserCDPSession()
        .then(session => session.send('Browser.crash'))
        .catch(() => {})
    },
  }
  const report = exportDeck(
    parseExportArgs(['pdf', '--range', '1-3', '--out', out]),
    { ...context, log },
    {
      async browser() {
        browsers.push(await launchBrowser({ host: currentHost(), life: context.life, log: silentLog }))
        return browsers.at(-1)!
      },
    },
  )
  const result = await report.then(
    ({ ok, files }) => ({ ok, files: files.length }),
    (error: Error) => error.message,
  )
  return { result, warnings, browsers: browsers.length, written: readdirSync(out).length }
}

describe('a browser that dies while it prints', () => {
  test('is replaced once', async () => {
    expect(await exported(1)).toEqual({
      result: { ok: true, files: 1 },
      warnings: ['浏览器中途退出，再试一次……'],
      browsers: 2,
      written: 1,
    })
  })

  test('and dies again ends the export, which leaves nothing', async () => {
    expect(await exported(2)).toEqual({
      result: '浏览器两次中途退出，什么也没有导出',
      warnings: ['浏览器中途退出，再试一次……'],
      browsers: 2,
      written: 0,
    })
  })
})
