import { describe, expect, it } from 'vitest'
import { HuibaoError } from '../../model/errors.ts'
import { factsOf, factsText } from '../../model/facts.ts'
import { readHtml } from '../../scripts/check/exported/html/read.ts'
import { knownDeck } from '../../scripts/check/exported/known.ts'
import { judgeExport } from '../../scripts/check/exported/judge.ts'
import type { NumberSnapshot } from '../../scripts/check/numbers/facts.ts'
import type { NumbersRendering } from '../../scripts/check/rendering.ts'
import { boundElement, data, snapshot, textRun } from './support/numbers.ts'

const FACTS = factsText(factsOf({ title: '', lang: 'zh-CN' }, data.figures, {}))
const html = (facts = FACTS): Uint8Array =>
  new TextEncoder().encode(`<html><script type="application/json" id="huibao-facts">${facts}</script></html>`)

const says = (no: number, text: string, alt: string): NumberSnapshot => ({
  ...snapshot({ no, title: text }),
  textRuns: [
    textRun({ parts: [{ text, boundElement: undefined }] }),
    textRun({ channel: 'attribute', name: 'alt', element: 'img', parts: [{ text: alt, boundElement: undefined }] }),
  ],
  boundElements: [boundElement({ figure: 'shops' })],
})

const rendering = ({ slide = '商铺累计300家', alt = '300家', read = '商铺300家', note = '300家。' } = {}) =>
  ({
    ...{ facts: '', drawings: [], problems: [] },
    slides: [says(0, '一年', ''), says(1, slide, alt)],
    reading: [says(0, '一年', ''), says(1, read, alt)],
    notes: [{ title: '商铺', snapshot: says(1, note, '') }],
  }) satisfies NumbersRendering

const deck = {
  ...{ title: '一年', author: '', subject: '', keywords: [], lang: 'zh-CN', fileName: 'x' },
  ...{ canvas: { width: 16, height: 9 }, total: 1, layouts: [], files: [] },
}
const known = knownDeck(rendering(), [], data, deck)
const told = async (rendered: NumbersRendering, content = html()): Promise<string[]> =>
  judgeExport('x.html', await readHtml('x.html', content, { render: async () => rendered }), known).map(
    ({ element, measured, expected }) => `${element} ${measured}；${expected}`,
  )

describe('a site in one HTML file', () => {
  it('that says what the deck’s own site says has nothing to be told', async () => {
    expect(await told(rendering())).toEqual([])
  })

  it.each<[string, Parameters<typeof rendering>[0], string]>([
    ['a slide', { slide: '商铺累计308家' }, 'p “308家”和文稿不一样；“300家”'],
    ['an alternative text', { alt: '360家' }, 'img[alt] “360家”和文稿不一样；“300家”'],
    ['the page to read', { read: '商铺390家' }, 'p “390家”和文稿不一样；“300家”'],
    ['a note', { note: '200家。' }, 'p “200家”和文稿不一样；“300家”'],
  ])('is told of %s', async (_, edit, said) => {
    expect(await told(rendering(edit))).toContain(said)
  })

  it('is told of its data', async () => {
    expect((await told(rendering(), html(FACTS.replace('300家', '380家')))).join()).toContain('印法写成了“380家”')
  })

  it('that is none, or does not open, is refused', async () => {
    await expect(told(rendering(), new TextEncoder().encode('<html>'))).rejects.toThrow('export -- html')
    const broken = readHtml('x.html', html(), { render: () => Promise.reject(new HuibaoError('没有页面')) })
    await expect(broken).rejects.toThrow('读不了 x.html：打不开：没有页面')
  })
})
