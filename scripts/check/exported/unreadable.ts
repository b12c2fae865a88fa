import { HuibaoError } from '../../../model/errors.ts'

/** An exported file that cannot be read, and why. */
export function unreadableExport(file: string, reason: string, cause?: unknown): HuibaoError {
  return new HuibaoError(`读不了 ${file}：${reason}`, {
    hint: '请去掉密码再存一次；坏了的请用 npm run export 重新导出。',
    exitCode: 2,
    cause,
  })
}
