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

test('a page to read keeps the presented slide at its top while slides around it change their height', async ({
  hall,
}) => {
  const laptop = await hall.pair(LAPTOP)
  const reader = await hall.visit('', PHONE)
  await reader.locator('.hb-reading-present[data-no="1"]').waitFor()
  await laptop.locator('.hb-desk').waitFor()
  const tops: number[] = []
  for (const page of [9, 15, 12]) {
    await laptop.keyboard.type(String(page))
    await laptop.keyboard.press('Enter')
    await reader.locator(`.hb-reading-present[data-no="${page}"]`).waitFor()
    tops.push(await reader.evaluate(restingTop, page))
  }
  const bar = await reader
    .locator('.hb-reading-slide')
    .first()
    .evaluate(each => getComputedStyle(each).scrollMarginTop)
  expect(tops).toEqual(tops.map(() => Number.parseInt(bar)))
})

/* Runs in the page: how far from the top a slide stands once nothing has moved for half a second. */
async function restingTop(page: number): Promise<number> {
  const place = () => Math.round(document.getElementById(String(page))!.getBoundingClientRect().top)
  let last = place()
  for (let frames = 0; frames < 30; frames += 1) {
    await new Promise(resolve => requestAnimationFrame(resolve))
    if (place() !== last) frames = 0
    last = place()
  }
  return last
}
