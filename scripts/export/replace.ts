import { existsSync, lstatSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { HuibaoError } from '../../model/errors.ts'

/** `fs.renameSync`, or a stand-in for it. */
export type Rename = (from: string, to: string) => void

export interface Replacement {
  /** Where each finished file waits, and its place. */
  files: readonly { from: string; to: string }[]
  /** Files that have no successor and go. */
  stale: readonly string[]
  /** A folder, not there yet, that keeps the earlier files until all the new ones are in their place. */
  aside: string
  rename?: Rename
}

/**
 * Puts files into their places, all or none: where one cannot be moved, everything is as it was before. Synchronous
 * throughout, so that no signal can come between two files.
 * @throws what the failed move threw; where undoing fails too, an error that says where the earlier files are
 */
export function replaceFiles({ files, stale, aside, rename = renameSync }: Replacement): void {
  const undo: (() => void)[] = []
  let begun = false
  const move = (from: string, to: string): void => {
    rename(from, to)
    undo.push(() => rename(to, from))
  }
  try {
    mkdirSync(aside)
    begun = true
    undo.push(() => rmdirSync(aside))
    const earlier = [...files.map(({ to }) => to), ...stale].filter(isFile)
    earlier.forEach((file, index) => move(file, path.join(aside, `${index}-${path.basename(file)}`)))
    for (const { from, to } of files) {
      const made = mkdirSync(path.dirname(to), { recursive: true })
      if (made !== undefined) undo.push(() => rmdirSync(made))
      move(from, to)
    }
  } catch (error) {
    takeBack(undo)
    if (begun && existsSync(aside)) {
      throw new HuibaoError(`导出的文件只换了一部分，也退不回去`, {
        hint: `原来的文件在 ${aside}，请关闭正在使用它们的程序，再移回原处。`,
        cause: error,
      })
    }
    throw error
  }
  try {
    rmSync(aside, { recursive: true, force: true, maxRetries: 5 })
  } catch {
    // Every file is in its place; what is left are the earlier ones, in a folder that the next export cannot mistake.
  }
}

/** Takes the steps back, last one first, as many as possible. */
function takeBack(steps: readonly (() => void)[]): void {
  for (const step of steps.toReversed()) {
    try {
      step()
    } catch {
      // What could not be moved back is still in the folder aside, which then cannot be removed.
    }
  }
}

/** @throws Error where a folder has the name of a file that is to come: it is not ours to remove */
function isFile(file: string): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false })
  if (found?.isDirectory()) throw new Error(`${file} 是文件夹，不是文件`)
  return found !== undefined
}
