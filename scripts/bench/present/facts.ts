import { cpus, release, totalmem, type } from 'node:os'
import process from 'node:process'

/** What the numbers were measured on. */
export interface Facts {
  cpu: string
  cores: number
  /** Gigabytes. */
  memory: number
  system: string
  node: string
}

export function machineFacts(): Facts {
  const all = cpus()
  return {
    cpu: all[0]?.model.trim() ?? '',
    cores: all.length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.versions.node,
  }
}
