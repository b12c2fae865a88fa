import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSiteStamp, stampSite } from '../../scripts/site/site-stamp.ts'
import { temporaryFolder } from './support/context.ts'

const SITE = {
  'index.html': '<html><head><title>汇报</title></head><body></body></html>',
  'assets/slide.js': 'export {}',
  'photos/quay.jpg': 'a picture',
}

async function stampOf(changes: Record<string, string> = {}): Promise<string> {
  const folder = temporaryFolder()
  for (const [name, text] of Object.entries({ ...SITE, ...changes })) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), text)
  }
  await stampSite(folder)
  const stamp = await readSiteStamp(folder)
  const html = await readFile(path.join(folder, 'index.html'), 'utf8')
  expect(html).toContain(`<meta name="huibao-site" content="${stamp}"></head>`)
  return stamp
}

describe('the stamp of a site', () => {
  it('is the same for the same files, and another where any of them is', async () => {
    const stamps = [
      await stampOf(),
      await stampOf({ 'assets/slide.js': 'export { }' }),
      await stampOf({ 'photos/quay.jpg': 'another' }),
      await stampOf({ 'photos/tea.jpg': 'a picture' }),
      await stampOf({ 'index.html': SITE['index.html'].replace('汇报', '年终') }),
    ]
    expect(new Set(stamps).size).toBe(stamps.length)
    expect(await stampOf({ '.huibao-inputs': 'anything' })).toBe(stamps[0])
  })

  it('is empty where there is none', async () => {
    expect(await readSiteStamp(temporaryFolder())).toBe('')
  })
})
