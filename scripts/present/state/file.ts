import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import type { Drawing } from '../../../components/present/protocol.ts'
import { codeOf, messageOf } from '../../../model/errors.ts'
import type { Log } from '../../lib/log.ts'
import { writeFileAtomic } from '../../../setup/vite/write-file-atomic.ts'
import { isDrawing } from '../drawing.ts'
import { StaleVersion, type Backplane, type Kept, type Watcher } from './backplane.ts'
import { KeptState } from './kept.ts'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** What is read back: a file that someone has meddled with is not believed. */
const File = v.object({
  version: count,
  state: KeptState,
  drawings: v.array(v.object({ page: count, svg: v.pipe(v.string(), v.check(isDrawing)) })),
})

/**
 * The backplane of one server alone: it keeps the meeting in `meeting.json` in a folder, and answers a change only when
 * the file says so too. Where the disk fails it goes on without, and `health` tells.
 */
export async function createFileBackplane(folder: string, log: Pick<Log, 'warn'>): Promise<Backplane> {
  const file = path.join(folder, 'meeting.json')
  const earlier = await readEarlier(file, log)
  const drawings = new Map<number, string>(earlier?.drawings.map(({ page, svg }) => [page, svg]))
  const watchers = new Set<Watcher>()
  let kept: Kept | undefined = earlier && { state: earlier.state, version: earlier.version }
  let fault: string | undefined
  let saving: Promise<void> = Promise.resolve()

  const save = (): Promise<void> => {
    saving = saving.then(async () => {
      const list: Drawing[] = [...drawings].map(([page, svg]) => ({ page, svg }))
      try {
        await writeFileAtomic(file, JSON.stringify({ ...kept, drawings: list }), { ownerOnly: true })
        fault = undefined
      } catch (error) {
        if (fault === undefined)
          log.warn(`会议的进度没能写入 ${file}：${messageOf(error)}；放映继续，但重启后回不到这一页`)
        fault = messageOf(error)
      }
    })
    return saving
  }

  return {
    read: async () => kept,
    async write(state, version) {
      if (version !== kept?.version) throw new StaleVersion()
      const written = { state, version: (version ?? 0) + 1 }
      kept = written
      await save()
      watchers.forEach(watcher => watcher.state(written))
      return written.version
    },
    drawings: async () => [...drawings].map(([page, svg]) => ({ page, svg })),
    async draw(drawing) {
      if (drawing.svg) drawings.set(drawing.page, drawing.svg)
      else drawings.delete(drawing.page)
      watchers.forEach(watcher => watcher.draw(drawing))
      await save()
    },
    point: pointer => watchers.forEach(watcher => watcher.pointer(pointer)),
    async watch(watcher) {
      watchers.add(watcher)
      return async () => void watchers.delete(watcher)
    },
    health: () => (fault === undefined ? { ok: true } : { ok: false, reason: fault }),
    close: () => saving,
  }
}

async function readEarlier(file: string, log: Pick<Log, 'warn'>): Promise<v.InferOutput<typeof File> | undefined> {
  try {
    return v.parse(File, JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') log.warn(`上次的进度读不出来（${file}），从第 1 页开始：${messageOf(error)}`)
    return undefined
  }
}
