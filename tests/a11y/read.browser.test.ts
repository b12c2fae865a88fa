import { expect } from 'vitest'
import { openAll } from '../read/support/page.ts'
import { test } from '../support/test.ts'
import { findCut, WIDE_TEXT } from './support/cut.ts'

/** What would cut text off, to show that it would be seen. */
const TOO_NARROW = `
main :is(h1, h2) { width: 4em !important; overflow: hidden !important }
main :is(h1, h2) * { white-space: nowrap !important }
`

// 320 px is a window of 1280 px at 400 %, and less than most phones have at 200 %. All else is judged in tests/read.
test('the page to read is complete at four times its size, however widely its text is spaced', async ({ open }) => {
  const page = await openAll(open, '', { viewport: { width: 320, height: 800 } })
  expect(await page.evaluate(findCut)).toEqual([])
  await page.addStyleTag({ content: WIDE_TEXT })
  expect(await page.evaluate(findCut)).toEqual([])
  await page.addStyleTag({ content: TOO_NARROW })
  expect(await page.evaluate(findCut)).not.toEqual([])
})
