import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { factsRules } from '../../../scripts/check/facts/rule-names.ts'
import type { Finding } from '../../../scripts/check/finding.ts'
import { source } from '../../../data/deck.ts'
import { temporaryFolder } from '../../scripts/support/context.ts'
import { ROOT } from '../../support/project.ts'
import { parseMutantArgs } from './args.ts'
import { writeArticle } from './article.ts'
import { batchesOf } from './batches.ts'
import { equivalents, mutants } from './catalogue/index.ts'
import { edited, slideNumbers } from './copy.ts'
import { misfits } from './fit.ts'
import { isAdvice, isAt, killer } from './judge.ts'
import type { Mutant } from './mutant.ts'
import { formatReport, report } from './report.ts'
import type { Outcome } from './run.ts'

const MAIN = path.join(import.meta.dirname, 'main.ts')

const DECK =
  '---\ntitle: 海湾\n---\n\n# 海湾\n\n---\nlayout: numbers\n---\n\n## 商铺累计300家\n\n新开40家\n\n---\n\n## 公园\n\n新开3个\n'

const mutant: Mutant = {
  name: '错数',
  rule: 'digits',
  slide: '## 公园',
  edits: [{ find: '新开', put: '新建' }],
  tells: /新建/,
}
const finding: Finding = {
  rule: 'digits',
  slide: 3,
  title: '公园',
  element: 'p',
  text: '新建3个',
  measured: '不来自任何数据',
  expected: '数据',
  advice: '请改用数据',
  places: [],
}
const outcome = (facts: Partial<Outcome>): Outcome => ({
  mutant,
  by: undefined,
  place: { slide: 3, where: undefined },
  others: [],
  ...facts,
})

