import { describe, expect, it } from 'vitest'
import { factsOf, factsText } from '../../model/facts.ts'
import { captionNotices } from '../../scripts/check/numbers/wording.ts'
import { judgeCharts } from '../../scripts/check/numbers/charts.ts'
import { judgeOthers, judgeSlides, type NumberFacts } from '../../scripts/check/numbers/check.ts'
import { declarationFindings } from '../../scripts/check/numbers/declarations.ts'
import type { Figure } from '../../model/figure.ts'
import { factsFileFindings } from '../../scripts/check/numbers/facts-file.ts'
import type { NumberSnapshot, TextRun, Word } from '../../scripts/check/numbers/facts.ts'
import type { RuleFinding } from '../../scripts/check/finding.ts'
import type { NumbersRendering } from '../../scripts/check/rendering.ts'
import { unrenderedFindings } from '../../scripts/check/numbers/unrendered.ts'
import { chart, data, figure, mark, textRun, rectangle, snapshot } from './support/numbers.ts'

const measured = (findings: readonly RuleFinding[]): string => findings.map(each => each.measured).join()

describe('what style sheets and attributes say', () => {
  const told = (property: string, value: string): string =>
    measured(declarationFindings({ no: 0, selector: '.a', property, value }))

  it.each([
    ['content', '"共13家"', '写出了“共13家”'],
    ['content', '"续"', '写出了“续”'],
    ['content', '"→" / "km"', '写出了“km”'],
    ['content', 'counter(people) "。"', '写出了“counter(people)'],
    ['content', 'counters(people, ".")', '写出了'],
    ['content', 'attr(data-people)', '写出了'],
    ['content', 'var(--people)', '写出了'],
    ['list-style-type', '"六"', '写出了“六”'],
    ['symbols', '"150万"', '写出了“150万”'],
    ['suffix', '" 个"', '写出了'],
    ['counter-reset', 'list-item 5', '改成“list-item 5”'],
    ['direction', 'rtl', '从后往前'],
    ['unicode-bidi', 'bidi-override', '从后往前'],
    ['unicode-bidi', 'isolate-override', '从后往前'],
    ['dir', 'rtl', '从后往前'],
    ['start', '6', '改了序号，写着“6”'],
    ['value', '3', '改了序号'],
    ['reversed', '', '改了序号'],
  ])('is told: %s: %s', (property, value, said) => {
    expect(told(property, value)).toContain(said)
  })

  it.each([
    ['content', '"“"'],
    ['content', '"…→ "'],
    ['content', '"\uE001"'],
    ['content', 'open-quote'],
    ['content', 'none'],
    ['content', 'url("/a1.svg")'],
    ['content', 'counter(page) " / " counter(pages)'],
    ['content', 'var(--hb-deck-title)'],
    ['list-style-type', 'decimal'],
    ['symbols', '"✓" "→"'],
    ['counter-reset', 'none'],
    ['direction', 'ltr'],
    ['unicode-bidi', 'isolate'],
    ['start', '1'],
  ])('is silent: %s: %s', (property, value) => {
    expect(told(property, value)).toBe('')
  })
})

describe('a unit apart from its number', () => {
  it.each([
    ['（单位：万家）', 1],
    ['万元', 1],
    ['单位：家', 0],
    ['家', 0],
    ['多单位联动', 0],
    ['用户', 0],
  ])('%s', (text, found) => {
    expect(captionNotices(text, 'p', { valued: [figure('shops')] })).toHaveLength(found)
  })

  it('is of no account where the slide shows no number', () => {
    expect(captionNotices('万元', 'p', { valued: [] })).toEqual([])
  })
})

