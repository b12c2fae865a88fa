import path from 'node:path'
import type { CellMap } from '../../model/cell-map.ts'
import { HuibaoError } from '../../model/errors.ts'
import type { DeckSource } from '../../model/source.ts'
import { parseSpan, type Span } from '../../model/span.ts'
import { findSource } from '../../model/sources.ts'
import { CELLS_FILE, loadCellMaps, printCellMaps } from '../lib/cells/cell-map.ts'
import { nameOf } from '../lib/cells/draft.ts'
import { normalisedIn, type Normalised } from '../lib/cells/propose.ts'
import { readOwnSheets } from '../lib/cells/sheet-tables.ts'
import { editSoundData, readSource, writeFiles } from '../lib/data-files/index.ts'
import { refresh, type Refreshed } from './refresh.ts'

/** A refresh that has been read, and not been written. */
export interface ReadRefresh extends Refreshed {
  before: DeckSource
  maps: readonly CellMap[]
  /** What the source is called whose cells were looked for. */
  title: string
  /** The time that the deck's numbers have been of. */
  earlier: Span
  /** Cells that were read otherwise than they are written. */
  normalised: readonly Normalised[]
  /** What was not looked at, in Chinese. */
  notes: readonly string[]
}

/**
 * Reads what a workbook of a new month changes in a deck.
 * @throws HuibaoError where it is none, or the deck has no map of it: most of what the map has is not there, and the
 *   file is not called as the source is
 */
export async function readRefresh(root: string, bytes: Uint8Array, name: string, span?: Span): Promise<ReadRefresh> {
  const before = await readSource(root)
  const maps = await loadCellMaps(root)
  const file = path.basename(name)
  const map = mapOf(maps, before, file)
  const { tables, notes } = readOwnSheets(bytes, file)
  const refreshed = refresh(before, map, tables, { file, span })
  const title = titleOf(map, before)
  const gone = refreshed.changes.filter(({ sort }) => sort === 'gone').length
  const found = refreshed.changes.filter(({ sort }) => sort === 'same' || sort === 'changed').length
  if (gone > found && (found === 0 || !isCalled(map, before, file)))
    throw new HuibaoError(`${file} 和《${title}》对不上：${gone + found} 条数据里只找到 ${found} 条的格`, {
      hint: `什么也没有写。请核对是不是这个文件；工作簿换了样子，就先运行 npx huibao map ${file}。`,
    })
  return {
    ...refreshed,
    before,
    maps,
    title,
    earlier: parseSpan(map.period)!,
    normalised: tables.flatMap(normalisedIn),
    notes,
  }
}

/** The map of a workbook: the only one, or that of the source that is called as the file is. */
function mapOf(maps: readonly CellMap[], source: DeckSource, file: string): CellMap {
  const own = maps.filter(map => isCalled(map, source, file))
  const found = maps.length === 1 ? maps : own
  if (found.length === 1) return found[0]!
  if (maps.length === 0)
    throw new HuibaoError(`这份文稿没有 ${CELLS_FILE}`, { hint: `请先运行 huibao map ${file}。`, exitCode: 2 })
  const titles = maps.map(map => titleOf(map, source)).join('、')
  throw new HuibaoError(`不知道 ${file} 是哪一个工作簿`, {
    hint: `文件名去掉时间要与来源的名称一样：${titles}。`,
    exitCode: 2,
  })
}

/** Whether a file is called as the source of a map is, whatever the time. */
function isCalled(map: CellMap, source: DeckSource, file: string): boolean {
  const { title = '', file: known = '' } = findSource(source, map.source) ?? {}
  return [title, nameOf(known)].includes(nameOf(file))
}

const titleOf = (map: CellMap, source: DeckSource): string => findSource(source, map.source)?.title ?? map.source

/**
 * Writes a refresh.
 * @returns the files that have changed
 * @throws HuibaoError where what would be written is not in order; nothing is written then
 */
export async function writeRefresh(root: string, { before, source, maps, map }: ReadRefresh): Promise<string[]> {
  const all = maps.map(each => (each.source === map.source ? map : each))
  const files = new Map(await editSoundData(root, before, source))
  if (printCellMaps(all) !== printCellMaps(maps)) files.set(CELLS_FILE, printCellMaps(all))
  await writeFiles(root, files)
  return [...files.keys()]
}
