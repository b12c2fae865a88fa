import type { SlideInfo } from '@slidev/types'
import { parse } from '@slidev/parser/core'
import { describe, expect, it } from 'vitest'
import { figureExtension } from '../../setup/deck/extension.ts'
import { markErrors } from '../../setup/deck/mark.ts'
import { DeckError, problemLine, problemsMessage } from '../../setup/deck/problems.ts'
import { checkedSlide, figureProblems } from '../../setup/deck/slides.ts'
import { data } from './deck-data.ts'

/** Slides of a Markdown text, parsed by Slidev with our hooks. */
async function slides(markdown: string): Promise<SlideInfo[]> {
  const parsed = await parse(markdown, '/deck/slides.md', [figureExtension({ data })])
  return parsed.slides.map((source, index) => ({ ...source, index, source, frontmatter: { ...source.frontmatter } }) as unknown as SlideInfo)
}

async function problems(markdown: string): Promise<string[]> {
  return figureProblems(await slides(markdown), data, '/deck').map(problem => problemLine(problem).trim())
}

/** The content of the first slide with its wrong tags replaced. */
async function marked(markdown: string): Promise<string> {
  const [slide] = await slides(markdown)
  return markErrors(checkedSlide(slide!), 'slides.md', data)
    .toReversed()
    .reduce((text, { start, end, text: replacement }) => text.slice(0, start) + replacement + text.slice(end), slide!.source.contentRaw)
}

const DECK = `---
title: 题
---

# 一 <Fig id="gdp" />

---
figures: [gdp, gone]
time: soon
---

## 二

<FigureGrid
  :ids="['gdp',
    'rodas']" />

\`\`\`html
<Fig id="in-code" />
\`\`\`

<!-- <Fig id="aside" /> -->

末行

<!--
全年<Fig id="gdb" />，
<Fig id="gdp" as="loud" />
-->

---

## 三 <Fig />
`

describe('checking a deck', () => {
  it.each([['LF', DECK], ['CRLF', DECK.replaceAll('\n', '\r\n')]])('finds everything with file, line and slide: %s', async (_, text) => {
    expect(await problems(text)).toEqual([
      'slides.md:8（第 2 页）  没有编号为“gone”的数据，最接近的是：gdp',
      'slides.md:9（第 2 页）  time 是计划的秒数，例如 time: 45，现在写的是“soon”',
      'slides.md:16（第 2 页）  没有编号为“rodas”的数据，最接近的是：ratio、roads',
      'slides.md:27（第 2 页）  没有编号为“gdb”的数据，最接近的是：gdp',
      'slides.md:28（第 2 页）  没有“loud”这种写法，as 只能是 plain、worded、signed、period',
      'slides.md:33（第 3 页）  <Fig> 没有直接写明数据编号，应写成 <Fig id="…" />',
    ])
  })

  it('lets a right deck pass', async () => {
    expect(await problems('---\nfigure: gdp\ntime: 0\n---\n\n# 一 <Fig id="gdp" as="worded" />\n\n<Fig :id="which" :as="how" />\n\n<!-- <Fig id="roads"></Fig> -->')).toEqual([])
  })

  it('lists all problems in one message that hides its stack', () => {
    const error = new DeckError(problemsMessage([{ file: 'slides.md', line: 3, slide: 1, message: '甲' }, { file: 'data/a.ts', line: 4, message: '乙' }]))
    expect(error.stack).toBe('幻灯片有 2 处问题，改好后再生成：\n  slides.md:3（第 1 页）  甲\n  data/a.ts:4  乙')
  })
})

describe('frontmatter ids', () => {
  it.each([
    ['scalar', 'figure: gone', 2],
    ['quoted', 'figure: "gone" # 说明', 2],
    ['list', 'layout: a\nfigures: [gdp, gone]', 3],
    ['list over lines', 'figures: [\n  gdp,\n  gone\n]', 4],
    ['dashes', 'figures:\n  - gdp\n  - gone\nlayout: a', 4],
    ['dashes at the margin', 'figures:\n- gdp\n- gone\nlayout: a', 4],
  ])('%s', async (_, frontmatter, line) => {
    const found = figureProblems(await slides(`---\n${frontmatter}\n---\n\n# 一`), data, '/deck')
    expect(found).toMatchObject([{ line, message: expect.stringContaining('“gone”') as string }])
  })

  it('takes unknown ids away from the layout but not from the file', async () => {
    const [slide] = await slides('---\nfigures: [gdp, gone]\nfigure: gone\n---\n\n# 一')
    expect(slide!.frontmatter).toEqual({ figures: ['gdp'], title: '一' })
    expect(slide!.source.frontmatterDoc!.toString()).toBe('figures: [ gdp, gone ]\nfigure: gone\n')
  })
})

describe('red boxes', () => {
  it.each([
    ['in the place of the tag', '好 <Fig id="gone" /> 好', '好 <FigureError :ids="[&quot;gone&quot;]" file="slides.md" :line="1" /> 好'],
    ['right tags stay', '<Fig id="gdp" />', '<Fig id="gdp" />'],
    ['content goes with its tag', '<BigNumber id="gone">a<BigNumber id="gdp">b</BigNumber></BigNumber>尾', '<FigureError :ids="[&quot;gone&quot;]" file="slides.md" :line="1" />尾'],
    ['only the wrong ids are named', '一\n\n<FigureGrid\n  :ids="[\'gdp\', \'x\', \'y\']" />', '一\n\n<FigureError :ids="[&quot;x&quot;,&quot;y&quot;]" file="slides.md" :line="4" />'],
    ['conditions and clicks stay', '<Fig v-if="a" v-click="2" id="gone" v-bind="b" #default />', '<FigureError :ids="[&quot;gone&quot;]" file="slides.md" :line="1" v-if="a" v-click="2" #default />'],
    ['ids are escaped', '<Fig id=\'a"<b\' />', '<FigureError :ids="[&quot;a\\&quot;&lt;b&quot;]" file="slides.md" :line="1" />'],
    ['frontmatter', '---\nfigure: gone\n---\n\n# 一', '<FigureError :ids="[&quot;gone&quot;]" file="slides.md" :line="2" />\n\n# 一'],
  ])('%s', async (_, text, expected) => {
    expect(await marked(text)).toBe(expected)
  })
})
