import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { HuibaoError, messageOf, unlessMissing } from '../../../model/errors.ts'
import { stageFile, writeFileAtomic, type StagedFile } from '../../../setup/vite/write-file-atomic.ts'

/** A file that is to change. */
interface Written {
  name: string
  file: string
  /** What it has said; undefined where it was not there. */
  before: Uint8Array | undefined
  /** What it is to say; undefined where it is to go. */
  staged: StagedFile | undefined
}

/**
 * Writes files, all or none: all are written beside their places before the first one moves there, and where one does
 * not, those before it are put back.
 * @param root folder of the deck, which the paths are relative to
 * @param files their texts; null where a file is to go
 * @throws HuibaoError naming the file that cannot be written, and those that could not be put back
 */
export async function writeFiles(root: string, files: ReadonlyMap<string, string | null>): Promise<void> {
  const written: Written[] = []
  const placed: Written[] = []
  try {
    for (const [name, text] of files)
      await naming(name, [], async () => {
        const file = path.join(root, name)
        const before = await unlessMissing(readFile(file), undefined)
        written.push({ name, file, before, staged: text === null ? undefined : await stageFile(file, text) })
      })
    for (const each of written)
      await naming(each.name, placed, async () => {
        await (each.staged ? each.staged.place() : rm(each.file, { force: true }))
        placed.push(each)
      })
  } finally {
    for (const { staged } of written) await staged?.discard()
  }
}

/** Does something to a file; where that fails, the files that are in their places already are put back. */
async function naming(name: string, placed: readonly Written[], act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (cause) {
    const left = await putBack(placed)
    throw new HuibaoError(`写不进 ${name}：${messageOf(cause)}`, {
      hint:
        left.length === 0
          ? '什么也没有改。请检查文件夹能不能写。'
          : `${left.join('、')} 已经改了，没能恢复；请检查文件夹能不能写，再用版本管理或备份恢复。`,
      cause,
    })
  }
}

/** @returns the names of those that could not be */
async function putBack(placed: readonly Written[]): Promise<string[]> {
  const left: string[] = []
  for (const { name, file, before } of placed.toReversed())
    await (before === undefined ? rm(file, { force: true }) : writeFileAtomic(file, before)).catch(() =>
      left.push(name),
    )
  return left
}
