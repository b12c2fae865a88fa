import { EventEmitter } from 'node:events'
import type { Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'
import { watchPage } from '../../scripts/export/watch.ts'

const SITE = 'http://127.0.0.1:1234'

/** A page with 100 slides, of which only what it fetches is known. */
function fakePage() {
  const page = new EventEmitter()
  const watch = watchPage(page as unknown as Page, SITE, 100)
  const begin = (url: string): object => {
    const request = { url: () => url, failure: () => null }
    page.emit('request', request)
    return request
  }
  const end = (request: object): void => void page.emit('requestfinished', request)
  return { watch, begin, end }
}

describe('a page that fetches files', () => {
  it.each<[string, (time: number) => string]>([
    ['a file of each slide', time => `${SITE}/assets/slide-${time}.js`],
    ['data that stands in the page', () => 'data:image/png;base64,AAAA'],
  ])('may fetch %s, one after the other', (_, urlOf) => {
    const { watch, begin, end } = fakePage()
    for (let time = 0; time < 1000; time++) end(begin(urlOf(time)))
    expect([watch.isEndless(), [...watch.faults]]).toEqual([false, []])
  })

  it('may fetch the same file once for each slide, and many times at once', () => {
    const { watch, begin, end } = fakePage()
    for (let slide = 0; slide < 100; slide++) end(begin(`${SITE}/map.json`))
    Array.from({ length: 1000 }, () => begin(`${SITE}/map.json`)).forEach(end)
    expect([watch.isEndless(), [...watch.faults]]).toEqual([false, []])
  })

  it.each<[string, (time: number) => string]>([
    ['as it is', () => `${SITE}/api/数.json`],
    ['at ever new times', time => `${SITE}/api/数.json?t=${time}`],
  ])('has a fault where it fetches a file again and again, %s', (_, urlOf) => {
    const { watch, begin, end } = fakePage()
    let before = begin(urlOf(0))
    for (let time = 1; time < 1000; time++) {
      // A script goes on before its file has come as a whole.
      const next = begin(urlOf(time))
      end(before)
      before = next
    }
    expect(watch.isEndless()).toBe(true)
    expect([...watch.faults.keys()]).toEqual(['一直在重复取同一个文件，停不下来：/api/数.json'])
  })
})
