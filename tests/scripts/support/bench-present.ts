import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { temporaryFolder } from './context.ts'

/** Numbers that depend on how busy the machine is; they are measured elsewhere. */
export const TIMED = /p99|占用|内存|跟上$|一半人|最长|之后|服务器自己/

/** Something to serve, instead of sites that take a minute to build. */
export function smallSites(): string {
  const folder = temporaryFolder()
  for (const site of ['audience', 'presenter']) {
    mkdirSync(path.join(folder, site))
    writeFileSync(path.join(folder, site, 'index.html'), '<!doctype html><title>汇报</title>')
    writeFileSync(path.join(folder, site, '.huibao-slides.json'), '{}')
  }
  return folder
}