describe('what is typed and not shown', () => {
  const told = (content: string, rendered: string[] = []): string =>
    measured(unrenderedFindings(content, rendered, snapshot()))

  it.each(['<RenderWhen context="presenter">又来3家</RenderWhen>', '<p v-if="late">又来&#51;家</p>', '**又来3家**'])(
    '%s is told',
    content => {
      expect(told(content)).toContain('3家')
    },
  )

  it.each([
    '<Fig id="shops-3" /> 3D',
    '<!-- 3家 -->',
    '<style>\n.a { width: 3px }\n</style>',
    '1. 先改\n2. 后建',
    '[图](/3)',
    '{{ 3 }}',
    '::left::',
  ])('%s is not', content => {
    expect(told(content)).toBe('')
  })

  it('is left to where it is shown', () => {
    expect(told('又来3家', ['又来3家'])).toBe('')
    expect(told('来了1<b>3家</b>', ['来了13家'])).toBe('')
    expect(told('又来3家', ['共13家'])).toContain('3家')
  })
})

describe('the served facts', () => {
  const facts = factsOf({ title: '', lang: 'zh-CN' }, data.figures, {})
  const told = (change: (text: string) => string): string =>
    measured(factsFileFindings(change(factsText(facts)), data, () => undefined))

  it('are those of the data', () => {
    expect(told(text => text)).toBe('')
  })

  it.each<[string, (text: string) => string, string]>([
    ['a text', text => text.replace('"text": "40余家"', '"text": "40家"'), '印法写成了“40家”'],
    ['a period', text => text.replaceAll('"text": "2031年"', '"text": "2030年"'), '时段写成了“2030年”'],
    ['no file', () => '', '没有这个文件'],
    ['a figure less', () => factsText({ ...facts, figures: facts.figures.slice(1) }), '没有“商铺累计”'],
  ])('told: %s', (_, change, said) => {
    expect(told(change)).toContain(said)
  })

  it('are those of a proportion and of a range, too', () => {
    const ratio: Figure = { ...data.figures[0]!, id: 'ratio', value: Number.NaN, parts: [4.1, 47.3, 48.6] }
    const range: Figure = { ...data.figures[0]!, id: 'range', value: 6, to: 6.5 }
    const own = { ...data, figures: [ratio, range] }
    const text = factsText(factsOf({ title: '', lang: 'zh-CN' }, own.figures, {}))
    const said = (given: string): string => measured(factsFileFindings(given, own, () => undefined))
    expect(said(text)).toBe('')
    expect(said(text.replace('47.3', '47.5'))).toContain('数值写成了“4.1,47.5,48.6”')
    expect(said(text.replace('"to": 6.5', '"to": 6.8'))).toContain('范围的另一端写成了“6.8”')
  })

  it('say of no slide that it shows what it does not', () => {
    const text = factsText({ ...facts, figures: facts.figures.map(fact => ({ ...fact, slides: [3] })) })
    expect(measured(factsFileFindings(text, data, (_, no) => no !== 3))).toContain('说第 3 页有这条数据')
  })
})

