import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { afterAll, describe, expect, it } from 'vitest'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { serveDeck } from '../support/site.ts'
import { SHARED } from '../support/project.ts'
import { testContext } from '../scripts/support/context.ts'

describe('reference numbers', () => {
  const life = new Lifecycle()
  const folder = path.join(process.cwd(), '.huibao', 'tests', 'references')
  afterAll(async () => {
    await life.dispose()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  it('have room on every slide and on a phone, and are those of the appendix, where the headmatter asks for them', async () => {
    await mkdir(folder, { recursive: true })
    for (const part of [...SHARED.filter(each => !each.startsWith('data/')), 'data', 'public'])
      await cp(path.join(process.cwd(), part), path.join(folder, part), { recursive: true })
    const slides = await readFile(path.join(process.cwd(), 'slides.md'), 'utf8')
    await writeFile(path.join(folder, 'slides.md'), slides.replace('---\n', '---\nreferences: true\n'))
    const { findings } = await checkDeck(parseCheckArgs(['layout', 'numbers', '--skin', '夜']), testContext(folder, life))
    expect(findings).toEqual([])
  })

  it('are there only where they are asked for, and lead to the entry', async () => {
    const [origin, browser] = await Promise.all([serveDeck(life), launchBrowser({ host: currentHost(), life, log: silentLog })])
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })).newPage()
    await page.goto(`${origin}/2`)
    await page.locator('.slidev-page:visible [data-figure]').first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.locator('.hb-reference').count()).toBe(0)
    await page.goto(`${origin}/2?refs`)
    const reference = page.locator('.slidev-page:visible a.hb-reference').first()
    await reference.waitFor()
    const [id, text, name] = await reference.evaluate(element => [element.getAttribute('data-figure'), element.textContent!.trim(), element.getAttribute('aria-label')])
    await reference.click()
    const row = page.locator(`.slidev-page:visible tr[data-figure="${id}"]`)
    await row.waitFor()
    const number = await row.locator('.hb-appendix-number').innerText()
    expect([text, name]).toEqual([`[${number}]`, `附录第${number}条`])
    expect(new URL(page.url()).searchParams.has('refs')).toBe(true)
    expect(await page.locator('.hb-evidence').count()).toBe(0)
  })
})
