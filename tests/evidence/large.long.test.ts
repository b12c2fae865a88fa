import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { exported } from '../scripts/support/exported.ts'
import { composeDeck } from '../support/project.ts'

/** A slide of which a deck is to have very many: it shows one figure. */
const SLIDE = '\n---\n\n## 货值再创新高：<Fig id="cargo" />\n\n港口走向深蓝，船多了，路也顺了，夜里也灯火通明。\n'

describe.each([300, 600])('a deck of %i slides more', count => {
  const life = new Lifecycle()
  afterAll(() => life.disposeAsync())

  test(
    'is exported with its appendix, which names the first slides of a figure that all of them show',
    { timeout: 30 * 60_000 },
    async () => {
      const root = await composeDeck(`large-${count}`, 'other-district')
      const file = join(root, 'slides.md')
      const text = await readFile(file, 'utf8')
      // Before the second slide.
      const at = text.indexOf('\n---\n', text.indexOf('\n---\n', 4) + 4)
      await writeFile(file, text.slice(0, at) + SLIDE.repeat(count) + text.slice(at))
      const browser = await launchBrowser({ host: currentHost(), life, log: silentLog })
      const { report, pdfs } = await exported({ root, browser, life }, 'pdf', 'handout', '--flow', '--timeout', '600')
      expect(report.problems).toEqual([])
      expect(report.slides).toHaveLength(report.pages)
      expect(report.pages).toBeGreaterThan(count)
      const row = /(?:见页|原句).*?2 3 4 5 .*?12 13 等/s
      for (const pdf of Object.values(pdfs)) expect(pdf.text.join('\n').replace(/\s+/g, ' ')).toMatch(row)
    },
  )
})
