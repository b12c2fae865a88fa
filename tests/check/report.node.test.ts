import { describe, expect, it } from 'vitest'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { factsRules } from '../../scripts/check/facts/rule-names.ts'
import type { PlacedFinding, Place } from '../../scripts/check/finding.ts'
import { mergeFindings } from '../../scripts/check/finding.ts'
import { layoutRules } from '../../scripts/check/layout/rule-names.ts'
import { numberRules } from '../../scripts/check/numbers/rule-names.ts'
import { slideRules } from '../../scripts/check/layout/rules/index.ts'
import { describePlaces } from '../../scripts/check/places.ts'
import { reportCheck } from '../../scripts/check/report.ts'
import { silentLog } from '../../scripts/lib/log.ts'

function placed(skin: string, aspect: string, clicks: number, more: Partial<PlacedFinding> = {}): PlacedFinding {
  return {
    slide: 3,
    title: '货值',
    place: { skin, aspect, clicks },
    rule: 'small',
    element: 'p',
    text: '字',
    measured: '20 px',
    expected: '不小于 24 px',
    advice: '请加大',
    excess: 4,
    ...more,
  }
}

describe('check arguments', () => {
  it('take files behind the rule on exported ones, and nowhere else', () => {
    const { rules, files } = parseCheckArgs(['exports', '汇报.pptx', 'facts', 'a/汇报.pdf'])
    expect([...rules.keys()]).toEqual(['facts', 'exports'])
    expect(files).toEqual(['汇报.pptx', 'a/汇报.pdf'])
    expect(() => parseCheckArgs(['facts', '汇报.pptx'])).toThrow('不认识的规则：汇报.pptx')
    expect(() => parseCheckArgs(['exports', '汇报.docx'])).toThrow('读不了这种文件：汇报.docx')
  })

  it('default to every rule', () => {
    const { rules, ...rest } = parseCheckArgs([])
    expect([...rules].map(([category, names]) => [category, [...names]])).toEqual([
      ['facts', Object.keys(factsRules)],
      ['layout', Object.keys(layoutRules)],
      ['numbers', Object.keys(numberRules)],
    ])
    expect(rest).toEqual({
      files: [],
      range: undefined,
      skins: ['red', 'night'],
      aspects: ['16:9', '4:3'],
      references: false,
      json: false,
      strict: false,
      source: [],
      acceptSource: false,
      rebuild: false,
      timeout: 30_000,
    })
  })

  it.each([
    [['layout'], Object.keys(layoutRules)],
    [
      ['small', 'empty'],
      ['small', 'empty'],
    ],
    [['layout', 'small'], Object.keys(layoutRules)],
  ])('%j', (args, expected) => {
    expect([...parseCheckArgs(args).rules.get('layout')!]).toEqual(expected)
  })

  it('take several sources', () => {
    expect(parseCheckArgs(['--source', 'a.txt', '--source', 'b.txt']).source).toEqual(['a.txt', 'b.txt'])
  })

  it('take one skin, one aspect ratio, and references', () => {
    expect(parseCheckArgs(['--skin', '夜', '--aspect', '4/3', '--refs'])).toMatchObject({
      skins: ['night'],
      aspects: ['4:3'],
      references: true,
    })
  })

  it.each([
    [['nope'], '不认识的规则：nope'],
    [['--nope'], '命令的参数不对：--nope'],
    [['--skin', '蓝'], '没有“蓝”这种皮肤'],
    [['--aspect', '1:2'], '没有“1:2”这种画面比例'],
    [['--timeout', '0'], '--timeout 要写 1 到 600 之间的数'],
    [['--accept-source'], '--accept-source 要与 --source 同用'],
    [['layout', '--source', 'a.txt', '--accept-source'], '--accept-source 要检查规则 evidence'],
  ])('refuses %j', (args, message) => {
    expect(() => parseCheckArgs(args)).toThrow(message)
  })
})

describe('the rules', () => {
  it('are listed with a name each, in the order in which they are applied', () => {
    expect(Object.keys(layoutRules)).toEqual(['ready', ...slideRules.map(({ id }) => id), 'narrow'])
  })
})

describe('findings', () => {
  it('join what several renderings have in common, and tell the worst', () => {
    const [finding, ...others] = mergeFindings([
      placed('红', '16:9', 0),
      placed('夜', '16:9', 0, { measured: '19 px', excess: 5 }),
      placed('红', '16:9', 0),
    ])
    expect(others).toEqual([])
    expect(finding).toMatchObject({ slide: 3, rule: 'small', measured: '19 px' })
    expect(finding!.places).toHaveLength(2)
  })

  it('stay apart where slide, rule, element, text or severity differ; slides come in order', () => {
    const findings = [
      placed('红', '16:9', 0),
      placed('红', '16:9', 0, { slide: 2 }),
      placed('红', '16:9', 0, { rule: 'overlap' }),
      placed('红', '16:9', 0, { element: 'td' }),
      placed('红', '16:9', 0, { text: '词' }),
      placed('红', '16:9', 0, { severity: 'notice' }),
    ]
    expect(mergeFindings(findings).map(({ slide }) => slide)).toEqual([2, 3, 3, 3, 3, 3])
  })
})

