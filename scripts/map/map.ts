import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { CellMap } from '../../model/cell-map.ts'
import { HuibaoError } from '../../model/errors.ts'
import { operandOf } from '../../model/expression.ts'
import type { DeckSource } from '../../model/source.ts'
import type { Span } from '../../model/span.ts'
import { CELLS_FILE, loadCellMaps, printCellMaps } from '../lib/cells/cell-map.ts'
import { propose, type Proposal, type Proposed } from '../lib/cells/propose.ts'
import { readOwnSheets } from '../lib/cells/sheet-tables.ts'
import { editSoundData, readSource, writeFiles } from '../lib/data-files/index.ts'
import { problemLines } from '../lib/xlsx/problem-lines.ts'
import type { Taken } from './guide.ts'
import { knownFigures, namingFor, sourceOf } from './known.ts'
import { mergeProposals } from './merge.ts'

/** What a workbook proposes to a deck. */
export interface MapProposal extends Proposed {
  before: DeckSource
  maps: readonly CellMap[]
  /** What was not looked at, and what takes the place of what the deck has, in Chinese. */
  notes: readonly string[]
}

/**
 * Reads what a workbook proposes to a deck.
 * @throws HuibaoError where it is none, or has no table
 */
export async function proposeMap(root: string, bytes: Uint8Array, name: string, span?: Span): Promise<MapProposal> {
  const before = await readSource(root)
  const maps = await loadCellMaps(root)
  const file = path.basename(name)
  const { tables, notes, left } = readOwnSheets(bytes, file)
  const proposed = propose(tables, { ...namingFor(before, mapOfFile(maps, before, file)), span })
  return {
    ...proposed,
    before,
    maps,
    left: [...left, ...proposed.left],
    notes: [...notes, ...replaced(before, proposed.proposals, sourceOf(before, file)?.id)],
  }
}

function mapOfFile(maps: readonly CellMap[], deck: DeckSource, file: string): CellMap | undefined {
  const source = sourceOf(deck, file)?.id
  return maps.find(each => each.source === source)
}

/** Figures of other sources that the cells of a workbook take the place of. */
function replaced(deck: DeckSource, proposals: readonly Proposal[], source: string | undefined): string[] {
  const known = knownFigures(deck, source)
  return proposals.flatMap(({ figures }) =>
    figures.flatMap(({ figure, place }) => {
      const own = known.get(figure.label)
      if (!own || own.isOwn || own.figure.id !== figure.id) return []
      const [was, is] = [own.figure, figure].map(each => operandOf(each).text)
      const told = was === is ? `也是${is}` : `是${is}，文稿里是${was}`
      return [`“${figure.label}”改由工作簿给出：${place.sheet} ${place.cell} ${told}`]
    }),
  )
}

/**
 * Writes what was taken of a workbook: data, and which cell is which figure.
 * @returns the files that have changed
 * @throws HuibaoError where what would be written is not in order; nothing is written then
 */
export async function writeMap(
  root: string,
  { before, maps }: Pick<MapProposal, 'before' | 'maps'>,
  { proposals, chapters }: Taken,
  name: string,
): Promise<string[]> {
  const known = mapOfFile(maps, before, path.basename(name))
  const { source, map, problems } = mergeProposals(before, proposals, name, known, chapters)
  if (problems.length > 0)
    throw new HuibaoError(['文稿里已有的表读不进新的格：', ...problemLines(problems)].join('\n'), {
      hint: '什么也没有写。请在工作簿里改好，再运行一次。',
    })
  const all = [...maps.filter(each => each.source !== map.source), joined(known, map)]
  const files = new Map(await editSoundData(root, before, source))
  if (!isDeepStrictEqual(maps, all)) files.set(CELLS_FILE, printCellMaps(all))
  await writeFiles(root, files)
  return [...files.keys()]
}

/** A map with what an earlier one of the same workbook has besides. */
function joined(old: CellMap | undefined, map: CellMap): CellMap {
  const figures = new Map([...(old?.figures ?? []), ...map.figures].map(each => [each.figure, each]))
  const tables = new Map([...(old?.tables ?? []), ...(map.tables ?? [])].map(each => [each.table, each]))
  return { ...map, figures: [...figures.values()], tables: [...tables.values()] }
}
