import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { CellMap } from '../../model/cell-map.ts'
import { HuibaoError } from '../../model/errors.ts'
import type { Span } from '../../model/span.ts'
import { CELLS_FILE, loadCellMaps, printCellMaps } from '../lib/cells/cell-map.ts'
import { propose, type Proposed } from '../lib/cells/propose.ts'
import { readOwnSheets } from '../lib/cells/sheet-tables.ts'
import { editDataFiles, readSource, writeFiles } from '../lib/data-files/index.ts'
import type { DeckSource } from '../../model/source.ts'
import { idsFor, mergeProposals } from './merge.ts'
import type { Taken } from './guide.ts'

/** What a workbook proposes to a deck. */
export interface MapProposal extends Proposed {
  before: DeckSource
  /** What was not looked at, in Chinese. */
  notes: readonly string[]
}

/**
 * Reads what a workbook proposes to a deck.
 * @throws HuibaoError where it is none, or has no table
 */
export async function proposeMap(root: string, bytes: Uint8Array, name: string, span?: Span): Promise<MapProposal> {
  const before = await readSource(root)
  const file = path.basename(name)
  const { tables, notes } = readOwnSheets(bytes, file)
  if (tables.length === 0)
    throw new HuibaoError(`${file} 里没有找到表`, {
      hint: '表要有列名，左边有行名，里面有数；隐藏的工作表不读。',
      exitCode: 2,
    })
  return { before, notes, ...propose(tables, { ...idsFor(before), span }) }
}

/** Writes what was taken of a workbook: data, and which cell is which figure. @returns the files that have changed */
export async function writeMap(root: string, before: DeckSource, taken: Taken, name: string): Promise<string[]> {
  const { source, map } = mergeProposals(before, taken.proposals, name, taken.chapters)
  const maps = await loadCellMaps(root)
  const all = [...maps.filter(each => each.source !== map.source), joined(maps, map)]
  const files = new Map(await editDataFiles(root, before, source))
  if (!isDeepStrictEqual(maps, all)) files.set(CELLS_FILE, printCellMaps(all))
  await writeFiles(root, files)
  return [...files.keys()]
}

/** A map with what an earlier one of the same workbook has besides. */
function joined(maps: readonly CellMap[], map: CellMap): CellMap {
  const old = maps.find(({ source }) => source === map.source)
  const figures = new Map([...(old?.figures ?? []), ...map.figures].map(each => [each.figure, each]))
  const tables = new Map([...(old?.tables ?? []), ...(map.tables ?? [])].map(each => [each.table, each]))
  return { ...map, figures: [...figures.values()], tables: [...tables.values()] }
}
