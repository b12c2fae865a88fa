import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const MAIN = path.join(import.meta.dirname, '../../../scripts/huibao.js')

/** Runs `huibao export` in a deck's folder. */
export function exportCommand(args: string[], cwd: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [MAIN, 'export', ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text
  })
  return { child, output, closed: once(child, 'close').then(([code]) => code as number | null) }
}

/** Ids of processes with a path below `folder` on their command line or in their environment. */
export function processesMentioning(folder: string): string[] {
  return readdirSync('/proc').filter(pid => {
    if (!/^\d+$/.test(pid)) return false
    try {
      return ['cmdline', 'environ'].some(file => readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(folder))
    } catch {
      return false
    }
  })
}

/** The contents of all files below a folder by their names, with `/`. */
export function contentsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file =>
    statSync(path.join(folder, file)).isFile(),
  )
  return Object.fromEntries(
    files.map(file => [file.replaceAll('\\', '/'), readFileSync(path.join(folder, file), 'base64')]).sort(),
  )
}
