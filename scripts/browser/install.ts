import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import type { Lifecycle } from '../lib/lifecycle.ts'
import type { Log } from '../lib/log.ts'
import { aptCommands, isDebian, isRoot, type Command, type Host } from '../lib/platform.ts'
import { run as runProcess, type RunOptions, type RunResult } from '../lib/run.ts'

/** How long a whole installation may take, and how long the download host may keep silent: milliseconds. */
export const INSTALL_TIMEOUT = 10 * 60_000
const REACH_TIMEOUT = 8_000

const DOWNLOAD_HOST = 'https://cdn.playwright.dev'

export interface InstallOptions {
  host: Host
  life: Lifecycle
  log: Log
  run?: (command: Command, options: RunOptions) => Promise<RunResult>
  /** Whether the host of a URL answers at all within `timeout` milliseconds. */
  reach?: (url: string, timeout: number) => Promise<boolean>
}

/** A way to install a browser, and why it did not work. */
export interface FailedInstall {
  way: string
  reason: string
}

/**
 * Installs a Chromium: Debian's where we are root on Debian, else Playwright's own. Every way is bounded in time.
 * @returns the ways that failed before one worked; `installed` is false if none did
 */
export async function installBrowser(
  options: InstallOptions,
): Promise<{ installed: boolean; failures: FailedInstall[] }> {
  const failures: FailedInstall[] = []
  for (const install of [installDebian, installPlaywright]) {
    const failure = await install(options)
    if (failure === 'done') return { installed: true, failures }
    if (failure !== 'skipped') failures.push(failure)
  }
  return { installed: false, failures }
}

type Outcome = 'done' | 'skipped' | FailedInstall

async function installDebian(options: InstallOptions): Promise<Outcome> {
  if (!isRoot(options.host) || !isDebian(options.host)) return 'skipped'
  options.log.info('本机没有可用的浏览器，正在用 apt-get 安装 Chromium（约需一两分钟）……')
  for (const command of aptCommands()) {
    const failure = await bounded('apt-get', command, options)
    // An update that fails for one of many sources must not stop an installation that may succeed.
    if (failure !== 'done' && command.args.includes('install')) return failure
  }
  return 'done'
}

async function installPlaywright(options: InstallOptions): Promise<Outcome> {
  const { host, log, reach = reachable } = options
  const way = 'Playwright'
  const source = host.env.PLAYWRIGHT_DOWNLOAD_HOST || DOWNLOAD_HOST
  // Behind a proxy only the installer itself knows the way out.
  const proxied = Boolean(host.env.HTTPS_PROXY || host.env.https_proxy)
  if (!proxied && !(await reach(source, REACH_TIMEOUT))) return { way, reason: `连不上下载地址 ${source}` }
  log.info('本机没有可用的浏览器，正在下载 Playwright 的 Chromium（约 170 MB）……')
  return bounded(way, { file: process.execPath, args: [playwrightCli(), 'install', '--no-shell', 'chromium'] }, options)
}

async function bounded(way: string, command: Command, options: InstallOptions): Promise<Outcome> {
  const { host, life, run = runProcess } = options
  const result = await run(command, { host, life, timeout: INSTALL_TIMEOUT })
  if (result.code === 0) return 'done'
  if (result.timedOut) return { way, reason: `超过 ${INSTALL_TIMEOUT / 60_000} 分钟没有装完，已停止` }
  const last = `${result.stdout}\n${result.stderr}`.trim().split(/\r?\n/).at(-1)?.trim()
  return { way, reason: last || `退出码 ${result.code}` }
}

function playwrightCli(): string {
  return path.join(path.dirname(createRequire(import.meta.url).resolve('playwright-chromium')), 'cli.js')
}

async function reachable(url: string, timeout: number): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(timeout) })
    return true
  } catch {
    return false
  }
}
