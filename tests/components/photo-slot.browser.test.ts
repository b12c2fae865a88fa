import type { Page } from 'playwright-chromium'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck, type ExportReport } from '../../scripts/export/export.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { serveSite } from '../../scripts/site/serve.ts'
import { photoRooms } from '../../setup/photos/slots.ts'
import { testContext } from '../scripts/support/context.ts'
import { composeProject } from '../support/project.ts'

const CANVAS = { width: 1280, height: 720 }
const SLIDE = 2

describe('a slot with a photo', () => {
  const life = new Lifecycle()
  let report: ExportReport
  let page: Page

  beforeAll(async () => {
    const folder = await composeProject('photo-slot', 'other-district')
    mkdirSync(join(folder, 'public/photos'), { recursive: true })
    // Stored lying on its side, as phones do it.
    await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#2a6' } }).withMetadata({ orientation: 6 }).jpeg().toFile(join(folder, 'public/photos/quay.jpg'))
    report = await exportDeck(parseExportArgs(['pdf', '--range', String(SLIDE), '--out', join(folder, 'exports')]), testContext(folder, life))
    const origin = await serveSite(join(folder, 'dist'), life)
    page = await (await launchBrowser({ host: currentHost(), life, log: silentLog })).newPage({ viewport: CANVAS })
    await page.goto(`${origin}/${SLIDE}`)
    await page.locator(`[data-slidev-no="${SLIDE}"] .hb-photo img`).waitFor()
  })
  afterAll(() => life.dispose())

  it('is exported, and waits for none any more', () => {
    expect(report).toMatchObject({ ok: true, problems: [], warnings: [], waiting: [] })
  })

  it('shows the photo upright, with its caption and its credit and not as a drawing', async () => {
    const slot = page.locator(`[data-slidev-no="${SLIDE}"] .hb-photo`)
    const image = slot.locator('img')
    expect(await image.evaluate((element: HTMLImageElement) => [new URL(element.src).pathname, element.alt, element.naturalWidth, element.naturalHeight]))
      .toEqual(['/photos/quay.jpg', '新码头', 1200, 1600])
    expect((await slot.locator('figcaption').innerText()).replace(/\s+/g, ' ')).toBe('新码头海湾区办公室摄')
    expect(await slot.locator('.hb-photo-credit').evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThanOrEqual(14)
  })

  it('has no more room than what the size of its photo is judged by', async () => {
    const frontmatter = { layout: 'chapter', photo: 'quay' }
    const [room] = photoRooms([{ frontmatter, source: { contentRaw: '', frontmatter } } as never], CANVAS).get('quay')!
    const box = (await page.locator(`[data-slidev-no="${SLIDE}"] .hb-photo img`).boundingBox())!
    expect(box.width).toBeGreaterThan(100)
    expect(box.height).toBeGreaterThan(100)
    expect(box.width).toBeLessThanOrEqual(room!.width)
    expect(box.height).toBeLessThanOrEqual(room!.height)
  })
})
