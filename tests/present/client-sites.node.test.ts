import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDeck } from '../../scripts/lib/deck.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { ensureSite } from '../../scripts/site/ensure.ts'
import { variants, type Variant } from '../../scripts/site/variants.ts'
import { composeProject } from '../support/project.ts'

const NOTE = 'canary-in-a-note'
const COMMENT = 'canary-in-frontmatter'
const ASIDE = 'canary-in-a-comment'

const SLIDES = `---
# ${COMMENT}-0
theme: none
title: 试验
lang: zh-CN
aspectRatio: 16/9
canvasWidth: 1280
favicon: /favicon.svg
presenter: true
fonts:
  provider: none
layout: cover
time: 20
---

# 封面

<!--
${NOTE}-1，货值<Fig id="cargo" />
-->

---
# ${COMMENT}-2
chapter: harbour
---

## 货值<Fig id="cargo" />

<!-- ${ASIDE} -->

<v-click>一</v-click>

<!-- ${NOTE}-2 [click] ${NOTE}-3 -->
`

interface SiteFile { name: string, bytes: Buffer }

/** Of the client that follows the presenting server. */
const CLIENT = 'EventSource'
const PRESENTERS = /presenter|overview|notes|entry|print|drawing|drauu/i

describe('the sites of one deck', () => {
  const life = new Lifecycle()
  const sites = {} as Record<Variant, SiteFile[]>
  const holding = (variant: Variant, text: string): string[] => sites[variant].filter(({ bytes }) => bytes.includes(text)).map(({ name }) => name)
  let folder: string

  async function ensure(variant: Variant): Promise<{ folder: string, cached: boolean }> {
    // What a person has in the environment by chance changes no site.
    const host = currentHost()
    return ensureSite({ root: folder, deck: await readDeck(folder), host: { ...host, env: { ...host.env, HUIBAO_SITE: 'presenter' } }, life, log: silentLog, variant })
  }

  beforeAll(async () => {
    folder = await composeProject('present-sites', 'other-district', SLIDES)
    for (const variant of Object.keys(variants) as Variant[]) {
      const site = await ensure(variant)
      const names = await readdir(site.folder, { recursive: true, withFileTypes: true })
      sites[variant] = await Promise.all(names.filter(entry => entry.isFile()).map(async ({ parentPath, name }) => ({ name, bytes: await readFile(join(parentPath, name)) })))
    }
  }, 180_000)
  afterAll(() => life.dispose())

  it.each([NOTE, COMMENT, ASIDE])('%s is in no byte of the audience\'s', (canary) => {
    expect(sites.audience.length).toBeGreaterThan(20)
    expect(holding('audience', canary)).toEqual([])
  })

  it('the presenter has the notes, and so has the plain site', () => {
    expect(holding('presenter', NOTE)).toHaveLength(1)
    expect(holding('plain', NOTE)).toHaveLength(1)
  })

  it('the audience has neither pages of the presenter nor their files', () => {
    expect(sites.audience.map(({ name }) => name).filter(name => PRESENTERS.test(name))).toEqual([])
    expect(sites.plain.map(({ name }) => name).filter(name => PRESENTERS.test(name))).not.toEqual([])
    for (const mark of ['notes-vertical-resizer', '_originalPointerId', 'print-slide-container', '/notes-edit', '/overview'])
      expect([mark, holding('audience', mark)]).toEqual([mark, mark === 'print-slide-container' ? holding('audience', 'hb-reading-slide').filter(name => name.endsWith('.js')) : []])
  })

  it('the presenter can draw, and lives below its own base', () => {
    expect(holding('presenter', '_originalPointerId')).toHaveLength(1)
    expect(String(sites.presenter.find(({ name }) => name === 'index.html')?.bytes)).toContain('src="/presenter/assets/')
  })

  it('the plain one knows nothing of the server', () => {
    expect(holding('plain', CLIENT)).toEqual([])
  })

  it('are kept as long as nothing changes, each apart from the others', async () => {
    const again: boolean[] = []
    for (const variant of Object.keys(variants) as Variant[])
      again.push((await ensure(variant)).cached)
    expect(again).toEqual([true, true, true])
  })
})
