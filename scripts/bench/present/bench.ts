import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Context } from '../../lib/command.ts'
import { machineFacts, type Facts } from './facts.ts'
import { allMet, type Row } from './figures.ts'
import { benchFaults } from './rows/faults.ts'
import { benchCrowd, benchHall } from './rows/hall.ts'
import { benchRace } from './rows/race.ts'
import { benchRestart } from './rows/restart.ts'
import { benchReturn } from './rows/return.ts'
import { benchStalled } from './rows/stalled.ts'
import { benchVenues } from './rows/venues.ts'
import type { Sizes } from './sizes.ts'
import { startServer, type StageOptions } from './stage/running.ts'

export interface PresentBench {
  facts: Facts
  rows: Row[]
  met: boolean
}

export type BenchContext = Pick<Context, 'root' | 'host' | 'life' | 'log'>

const ROWS = {
  hall: benchHall,
  crowd: benchCrowd,
  return: benchReturn,
  venues: benchVenues,
  restart: benchRestart,
  faults: benchFaults,
  stalled: benchStalled,
  race: benchRace,
} satisfies Record<string, (sizes: Sizes, stage: StageOptions, context: BenchContext) => Promise<Row[]>>

export type RowName = keyof typeof ROWS

export const ROW_NAMES = Object.keys(ROWS) as RowName[]

/**
 * Measures the presenting server under load and under faults, one situation after another, each with servers of its
 * own.
 * @param sites a folder with `audience` and `presenter` in the place of the deck's sites
 */
export async function benchPresent(
  { sizes, only = ROW_NAMES, sites = '' }: { sizes: Sizes; only?: readonly RowName[]; sites?: string },
  context: BenchContext,
): Promise<PresentBench> {
  const { root, life, log } = context
  await using part = life.part()
  const stage = await prepareStage({ root, sites, life: part })
  const rows: Row[] = []
  // The deck's own sites may have to be built first, which is not part of any row.
  if (sites === '') {
    const first = await startServer('first', [], stage)
    await first.kill()
  }
  const progress = log.progress('正在测量', only.length)
  part.defer(progress.stop)
  for (const name of only) {
    rows.push(...(await ROWS[name](sizes, stage, context)))
    progress.tick()
  }
  return { facts: machineFacts(), rows, met: allMet(rows) }
}

/** A folder for meetings that goes with the lifecycle. */
export async function prepareStage({ root, sites, life }: Omit<StageOptions, 'folder'>): Promise<StageOptions> {
  const folder = await mkdtemp(path.join(tmpdir(), 'huibao-bench-'))
  life.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return { root, folder, sites, life }
}
