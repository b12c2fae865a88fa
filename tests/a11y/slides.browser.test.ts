import { describe, expect, inject, onTestFinished } from 'vitest'
import { test } from '../support/test.ts'
import { findFaults, loadAxe, SKIN_RULES, SLIDEV } from './support/axe.ts'
import { openPrint } from './support/print.ts'
import { settled } from './support/show.ts'
import { findFaintText } from './support/text-contrast.ts'

// color-contrast: its small captions Current, Next, Screen Mirror and the total of slides are set in half-transparent
// grey.
const SLIDEV_PRESENTER = [...SLIDEV, '[op50]', '.op50', '.opacity-50', '#page-root .text-xs']

/** The title of the last slide, hardly to be seen. */
const FAINT = '.print-slide-container:last-child .hb-slide :is(h1, h1 *) { color: rgb(250 250 250 / 10%) !important }'

test('no slide or click has anything that axe objects to, or faint text', async ({ browser, site }) => {
  const page = await openPrint(browser, inject('district').root, site, { clicks: true })
  onTestFinished(() => page.context().close())
  await loadAxe(page)
  expect(await findFaults(page)).toEqual([])
  expect(await findFaintText(page)).toEqual([])
  // Neither is blind to what lies far below the window.
  await page.addStyleTag({ content: FAINT })
  const last = await page.locator('.print-slide-container').last().getAttribute('id')
  expect(await findFaults(page, [], SKIN_RULES)).toEqual([expect.stringContaining(`color-contrast: slide ${last}: `)])
  expect(await findFaintText(page)).toEqual([expect.stringContaining(`slide ${last}: “谢谢” `)])
})

describe('with what the player adds, axe objects to nothing', () => {
  test.for(['/1', '/11?clicks=1', '/18'])('on %s', async (path, { open }) => {
    const page = await open(path)
    await settled(page)
    await loadAxe(page)
    expect(await findFaults(page, SLIDEV)).toEqual([])
  })

  test.for([1, 5])('in the presenter’s view of slide %i', async (slide, { open }) => {
    const page = await open(`/presenter/${slide}`, { viewport: { width: 1600, height: 900 } })
    await page.locator('.slidev-note').first().waitFor()
    await settled(page)
    await loadAxe(page)
    // The h1 over a slide of a chapter is on the slide that opens the chapter.
    expect(await findFaults(page, SLIDEV_PRESENTER, { rules: { 'page-has-heading-one': { enabled: false } } })).toEqual(
      [],
    )
  })
})
