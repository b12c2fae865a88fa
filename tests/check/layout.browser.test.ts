import path from 'node:path'
import { load } from '@slidev/parser/fs'
import { describe, expect } from 'vitest'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import type { CheckReport } from '../../scripts/check/check.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { createCheckContext } from '../../scripts/check/context.ts'
import { renderSlides } from '../../scripts/export/render.ts'
import { findUnshown } from '../../scripts/export/unshown.ts'
import { layoutRules } from '../../scripts/check/layout/rule-names.ts'
import { testContext } from '../scripts/support/context.ts'
import { composeDeck, ROOT } from '../support/project.ts'
import { test } from '../support/test.ts'

/**
 * A deck each of whose slides breaks one rule, or looks as if it did; its front matter tells which rule has to speak
 * up.
 */
const FIXTURE = path.join(ROOT, 'tests', 'fixtures', 'check')

interface Case {
  no: number
  title: string
  expect: string[]
}

async function readCases(): Promise<Case[]> {
  const { slides } = await load({ roots: [FIXTURE], userRoot: FIXTURE }, path.join(FIXTURE, 'slides.md'))
  return slides.map(({ index, title, frontmatter }) => ({
    no: index + 1,
    title: title ?? '',
    expect: frontmatter.expect as string[],
  }))
}

const cases = await readCases()
/** The reading page lays slides out anew: these are made for the hall. */
const rulesOnSlides = Object.keys(layoutRules).filter(rule => rule !== 'narrow')
/** The slide that never becomes ready comes last, and is checked alone: all others would wait for it. */
const last = cases.length

const noOf = (title: string): number => cases.find(each => each.title === title)!.no

