import { readdirSync, readFileSync } from 'node:fs'
import type { Lifecycle } from '../lib/lifecycle.ts'

const SAMPLE = 200
const TICKS = 100
const PAGE = 4096

/** What a process and all that it started have used; undefined where the system does not tell. */
export interface TreeUsage {
  /** Milliseconds of processor time. */
  cpu: number
  /** The most resident bytes of any moment, of all processes together; what they share counts once. */
  memory: number
}

interface ProcessStat {
  pid: number
  parent: number
  cpu: number
  /** Resident bytes. */
  resident: number
}

/**
 * Watches all that this process starts from now on, until the returned function is called. A process that ends between
 * two looks counts as it was at the last of them.
 */
export function watchChildren(life: Lifecycle): () => TreeUsage | undefined {
  const known = new Map<number, number>()
  const before = new Set(readAll().map(({ pid }) => pid))
  let memory = 0
  const look = (): void => {
    const fresh = readAll().filter(({ pid }) => !before.has(pid))
    const own = descendants(fresh, known)
    own.forEach(({ pid, cpu }) => known.set(pid, cpu))
    memory = Math.max(memory, sum(own.map(shareOf)))
  }
  const timer = setInterval(look, SAMPLE)
  life.defer(() => clearInterval(timer))
  return () => {
    clearInterval(timer)
    return known.size === 0 ? undefined : { cpu: Math.round(sum([...known.values()])), memory }
  }
}

/** Those that come from this process, or from one that did: a process whose parent has ended gets another one. */
function descendants(all: readonly ProcessStat[], known: ReadonlyMap<number, number>): ProcessStat[] {
  const own = new Set([process.pid, ...known.keys()])
  for (let size = 0; size !== own.size;) {
    size = own.size
    for (const { pid, parent } of all) if (own.has(parent)) own.add(pid)
  }
  return all.filter(({ pid }) => own.has(pid))
}

/** A process' part of the memory that it uses, some of it with others. */
function shareOf({ pid, resident }: ProcessStat): number {
  try {
    const [, share] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))!
    return Number(share) * 1024
  } catch {
    return resident
  }
}

function readAll(): ProcessStat[] {
  try {
    return readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .flatMap(name => readStat(Number(name)))
  } catch {
    return []
  }
}

function readStat(pid: number): ProcessStat[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in parentheses, may hold anything.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const cpu = ((fields[11]! + fields[12]!) * 1000) / TICKS
    return [{ pid, parent: fields[1]!, cpu, resident: fields[21]! * PAGE }]
  } catch {
    return []
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
