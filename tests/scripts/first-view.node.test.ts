import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { firstChart } from '../../scripts/bench/first-view/bench.ts'
import { formatFirstViews } from '../../scripts/bench/first-view/format.ts'
import { bytesOf, copyPacked } from '../../scripts/site/pack.ts'
import { askedBefore, kindOf, sumOf, type Transfer } from '../../scripts/bench/first-view/transfers.ts'
import { temporaryFolder } from './support/context.ts'

const transfers: Transfer[] = [
  { path: '/1', kind: 'document', bytes: 500, start: 0 },
  { path: '/assets/base.js', kind: 'script', bytes: 70_000, start: 10 },
  { path: '/assets/base.css', kind: 'style', bytes: 9_000, start: 10 },
  { path: '/assets/chart.js', kind: 'script', bytes: 120_000, start: 30 },
]

describe('what a page has loaded', () => {
  it.each([
    ['/assets/a.js', 'script'],
    ['/assets/a-b.css', 'style'],
    ['/a.woff2', 'font'],
    ['/scenes/a.svg', 'image'],
    ['/photos/甲.JPG'.toLowerCase(), 'image'],
    ['/1', 'document'],
    ['/', 'document'],
    ['/index.html', 'document'],
    ['/a.json', 'other'],
  ])('%s is a %s', (path, kind) => {
    expect(kindOf(path)).toBe(kind)
  })

  it('counts what was asked for until a moment, that moment included', () => {
    expect(sumOf(askedBefore(transfers, 10), 'script', 'style')).toEqual({ count: 2, bytes: 79_000 })
    expect(sumOf(transfers, 'font')).toEqual({ count: 0, bytes: 0 })
  })

  it('is printed by kind and moment, with the largest files', () => {
    const lines = formatFirstViews([{ slide: 5, asSlide: false, moments: { slide: 20, chart: 40 }, transfers }])
    const row = (name: string): string[] | undefined => lines.find(line => line.startsWith(name))?.split(/\s{2,}/)
    expect(lines[0]).toContain('0.0 秒后显示，0.0 秒后画出图')
    expect(row('脚本和样式')).toEqual(['脚本和样式', '79.0 kB（2）', '199.0 kB（3）', '199.0 kB（3）'])
    expect(row('字体')).toEqual(['字体', '—', '—', '—'])
    expect(lines.slice(lines.indexOf('其中最大的：') + 1).map(line => line.trim().split(/\s+/)[0])).toEqual([
      '/assets/chart.js',
      '/assets/base.js',
      '/assets/base.css',
      '/1',
    ])
  })
})

describe('the site that is measured', () => {
  it('has its texts packed beside them, and fonts as they are', async () => {
    const [site, target] = [temporaryFolder(), join(temporaryFolder(), 'site')]
    mkdirSync(join(site, 'assets'))
    writeFileSync(join(site, 'assets/a.js'), 'a'.repeat(1000))
    writeFileSync(join(site, 'assets/a.woff2'), 'font')
    await copyPacked(site, target)
    expect(gunzipSync(readFileSync(join(target, 'assets/a.js.gz'))).toString()).toBe('a'.repeat(1000))
    expect(await bytesOf(target, /\.gz$/)).toBeLessThan(100)
    expect(await bytesOf(target, /\.woff2/)).toBe(4)
  })
})

describe('the first slide with a chart', () => {
  function deck(slides: string): string {
    const root = temporaryFolder()
    mkdirSync(join(root, 'components/charts'), { recursive: true })
    writeFileSync(join(root, 'components/charts/BarChart.ts'), '')
    writeFileSync(join(root, 'slides.md'), slides)
    return root
  }

  it('is found by the components in components/charts', async () => {
    expect(
      await firstChart(deck('# a\n\n---\n\n`<BarChart />` <Fig id="a" />\n\n---\n\n<BarChart :ids="[]" />\n')),
    ).toBe(3)
  })

  it('may be none', async () => {
    expect(await firstChart(deck('# a\n'))).toBeUndefined()
  })
})
