import { HuibaoError } from '../../../../model/errors.ts'
import type { Lifecycle } from '../../../lib/lifecycle.ts'
import type { Log } from '../../../lib/log.ts'
import { aptCommands, isDebian, isRoot, onPath, type Host } from '../../../lib/platform.ts'
import { run as runProcess } from '../../../lib/run.ts'

/** Programs that are not npm packages; each has the name of its Debian package. */
export type Program = 'nats-server' | 'nginx'

interface Effects {
  host: Host
  life: Lifecycle
  log: Log
  run?: typeof runProcess
}

const INSTALL_TIMEOUT = 5 * 60_000

/** Where a program is; Debian keeps servers in a folder that is on root's PATH only. */
export function findProgram(host: Host, name: Program): string | undefined {
  return [...onPath(host, [name]), `/usr/sbin/${name}`].find(host.isFile)
}

/**
 * Where a program is; it is installed first where it is missing and we are root on Debian.
 * @throws HuibaoError where it is missing and cannot be installed
 */
export async function ensureProgram(name: Program, { host, life, log, run = runProcess }: Effects): Promise<string> {
  const found = findProgram(host, name)
  if (found !== undefined) return found
  if (!isRoot(host) || !isDebian(host)) throw missing(name)
  log.info(`本机没有 ${name}，正在用 apt-get 安装……`)
  let result
  // An update that fails for one of many sources must not stop an installation that may succeed.
  for (const command of aptCommands([name])) result = await run(command, { host, life, timeout: INSTALL_TIMEOUT })
  const installed = findProgram(host, name)
  if (installed === undefined) throw missing(name, result?.stderr.trim().split('\n').at(-1))
  return installed
}

function missing(name: Program, reason?: string): HuibaoError {
  return new HuibaoError(`没有找到 ${name}${reason ? `，也装不上：${reason}` : ''}`, {
    hint: `请先安装 ${name}（Debian：apt-get install ${name}）。`,
  })
}
