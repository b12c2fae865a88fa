import path from 'node:path'
import { describe, expect } from 'vitest'
import { loadSlides } from '../../model/slides/load.ts'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import type { CheckReport } from '../../scripts/check/check.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import type { Finding } from '../../scripts/check/finding.ts'
import { testContext } from '../scripts/support/context.ts'
import { composeDeck, ROOT } from '../support/project.ts'
import { test } from '../support/test.ts'

/**
 * A deck each of whose slides holds numbers that nobody answers for, or drawings that are not as large as their
 * numbers, or only what looks like that; its front matter tells what has to be found, one pattern a kind of finding:
 * `expect` on the slide itself, `expectOfDeck` on the deck as a whole.
 */
const FIXTURE = path.join(ROOT, 'tests', 'fixtures', 'numbers')

interface Case {
  no: number
  title: string
  expect: string[]
  expectOfDeck: string[]
}

async function readCases(): Promise<Case[]> {
  const { slides } = await loadSlides(FIXTURE)
  return slides.map(({ index, content, frontmatter }) => ({
    no: index + 1,
    title: /^#+ (.*)$/m.exec(content)?.[1]?.replace(/<[^>]*>/g, '') ?? '',
    expect: frontmatter.expect as string[],
    expectOfDeck: (frontmatter.expectOfDeck ?? []) as string[],
  }))
}

const told = ({ rule, element, text, measured }: Finding): string => `${rule} ${element} ${text} ${measured}`
const cases = await readCases()

describe('the check of numbers', () => {
  let report: CheckReport

  const on = (title: string): Finding[] => report.findings.filter(({ slide }) => cases[slide - 1]?.title === title)

  /** Every pattern has its finding, and every finding its pattern. */
  const expectTold = (slide: number, patterns: readonly string[]): void => {
    const found = report.findings.filter(finding => finding.slide === slide).map(told)
    const fits = (text: string, pattern: string): boolean => new RegExp(pattern, 's').test(text)
    expect(
      patterns.filter(pattern => !found.some(text => fits(text, pattern))),
      found.join('\n'),
    ).toEqual([])
    expect(found.filter(text => !patterns.some(pattern => fits(text, pattern)))).toEqual([])
  }

  // The deck is built for this test alone: nothing of it can be had on a sound one.
  test.beforeAll(async ({ browser, life }) => {
    const folder = await composeDeck('check-numbers', 'other-district', 'numbers')
    const { findings, ...rest } = await checkDeck(parseCheckArgs(['numbers', 'narrow']), testContext(folder, life), {
      browser: async () => browser,
    })
    // The reading page is drawn for the rule on phones; what that finds is none of these rules' business.
    report = { ...rest, findings: findings.filter(({ family }) => family === 'numbers') }
  })

  test.for(cases)('$no $title', ({ no, expect: patterns }) => expectTold(no, patterns))

  test('finds what no slide says but the deck as a whole', () => {
    expectTold(
      0,
      cases.flatMap(({ expectOfDeck }) => expectOfDeck),
    )
  })

  test('says what to write instead, and where it was typed', () => {
    const [finding] = on('货值840亿元')
    expect(finding).toMatchObject({
      where: expect.stringMatching(/^slides\.md:\d+$/),
      expected: '<Fig id="cargo" />，即“突破840亿元”（进出港货值）',
    })
    expect(finding!.advice).toContain('<Fig id="cargo" />')
  })

  test('says of everything what to do', () => {
    // A verb that asks for something, in Chinese.
    const mute = report.findings.filter(
      ({ advice }) => !/\p{Script=Han}/u.test(advice) || !/请|核对|运行|一律|没有/.test(advice),
    )
    expect(mute.map(finding => `${told(finding)}：${finding.advice}`)).toEqual([])
  })

  test.for<[title: string, places: Finding['places']]>([
    [
      '点击才出现的数',
      [
        { skin: '', aspect: '幻灯片', clicks: 2 },
        { skin: '', aspect: '阅读页', clicks: 0 },
      ],
    ],
    ['讲稿里手写的数', [{ skin: '', aspect: '讲稿', clicks: 0 }]],
    ['只在阅读页上的数', [{ skin: '', aspect: '阅读页', clicks: 0 }]],
    ['目录里另写的标题', [{ skin: '', aspect: '页面信息', clicks: 0 }]],
  ])('tells the click and the medium: %s', ([title, places]) => {
    expect(on(title)[0]!.places).toEqual(places)
  })

  test('says which pictures nobody can read for it', () => {
    expect(report.scopes.join()).toContain('图片 1 张未查')
  })
})
