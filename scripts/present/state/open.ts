import { codeOf, HuibaoError, messageOf } from '../../../model/errors.ts'
import type { Log } from '../../lib/log.ts'
import type { Host } from '../../lib/platform.ts'
import type { Backplane } from './backplane.ts'
import { createFileBackplane } from './file.ts'
import { initialState } from './machine.ts'
import type * as nats from './nats.ts'
import { LOGIN_VARIABLE } from './nats/address.ts'

export interface StoreOptions {
  /** Address of the NATS servers; absent where this server keeps the meeting alone. */
  backplane: string | undefined
  /** What the environment says: it may hold the login, which a command line would show to others. */
  env: Host['env']
  /** Of a user's credentials and of the authority of NATS' certificates: files. */
  creds: string | undefined
  backplaneCa: string | undefined
  /** Name of the meeting; servers that say the same share it. */
  meeting: string
  /** Where a server that is alone keeps it. */
  folder: string
  log: Log
}

/** The store that a server keeps its meeting in. */
export async function openStore({
  backplane,
  creds,
  backplaneCa,
  meeting,
  folder,
  log,
  env,
}: StoreOptions): Promise<Backplane> {
  if (backplane === undefined) return await createFileBackplane(folder, log)
  const { connectNats } = await loadNats()
  return await connectNats(backplane, { meeting, log, login: env[LOGIN_VARIABLE], creds, ca: backplaneCa })
}

/**
 * Loads what keeps a meeting in NATS, and only then its packages, which need not be installed.
 * @throws HuibaoError, a usage fault, where they are not
 */
export async function loadNats(): Promise<typeof nats> {
  return await import('./nats.ts').catch((error: unknown) => {
    if (codeOf(error) !== 'ERR_MODULE_NOT_FOUND' || !messageOf(error).includes('@nats-io/')) throw error
    throw new HuibaoError('--backplane 要用到连接 NATS 的组件，这里没有安装', {
      hint: '请在文稿的文件夹里运行 npm install @nats-io/transport-node @nats-io/jetstream（要能上网），再试一次；只用一台服务器放映，就不用写 --backplane。',
      exitCode: 2,
      cause: error,
    })
  })
}

/**
 * Puts a meeting back to its beginning, at an epoch and revision that go on: pages that stay open take what is older
 * for late.
 */
export async function beginAnew(store: Backplane, now: number): Promise<void> {
  const kept = await store.read()
  if (!kept) return
  await store.write(
    { ...initialState(now), epoch: Math.max(kept.state.epoch + 1, now), rev: kept.state.rev + 1 },
    kept.version,
  )
  for (const { page } of await store.drawings()) await store.draw({ page, svg: '' })
}
