import { statSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

/** Everything about the machine that a choice here may depend on; tests pass another machine in. */
export interface Host {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  /** The numeric user id; undefined on Windows. */
  uid: number | undefined
  /** Whether `file` exists and is a file. */
  isFile: (file: string) => boolean
}

/** A command and its arguments, run without a shell. */
export interface Command {
  file: string
  args: string[]
  env?: Record<string, string>
}

/** The machine that this process runs on. */
export function currentHost(): Host {
  return {
    platform: process.platform,
    env: process.env,
    uid: process.getuid?.(),
    isFile,
  }
}

/** Whether a file is there; what may not be looked at is as good as absent. */
function isFile(file: string): boolean {
  try {
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/** Root may not run Chromium's sandbox, and may install packages. */
export function isRoot(host: Host): boolean {
  return host.uid === 0
}

/** Debian and what descends from it: there `apt-get` installs Chromium. */
export function isDebian(host: Host): boolean {
  return host.platform === 'linux' && host.isFile('/etc/debian_version') && onPath(host, ['apt-get']).length > 0
}

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const WINDOWS_APPS = [
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
]
const WINDOWS_FOLDERS = ['ProgramFiles(x86)', 'ProgramFiles', 'LOCALAPPDATA']

/** Where an installed Chromium, Chrome or Edge would be on this kind of machine, best first; none is checked. */
export function browserCandidates(host: Host): string[] {
  if (host.platform === 'win32') {
    const folders = WINDOWS_FOLDERS.map(name => variable(host, name)).filter(folder => folder !== undefined)
    return WINDOWS_APPS.flatMap(parts => folders.map(folder => path.win32.join(folder, ...parts)))
  }
  if (host.platform === 'darwin') {
    const folders = ['/Applications', ...(host.env.HOME ? [path.posix.join(host.env.HOME, 'Applications')] : [])]
    return MAC_APPS.flatMap(app =>
      folders.map(folder => path.posix.join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    )
  }
  return onPath(host, LINUX_NAMES)
}

/** Chromium refuses to start as root with its sandbox on. */
export function sandboxArgs(host: Host): string[] {
  return isRoot(host) ? ['--no-sandbox'] : []
}

/** How Debian installs packages with nobody at the keyboard; waits up to two minutes for another apt to finish. */
export function aptCommands(packages = ['chromium']): Command[] {
  const options = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=1', '-q']
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  return [
    { file: 'apt-get', args: [...options, 'update'], env },
    { file: 'apt-get', args: [...options, 'install', '-y', '--no-install-recommends', ...packages], env },
  ]
}

/** Whether children get a process group of their own, so that their own children can be ended with them. */
export function groupsProcesses(host: Host): boolean {
  return host.platform !== 'win32'
}

/** The command that ends a process with its children where there are no process groups; undefined elsewhere. */
export function endTreeCommand(host: Host, pid: number): Command | undefined {
  return host.platform === 'win32' ? { file: 'taskkill', args: ['/pid', String(pid), '/T', '/F'] } : undefined
}

/** Where programs of these names are on the PATH, best first. */
export function onPath(host: Host, names: readonly string[]): string[] {
  const folders = (host.env.PATH ?? '').split(':').filter(folder => folder !== '')
  return names.flatMap(name => folders.map(folder => path.posix.join(folder, name))).filter(host.isFile)
}

/** Windows ignores the case of variable names, a plain object does not. */
function variable(host: Host, name: string): string | undefined {
  const key = Object.keys(host.env).find(each => each.toLowerCase() === name.toLowerCase())
  return key === undefined ? undefined : host.env[key] || undefined
}
