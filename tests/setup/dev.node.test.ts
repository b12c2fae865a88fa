import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeDeck, ROOT } from '../support/project.ts'
import { serve, until } from './slidev.ts'

const SLIDES = `---
theme: none
title: 试验
favicon: /favicon.svg
fonts:
  provider: none
layout: cover
---

# 试验

---
time: 45
---

## 货值<Fig id="cargo" />

<FigureGrid :ids="['cargo', 'berth']" />

<!--
货值<Fig id="cargo" />。
-->

---
layout: appendix
---

## 附录

<AppendixTable chapter="harbour" />
`

describe('the dev server', { timeout: 180_000 }, () => {
  let folder: string
  let slides: string
  let data: string
  let server: Awaited<ReturnType<typeof serve>>
  const payloads: { type: string; err?: { message: string } }[] = []
  let socket: WebSocket

  const slide = async (no = 2): Promise<{ title: string; noteHTML: string }> =>
    (await (await fetch(`${server.origin}/__slidev/slides/${no}.json`)).json()) as { title: string; noteHTML: string }
  const module = async (path: string): Promise<string> => (await fetch(`${server.origin}${path}?import`)).text()
  const page = async (): Promise<string> => {
    // The one is known to the server only through the other.
    expect(await module('/@slidev/slides/2/md')).toContain('/slides.md__slidev_2.md')
    return module('/slides.md__slidev_2.md')
  }
  const edit = async (file: string, from: string, to: string): Promise<void> => {
    const text = await readFile(file, 'utf8')
    expect(text).toContain(from)
    await writeFile(file, text.replaceAll(from, to))
  }

  beforeAll(async () => {
    folder = await composeDeck('setup-dev', 'other-district')
    slides = join(folder, 'slides.md')
    await writeFile(slides, SLIDES)
    data = join(folder, 'data/deck.ts')
    server = await serve(folder)
    socket = new WebSocket(server.origin.replace('http', 'ws'), 'vite-hmr')
    socket.addEventListener('message', ({ data }) =>
      payloads.push(JSON.parse(String(data)) as (typeof payloads)[number]),
    )
    await until('the socket', () => socket.readyState === WebSocket.OPEN || undefined)
  }, 180_000)

  afterAll(async () => {
    socket?.close()
    await server?.close()
  })

  it('prints figures into titles and notes', async () => {
    expect(await slide()).toMatchObject({
      title: '货值突破840亿元',
      noteHTML:
        '<p><span data-number="time">计划 45 秒</span></p>\n<p>货值<span data-figure="cargo">突破840亿元</span>。</p>\n',
    })
  })

  it('serves the whole fonts', async () => {
    expect(await module(`/@fs${ROOT}styles/index.ts`)).toContain('/.huibao-fonts.css')
    const css = await module('/.huibao-fonts.css')
    const urls = [...css.matchAll(/url\(["']?([^"')]+\.ttf)/g)].map(([, url]) => url!)
    expect(urls).toHaveLength(4)
    const font = await fetch(new URL(urls[0]!, server.origin))
    expect((await font.arrayBuffer()).byteLength).toBeGreaterThan(5_000_000)
  })

  it('shows a wrong id in a box with its line, and heals', async () => {
    const box = await until('the box', async () => /FigureError[\s\S]*/.exec(await page())?.[0])
    expect(box).toContain('"berth"')
    expect(box).toMatch(/line: ?18/)
    await edit(slides, "'berth'", "'berths'")
    const healed = await until('the page without the box', async () => {
      const text = await page()
      return text.includes('FigureError') ? undefined : text
    })
    expect(healed).toContain('berths')
  })

  it('brings changed data to titles and notes, and reports wrong data until it is right', async () => {
    await edit(data, '840', '850')
    await until('the new value', async () => (await slide()).noteHTML.includes('突破850亿元') || undefined)
    expect((await slide()).title).toBe('货值突破850亿元')
    await edit(data, 'value: 850', 'value: 851')
    const error = await until('the error', () => payloads.find(({ type }) => type === 'error'))
    expect(error.err?.message).toMatch(/^数据有 1 处问题：\n.*cargo/)
    payloads.length = 0
    await edit(data, 'value: 851', 'value: 850')
    await until('the reload', () => payloads.find(({ type }) => type === 'full-reload'))
    expect((await slide()).title).toBe('货值突破850亿元')
  })

  it('spreads the appendix over more slides as soon as its rows need them', async () => {
    expect((await slide(3)).title).toBe('附录')
    await edit(data, "label: '", "label: '全区上下一年来共同努力做到的")
    await until('the second page', async () => (await slide(4)).title === '附录（下）' || undefined)
    expect((await slide(3)).title).toBe('附录（上）')
    expect(await module('/slides.md__slidev_4.md')).toMatch(/part: ?2/)
    await edit(data, "label: '全区上下一年来共同努力做到的", "label: '")
    await until('the only page', async () => (await slide(3)).title === '附录' || undefined)
  })

  it('says over the page where lines would be misread, until they are right', async () => {
    payloads.length = 0
    await edit(slides, '\n---\ntime: 45', '\n---\n口岸小结\n\n---\ntime: 45')
    const error = await until('the error', () => payloads.find(({ type }) => type === 'error'))
    expect(error.err?.message).toMatch(
      /^文稿有 1 处问题，改好后再生成：\n {2}slides\.md:13 .*“口岸小结”.*请在 --- 下面空一行$/,
    )
    payloads.length = 0
    await edit(slides, '\n---\n口岸小结\n\n---\ntime: 45', '\n---\ntime: 45')
    await until('the reload', () => payloads.find(({ type }) => type === 'full-reload'))
  })

  it('does not let the browser write to the slides', async () => {
    const before = await readFile(slides, 'utf8')
    const answer = await fetch(`${server.origin}/__slidev/slides/2.json`, {
      method: 'POST',
      body: JSON.stringify({ note: '改' }),
    })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ title: '货值突破850亿元' })
    expect((await fetch(`${server.origin}/__mcp`, { method: 'POST', body: '{}' })).status).toBe(403)
    expect(
      await until('the advice', () => payloads.find(({ err }) => err?.message.includes('第 12 行'))?.err?.message),
    ).toBe('网页上不能修改幻灯片，请在 slides.md 第 12 行起的这一页里改')
    expect(await readFile(slides, 'utf8')).toBe(before)
  })

  // Last, for Slidev starts its server anew where it sees a formula.
  it('reads figures as words of their sentence, and dollar signs as themselves', async () => {
    await edit(slides, '<FigureGrid', '<Fig id="cargo" />\n**大增**，外资US$甲，合同US$乙。\n\n<FigureGrid')
    const text = await until('the sentence', async () => /const _hoisted[\s\S]*/.exec(await page())?.[0])
    expect(text).toContain('外资US$甲，合同US$乙')
    expect(text).toMatch(/"strong"[^\n]*大增/)
    await edit(slides, '。\n-->', '，外资US$甲，合同US$乙。\n-->')
    const { noteHTML } = await until('the note', async () => {
      const found = await slide()
      return found.noteHTML.includes('外资') ? found : undefined
    })
    expect(noteHTML).toContain('外资US$甲，合同US$乙')
  })
})
