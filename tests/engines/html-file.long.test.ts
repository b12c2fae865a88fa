import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'
import { pathToFileURL } from 'node:url'
import { packSite } from '../../scripts/export/html/pack.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { readDeck } from '../../scripts/lib/deck.ts'
import { ensureSite } from '../../scripts/site/ensure.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { ROOT } from '../support/project.ts'
import { PHONE } from './support/tab.ts'
import { describeEngines, test } from './support/test.ts'
import { until, untilShown } from './support/wait.ts'

const FIRST = 5

describeEngines('the deck at the root as one HTML file, from a folder', openTab => {
  const life = new Lifecycle()
  let url: string
  test.beforeAll(async () => {
    const deck = await readDeck(ROOT)
    const site = await ensureSite({ root: ROOT, deck, host: currentHost(), life, log: silentLog, variant: 'file' })
    const folder = await mkdtemp(path.join(tmpdir(), 'huibao-'))
    life.defer(() => rm(folder, { recursive: true }))
    const file = path.join(folder, '汇报 一.html')
    await writeFile(file, await packSite(site.folder))
    url = pathToFileURL(file).href
    return () => life.disposeAsync()
  }, 300_000)

  test('shows slides, turned by keys, with the evidence of their figures', async () => {
    const tab = await openTab()
    await tab.open(`${url}#/${FIRST}`)
    await untilShown(tab, FIRST)
    await tab.press('ArrowRight')
    await until('the figure can be asked', () =>
      tab.click(
        () => [...document.querySelectorAll('[data-figure]')].find(each => each.getClientRects().length > 0),
        '',
      ),
    )
    await until('its evidence is shown', () =>
      tab.evaluate(() =>
        [...document.querySelectorAll('[class*=hb-evidence]')].some(each => each.textContent.includes('数据依据')),
      ),
    )
    const asked = await tab.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter(name => !name.startsWith('data:')),
    )
    expect(asked).toEqual([])
  })

  test('is a page to read on a phone, which keeps its place in the address', async () => {
    const tab = await openTab(PHONE)
    await tab.open(`${url}#/9`)
    await until('slide 9 is read', () =>
      tab.evaluate(
        () =>
          location.hash === '#/read#9' &&
          document.querySelector('[id="9"] h2, [id="9"] h3, [id="9"] blockquote') !== null,
      ),
    )
    await tab.evaluate(() => document.querySelector<HTMLElement>('.hb-reading a[href="#3"]')!.click())
    await until('its contents lead to a chapter', () => tab.evaluate(() => location.hash === '#/read#3'))
  })
})
