import { expect } from 'vitest'
import { createContext } from '../../scripts/export/open.ts'
import { test } from '../support/test.ts'

const PAGE =
  `<meta http-equiv="Content-Security-Policy" content="script-src 'none'">` +
  `<script>document.documentElement.id = 'run'</script>`

test.for([
  ['is heeded', false, ''],
  ['is not heeded where what looks at pages needs it', true, 'run'],
] as const)('a policy of a page $0', async ([, hasPolicy, id], { browser }) => {
  const deck = { canvas: { width: 960, height: 540 }, lang: 'zh-CN' }
  const context = await createContext(browser, deck, 'http://127.0.0.1:1', 1, hasPolicy)
  const page = await context.newPage()
  await page.setContent(PAGE)
  expect(await page.evaluate(() => document.documentElement.id)).toBe(id)
  await context.close()
})