describe('the catalogue', () => {
  it('seeds faults for every rule, and names each once', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(60)
    expect(equivalents.length).toBeGreaterThanOrEqual(20)
    expect(new Set(mutants.map(({ rule }) => rule))).toEqual(
      new Set(['evidence', 'completeness', 'derived', 'consistency', 'digits', 'charts']),
    )
    const names = [...mutants, ...equivalents].map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('fits the deck', async () => {
    expect(
      await misfits([...mutants, ...equivalents], { root: ROOT, article: writeArticle(source), lock: '' }),
    ).toEqual([])
  })

  it('is chosen from by rule and by name', () => {
    expect(parseMutantArgs(['charts']).mutants.every(({ rule }) => rule === 'charts')).toBe(true)
    expect(parseMutantArgs(['charts']).equivalents).toEqual([])
    expect(parseMutantArgs(['innocent'])).toMatchObject({ mutants: [], equivalents, alone: false })
    expect(() => parseMutantArgs(['没有这样的'])).toThrow('没有叫这个名字的改动')
  })
})

describe('an edit', () => {
  it('stays on its slide', async () => {
    expect(await edited(DECK, { find: '新开', put: '新建' }, '', '## 公园')).toBe(DECK.replace('新开3个', '新建3个'))
  })

  it('stays in its entry, however its lines are broken', async () => {
    const text =
      "[\n  { id: 'a', n: 1 },\n  {\n    id: 'b',\n    n: 1,\n    of: {\n      n: 3,\n    },\n  },\n  { id: 'c', n: 1 },\n]\n"
    const edit = { file: 'data/x.ts', entry: "id: 'b'", find: "id: 'b', n: 1", put: "id: 'b', n: 2" }
    expect(await edited(text, edit, '')).toBe(text.replace("id: 'b',\n    n: 1", "id: 'b', n: 2"))
    expect(await edited(text, { ...edit, find: 'n: 3', put: '' }, '')).toBe(text.replace('n: 3', ''))
    await expect(edited(text, { ...edit, find: "id: 'c'" }, '')).rejects.toThrow('不是恰好出现一次')
    expect(await edited(text, { ...edit, entry: "id: 'a'", find: 'n: 1', put: '' }, '')).toBe(text.replace('n: 1', ''))
  })

  it.each([
    [{ find: '新开', put: '' }, undefined, '不是恰好出现一次'],
    [{ find: '没有', put: '' }, '## 公园', '不是恰好出现一次'],
    [{ find: '3', put: '4' }, '新开', '不在唯一的一页上'],
  ])('that does not fit is refused: %j on %s', async (edit, slide, message) => {
    await expect(edited(DECK, edit, '错数', slide)).rejects.toThrow(message)
  })

  it('finds the number of a slide by words that stand on it alone', async () => {
    const folder = temporaryFolder()
    await writeFile(path.join(folder, 'slides.md'), DECK)
    const numberOf = await slideNumbers(folder)
    expect(numberOf('## 公园')).toBe(3)
    expect(numberOf('新开')).toBeUndefined()
  })
})

describe('a mutant', () => {
  it.each([
    ['another rule', { rule: 'charts' }],
    ['another slide', { slide: 2 }],
    ['other words', { text: '3个' }],
  ])('is not found by a finding of %s', (_, facts) => {
    const place = { slide: 3, where: undefined }
    expect(killer([finding], mutant, place)).toBe(finding)
    expect(killer([{ ...finding, ...facts }], mutant, place)).toBeUndefined()
  })

  it('in a file is found on its line', () => {
    const at = (where: string | undefined, expected: string | undefined): boolean =>
      isAt({ slide: 0, ...(where !== undefined && { where }) }, { slide: 0, where: expected })
    expect([at('a.ts:3', 'a.ts:3'), at('a.ts:3', 'a.ts'), at(undefined, undefined)]).toEqual([true, true, true])
    expect([at('a.ts:4', 'a.ts:3'), at('b.ts:3', 'a.ts'), at('a.ts:3', undefined), at(undefined, 'a.ts')]).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('shares a build only with those on other slides and other words', () => {
    const place = (pages: number[], file?: string, find = 'x') => ({
      change: { edits: [{ ...(file !== undefined && { file }), find, put: '' }] },
      pages,
    })
    const sizes = (...placed: ReturnType<typeof place>[]): number[] => batchesOf(placed).map(({ length }) => length)
    expect(sizes(place([1]), place([2]), place([3]))).toEqual([3])
    expect(sizes(place([1]), place([1, 2]), place([2]))).toEqual([2, 1])
    expect(sizes(place([1], 'a.ts', 'xy'), place([2], 'a.ts', 'y'), place([3], 'a.ts', 'z'))).toEqual([2, 1])
  })
})

describe('the written article', () => {
  it("is this deck's clauses, each said once", () => {
    const article = writeArticle(source)
    expect(article.match(/2757\.4/g)).toHaveLength(1)
    expect(article).toContain('全区实现进出口总额2757.4亿元，同比增长10.1%')
  })
})

describe('the report', () => {
  it('names survivors and false alarms, and fails where there are any', () => {
    const result = {
      outcomes: [outcome({ by: finding }), outcome({ mutant: { ...mutant, name: '漏网', rule: 'charts' } })],
      equivalents: [{ equivalent: { name: '改字', edits: [] }, flagged: [finding] }],
      duration: 1200,
    }
    const lines = formatReport(result)
    expect(lines).toEqual(
      expect.arrayContaining(['  digits       1/1', '  charts       0/1', '没有错的改动，核对放行的：0/1', '  改字']),
    )
    expect(lines.some(line => line.includes('charts 漏网（应在第 3 页'))).toBe(true)
    const printed: string[] = []
    expect(report(result, true, { print: line => printed.push(line) })).toBe(1)
    expect(JSON.parse(printed.join('\n'))).toMatchObject({
      rules: { digits: { killed: 1, total: 1 }, charts: { killed: 0, total: 1 } },
      mutants: [
        { name: '错数', killed: true, slide: 3 },
        { name: '漏网', killed: false },
      ],
    })
    expect(
      report({ ...result, outcomes: result.outcomes.slice(0, 1), equivalents: [] }, false, { print: () => {} }),
    ).toBe(0)
  })

  it('takes a finding without advice for a fault of the gate', () => {
    const mute = { ...finding, advice: 'wrong' }
    expect([isAdvice(finding), isAdvice(mute)]).toEqual([true, false])
    expect(
      report({ outcomes: [outcome({ by: mute })], equivalents: [], duration: 0 }, false, { print: () => {} }),
    ).toBe(1)
  })
})

describe('the gate', () => {
  it('finds every fault of data and slides', { timeout: 180_000 }, async ({ signal }) => {
    const rules = Object.keys(factsRules)
    const seeded = mutants.filter(({ rule }) => rules.includes(rule)).length
    // In a process of its own: each copy's data is loaded anew, and vitest would transform all of it.
    const { code, said } = await new Promise<{ code: unknown; said: string }>(resolve =>
      execFile(process.execPath, [MAIN, ...rules], { cwd: ROOT, signal }, (error, stdout, stderr) =>
        resolve({ code: error?.code ?? 0, said: stdout + stderr }),
      ),
    )
    expect(code, said).toBe(0)
    expect(said).toContain(` ${seeded}/${seeded}\n`)
  })
})
