import type { ResolvedSlidevOptions, SlideInfo } from '@slidev/types'
import { parse } from '@slidev/parser/core'
import { describe, expect, it } from 'vitest'
import { DataError } from '../../model/problems.ts'
import type { DeckData, LoadedData } from '../../model/slides/context.ts'
import { figureExtension } from '../../model/slides/extension.ts'
import { markErrors } from '../../model/slides/mark.ts'
import { DeckError, problemLine, problemsMessage } from '../../model/slides/problems.ts'
import { checkedSlide, slideProblems } from '../../model/slides/slides.ts'
import { verifyDeck } from '../../setup/vite/verify.ts'
import { data } from './deck-data.ts'

/** Slides of a Markdown text, parsed by Slidev with our hooks. */
async function slides(markdown: string, loaded: LoadedData = { data }): Promise<SlideInfo[]> {
  const parsed = await parse(markdown, '/deck/slides.md', [figureExtension(loaded)])
  return parsed.slides.map(
    (source, index) => ({ ...source, index, source, frontmatter: { ...source.frontmatter } }) as unknown as SlideInfo,
  )
}

async function problems(markdown: string, used = data): Promise<string[]> {
  return slideProblems(await slides(markdown), used, '/deck').map(problem => problemLine(problem).trim())
}

/** The content of the first slide with its wrong tags replaced. */
async function marked(markdown: string): Promise<string> {
  const [slide] = await slides(markdown)
  return markErrors(checkedSlide(slide!), 'slides.md', data)
    .toReversed()
    .reduce(
      (text, { start, end, text: replacement }) => text.slice(0, start) + replacement + text.slice(end),
      slide!.source.contentRaw,
    )
}

const DECK = `---
title: 题
---

# 一 <Fig id="gdp" />

---
chapter: tarde
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

<BigNumber id="gdp" as="loud" />
`

describe('checking a deck', () => {
  it.each([
    ['LF', DECK],
    ['CRLF', DECK.replaceAll('\n', '\r\n')],
  ])('finds everything with file, line and slide: %s', async (_, text) => {
    expect(await problems(text)).toEqual([
      'slides.md:8（第 2 页）  没有编号为“tarde”的章，最接近的是：trade',
      'slides.md:9（第 2 页）  time 是计划的秒数，例如 time: 45，现在写的是“soon”',
      'slides.md:16（第 2 页）  没有编号为“rodas”的数据，最接近的是：ratio、roads',
      'slides.md:27（第 2 页）  没有编号为“gdb”的数据，最接近的是：gdp',
      'slides.md:28（第 2 页）  没有“loud”这种写法，as 只能是 plain、worded、signed、period',
      'slides.md:33（第 3 页）  <Fig> 没有直接写明数据编号，应写成 <Fig id="…" />',
      'slides.md:35（第 3 页）  没有“loud”这种写法，as 只能是 plain、worded、signed、period',
    ])
  })

  it('lets a right deck pass', async () => {
    expect(
      await problems(
        '---\nchapter: city\ntime: 0\n---\n\n# 一 <Fig id="gdp" as="worded" />\n\n<Fig :id="which" :as="how" />\n\n<!-- <Fig id="roads"></Fig> -->',
      ),
    ).toEqual([])
  })

  it('lists all problems in one message that hides its stack', () => {
    const error = new DeckError(
      problemsMessage([
        { file: 'slides.md', line: 3, slide: 1, message: '甲' },
        { file: 'data/a.ts', line: 4, message: '乙' },
      ]),
    )
    expect(error.stack).toBe('幻灯片有 2 处问题，改好后再生成：\n  slides.md:3（第 1 页）  甲\n  data/a.ts:4  乙')
  })
})

describe('a deck of wrong data', () => {
  it.each([
    [
      "with the data's own message",
      new DataError([{ file: 'data/deck.ts', id: 'gdp', message: '甲' }]),
      '数据有 1 处问题：\n  data/deck.ts  gdp  甲',
    ],
    ['with what is known of it where it cannot be read', new Error('乙'), '乙'],
  ])('is not built, %s', async (_, error, message) => {
    const options = { data: { slides: await slides('# 一', { error }), markdownFiles: {} } } as ResolvedSlidevOptions
    const failure = await verifyDeck(options, '/deck').catch((thrown: unknown) => thrown)
    expect(failure).toBeInstanceOf(DeckError)
    // Nothing but the message is printed: a stack would bury it.
    expect((failure as DeckError).stack).toBe(message)
  })
})

describe('ids of chapters, quotes and photos', () => {
  it.each([
    ['chapter of a slide', '---\nchapter: ctiy\n---\n\n# 一', 2, '没有编号为“ctiy”的章，最接近的是：city'],
    [
      'quoted, behind other keys',
      '---\ntitle: 题\n"chapter" : "ctiy" # 说明\n---\n\n# 一',
      3,
      '没有编号为“ctiy”的章，最接近的是：city',
    ],
    ['without a value', '---\ntitle: 题\nchapter:\n---\n\n# 一', 3, '没有写章编号'],
    [
      'photo of a slide',
      '---\nlayout: chapter\nphoto: wrkshop\n---\n\n# 一',
      3,
      '没有编号为“wrkshop”的图片，最接近的是：workshop',
    ],
    ['appendix', '# 一\n\n<AppendixTable chapter="ctiy" />', 3, '没有编号为“ctiy”的章，最接近的是：city'],
    ['quote', '# 一\n\n<PullQuote id="mayr" />', 3, '没有编号为“mayr”的引语，最接近的是：mayor'],
    ['a figure is no quote', '<PullQuote id="gdp" />', 1, '没有编号为“gdp”的引语'],
    ['photo', '<photo-slot :id="\'prk\'" />', 1, '没有编号为“prk”的图片，最接近的是：park'],
  ])('%s', async (_, text, line, message) => {
    expect(await problems(text)).toEqual([`slides.md:${line}（第 1 页）  ${message}`])
  })

  it('lets right ones pass', async () => {
    expect(
      await problems(
        '---\nchapter: city\nphoto: park\n---\n\n<AppendixTable chapter="trade" /><PullQuote id="mayor" /><PhotoSlot id="workshop" />',
      ),
    ).toEqual([])
  })

  it('are looked for in the page that includes others too, and said once', async () => {
    const [including, first, second] = await slides(
      '---\nsrc: ./x.md\nchapter: ctiy\n---\n\n---\n---\n\n# 一\n\n---\n\n# 二',
    )
    const included = [first!, second!].map(slide => ({ ...slide, importChain: [including!.source] }))
    expect(slideProblems(included, data, '/deck')).toEqual([
      { file: 'slides.md', line: 3, slide: 1, message: '没有编号为“ctiy”的章，最接近的是：city' },
    ])
  })
})

