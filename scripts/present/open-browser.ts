import { rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import type { ChildProcess } from 'node:child_process'
import type { Lifecycle } from '../lib/lifecycle.ts'
import { removeStale } from '../lib/remove-stale.ts'

/** Milliseconds after which a browser has read the file, or never will. */
const OPENS = 2 * 60_000
const NAME = /^huibao-open-(\d+)-/

export interface OpenOptions {
  life: Lifecycle
  /** Starts the browser of this machine at an address. */
  open: (target: string) => Promise<Pick<ChildProcess, 'on'>>
  /** Where the file may lie; each is tried in turn. */
  folders?: readonly string[]
  /** Whether the browser is another system's, which finds no file of ours: as in WSL, where nobody else looks on. */
  foreign?: boolean
  /** Called once where no browser has been opened. */
  onFailed: () => void
}

/**
 * Opens an address that nobody else may know in the browser of this machine. A program's arguments are seen by every
 * user of the machine, so the browser is given a file that only this user can read, which leads there. It lies in the
 * home folder under a plain name: browsers that come as snaps read neither hidden folders nor `/tmp`.
 */
export async function openSecretly(url: string, options: OpenOptions): Promise<void> {
  const { life, open, folders = [homedir(), tmpdir()], foreign = false, onFailed } = options
  let failed = false
  const fail = (): void => {
    if (!failed) onFailed()
    failed = true
  }
  try {
    const browser = await open(foreign ? url : pathToFileURL(await leadingFile(url, folders, life)).href)
    const begun = performance.now()
    browser.on('error', fail)
    // One that has run for longer has been opened, however it ends.
    browser.on('exit', (code: number | null) => code && performance.now() - begun < OPENS && fail())
  } catch {
    fail()
  }
}

/** A file that leads to an address, until it has been opened. */
async function leadingFile(url: string, folders: readonly string[], life: Lifecycle): Promise<string> {
  const file = await writeLeading(url, folders)
  const timer = setTimeout(() => void rm(file, { force: true }).catch(() => {}), OPENS)
  timer.unref()
  life.defer(() => {
    clearTimeout(timer)
    return rm(file, { force: true })
  })
  return file
}

async function writeLeading(url: string, folders: readonly string[]): Promise<string> {
  const name = `huibao-open-${process.pid}-${Math.random().toString(36).slice(2, 10)}.html`
  const page = `<!doctype html><meta charset="utf-8"><title>汇报</title><script>location.replace(${JSON.stringify(url)})</script>`
  let last: unknown
  for (const folder of folders) {
    await removeStale(folder, NAME)
    try {
      const file = path.join(folder, name)
      await writeFile(file, page, { mode: 0o600, flag: 'wx' })
      return file
    } catch (error) {
      last = error
    }
  }
  throw last
}
