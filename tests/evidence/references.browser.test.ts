import { describe, expect } from 'vitest'
import { test } from '../support/test.ts'

describe('reference numbers', () => {
  test('are there only where they are asked for, and lead to the entry', async ({ open }) => {
    const page = await open('/3')
    await page.locator('.slidev-page:visible [data-figure]').first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.locator('.hb-reference').count()).toBe(0)
    await page.goto(new URL('/3?refs', page.url()).href)
    const reference = page.locator('.slidev-page:visible a.hb-reference').first()
    await reference.waitFor()
    const [id, text, name] = await reference.evaluate(element => [
      element.getAttribute('data-figure'),
      element.textContent!.trim(),
      element.getAttribute('aria-label'),
    ])
    await reference.click()
    const row = page.locator(`.slidev-page:visible tr[data-figure="${id}"]`)
    await row.waitFor()
    const number = await row.locator('.hb-appendix-number').innerText()
    expect([text, name]).toEqual([`[${number}]`, `附录第${number}条`])
    expect(new URL(page.url()).searchParams.has('refs')).toBe(true)
    expect(await page.locator('.hb-evidence').count()).toBe(0)
  })
})
