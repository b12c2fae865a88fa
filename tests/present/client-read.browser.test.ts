import { expect } from 'vitest'
import { LAPTOP, PHONE, test } from './support/hall.ts'

test("whoever reads on their own finds the presenter's slide marked when they come to it", async ({ hall }) => {
  const laptop = await hall.pair(LAPTOP)
  const reader = await hall.visit('read', PHONE)
  const marked = () => reader.locator('.hb-reading-present').evaluateAll(all => all.map(each => each.dataset.no))
  await expect.poll(marked).toEqual(['1'])
  await reader.mouse.move(200, 400)
  await reader.mouse.wheel(0, 60)
  await laptop.locator('.hb-desk').waitFor()
  const { origin } = new URL(laptop.url())
  await laptop.request.post(`${origin}/command`, {
    data: { type: 'goto', page: 15, clicks: 0 },
    headers: { Origin: origin },
  })
  await expect.poll(marked).toEqual(['15'])
  const section = reader.locator('section[data-no="15"]')
  const isReached = () => section.evaluate(each => getComputedStyle(each).contentVisibility)
  expect(await isReached()).toBe('auto')
  await section.evaluate(each => each.scrollIntoView())
  await expect.poll(isReached).toBe('visible')
  expect(await marked()).toEqual(['15'])
})
