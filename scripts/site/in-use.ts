import { statSync } from 'node:fs'
import { HuibaoError } from '../../model/errors.ts'

/** A built site that is read for some time. */
export interface SiteInUse {
  /** @throws HuibaoError where another command has put a new site in its place: nobody knows what was read of which */
  rejectReplaced: () => void
  /** What reading it comes to. @throws HuibaoError where it has been replaced, whatever has failed for that */
  during: <Result>(reading: Promise<Result>) => Promise<Result>
}

/** Begins to use the site in a folder. */
export function useSite(folder: string): SiteInUse {
  const before = identityOf(folder)
  const rejectReplaced = (): void => {
    if (identityOf(folder) === before) return
    throw new HuibaoError(`正在用的网站 ${folder} 被另一条命令重建了，什么也没有写`, {
      hint: '请等那条命令做完，再来一次。',
    })
  }
  return {
    rejectReplaced,
    during: reading =>
      reading.catch((error: unknown) => {
        rejectReplaced()
        throw error
      }),
  }
}

function identityOf(folder: string): string {
  const found = statSync(folder, { throwIfNoEntry: false })
  return `${found?.ino} ${found?.mtimeMs}`
}