describe('where a finding holds', () => {
  const at = (...places: [string, string, number][]): Place[] =>
    places.map(([skin, aspect, clicks]) => ({ skin, aspect, clicks }))

  it.each([
    [at(['红', '16:9', 0], ['夜', '16:9', 0], ['红', '4:3', 0], ['夜', '4:3', 0]), '红、夜 16:9、4:3'],
    [at(['红', '4:3', 0]), '红 4:3'],
    [at(['红', '16:9', 0], ['夜', '16:9', 0], ['红', '4:3', 0]), '红、夜 16:9；红 4:3'],
    [at(['红', '16:9', 1], ['红', '16:9', 2]), '红 16:9，点击 1 次后、点击 2 次后'],
    [at(['红', '16:9', 0], ['红', '16:9', 1]), '红 16:9，未点击、点击 1 次后'],
    [at(['红', '手机', 0]), '红 手机'],
  ])('%j', (places, expected) => {
    expect(describePlaces(places)).toBe(expected)
  })
})

describe('the report', () => {
  const findings = mergeFindings([
    placed('红', '16:9', 0),
    placed('红', '4:3', 0, { slide: 12, rule: 'overlap', text: '（图）' }),
  ]).map(finding => ({ family: 'layout', ...finding }))
  const run = (
    report: Omit<Parameters<typeof reportCheck>[0], 'obstacles'> & { obstacles?: string[] },
    args: { json?: boolean; strict?: boolean } = {},
  ) => {
    const lines: string[] = []
    const warnings: string[] = []
    const code = reportCheck(
      { obstacles: [], ...report },
      { json: false, strict: false, ...args },
      { print: line => void lines.push(line), log: { ...silentLog, warn: line => void warnings.push(line) } },
    )
    return { code, lines, warnings }
  }

  it('names slides, what was measured and what to do, then counts by rule', () => {
    const { code, lines } = run({ findings, scopes: ['版面 2 页'], duration: 1500 })
    expect(code).toBe(1)
    expect(lines.join('\n')).toBe(`第 3 页《货值》
  small 字太小：p “字”
    20 px；应当：不小于 24 px。请加大。见于 红 16:9。

第 12 页《货值》
  overlap 文字重叠：p （图）
    20 px；应当：不小于 24 px。请加大。见于 红 4:3。

共 2 处问题：
  small           1 处  字太小（第 3 页）
  overlap         1 处  文字重叠（第 12 页）
检查了版面 2 页，用时 1.5 秒`)
  })

  it('names the file of what stands in no slide, and what could not be looked at', () => {
    const { where: _, ...rest } = { ...findings[0]!, where: undefined }
    const inFile = { ...rest, slide: 0, title: '', where: 'data/a.ts:7', places: [] }
    const { lines, warnings } = run({
      findings: [{ ...rest, where: 'slides.md:30' }, inFile],
      scopes: ['数据'],
      obstacles: ['版面没有检查'],
      duration: 0,
    })
    expect(lines.slice(0, 7).join('\n')).toBe(`data/a.ts:7
  small 字太小：p “字”
    20 px；应当：不小于 24 px。请加大。

第 3 页《货值》
  small 字太小：p “字”
    20 px；应当：不小于 24 px。请加大。见于 slides.md:30，红 16:9。`)
    expect(warnings).toEqual(['版面没有检查'])
  })

  it('is content where nothing was found', () => {
    expect(run({ findings: [], scopes: ['版面 2 页'], duration: 1500 })).toEqual({
      code: 0,
      lines: ['没有发现问题。', '检查了版面 2 页，用时 1.5 秒'],
      warnings: [],
    })
  })

  it('is an array in JSON', () => {
    const { code, lines } = run({ findings, scopes: [], duration: 0 }, { json: true })
    expect(code).toBe(1)
    expect(JSON.parse(lines.join('\n'))).toEqual(findings.map(finding => ({ ...finding, severity: 'fault' })))
  })

  describe('of notices', () => {
    const notice = { ...findings[0]!, severity: 'notice' as const }

    it('sets them apart, and fails for faults alone', () => {
      const report = { findings: [notice, findings[1]!], scopes: ['版面 2 页'], duration: 0 }
      const { code, lines } = run(report)
      expect(code).toBe(1)
      expect(lines.join('\n')).toBe(`第 12 页《货值》
  overlap 文字重叠：p （图）
    20 px；应当：不小于 24 px。请加大。见于 红 4:3。

提示：请人看一眼，不影响退出码

第 3 页《货值》
  small 字太小：p “字”
    20 px；应当：不小于 24 px。请加大。见于 红 16:9。

共 1 处问题：
  overlap         1 处  文字重叠（第 12 页）
另有 1 处提示。
检查了版面 2 页，用时 0.0 秒`)
    })

    it('passes where there is nothing else, but not strictly', () => {
      const report = { findings: [notice], scopes: [], duration: 0 }
      expect([run(report).code, run(report, { strict: true }).code]).toEqual([0, 1])
      expect(run(report, { strict: true }).lines).toContain('提示：请人看一眼，按 --strict 算作问题')
    })

    it('is an array with the others in JSON', () => {
      const { code, lines } = run({ findings: [notice], scopes: [], duration: 0 }, { json: true })
      expect(code).toBe(0)
      expect(JSON.parse(lines.join('\n'))).toMatchObject([{ severity: 'notice' }])
    })
  })
})
