import { describe, expect, it } from 'vitest'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog, type Log } from '../../scripts/lib/log.ts'
import { withProgress } from '../../scripts/lib/progress.ts'

function recording(): { log: Log; events: string[] } {
  const events: string[] = []
  const log: Log = {
    ...silentLog,
    progress: (label, total) => {
      events.push(`${label} ${total}`)
      return { tick: () => void events.push('tick'), stop: () => void events.push('stop') }
    },
  }
  return { log, events }
}

describe('withProgress', () => {
  it('counts the work, and is gone when it is done', async () => {
    const { log, events } = recording()
    expect(
      await withProgress({ log, life: new Lifecycle() }, '画', 2, async tick => {
        tick()
        return 7
      }),
    ).toBe(7)
    expect(events).toEqual(['画 2', 'tick', 'stop'])
  })

  it('is gone before the reason of a failure is printed', async () => {
    const { log, events } = recording()
    await expect(
      withProgress({ log, life: new Lifecycle() }, '画', 1, () => Promise.reject(new Error('no'))),
    ).rejects.toThrow('no')
    expect(events).toEqual(['画 1', 'stop'])
  })

  it('is gone once only where the command is interrupted', async () => {
    const { log, events } = recording()
    const life = new Lifecycle()
    await withProgress({ log, life }, '画', 1, () => life.disposeAsync())
    expect(events).toEqual(['画 1', 'stop'])
  })
})