describe('the check of the layout', () => {
  let report: CheckReport
  /** Checks with other arguments, of few slides each. */
  let chosen: CheckReport
  let narrow: CheckReport
  let waiting: CheckReport
  /** The slides that an export refuses. */
  let refused: Set<number>
  let origin: string

  // The deck is built for this test alone: nothing of it can be had on a sound one.
  test.beforeAll(async ({ browser, life }) => {
    const context = testContext(await composeDeck('check-layout', 'other-district', 'check'), life)
    const check = (...args: string[]) => checkDeck(parseCheckArgs(args), context, { browser: async () => browser })
    // The first of them builds the site. What waits for a slide in vain does so beside the others.
    chosen = await check(
      'small',
      '--range',
      `${noOf('一行字压着另一行')},${noOf('正文二十三号')}`,
      '--skin',
      '夜',
      '--aspect',
      '4:3',
    )
    ;[report, narrow, waiting] = await Promise.all([
      check(...rulesOnSlides, '--range', `1-${last - 1}`),
      check('narrow', '--range', '1,3'),
      check('outside', '--range', String(last), '--timeout', '8', '--skin', 'red', '--aspect', '16:9'),
    ])
    const { deck, site } = await createCheckContext(parseCheckArgs([]), context)
    origin = await site()
    const options = { origin, clicks: true, timeout: 30_000 }
    const rendered = await renderSlides({
      ...{ ...options, browser, deck, scale: 1 },
      ...{ numbers: cases.slice(0, -1).map(({ no }) => no), look: { skin: 'red', aspect: '16:9' } },
    })
    const { never } = await findUnshown(context.root, rendered, options)
    await rendered.print.page.context().close()
    refused = new Set([...rendered.problems, ...never].map(({ slide }) => slide!))
  })

  test('has a case for every rule on slides, and one that must stay silent', () => {
    expect(rulesOnSlides.filter(rule => !cases.some(each => String(each.expect) === rule))).toEqual([])
    expect(cases.filter(each => each.expect.length === 0).length).toBeGreaterThan(8)
  })

  test.for(cases.slice(0, -1))('$no $title', ({ no, expect: expected }) => {
    const found = report.findings.filter(({ slide }) => slide === no)
    expect([...new Set(found.map(({ rule }) => rule))], JSON.stringify(found, null, 2)).toEqual(expected)
  })

  test('finds what an export refuses, and an export refuses all that leaves its place, is cut off or is not seen', () => {
    const found = report.findings.filter(
      ({ rule, places }) => /outside|clipped|unseen/.test(rule) && places.some(({ aspect }) => aspect === '16:9'),
    )
    expect([...refused].sort()).toEqual([...new Set(found.map(({ slide }) => slide))].sort())
    expect(refused).toContain(noOf('版心只差六像素'))
  })

  test('tells where a finding holds: in every skin and aspect ratio, or in one, or after a click', () => {
    const looks = ['红 16:9', '夜 16:9', '红 4:3', '夜 4:3']
    const placesOf = (title: string) =>
      report.findings
        .find(finding => finding.title === title)!
        .places.map(({ skin, aspect, clicks }) => `${skin} ${aspect}${clicks > 0 ? ` ${clicks}` : ''}`)
        .sort()
    expect(placesOf('正文二十三号')).toEqual(looks.sort())
    expect(placesOf('点击之后压着')).toEqual(looks.map(look => `${look} 1`).sort())
    expect(placesOf('四比三的页面空着一半')).toEqual(['红 4:3', '夜 4:3'].sort())
  })

  test('says what was measured and what was expected', () => {
    const { element, text, measured, expected, advice } = report.findings.find(
      ({ title }) => title === '图里的字十九号',
    )!
    expect({ element, text, measured, expected }).toEqual({
      element: '.hb-chart text',
      text: '渔业产值',
      measured: '19 px',
      expected: '图表里的文字不小于 20 px（按页宽 1280 计）',
    })
    expect(advice).not.toBe('')
  })

  test('looks at the reading page of the same site', () => {
    const { findings } = narrow
    expect(new Set(findings.map(({ rule, slide }) => `${rule} ${slide}`))).toEqual(new Set(['narrow 3']))
    expect(findings[0]!.places).toEqual(['红', '夜'].map(skin => ({ skin, aspect: '手机', clicks: 0 })))
  })

  test('does not pass a slide that cannot be measured', () => {
    expect(waiting.findings.map(({ rule, slide }) => [rule, slide])).toEqual([['ready', last]])
  })

  test('applies only the rules, slides and looks asked for', () => {
    expect(chosen.findings.map(({ rule, title, places }) => ({ rule, title, places }))).toEqual([
      { rule: 'small', title: '正文二十三号', places: [{ skin: '夜', aspect: '4:3', clicks: 0 }] },
    ])
  })

  test('draws plain Markdown as what it is: on slides of every layout, and on the page to read', async ({ page }) => {
    const styles = (at: string, place = ''): Promise<Record<string, string[]>> =>
      page
        .goto(`${origin}/${at}`)
        .then(() => page.waitForSelector(`${place} li`))
        .then(() => page.evaluate(stylesOf, place))
    const lists = noOf('列表、引文和着重')
    for (const [at, place] of [
      [`${lists}`, `.slidev-page-${lists}`],
      [`${lists}?skin=夜&aspect=4/3`, `.slidev-page-${lists}`],
      ['read', `.hb-reading-slide:nth-child(${lists} of .hb-reading-slide)`],
    ] as const) {
      expect(await styles(at, place)).toMatchObject({
        'ul > li': ['disc', 'circle', 'disc'],
        'ol > li': ['decimal', 'decimal', 'decimal', 'decimal'],
        em: ['normal underline dotted'],
        'del, s': ['normal line-through solid'],
        strong: ['700'],
        a: ['underline solid'],
        blockquote: ['solid'],
        code: ['"Noto Sans SC"'],
      })
    }
    const slide = (title: string) => styles(`${noOf(title)}`, `.slidev-page-${noOf(title)}`)
    const tables = await slide('表格、任务和代码')
    expect(tables['th, td']).toEqual(Array.from({ length: 3 }, () => ['start', 'center', 'right']).flat())
    expect(tables['.task-list-item']).toEqual(['none', 'none'])
    for (const title of ['图表页上的列表', '数字页上的列表', '两边都是列表', '图上的列表', '章首的列表', '谢谢']) {
      const { 'li size': sizes = [], 'ul > li': marks = [], 'ol > li': numbers = [] } = await slide(title)
      expect(Math.min(...sizes.map(Number.parseFloat)), title).toBeGreaterThanOrEqual(24)
      expect([...marks, ...numbers], title).not.toContain('none')
    }
  })
})

/** Runs in the page: how each sort of plain text below `place` is drawn. */
function stylesOf(place: string): Record<string, string[]> {
  const of = (selector: string, tell: (style: CSSStyleDeclaration) => string): string[] =>
    [...document.querySelectorAll(place)]
      .flatMap(each => [...each.querySelectorAll(selector)])
      .map(element => tell(getComputedStyle(element)))
  const line = ({ textDecorationLine, textDecorationStyle }: CSSStyleDeclaration): string =>
    `${textDecorationLine} ${textDecorationStyle}`
  return {
    'ul > li': of('ul > li', style => style.listStyleType),
    'ol > li': of('ol > li', style => style.listStyleType),
    em: of('em', style => `${style.fontStyle} ${line(style)}`),
    'del, s': of('del, s', style => `${style.fontStyle} ${line(style)}`),
    strong: of('strong', style => style.fontWeight),
    a: of('p a', line),
    blockquote: of('blockquote', style => style.borderLeftStyle),
    code: of('p code', style => style.fontFamily),
    'th, td': of('th, td', style => style.textAlign),
    '.task-list-item': of('.task-list-item', style => style.listStyleType),
    'li size': of('li', style => style.fontSize),
  }
}
