import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { codeOf, HuibaoError, messageOf } from '../../../model/errors.ts'
import { writeFileAtomic } from '../../../setup/vite/write-file-atomic.ts'

/**
 * Writes files, all or none: where one cannot be written, those before it are as they were.
 * @param root folder of the deck, which the paths are relative to
 * @param files their texts; null where a file is to go
 * @throws HuibaoError naming the file that cannot be written
 */
export async function writeFiles(root: string, files: ReadonlyMap<string, string | null>): Promise<void> {
  const undo: (() => Promise<void>)[] = []
  for (const [name, text] of files) {
    const file = path.join(root, name)
    const before = await readFile(file).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    })
    try {
      if (text === null) await rm(file, { force: true })
      else await writeFileAtomic(file, text)
    } catch (error) {
      for (const step of undo.reverse()) await step()
      throw new HuibaoError(`写不进 ${name}：${messageOf(error)}`, {
        hint: '什么也没有改。请检查文件夹能不能写。',
        cause: error,
      })
    }
    undo.push(() => (before === undefined ? rm(file, { force: true }) : writeFileAtomic(file, before)))
  }
}
