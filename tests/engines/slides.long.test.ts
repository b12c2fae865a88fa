import { expect, inject } from 'vitest'
import { readDeck } from '../../scripts/lib/deck.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { serveSite } from '../../scripts/site/serve.ts'
import { ROOT } from '../support/project.ts'
import { inkPieces } from './support/ink.ts'
import { findRunovers } from './support/runovers.ts'
import { PHONE, type Tab } from './support/tab.ts'
import { describeEngines, test } from './support/test.ts'
import { untilRead, untilShown } from './support/wait.ts'

describeEngines('the deck at the root', openTab => {
  const life = new Lifecycle()
  let origin: string
  let tab: Tab
  test.beforeAll(async () => {
    origin = await serveSite(inject('deck'), life)
    tab = await openTab()
    return () => life.disposeAsync()
  }, 60_000)

  test('is shown on every slide, its charts drawn, and nothing runs over its room', async () => {
    const { total } = await readDeck(ROOT)
    const found: string[] = []
    for (let no = 1; no <= total; no += 1) {
      await tab.open(`${origin}/${no}`)
      await untilShown(tab, no)
      found.push(...(await tab.evaluate(findRunovers)).map(each => `slide ${no}: ${each}`))
    }
    expect(found).toEqual([])
  })

  test('has its characters beside each other', async () => {
    await tab.open(`${origin}/1`)
    await untilShown(tab, 1)
    expect(await inkPieces(tab, false)).toEqual(await inkPieces(tab, true))
  })

  test('is read on a phone, and nothing is wider than that', async () => {
    const phone = await openTab(PHONE)
    await phone.open(`${origin}/1`)
    await phone.open(`${origin}/read?all`)
    await untilRead(phone)
    expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    const [charts, failed] = await phone.evaluate(() =>
      ['.hb-chart svg', '[data-huibao-error]'].map(each => document.querySelectorAll(each).length),
    )
    expect(charts).toBeGreaterThan(5)
    expect(failed).toBe(0)
  })
})
