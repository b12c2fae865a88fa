import { expect } from 'vitest'
import type { PaintedItem, SlideFacts } from '../../scripts/export/pptx/facts.ts'
import { callModule } from '../../scripts/lib/page-modules.ts'
import { test } from '../support/test.ts'

const PICTURE = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>')}`

/** What stands for an item, in the order of painting. */
function told(item: PaintedItem): string {
  switch (item.kind) {
    case 'text':
      return `${item.role} ${item.lines.map(runs => runs.map(({ text }) => text).join('')).join('⏎')}`
    case 'box':
      return `box ${item.fill?.slice(0, 3).join(',') ?? item.gradient ?? item.borders.map(({ side }) => side).join()}`
    case 'picture':
      return `picture ${item.source.slice(0, 6)}`
    case 'drawing':
      return `drawing ${item.parts.length} ${item.alt}`
    case 'table':
      return `table ${item.rows.map(({ cells }) => cells.length).join()}`
  }
}

test('what a slide paints is read in the order in which it is painted', async ({ open }) => {
  const page = await open('/')
  const read = async (html: string): Promise<PaintedItem[]> => {
    await page.evaluate(body => {
      document.body.innerHTML = `<div class="print-slide-container" id="001-01" style="position: relative;
        width: 1280px; height: 720px; font: 20px sans-serif">${body}</div>`
    }, html)
    const [slide] = await callModule<SlideFacts[]>(page, 'scripts/export/pptx/page/collect.ts', 'collectSlides')
    return slide!.items
  }
  const cases: Record<string, [html: string, items: string[]]> = {
    'grounds are below all texts': [
      '<p style="margin: 0">一<code style="background: rgb(1, 2, 3)">二</code></p>',
      ['box 1,2,3', 'other 一二'],
    ],
    'what is positioned is above what is not': [
      '<div style="position: absolute; background: rgb(1, 2, 3); inset: 0"></div><p>上面没有</p>',
      ['other 上面没有', 'box 1,2,3'],
    ],
    'layers are in their order': [
      `<div style="position: absolute; z-index: 2">二</div><div style="position: absolute; z-index: 1">一</div>
       <div style="position: absolute; z-index: -1">底</div>`,
      ['other 底', 'other 一', 'other 二'],
    ],
    'style sheets draw, too': [
      `<style>.a { position: relative; width: 100px; height: 100px }
       .a::after { content: ''; position: absolute; inset: 0 auto auto 0; width: 9px; height: 9px; background: rgb(4, 5, 6) }
       </style><div class="a">甲</div>`,
      ['other 甲', 'box 4,5,6'],
    ],
    'pictures, those of style sheets and those that no file gives': [
      `<img alt="图" src="${PICTURE}"><div style="width: 40px; height: 40px; background: url('${PICTURE}')"></div>
       <input type="checkbox" checked>`,
      ['picture data:i', 'picture data:i', 'picture shot:1'],
    ],
    'headings, the first prose and numbers of pages are known': [
      '<div data-huibao-content><h2>题</h2><p>话</p><p>又</p></div><p data-number="page">3</p>',
      ['title 题', 'body 话', 'other 又', 'number 3'],
    ],
    'tables hold their texts and grounds': [
      '<table><tr><th style="background: rgb(1, 2, 3)">甲</th><td>乙</td></tr></table>',
      ['table 2'],
    ],
    'drawings hold theirs': [
      '<svg aria-label="图" width="99" height="99"><rect width="9" height="9" fill="red"/><text y="20">十</text></svg>',
      ['drawing 2 图'],
    ],
    'what is not seen is not read': [
      '<p style="visibility: hidden">无</p><div style="display: none; background: red">无</div>',
      [],
    ],
  }
  for (const [name, [html, items]] of Object.entries(cases)) expect((await read(html)).map(told), name).toEqual(items)
  const [drawing] = await read(
    '<svg width="99" height="99" stroke="red"><line y2="100%"/><circle cx="50%" r="9"/></svg>',
  )
  expect(drawing).toMatchObject({
    parts: [{ path: 'M0 0L0 99' }, { path: 'M40.5 0A9 9 0 1 1 58.5 0A9 9 0 1 1 40.5 0Z' }],
  })
})

test('an image is where its frame shows it', async ({ open }) => {
  const page = await open('/')
  await page.evaluate(source => {
    document.body.innerHTML = `<div class="print-slide-container" id="001-01" style="position: fixed; inset: 0">
      <img src="${source}" style="position: absolute; left: 0; top: 0; width: 100px; height: 100px; object-fit: cover;
        object-position: 25% 50%"></div>`
  }, PICTURE)
  const [slide] = await callModule<SlideFacts[]>(page, 'scripts/export/pptx/page/collect.ts', 'collectSlides')
  expect(slide!.items).toMatchObject([
    {
      rect: { left: 0, top: 0, right: 100, bottom: 100 },
      whole: { left: -25, top: 0, right: 175, bottom: 100 },
    },
  ])
})
