import { access } from 'node:fs/promises'
import path from 'node:path'
import { HuibaoError } from '../../../model/errors.ts'
import { writeFileAtomic } from '../../../setup/vite/write-file-atomic.ts'
import type { Context } from '../command.ts'

/**
 * Writes a workbook, and prints where it is.
 * @param force whether a file that is there is written over
 * @throws HuibaoError where it is there, or its name is that of no workbook
 */
export async function saveWorkbook(
  { root, print }: Pick<Context, 'root' | 'print'>,
  file: string,
  bytes: Uint8Array,
  force: boolean,
): Promise<void> {
  if (!/\.xlsx$/i.test(file)) throw new HuibaoError(`文件名要以 .xlsx 结尾，而不是“${file}”`, { exitCode: 2 })
  const target = path.resolve(root, file)
  const there = await access(target).then(
    () => true,
    () => false,
  )
  if (there && !force)
    throw new HuibaoError(`已经有 ${file}，没有动它`, { hint: '换一个文件名；要盖掉它，加 --force。', exitCode: 2 })
  await writeFileAtomic(target, bytes)
  print(target)
}