describe('the place of a number', () => {
  const text = (said: string, facts: Partial<TextRun> = {}) =>
    textRun({ parts: [{ text: said, boundElement: undefined }], ...facts })
  const stating = (no: number) => [{ no, selector: 'p::after', property: 'content', value: '"36条"' }]
  const page = (no: number, ...textRuns: TextRun[]): NumberSnapshot => snapshot({ no, textRuns })
  const source = { chapter: undefined, time: undefined, file: 'slides.md', raw: '', start: 0, contentRaw: '', note: '' }
  const deck = { title: '', author: '', subject: '', keywords: [], fileName: '' }
  const street = 'http://localhost:3030/scenes/street.svg'
  const favicon = 'http://localhost:3030/favicon.svg'
  /** What is told of a deck of one slide that says nothing but what is given, and where. */
  function told(given: Partial<Omit<NumbersRendering, 'slides'>>, more: Partial<NumberFacts> = {}): string[] {
    const slides = [page(0), { ...page(1), drawings: [street] }]
    const facts = { data, slides, written: [source], deck, numbers: [1], ...more }
    const served = factsText(factsOf({ title: '', lang: 'zh-CN' }, data.figures, {}))
    const rendered = { reading: [], notes: [], drawings: [], facts: served, problems: [], ...given }
    return [
      ...judgeSlides(facts, new Set(['digits'])),
      ...judgeOthers({ ...facts, rendered }, new Set(['digits'])),
    ].map(
      ({ slide, place: { aspect, clicks }, element, text: found }) =>
        `${slide} ${aspect} ${clicks} ${element} ${found.split('（在')[0]}`,
    )
  }

  it.each<[string, string[], string[]]>([
    ['none', told({}), []],
    ['the reading page', told({ reading: [page(0, text('按幻灯片看（约26分钟）'))] }), ['0 阅读页 0 p 26分钟']],
    ['a note', told({ notes: [{ title: '', snapshot: page(1, text('又来3家')) }] }), ['1 讲稿 0 p 3家']],
    [
      'a title of its own',
      told({ notes: [{ title: '满意率九成', snapshot: page(1) }] }),
      ['1 页面信息 0 标题[目录和 PDF 书签] 九成'],
    ],
    [
      'a picture',
      told({ drawings: [{ address: street, texts: ['16台'] }] }),
      ['1 幻灯片 0 img[public/scenes/street.svg] 16台'],
    ],
    [
      'the icon of the site',
      told({ drawings: [{ address: favicon, texts: ['1009家'] }] }),
      ['0 幻灯片 0 img[public/favicon.svg] 1009家'],
    ],
    ['the served facts', told({ facts: '' }), ['0 页面信息 0 facts.json ']],
    ['the information of a PDF', told({}, { deck: { ...deck, title: '3家' } }), ['0 PDF 信息 0 PDF[标题] 3家']],
    [
      'a later click',
      told(
        {},
        { slides: [page(0), page(1, text('又来3家', { later: true })), { ...page(1, text('又来3家')), clicks: 1 }] },
      ),
      ['1 幻灯片 1 p 3家'],
    ],
    [
      'a style sheet',
      told({}, { slides: [{ ...page(0), declarations: stating(0) }, page(1)] }),
      ['0 幻灯片 0 p::after content: "36条"'],
    ],
    [
      'a style sheet of one slide',
      told({}, { slides: [{ ...page(0), declarations: stating(1) }, page(1)] }),
      ['1 幻灯片 0 p::after content: "36条"'],
    ],
    [
      'a style sheet of the reading page',
      told({ reading: [{ ...page(0), declarations: stating(1) }] }),
      ['1 阅读页 0 p::after content: "36条"'],
    ],
  ])('is %s', (_, found, expected) => {
    expect(found).toEqual(expected)
  })
})

describe('a chart', () => {
  const zero = mark('zero', '', [
    [100, 0],
    [100, 200],
  ])
  const bars = [
    mark('bar', 'shops', rectangle(100, 10, 300, 40)),
    mark('bar', 'shops-new', rectangle(100, 110, 40, 40)),
  ]
  const word = (id: string, top: number): Word => ({
    kind: 'label',
    figure: id,
    text: id,
    box: { left: 0, right: 80, top, bottom: top + 20 },
  })
  const told = (marks: typeof bars, words: Word[] = []): string =>
    measured(judgeCharts({ charts: [chart(marks, { words })], data, last: true }))

  it('has its words in the order of its bars', () => {
    expect(told([zero, ...bars], [word('shops', 20), word('shops-new', 120)])).not.toContain('次序与图形相反')
    expect(told([zero, ...bars], [word('shops', 120), word('shops-new', 20)])).toContain('次序与图形相反')
  })

  it('has bars of one thickness', () => {
    expect(told([zero, bars[0]!, mark('bar', 'shops-new', rectangle(100, 110, 40, 70))])).toContain(
      '宽 70 px，别的 40 px',
    )
  })

  it('has nothing that cannot be measured', () => {
    expect(told(bars)).toContain('看不见零线')
    expect(told([zero, ...bars, mark('column', 'parks-new', rectangle(100, 160, 10, 30))])).toContain('“column”不认识')
    expect(
      told([
        mark('arc', 'shops', [
          [0, 10],
          [5, 5],
          [0, 0],
        ]),
      ]),
    ).toContain('无从测量')
  })
})
