import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { serveSite } from '../../scripts/site/serve.ts'
import { composeProject } from '../support/project.ts'
import { build } from './slidev.ts'

const SLIDES = `---
theme: none
title: 试验
favicon: /favicon.svg
fonts:
  provider: none
layout: cover
---

# 一

---
chapter: harbour
---

## 二 <Fig id="cargo" />

<v-click>甲</v-click>

<v-click>乙</v-click>

---
chapter: harbour
---

## 三
`

describe('the print page of a static build', () => {
  const life = new Lifecycle()
  let page: Page
  let origin: string

  beforeAll(async () => {
    const { site, code, output } = await build(await composeProject('setup-print', 'other-district', SLIDES))
    expect(code, output).toBe(0)
    origin = await serveSite(site, life)
    page = await (await launchBrowser({ host: currentHost(), life, log: silentLog })).newPage({ viewport: { width: 1280, height: 720 } })
  })
  afterAll(() => life.dispose())

  it.each([
    ['/print?print', ['001-01', '002-03', '003-01']],
    ['/print?print&range=2-3', ['002-03', '003-01']],
    ['/print?range=2-3', ['002-03', '003-01']],
    ['/print?print=clicks', ['001-01', '002-01', '002-02', '002-03', '003-01']],
    ['/print?print=clicks&range=2', ['002-01', '002-02', '002-03']],
  ])('%s shows the slides asked for', async (path, ids) => {
    await page.goto(origin + path)
    await expect.poll(() => page.locator('.print-slide-container').evaluateAll(slides => slides.map(({ id }) => id))).toEqual(ids)
  })

  it('hides what would make a blank last page', async () => {
    await page.goto(`${origin}/print?print`)
    await page.locator('.print-slide-container').nth(2).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#mermaid-rendering-container').evaluate(element => getComputedStyle(element).display)).toBe('none')
    await page.emulateMedia({ media: null })
  })

  it('makes a PDF of as many pages, with TrueType fonts only', async () => {
    await page.goto(`${origin}/print?print&range=2-3`)
    await page.locator('.print-slide-container').nth(1).waitFor()
    await page.evaluate(() => document.fonts.ready)
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
    expect(pdf).not.toMatch(/\/Subtype\s*\/Type3\b/)
    const fonts = [...pdf.matchAll(/\/BaseFont\s*\/[A-Z]{6}\+(\w+)/g)].map(([, name]) => name!)
    expect(fonts).not.toEqual([])
    expect(fonts.filter(name => !/^NotoS(?:ans|erif)SC$/.test(name))).toEqual([])
  })

  it('leaves the page numbers of the presenter alone', async () => {
    await page.goto(`${origin}/presenter/2`)
    await expect.poll(() => page.locator('.slidev-presenter').textContent()).toMatch(/2\s*\/\s*3/)
  })
})
