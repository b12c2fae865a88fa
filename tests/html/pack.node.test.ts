import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { packSite } from '../../scripts/export/html/pack.ts'
import { temporaryFolder } from '../scripts/support/context.ts'

const PAGE = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="./favicon.svg">
<script type="module" crossorigin src="./assets/index.js"></script><link rel="modulepreload" href="./assets/base.js">
<link rel="stylesheet" href="./assets/style.css"><link rel="alternate" type="application/json" href="./facts.json">
<script src="./assets/early.js" charset="utf-8"></script></head><body><div id="app"></div></body></html>`

const SITE = {
  'index.html': PAGE,
  'favicon.svg': '<svg/>',
  'facts.json': '{"a":"</script><!-- -->"}',
  'assets/index.js':
    'const a=new URL(`city.svg`,import.meta.url).href,b="photos/quay.jpg",c="</script>",d="<!--",e="$&"',
  'assets/early.js': 'early()',
  'assets/style.css': '@font-face{src:url(./font.woff2)}a{background:url("data:image/png;base64,AA")}b{mask:url(#m)}',
  'assets/font.woff2': 'font',
  'assets/city.svg': '<svg>city</svg>',
  'photos/quay.jpg': 'quay',
  'photos/unused.jpg': 'unused',
}

async function siteOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = temporaryFolder()
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
    await writeFile(path.join(folder, file), text)
  }
  return folder
}

const url = (type: string, text: string): string => `data:${type};base64,${Buffer.from(text).toString('base64')}`

describe('a site in one HTML file', () => {
  it('holds all that it needs, and what ends no script', async () => {
    const html = await packSite(await siteOf(SITE))
    expect(html).not.toMatch(/(?:href|src)="\.?\//)
    for (const part of [
      `<link rel="icon" href="${url('image/svg+xml', '<svg/>')}">`,
      `const a="${url('image/svg+xml', '<svg>city</svg>')}",b="photos/quay.jpg",c="<\\/script>",d="\\x3c!--",e="$&"`,
      '<script>early()</script>',
      `@font-face{src:url(${url('font/woff2', 'font')})}a{background:url("data:image/png;base64,AA")}b{mask:url(#m)}`,
      `huibaoFiles={"photos/quay.jpg":"${url('image/jpeg', 'quay')}"}`,
      '<script type="application/json" id="huibao-facts">{"a":"<\\/script>\\u003c!-- -->"}</script>',
      "default-src 'none'",
    ])
      expect(html).toContain(part)
  })

  it('is the same for the same site', async () => {
    expect(await packSite(await siteOf(SITE))).toBe(await packSite(await siteOf(SITE)))
  })

  it('is drawn as its export asks', async () => {
    expect(await packSite(await siteOf(SITE), 'skin=night&aspect=4%2F3')).toContain(
      '<html data-look="skin=night&amp;aspect=4%2F3" lang="zh-CN">',
    )
  })

  it.each([
    ['an element', { 'index.html': PAGE.replace('<div', '<img src="./photos/quay.jpg"><div') }],
    ['a script', { 'assets/index.js': 'new URL("a/"+b,import.meta.url).href' }],
  ])('is refused where %s still asks for a file', async (_, change) => {
    await expect(packSite(await siteOf({ ...SITE, ...change }))).rejects.toThrow('is not in the file')
  })
})
