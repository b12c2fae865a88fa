import { open } from 'node:fs/promises'
import path from 'node:path'
import { codeOf, HuibaoError } from '../../model/errors.ts'

/** Largest file that is read: bytes. */
const MOST_BYTES = 64 * 2 ** 20

/**
 * The bytes of a file that a person names.
 * @param root folder that its path is relative to
 * @param most bytes that it may have
 * @throws HuibaoError where it cannot be read, or is too large
 */
export async function readGiven(root: string, file: string, most = MOST_BYTES): Promise<Uint8Array> {
  try {
    await using handle = await open(path.resolve(root, file))
    const { size } = await handle.stat()
    if (size > most)
      throw new HuibaoError(`${file} 太大：超过 ${most / 2 ** 20} MB`, {
        hint: '请去掉里面的图片，或另存为 txt 或 csv。',
        exitCode: 2,
      })
    if (size === 0) throw new HuibaoError(`${file} 是空文件`, { hint: '请核对是不是这个文件。', exitCode: 2 })
    return await handle.readFile()
  } catch (error) {
    if (error instanceof HuibaoError) throw error
    throw new HuibaoError(`${codeOf(error) === 'ENOENT' ? '没有这个文件' : '读不了这个文件'}：${file}`, {
      hint: '请核对文件名和文件夹；相对路径从运行命令的文件夹算起，例如 ../原文.txt。',
      exitCode: 2,
      cause: error,
    })
  }
}
