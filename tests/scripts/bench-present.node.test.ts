import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSseParser, createViteParser, Shared } from '../../scripts/bench/present/crowd/parse.ts'
import { benchPresent } from '../../scripts/bench/present/bench.ts'
import { allMet, atMost, inform, quantile } from '../../scripts/bench/present/figures.ts'
import { formatRows } from '../../scripts/bench/present/format.ts'
import { machineFacts } from '../../scripts/bench/present/facts.ts'
import { QUICK } from '../../scripts/bench/present/sizes.ts'
import { slope } from '../../scripts/bench/present/slope.ts'
import { testContext } from './support/context.ts'
import { smallSites, TIMED } from './support/bench-present.ts'

const ROOT = path.join(import.meta.dirname, '../..')

describe('the bench of the presenting server', () => {
  it('counts what it should', { timeout: 120_000 }, async () => {
    const [sites, context] = [smallSites(), testContext(ROOT)]
    // They mostly wait, and nothing is timed here: all at once. The long tests have the others.
    await Promise.all(
      (['return', 'restart', 'race'] as const).map(async name => {
        const { rows } = await benchPresent({ sizes: QUICK, only: [name], sites }, context)
        const figures = rows.flatMap(row => row.figures)
        expect(
          figures.filter(figure => figure.met === false && !TIMED.test(figure.name)),
          name,
        ).toEqual([])
        expect(
          figures.filter(({ value }) => value !== undefined && Number.isNaN(value)),
          name,
        ).toEqual([])
        expect(
          figures.some(({ met }) => met === true),
          name,
        ).toBe(true)
      }),
    )
  })
})

describe('what a follower hears', () => {
  const state = 'event: state\ndata: {"epoch":7,"rev":3,"page":2,"clicks":0,"blank":false}\n\n'

  it.each([1, 5, 40, 1000])('is read from pieces of %i bytes', size => {
    const parser = createSseParser(new Shared())
    const bytes = Buffer.from(
      `${state}event: beat\ndata: {"epoch":7,"rev":3}\n\n${state.replace('"rev":3', '"rev":4')}`,
    )
    const heard = []
    for (let start = 0; start < bytes.length; start += size)
      heard.push(...parser.feed(bytes.subarray(start, start + size)))
    expect(heard.map(({ kind, epoch, rev, page }) => [kind, epoch, rev, page])).toEqual([
      ['state', 7, 3, 2],
      ['beat', 7, 3, Number.NaN],
      ['state', 7, 4, 2],
    ])
  })

  it.each([1, 3, 1000])('is read from frames in pieces of %i bytes', size => {
    const text = Buffer.from(
      `{"type":"custom","event":"vue-server-ref","data":{"data":{"page":12}},"pad":"${'x'.repeat(200)}"}`,
    )
    const frame = Buffer.concat([Buffer.from([0x81, 126, text.length >> 8, text.length & 255]), text])
    const hello = Buffer.from([0x81, 2, 0x7b, 0x7d])
    const bytes = Buffer.concat([hello, frame, frame])
    const parser = createViteParser(new Shared())
    const heard = []
    for (let start = 0; start < bytes.length; start += size)
      heard.push(...parser.feed(bytes.subarray(start, start + size)))
    expect(heard.map(({ kind, rev }) => [kind, rev])).toEqual([
      ['other', Number.NaN],
      ['state', 12],
      ['state', 12],
    ])
  })
})

describe('verdicts', () => {
  it('miss where a number is too large or was not measured, not where the system cannot tell', () => {
    expect([1, 2, 3, Number.NaN, undefined].map(value => atMost('n', value, 2).met)).toEqual([
      true,
      true,
      false,
      false,
      true,
    ])
    expect(allMet([{ name: 'a', figures: [inform('n', 9), atMost('n', 1, 2)] }])).toBe(true)
    expect(allMet([{ name: 'a', figures: [atMost('n', 1, 2), atMost('n', 3, 2)] }])).toBe(false)
  })

  it('are printed with number and target', () => {
    const lines = formatRows({
      facts: machineFacts(),
      rows: [
        {
          name: '行',
          figures: [atMost('p99', 151.4, 150, '毫秒'), inform('句柄', 7, '个'), atMost('占用', undefined, 50, '%')],
        },
      ],
    })
    expect(
      lines.slice(3).map(line =>
        line
          .split(/\s{2,}/)
          .filter(Boolean)
          .join('|'),
      ),
    ).toEqual(['行|p99|151 毫秒|≤ 150 毫秒|未达到', '句柄|7 个', '占用|本系统量不到|≤ 50 %|达到'])
  })

  it.each([
    [0.5, 2],
    [0.99, 4],
    [1, 4],
    [0, 1],
  ])('take the quantile %d', (share, expected) => {
    expect(quantile([1, 2, 3, 4], share)).toBe(expected)
  })

  it('find growth behind single jumps', () => {
    const points = Array.from({ length: 200 }, (_, index) => [index / 200, 100 + (index % 17 === 0 ? 40 : 0)] as const)
    expect(Math.abs(slope(points))).toBeLessThan(1)
    expect(slope(points.map(([x, y]) => [x, y + 60 * x]))).toBeGreaterThan(50)
  })
})