describe('appendix tables', () => {
  const table = (props: string): string => `<AppendixTable chapter="city" ${props} />`
  /** Three figures, all of that chapter. */
  const ofCity: DeckData = {
    ...data,
    figures: data.figures.map(figure => ({ ...figure, chapter: { id: 'city' } }) as never),
  }
  const deck = (...tables: string[]): string => tables.map(props => `# 附录\n\n${table(props)}\n`).join('\n---\n\n')

  it.each([
    [
      'past the end',
      [':part="3" :of="2"'],
      [
        'slides.md:3（第 1 页）  附录的 :part="3" :of="2" 对不上，会漏掉数据：of 是一共几页，part 是其中第几页，从 1 到 of',
      ],
    ],
    [
      'zero',
      [':part="0"'],
      [
        'slides.md:3（第 1 页）  附录的 :part="0" :of="1" 对不上，会漏掉数据：of 是一共几页，part 是其中第几页，从 1 到 of',
      ],
    ],
    [
      'no whole number',
      [':part="1.5" :of="2"'],
      [
        'slides.md:3（第 1 页）  附录的 :part="1.5" :of="2" 对不上，会漏掉数据：of 是一共几页，part 是其中第几页，从 1 到 of',
      ],
    ],
    [
      'a part that is nowhere',
      [':part="1" :of="3"', ':part="3" :of="3"'],
      ['slides.md:3（第 1 页）  “city”的附录分成 3 页，缺第 2 页，会漏掉数据'],
    ],
    [
      'parts of different wholes',
      [':part="1" :of="2"', ':part="2" :of="3"'],
      ['slides.md:3（第 1 页）  “city”的附录分成 2 页，缺第 2 页，会漏掉数据'],
    ],
    [
      'a part that stands twice',
      [':part="1" :of="2"', ':part="1" :of="2"'],
      [
        'slides.md:3（第 1 页）  “city”的附录分成 2 页，缺第 2 页，会漏掉数据',
        'slides.md:9（第 2 页）  “city”的附录第 1 页写了两次，请删去一页',
      ],
    ],
    [
      'more parts than rows',
      ['1', '2', '3', '4'].map(part => `:part="${part}" :of="4"`),
      ['slides.md:3（第 1 页）  “city”的附录分成 4 页，却只有 3 条数据，会有空页；去掉 :part 和 :of，就会自己分页'],
    ],
    ['all parts', [':part="2" :of="2"', 'part="1" v-bind:of="2"'], []],
    ['undivided', [''], []],
    ['known only in the browser', [':part="$page" :of="2"'], []],
  ])('%s', async (_, tables, expected) => {
    expect(await problems(deck(...tables), ofCity)).toEqual(expected)
  })
})

describe('red boxes', () => {
  it.each([
    [
      'in the place of the tag',
      '好 <Fig id="gone" /> 好',
      '好 <FigureError :ids="[&quot;gone&quot;]" file="slides.md" :line="1" /> 好',
    ],
    ['right tags stay', '<Fig id="gdp" />', '<Fig id="gdp" />'],
    [
      'content goes with its tag',
      '<BigNumber id="gone">a<BigNumber id="gdp">b</BigNumber></BigNumber>尾',
      '<FigureError :ids="[&quot;gone&quot;]" file="slides.md" :line="1" />尾',
    ],
    [
      'only the wrong ids are named',
      "一\n\n<FigureGrid\n  :ids=\"['gdp', 'x', 'y']\" />",
      '一\n\n<FigureError :ids="[&quot;x&quot;,&quot;y&quot;]" file="slides.md" :line="4" />',
    ],
    [
      'conditions and clicks stay',
      '<Fig v-if="a" v-click="2" id="gone" v-bind="b" #default />',
      '<FigureError :ids="[&quot;gone&quot;]" file="slides.md" :line="1" v-if="a" v-click="2" #default />',
    ],
    [
      'ids are escaped',
      "<Fig id='a\"<b' />",
      '<FigureError :ids="[&quot;a\\&quot;&lt;b&quot;]" file="slides.md" :line="1" />',
    ],
    [
      'other sorts say which',
      '<PullQuote id="gone" />',
      '<FigureError :ids="[&quot;gone&quot;]" sort="quote" file="slides.md" :line="1" />',
    ],
    [
      'frontmatter',
      '---\nchapter: gone\nphoto: gone\n---\n\n# 一',
      '<FigureError :ids="[&quot;gone&quot;]" sort="chapter" file="slides.md" :line="2" />\n\n<FigureError :ids="[&quot;gone&quot;]" sort="photo" file="slides.md" :line="3" />\n\n# 一',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await marked(text)).toBe(expected)
  })
})
