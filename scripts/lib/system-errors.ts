import { tmpdir } from 'node:os'
import { codeOf, messageOf } from '../../model/errors.ts'

/** What a system refused, for people. */
export interface Refusal {
  /** Why, as the end of a sentence. */
  reason: string
  /** What to do next. */
  hint: string
}

const FULL = '请清出空间，或换一个磁盘，再试一次。'

const REFUSALS: Readonly<Record<string, Refusal>> = {
  ENOSPC: { reason: '磁盘满了', hint: FULL },
  EDQUOT: { reason: '分给这个用户的磁盘空间用完了', hint: FULL },
  EROFS: { reason: '磁盘是只读的', hint: '请换一个文件夹。' },
  EACCES: { reason: '没有权限', hint: '请改正它的权限，或换一个文件夹。' },
}

/** What Chromium says where the temporary file that it prints into could not be written. */
const PRINTED_NOWHERE = /IO\.read\): Read failed/

/**
 * Why the system did not do something, where that is for people to change and no defect; undefined for all else.
 * @param error whatever was thrown
 */
export function refusalOf(error: unknown): Refusal | undefined {
  if (PRINTED_NOWHERE.test(messageOf(error)))
    return {
      reason: `放临时文件的 ${tmpdir()} 满了`,
      hint: '请清出空间，或把环境变量 TMPDIR 设为别的文件夹，再试一次。',
    }
  return REFUSALS[codeOf(error) ?? '']
}

/** The same of what another program has written of its failure. */
export function refusalIn(output: string): Refusal | undefined {
  return /\bENOSPC\b|No space left on device/i.test(output) ? REFUSALS.ENOSPC : undefined
}

/** What was refused: the file or folder, or what the error says where it names none. */
export function placeOf(error: unknown): string {
  return error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : messageOf(error)
}
