import { accessSync, constants, existsSync, mkdirSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { codeOf, HuibaoError, messageOf } from '../../model/errors.ts'
import type { Lifecycle } from '../lib/lifecycle.ts'
import { takeLock } from '../lib/lock.ts'
import { refusalOf } from '../lib/system-errors.ts'
import { removeStale } from '../lib/remove-stale.ts'
import { replaceFiles, type Rename } from './replace.ts'

/**
 * Makes sure that files can be written into `out` before anything is spent on making them. Creates nothing.
 * @param folders below it into which files are written, too
 * @throws HuibaoError where they cannot
 */
export function rejectUnwritable(out: string, folders: readonly string[] = []): void {
  let folder = out
  while (!existsSync(folder) && path.dirname(folder) !== folder) folder = path.dirname(folder)
  if (!statSync(folder).isDirectory()) throw unwritable(out, new Error(`${folder} 是文件，不是文件夹`))
  rejectReadOnly(folder)
  for (const each of folders.map(name => path.join(out, name)))
    if (existsSync(each) && each !== folder) rejectReadOnly(each)
}

function rejectReadOnly(folder: string): void {
  try {
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw unwritable(folder, error)
  }
}

/** What one export at a time has in the folder that it writes into. */
const LOCK = '.huibao-lock'

/**
 * Whether a file is of an export that goes on.
 * @param file relative to the folder of the export
 */
export function isStaged(file: string): boolean {
  return file.startsWith('.huibao-')
}

/** Removes what exports that were killed have left in `out`. */
export async function removeStaleStages(out: string): Promise<void> {
  await removeStale(out, /^\.huibao-(?:lock-)?(\d+)$/)
}

/** Finished files that wait beside their place until all of them are there. */
export interface Stage {
  /**
   * Writes a file that is to lie below the folder of the export.
   * @param name its path from there, with forward slashes
   */
  write: (name: string, bytes: Uint8Array) => void
  /**
   * Puts files in their places, all or nothing.
   * @param names of those written
   * @param stale names of earlier files that go, where they are there
   * @returns the absolute paths of the files
   */
  commit: (names: readonly string[], stale?: readonly string[]) => string[]
  /** Removes what was not committed, and folders that were made for it. */
  discard: () => Promise<void>
}

/**
 * Opens a stage in `out`, which nobody else can do until it is discarded: files of two exports would be mixed. The
 * lifecycle discards it where it is not committed.
 * @throws HuibaoError where `out` cannot be written, or another process has a stage there
 */
export function openStage(out: string, life: Lifecycle, rename?: Rename): Stage {
  const folder = path.join(out, `.huibao-${process.pid}`)
  life.throwIfEnded()
  const part = life.part()
  let made: string | undefined
  part.defer(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    // Folders that were made for the files go with them where nothing else has come into them.
    for (let each = out; made !== undefined && made !== folder && each.length >= made.length; each = path.dirname(each))
      rmdirSync(each)
  })
  withWriteErrors(out, () => {
    made = makeFolders(folder)
    rejectTaken(out, takeLock(path.join(out, LOCK), part))
  })
  return {
    write: (name, bytes) =>
      withWriteErrors(path.join(out, name), () => {
        const file = path.join(folder, name)
        // Of the stage itself nothing is made anew: an interrupt may have removed it.
        if (path.dirname(file) !== folder && !existsSync(path.dirname(file))) mkdirSync(path.dirname(file))
        writeFileSync(file, bytes)
      }),
    commit: (names, stale = []) =>
      withWriteErrors(out, () => {
        const files = names.map(name => ({ from: path.join(folder, name), to: path.join(out, name) }))
        const gone = stale.filter(name => !names.includes(name)).map(name => path.join(out, name))
        // Not within the stage, which goes: should the earlier files be stuck here, they must stay.
        replaceFiles({ files, stale: gone, aside: path.join(out, `.huibao-${process.pid}-old`), rename })
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

/** @param holder id of the process that has the folder; undefined where it is ours */
function rejectTaken(out: string, holder: number | undefined): void {
  if (holder === undefined) return
  throw new HuibaoError(`另一条命令（进程 ${holder}）正在往 ${out} 里导出`, {
    hint: `请等它做完再导出，或用 --out 换一个文件夹；没有别的导出在进行的话，请删去 ${path.join(out, LOCK)}。`,
  })
}

function withWriteErrors<T>(place: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    if (error instanceof HuibaoError) throw error
    throw unwritable(place, error)
  }
}

const IN_USE: readonly (string | undefined)[] = ['EBUSY', 'EPERM']

function unwritable(place: string, error: unknown): HuibaoError {
  const { reason, hint } = refusalOf(error) ?? {
    reason: messageOf(error),
    hint: IN_USE.includes(codeOf(error))
      ? '如果文件正在别的程序里打开，请关闭后重试。'
      : '请换一个文件夹（--out），或改正它的权限。',
  }
  return new HuibaoError(`写不进 ${place}：${reason}`, { hint, cause: error })
}
