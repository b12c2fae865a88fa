import { parse, prettifySlide } from '@slidev/parser/core'
import { describe, expect, it } from 'vitest'
import { readContext } from '../../model/slides/context.ts'
import { figureExtension } from '../../model/slides/extension.ts'
import { formatDuration, printNote } from '../../model/slides/note.ts'
import { displayTitles, plainTitle } from '../../model/slides/title.ts'
import { data } from './deck-data.ts'

const bound = (id: string, text: string): string => `<span data-figure="${id}">${text}</span>`
const planned = (text: string): string => `<span data-number="time">计划 ${text}</span>`

describe('planned time', () => {
  it.each([
    [45, '45 秒'],
    [60, '1 分'],
    [75, '1 分 15 秒'],
    [119.6, '2 分'],
    [3600, '60 分'],
    [0, '0 秒'],
  ])('%d → %s', (seconds, expected) => {
    expect(formatDuration(seconds)).toBe(expected)
  })
})

describe('speaker notes', () => {
  it.each<[string, string | undefined, unknown, string | undefined]>([
    [
      'figures are printed',
      '达<Fig id="gdp" />，<Fig id="gdp" as="plain"/>',
      undefined,
      `达${bound('gdp', '[gdp]')}，${bound('gdp', '[plain gdp]')}`,
    ],
    ['a pair of tags', '达<Fig id="gdp"></Fig>。', undefined, `达${bound('gdp', '[gdp]')}。`],
    ['over lines', '达<Fig\r\n  id="gdp"\r\n/>。', undefined, `达${bound('gdp', '[gdp]')}。`],
    ['derived ones are marked', '<Fig id="ratio" />', undefined, bound('ratio', '[ratio]（推算）')],
    ['but not in their period', '<Fig id="ratio" as="period" />', undefined, bound('ratio', '[period ratio]')],
    [
      'other tags and code stay',
      '<b>重</b> `<Fig id="gdp" />` [click]',
      undefined,
      '<b>重</b> `<Fig id="gdp" />` [click]',
    ],
    ['a plan comes first', '说', 75, `${planned('1 分 15 秒')}\n\n说`],
    ['a plan alone', undefined, 45, planned('45 秒')],
    ['pages that are not presented', '说', 0, '说'],
    ['nothing', undefined, undefined, undefined],
    ["a wrong time is the check's matter", '说', 'soon', '说'],
  ])('%s', (_, note, time, expected) => {
    expect(printNote(note, time, data)).toBe(expected)
  })

  it('marks an unknown figure in red, escaped', () => {
    expect(printNote('<Fig id="g<b>" />', undefined, data)).toBe(
      '<strong data-huibao-error style="color:#b3261e">〔没有编号为“g&lt;b&gt;”的数据，最接近的是：gdp〕</strong>',
    )
  })
})

describe('plain titles', () => {
  it.each<[string, string, string | undefined]>([
    ['figures', '# 增长<Fig id="gdp" />', '增长[gdp]'],
    ['plain', '## <Fig id="gdp" as="plain" />，稳', '[plain gdp]，稳'],
    ['first heading only', '### 一\n\n# 二', '一'],
    ['inline tags and marks', '# <span class="a">**走向**</span>了*四高*`x` [网](/1)', '走向了四高x 网'],
    ['line breaks', '# 2020<br>沙坪坝<br/>a<br>b', '2020沙坪坝a b'],
    ['snake_case stays', '# a_b_c', 'a_b_c'],
    ['entities', '# a&amp;b&nbsp;c', 'a&b c'],
    ['closing marks', '## 题 ##', '题'],
    ['CRLF', '# 题\r\n\r\n文', '题'],
    ['code blocks do not count', '```md\n# 不\n```\n\n# 是', '是'],
    ['comments do not count', '<!--\n# 不\n-->\n# 是', '是'],
    ['HTML headings', '<div>\n<h1 class="x">甲<br>乙</h1>\n</div>', '甲乙'],
    ['unknown figures', '# 达<Fig id="gone" />', '达〔无此数据：gone〕'],
    ['no heading', '文', undefined],
    ['an empty heading', '# <Photo />', undefined],
  ])('%s', (_, content, expected) => {
    expect(plainTitle(content, data)).toBe(expected)
  })
})

describe('the preparser', () => {
  const MARKDOWN = '---\ntime: 45\n---\n\n# 达<Fig id="gdp" />\n\n<!-- 说<Fig id="roads" /> -->'

  it('sets title and note and leaves the content', async () => {
    const {
      slides: [slide],
    } = await parse(MARKDOWN, 'slides.md', [figureExtension({ data })])
    expect(slide).toMatchObject({
      title: '达[gdp]',
      level: 1,
      note: `${planned('45 秒')}\n\n说${bound('roads', '[roads]')}`,
      content: '# 达<Fig id="gdp" />',
    })
    expect(readContext(slide!.frontmatter)?.rawNote).toBe('说<Fig id="roads" />')
  })

  it('keeps a title that the frontmatter states', async () => {
    const {
      slides: [slide],
    } = await parse('---\ntitle: 写明的\n---\n\n# 标题', 'slides.md', [figureExtension({ data })])
    expect(slide!.title).toBe('写明的')
  })

  it('leaves nothing of the title in what Slidev would write back', async () => {
    const {
      slides: [slide],
    } = await parse(MARKDOWN, 'slides.md', [figureExtension({ data })])
    expect(prettifySlide({ ...slide!, note: readContext(slide!.frontmatter)?.rawNote }).raw).toBe(
      '---\ntime: 45\n---\n\n# 达<Fig id="gdp" />\n\n<!--\n说<Fig id="roads" />\n-->\n',
    )
  })

  it('shows notes as written while the data is wrong', async () => {
    const loaded = { error: new Error('坏') }
    const {
      slides: [slide],
    } = await parse(MARKDOWN, 'slides.md', [figureExtension(loaded)])
    expect(slide).toMatchObject({ note: '说<Fig id="roads" />', title: '达<Fig id="gdp" />' })
  })
})

describe('titles in large type', () => {
  it.each<[string, string, string]>([
    ['all of the first level, figures printed', '# 一<br><Fig id="gdp" />\n\n## 二\n\n# 三', '一[gdp]\n三'],
    ['underlined', '四\n===\n\n五\n---', '四'],
    ['as HTML, over lines', '<h1 class="a">\n六&amp;\n</h1>', '\n六&\n'],
    ['neither in code nor in comments', '```\n# 七\n```\n<!--\n# 八\n-->', ''],
  ])('%s', (_, content, expected) => {
    expect(displayTitles(content, data)).toBe(expected)
  })
})
