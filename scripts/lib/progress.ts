import type { Lifecycle } from './lifecycle.ts'
import type { Log } from './log.ts'

/**
 * Shows progress while `work` goes on, and takes it away before anything else is printed: when the work is done, when
 * it fails, and when it is interrupted.
 * @param total how many steps there are; `work` calls `tick` after each
 */
export async function withProgress<T>(
  { log, life }: { log: Log; life: Lifecycle },
  label: string,
  total: number,
  work: (tick: () => void) => Promise<T>,
): Promise<T> {
  const progress = log.progress(label, total)
  await using part = life.part()
  part.defer(progress.stop)
  return await work(progress.tick)
}
