import path from 'node:path'
import type { Browser } from 'playwright-chromium'
import { createContext } from '../../export/open.ts'
import { settle } from '../../export/settle.ts'
import { watchPage } from '../../export/watch.ts'
import { callModule, offerModules } from '../../lib/page-modules.ts'
import { oneLine } from '../../lib/text.ts'
import type { SkinId } from '../../../styles/tokens.ts'
import type { PlacedFault } from '../finding.ts'
import type { Workbench } from '../workbench.ts'
import type { ReadingFacts } from './facts.ts'
import { skinName } from '../../lib/look.ts'
import { judgeNarrow } from './rules/narrow.ts'

/** A phone held upright, in CSS px. */
const PHONE = { width: 390, height: 844 }
const ASPECT = '手机'

interface NarrowTask {
  bench: Workbench
  origin: string
  browser: Browser
  skins: readonly SkinId[]
}

/** Checks the reading page as a phone shows it. A site without one is let pass, and says so. */
export async function checkNarrow({ bench, origin, browser, skins }: NarrowTask): Promise<PlacedFault[]> {
  const { deck, numbers, context: { log }, args: { timeout } } = bench
  const faults: PlacedFault[] = []
  for (const skin of skins) {
    const browsing = await createContext(browser, { ...deck, canvas: PHONE }, origin, 1)
    try {
      await offerModules(browsing, origin, path.join(import.meta.dirname, 'page'))
      const page = await browsing.newPage()
      const watch = watchPage(page, origin)
      await page.goto(`${origin}/read?${new URLSearchParams({ skin })}`, { waitUntil: 'load', timeout })
      await page.locator('.hb-reading, #slide-container').first().waitFor({ state: 'attached', timeout })
      if (await page.locator('.hb-reading').count() === 0) {
        log.warn('网站还没有手机阅读页（/read），narrow（手机阅读页）这一条没有检查！')
        return []
      }
      await callModule(page, 'reading.ts', 'scrollThrough')
      await settle({ page, watch, numbers, look: { skin } }, timeout)
      const facts = await callModule<ReadingFacts>(page, 'reading.ts', 'collectReading')
      faults.push(...judgeNarrow(facts, PHONE.width).filter(({ slide }) => slide === 0 || numbers.includes(slide)).map(({ slide, ...fault }) => ({
        slide,
        title: oneLine(facts.sheets.find(({ no }) => no === slide)?.title ?? ''),
        place: { skin: skinName(skin), aspect: ASPECT, clicks: 0 },
        fault: { rule: 'narrow', ...fault },
      })))
    }
    finally {
      await browsing.close()
    }
  }
  return faults
}
