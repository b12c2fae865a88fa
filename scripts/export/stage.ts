import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { codeOf, HuibaoError, messageOf } from '../../model/errors.ts'
import type { Lifecycle } from '../lib/lifecycle.ts'
import { removeStale } from '../lib/remove-stale.ts'
import { isPngName } from './names.ts'
import { replaceFiles, type Rename } from './replace.ts'

/**
 * Makes sure that files can be written into `out` before anything is spent on making them. Creates nothing.
 * @throws HuibaoError where they cannot
 */
export function rejectUnwritable(out: string): void {
  let folder = out
  while (!existsSync(folder) && path.dirname(folder) !== folder) folder = path.dirname(folder)
  if (!statSync(folder).isDirectory()) throw unwritable(out, `${folder} 是文件，不是文件夹`)
  rejectReadOnly(folder)
  const pngs = path.join(out, 'png')
  if (existsSync(pngs) && pngs !== folder) rejectReadOnly(pngs)
}

function rejectReadOnly(folder: string): void {
  try {
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw unwritable(folder, messageOf(error), error)
  }
}

/** Removes what exports that were killed have left in `out`. */
export async function removeStaleStages(out: string): Promise<void> {
  await removeStale(out, /^\.huibao-(\d+)$/)
}

/** Finished files that wait beside their place until all of them are there. */
export interface Stage {
  /** The folder to write PNG files into. */
  folder: string
  /** Writes a file that is to lie in the folder of the export itself. */
  write: (name: string, bytes: Uint8Array) => void
  /**
   * Puts everything in its place, all or nothing: the files of `write` that are named, and the PNG files in place of
   * all that were there before.
   * @returns the absolute paths of the files
   */
  commit: (names: readonly string[], pngs: readonly string[] | undefined) => string[]
  /** Removes what was not committed, and folders that were made for it. */
  discard: () => Promise<void>
}

/**
 * Opens a stage in `out`; the lifecycle discards it where it is not committed.
 * @param total slides of the deck, by which its PNG files are known
 * @throws HuibaoError where `out` cannot be written
 */
export function openStage(out: string, life: Lifecycle, total: number, rename?: Rename): Stage {
  const folder = path.join(out, `.huibao-${process.pid}`)
  const made = withWriteErrors(out, () => makeFolders(folder))
  const part = life.part()
  part.defer(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    // Folders that were made for the files go with them where nothing else has come into them.
    for (let each = out; made !== undefined && made !== folder && each.length >= made.length; each = path.dirname(each))
      rmdirSync(each)
  })
  return {
    folder,
    write: (name, bytes) => withWriteErrors(out, () => writeFileSync(path.join(folder, name), bytes)),
    commit: (names, pngs) =>
      withWriteErrors(out, () => {
        const folders = { [out]: names, [path.join(out, 'png')]: pngs ?? [] }
        const files = Object.entries(folders).flatMap(([to, names]) =>
          names.map(name => ({ from: path.join(folder, name), to: path.join(to, name) })),
        )
        const stale = pngs === undefined ? [] : stalePngs(path.join(out, 'png'), pngs, total)
        // Not within the stage, which goes: should the earlier files be stuck here, they must stay.
        replaceFiles({ files, stale, aside: path.join(out, `.huibao-${process.pid}-old`), rename })
        return files.map(({ to }) => to)
      }),
    discard: () => part.disposeAsync(),
  }
}

/**
 * Makes a folder and those above it, one by one: in folders that only look writable, such as /proc, the recursive
 * `mkdirSync` never returns.
 * @returns the topmost folder that was made
 */
function makeFolders(folder: string): string | undefined {
  if (existsSync(folder)) return undefined
  const above = makeFolders(path.dirname(folder))
  mkdirSync(folder)
  return above ?? folder
}

function stalePngs(folder: string, names: readonly string[], total: number): string[] {
  const found = existsSync(folder) ? readdirSync(folder) : []
  return found.filter(name => isPngName(name, total) && !names.includes(name)).map(name => path.join(folder, name))
}

function withWriteErrors<T>(out: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    if (error instanceof HuibaoError) throw error
    const busy = ['EBUSY', 'EPERM'].includes(codeOf(error) ?? '')
    throw unwritable(out, messageOf(error), error, busy ? '如果文件正在别的程序里打开，请关闭后重试。' : undefined)
  }
}

function unwritable(
  out: string,
  reason: string,
  cause?: unknown,
  hint = '请换一个文件夹（--out），或改正它的权限。',
): HuibaoError {
  return new HuibaoError(`写不进导出文件夹 ${out}：${reason}`, { hint, cause })
}
