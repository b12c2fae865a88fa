import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { benchPresent, type RowName } from '../../scripts/bench/present/bench.ts'
import type { Figure } from '../../scripts/bench/present/figures.ts'
import { FULL, QUICK, type Sizes } from '../../scripts/bench/present/sizes.ts'
import { benchSoak } from '../../scripts/bench/present/soak.ts'
import { smallSites, TIMED } from '../scripts/support/bench-present.ts'
import { testContext } from '../scripts/support/context.ts'
import { programForTests } from './support/nats.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const nats = await programForTests('nats-server')

async function figuresOf(name: RowName, sizes: Partial<Sizes>): Promise<Figure[]> {
  const { rows } = await benchPresent(
    { sizes: { ...QUICK, ...sizes }, only: [name], sites: smallSites() },
    testContext(ROOT),
  )
  return rows.flatMap(({ figures }) => figures)
}

function missed(figures: readonly Figure[]): Figure[] {
  return figures.filter(
    ({ name, value, met }) => (met === false && !TIMED.test(name)) || (value !== undefined && Number.isNaN(value)),
  )
}

describe('a presenting server, for long or under faults', () => {
  it.skipIf(nats === undefined)(
    'loses nobody when any NATS server of three is killed, or an edge',
    { timeout: 300_000 },
    async () => {
      const figures = await figuresOf('venues', { venues: { followers: 600, changes: 60 } })
      expect(missed(figures)).toEqual([])
      expect(figures.filter(({ name, value }) => name.endsWith('全部跟上') && !(value! < 10))).toEqual([])
    },
  )

  it('is found again after 30 seconds of 502, of 503, and of a cut cable', { timeout: 300_000 }, async () => {
    expect(missed(await figuresOf('faults', { fault: { ...FULL.fault, clients: 20 } }))).toEqual([])
  })

  it.each<RowName>(['hall', 'crowd', 'stalled'])('is measured: %s', { timeout: 300_000 }, async name => {
    expect(
      missed(await figuresOf(name, { hall: { followers: 500, changes: 20 }, crowd: { followers: 800, changes: 5 } })),
    ).toEqual([])
  })

  it('holds neither files nor followers that are gone', { timeout: 400_000 }, async () => {
    const { rows } = await benchSoak({ minutes: 4, followers: 300, sites: smallSites() }, testContext(ROOT))
    expect(missed(rows.flatMap(({ figures }) => figures))).toEqual([])
  })
})
