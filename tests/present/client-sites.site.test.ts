import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { readDeck } from '../../scripts/lib/deck.ts'
import { SITE_VARIABLE } from '../../setup/vite/site.ts'
import { readSlideFiles } from '../../scripts/present/http/sites.ts'
import { readSiteStamp } from '../../scripts/site/site-stamp.ts'
import { ensureSite } from '../../scripts/site/ensure.ts'
import { testContext } from '../scripts/support/context.ts'

const NOTE = 'canary-in-a-note'
const COMMENT = 'canary-in-frontmatter'
const ASIDE = 'canary-in-a-comment'

interface SiteFile {
  name: string
  bytes: Buffer
}

/** Those that are built for all tests. */
const SITES = ['plain', 'audience', 'presenter'] as const
type Built = (typeof SITES)[number]

/** Of the client that follows the presenting server. */
const CLIENT = 'EventSource'
const PRESENTERS = /presenter|overview|notes|entry|print|drawing|drauu/i

describe('the sites of one deck', () => {
  const sites = {} as Record<Built, SiteFile[]>
  const holding = (variant: Built, text: string): string[] =>
    sites[variant].filter(({ bytes }) => bytes.includes(text)).map(({ name }) => name)

  beforeAll(async () => {
    for (const variant of SITES) {
      const names = await readdir(inject('district')[variant], { recursive: true, withFileTypes: true })
      sites[variant] = await Promise.all(
        names
          .filter(entry => entry.isFile())
          .map(async ({ parentPath, name }) => ({ name, bytes: await readFile(join(parentPath, name)) })),
      )
    }
  })

  it.each([NOTE, COMMENT, ASIDE])("%s is in no byte of the audience's", canary => {
    expect(sites.audience.length).toBeGreaterThan(20)
    expect(holding('audience', canary)).toEqual([])
  })

  it("know their stamps, and the audience's which of its files are of which slide", async () => {
    const { audience, presenter, plain } = inject('district')
    const stamps = await Promise.all([audience, presenter, plain].map(readSiteStamp))
    expect(stamps).toEqual([expect.stringMatching(/^[\w-]{16}$/), expect.stringMatching(/^[\w-]{16}$/), ''])
    expect(stamps[0]).not.toBe(stamps[1])
    const files = await readSlideFiles(audience)
    const slides = Object.entries(files).filter(([name]) => /\/md-[\w-]+\.js$/.test(name))
    expect(slides.length).toBeGreaterThan(15)
    expect(new Set(slides.flatMap(([, pages]) => pages)).size).toBe(slides.length)
    expect(files['photos/quay.jpg']).toEqual([2])
    expect(files[Object.keys(files).find(name => name.includes('ReadPage'))!]).toEqual([])
    const names = sites.audience.map(({ name }) => name)
    // What all slides need is of none of them.
    for (const [, entry] of (await readFile(join(audience, 'index.html'), 'utf8')).matchAll(
      /(?:src|href)="\/(assets\/[^"]+)"/g,
    ))
      expect([entry, entry! in files]).toEqual([entry, false])
    expect(names).not.toContain('manifest.json')
  })

  it('the presenter has the notes, and so has the plain site', () => {
    expect(holding('presenter', NOTE)).toHaveLength(1)
    expect(holding('plain', NOTE)).toHaveLength(1)
  })

  it('the audience has neither pages of the presenter nor their files', () => {
    expect(sites.audience.map(({ name }) => name).filter(name => PRESENTERS.test(name))).toEqual([])
    expect(sites.plain.map(({ name }) => name).filter(name => PRESENTERS.test(name))).not.toEqual([])
    for (const mark of [
      'notes-vertical-resizer',
      'Draw with stylus',
      'print-slide-container',
      '/notes-edit',
      '/overview',
    ])
      expect([mark, holding('audience', mark)]).toEqual([
        mark,
        mark === 'print-slide-container'
          ? holding('audience', 'hb-reading-slide').filter(name => name.endsWith('.js'))
          : [],
      ])
  })

  it('the presenter can draw, and lives below its own base', () => {
    expect(holding('presenter', '手写')).toHaveLength(1)
    expect(String(sites.presenter.find(({ name }) => name === 'index.html')?.bytes)).toContain(
      'src="/presenter/assets/',
    )
  })

  it('the plain one knows nothing of the server', () => {
    expect(holding('plain', CLIENT)).toEqual([])
  })

  it('are kept as long as nothing changes, each apart from the others', async () => {
    const { root } = inject('district')
    const context = testContext(root)
    // What a person has in the environment by chance changes no site.
    const host = { ...context.host, env: { ...context.host.env, [SITE_VARIABLE]: 'presenter' } }
    const deck = await readDeck(root)
    const again = []
    for (const variant of SITES) again.push((await ensureSite({ ...context, deck, host, variant })).cached)
    expect(again).toEqual([true, true, true])
  })
})
