import { accessSync, constants, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { codeOf, HuibaoError, messageOf } from '../lib/errors.ts'
import type { Lifecycle } from '../lib/lifecycle.ts'
import { sweepAbandoned } from '../lib/sweep.ts'
import { PNG_NAME } from './names.ts'

/**
 * Makes sure that files can be written into `out` before anything is spent on making them. Creates nothing.
 * @throws HuibaoError where they cannot
 */
export function refuseUnwritable(out: string): void {
  let folder = out
  while (!existsSync(folder) && path.dirname(folder) !== folder) folder = path.dirname(folder)
  if (!statSync(folder).isDirectory()) throw unwritable(out, `${folder} 是文件，不是文件夹`)
  try {
    accessSync(folder, constants.W_OK)
  }
  catch (error) {
    throw unwritable(out, messageOf(error), error)
  }
}

/** Removes what exports that were killed have left in `out`. */
export async function removeAbandoned(out: string): Promise<void> {
  await sweepAbandoned(out, /^\.huibao-(\d+)$/)
}

/** Finished files that wait beside their place until all of them are there. */
export interface Stage {
  /** The folder to write PNG files into. */
  folder: string
  writePdf: (name: string, bytes: Uint8Array) => void
  /**
   * Puts everything in its place at once: the PDF, and the PNG files in place of all that were there before.
   * @returns the absolute paths of the files
   */
  commit: (pdf: string | undefined, pngs: readonly string[] | undefined) => string[]
  /** Removes what was not committed, and folders that were made for it. */
  discard: () => Promise<void>
}

/**
 * Opens a stage in `out`; the lifecycle discards it where it is not committed.
 * @throws HuibaoError where `out` cannot be written
 */
export function openStage(out: string, life: Lifecycle): Stage {
  const folder = path.join(out, `.huibao-${process.pid}`)
  const made = attempt(out, () => mkdirSync(folder, { recursive: true }))
  const discard = life.defer(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    // Folders that were made for the files go with them where nothing else has come into them.
    for (let each = out; made !== undefined && made !== folder && each.length >= made.length; each = path.dirname(each)) rmdirSync(each)
  })
  return {
    folder,
    writePdf: (name, bytes) => attempt(out, () => writeFileSync(path.join(folder, name), bytes)),
    commit: (pdf, pngs) => attempt(out, () => [
      ...(pdf === undefined ? [] : move(folder, out, [pdf])),
      ...(pngs === undefined ? [] : replacePngs(folder, path.join(out, 'png'), pngs)),
    ]),
    discard: () => discard(),
  }
}

/** Synchronous throughout, so that no signal can come between two files. */
function replacePngs(from: string, to: string, names: readonly string[]): string[] {
  mkdirSync(to, { recursive: true })
  const stale = readdirSync(to).filter(name => PNG_NAME.test(name) && !names.includes(name))
  const files = move(from, to, names)
  stale.forEach(name => rmSync(path.join(to, name)))
  return files
}

function move(from: string, to: string, names: readonly string[]): string[] {
  return names.map((name) => {
    renameSync(path.join(from, name), path.join(to, name))
    return path.join(to, name)
  })
}

function attempt<T>(out: string, action: () => T): T {
  try {
    return action()
  }
  catch (error) {
    const busy = ['EBUSY', 'EPERM'].includes(codeOf(error) ?? '')
    throw unwritable(out, messageOf(error), error, busy ? '如果文件正在别的程序里打开，请关闭后重试。' : undefined)
  }
}

function unwritable(out: string, reason: string, cause?: unknown, hint = '请换一个文件夹（--out），或改正它的权限。'): HuibaoError {
  return new HuibaoError(`写不进导出文件夹 ${out}：${reason}`, { hint, cause })
}
