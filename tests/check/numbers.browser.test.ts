import { cp } from 'node:fs/promises'
import path from 'node:path'
import { load } from '@slidev/parser/fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import type { CheckReport } from '../../scripts/check/check.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { testContext } from '../scripts/support/context.ts'
import { composeProject } from '../support/project.ts'

/**
 * A deck each of whose slides holds numbers that nobody answers for, or drawings that are not as large as their numbers, or
 * only what looks like that; its front matter tells what has to be found: one pattern a finding.
 */
const FIXTURE = path.join(import.meta.dirname, '../fixtures/numbers')

interface Case {
  no: number
  title: string
  expect: string[]
}

async function readCases(): Promise<Case[]> {
  const { slides } = await load({ roots: [FIXTURE], userRoot: FIXTURE }, path.join(FIXTURE, 'slides.md'))
  return slides.map(({ index, content, frontmatter }) => ({ no: index + 1, title: /^#+ (.*)$/m.exec(content)?.[1]?.replace(/<[^>]*>/g, '') ?? '', expect: frontmatter.expect as string[] }))
}

const cases = await readCases()

describe('the check of numbers', () => {
  const life = new Lifecycle()
  let report: CheckReport

  const on = (title: string) => report.findings.filter(({ slide }) => cases[slide - 1]?.title === title)

  beforeAll(async () => {
    const folder = await composeProject('check-numbers', 'other-district')
    await cp(FIXTURE, folder, { recursive: true })
    report = await checkDeck(parseCheckArgs(['numbers']), testContext(folder, life))
  })
  afterAll(() => life.dispose())

  it.each(cases)('$no $title', ({ no, expect: expected }) => {
    const found = report.findings.filter(({ slide }) => slide === no).map(({ rule, element, text, measured }) => `${rule} ${element} ${text} ${measured}`)
    const told = found.join('\n')
    expect(expected.filter(pattern => !found.some(each => new RegExp(pattern, 's').test(each))), told).toEqual([])
    expect(found.filter(each => !expected.some(pattern => new RegExp(pattern, 's').test(each)))).toEqual([])
  })

  it('finds what is typed into the headmatter, once', () => {
    const deck = report.findings.filter(({ slide }) => slide === 0)
    expect(deck.map(({ text }) => text)).toEqual(expect.arrayContaining([expect.stringContaining('840亿元')]))
    expect(deck.every(({ text }) => text.includes('840亿元'))).toBe(true)
  })

  it('says what to write instead, and where it was typed', () => {
    const [finding] = on('货值840亿元')
    expect(finding).toMatchObject({ where: expect.stringMatching(/^slides\.md:\d+$/), expected: '<Fig id="cargo" />，即“突破840亿元”（进出港货值）' })
    expect(finding!.advice).toContain('<Fig id="cargo" />')
  })

  it('tells the click that shows a number', () => {
    expect(on('点击才出现的数')[0]!.places).toContainEqual({ skin: '', aspect: '幻灯片', clicks: 1 })
    expect(on('点击才出现的数')[0]!.places).not.toContainEqual({ skin: '', aspect: '幻灯片', clicks: 0 })
  })

  it('says which pictures nobody can read for it', () => {
    expect(report.scopes.join()).toContain('图片 1 张未查')
  })
})
