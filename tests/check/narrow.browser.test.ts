import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect } from 'vitest'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { createCheckContext } from '../../scripts/check/context.ts'
import type { Finding } from '../../scripts/check/finding.ts'
import { check } from '../../scripts/check/layout/check.ts'
import { serveSite } from '../../scripts/site/serve.ts'
import { testContext } from '../scripts/support/context.ts'
import { test } from '../support/test.ts'

/** A reading page written by hand, whose slides tell what has to be said of them. */
const READING = readFileSync(path.join(import.meta.dirname, '../fixtures/check/reading.html'), 'utf8')

const cases = [...READING.matchAll(/data-slidev-no="(\d+)" data-expect="([^"]*)"/g)].map(([, no, expected]) => ({
  no: Number(no),
  expected: expected!,
}))

describe('the check of the reading page on a phone', () => {
  let findings: Finding[]
  let narrow: (page: string) => Promise<Finding[]>

  test.beforeAll(async ({ browser, life }) => {
    const deck = {
      title: '',
      author: '',
      subject: '',
      keywords: [],
      lang: 'zh-CN',
      fileName: 'x',
      canvas: { width: 1280, height: 720 },
      total: 9,
      files: [],
      layouts: [],
    }
    narrow = async page => {
      const folder = mkdtempSync(path.join(tmpdir(), 'huibao-narrow-'))
      life.defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
      writeFileSync(path.join(folder, 'index.html'), page)
      const origin = await serveSite(folder, life)
      const checkContext = await createCheckContext(
        parseCheckArgs(['narrow', '--skin', '红', '--timeout', '5']),
        testContext(folder, life),
        { deck, numbers: cases.map(({ no }) => no), site: async () => origin, browser: async () => browser },
      )
      return (await check(new Set(['narrow']), checkContext)).findings
    }
    findings = await narrow(READING)
  })

  test.for(cases)('slide $no: $expected', ({ no, expected }) => {
    const found = findings.filter(({ slide }) => slide === no).map(({ measured }) => measured)
    expect(found.length, String(found)).toBe(expected === '' ? 0 : 1)
    if (expected) expect(found[0]).toContain(expected)
  })

  test('finds nothing outside of the slides, and places all on the phone', () => {
    expect(findings.filter(({ slide }) => slide === 0)).toEqual([])
    expect(new Set(findings.flatMap(({ places }) => places.map(({ aspect }) => aspect)))).toEqual(new Set(['手机']))
  })

  test('does not pass a slide that is not on the page, or not laid out', async () => {
    const lacking = await narrow(
      READING.replace('data-slidev-no="1"', 'data-slidev-no="99"').replace(
        '<section data-slidev-no="7"',
        '<section style="content-visibility: hidden" data-slidev-no="7"',
      ),
    )
    expect(lacking.filter(({ rule }) => rule === 'ready').map(({ slide }) => slide)).toEqual([1, 7])
  })

  test('is told where a site has no reading page', async () => {
    const missing = await narrow('<!doctype html><div id="slide-container">1</div>')
    expect(missing.map(({ slide, rule, measured }) => [slide, rule, measured])).toEqual([
      [0, 'narrow', '网站没有手机阅读页'],
    ])
  })
})
