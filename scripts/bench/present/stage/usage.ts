import { readdirSync, readFileSync } from 'node:fs'
import type { Lifecycle } from '../../../lib/lifecycle.ts'

/** What a process has used; undefined where the system does not tell. */
export interface Usage {
  /** Seconds of processor time. */
  cpu: number
  /** Resident bytes. */
  memory: number
  handles: number
}

const TICKS = 100
const SAMPLE = 250

export function usageOf(pid: number): Usage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in parentheses, may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const memory =
      Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) * 1024
    return {
      cpu: (Number(fields[11]) + Number(fields[12])) / TICKS,
      memory,
      handles: readdirSync(`/proc/${pid}/fd`).length,
    }
  } catch {
    return undefined
  }
}

export interface Watched {
  /** Share of one core, from 0. */
  cores: number | undefined
  /** The most resident bytes of any moment. */
  memory: number | undefined
}

/** Watches a process until the returned function is called. */
export function watchUsage(pid: number, life: Lifecycle): () => Promise<Watched> {
  const began = performance.now()
  const first = usageOf(pid)
  let most = first?.memory
  const timer = setInterval(() => {
    most = Math.max(most ?? 0, usageOf(pid)?.memory ?? 0) || undefined
  }, SAMPLE)
  life.defer(() => clearInterval(timer))
  return async () => {
    clearInterval(timer)
    const last = usageOf(pid)
    const cores = first && last && (last.cpu - first.cpu) / ((performance.now() - began) / 1000)
    return { cores, memory: most }
  }
}
