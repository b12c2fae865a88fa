import { readFile } from 'node:fs/promises'
import type { JetStreamManager, StreamInfo } from '@nats-io/jetstream'
import type { KV } from '@nats-io/kv'
import type { ConnectionOptions, MsgHdrs, NatsConnection } from '@nats-io/transport-node'
import { HuibaoError } from '../../../../model/errors.ts'
import type { Log } from '../../../lib/log.ts'
import { parseNatsAddress, type NatsAddress } from './address.ts'
import { ensureBucket, type BucketNames } from './bucket.ts'
import { API_CODES, apiCode, bucketError, connectError } from './errors.ts'

/** The version of an announced state. */
export const VERSION_HEADER = 'Huibao-Version'

export interface ConnectOptions {
  log: Log
  login?: string
  creds?: string
  ca?: string
}

export interface Bucket {
  connection: NatsConnection
  kv: KV
  manager: JetStreamManager
  /** The header of an announced state. */
  versionHeader: (version: number) => MsgHdrs
  /** Makes the bucket anew where NATS has lost it. */
  ensure: () => Promise<StreamInfo>
}

/** Milliseconds that a cluster which has just been started gets to elect its leaders. */
const SETTLE = 10_000
const REQUEST = 2_000

/**
 * Connects and opens the bucket, making it where it is missing.
 * @throws HuibaoError that says what to do, without any credential
 */
export async function connectBucket(
  url: string,
  names: BucketNames,
  { log, login, creds, ca }: ConnectOptions,
): Promise<Bucket> {
  const address = parseNatsAddress(url, login)
  const [{ connect, credsAuthenticator, headers }, { jetstream, jetstreamManager }, { Kvm }] = await Promise.all([
    import('@nats-io/transport-node'),
    import('@nats-io/jetstream'),
    import('@nats-io/kv'),
  ])
  const authenticator = creds === undefined ? undefined : credsAuthenticator(await readOrRefuse(creds, '--creds'))
  const authority = ca === undefined ? undefined : new TextDecoder().decode(await readOrRefuse(ca, '--backplane-ca'))
  const connection = await connect({ ...connectionOptions(address, authority), authenticator }).catch(
    (error: unknown) => {
      throw connectError(error, address.servers)
    },
  )
  try {
    const manager = await jetstreamManager(connection, { timeout: REQUEST, checkAPI: false })
    const kv = await new Kvm(jetstream(connection, { timeout: REQUEST })).open(names.bucket, { allow_direct: false })
    const ensure = (): Promise<StreamInfo> =>
      ensureBucket(manager, names, { clustered: connection.info?.cluster !== undefined, log })
    await settled(ensure)
    const versionHeader = (version: number): MsgHdrs => {
      const header = headers()
      header.set(VERSION_HEADER, String(version))
      return header
    }
    return { connection, kv, manager, versionHeader, ensure }
  } catch (error) {
    await connection.close()
    throw bucketError(error, names.bucket)
  }
}

function connectionOptions(
  { servers, user, pass, token, tls }: NatsAddress,
  ca: string | undefined,
): ConnectionOptions {
  return {
    servers,
    user,
    pass,
    token,
    name: 'huibao',
    timeout: 2_000,
    maxReconnectAttempts: -1,
    ignoreAuthErrorAbort: true,
    reconnectTimeWait: 250,
    reconnectJitter: 100,
    reconnectJitterTLS: 250,
    // A cable that was cut says nothing: two pings without an answer tell.
    pingInterval: 1_500,
    maxPingOut: 2,
    ...((tls || ca !== undefined) && { tls: { ca } }),
  }
}

async function settled<T>(work: () => Promise<T>): Promise<T> {
  const end = performance.now() + SETTLE
  for (;;) {
    try {
      return await work()
    } catch (error) {
      // Where several servers begin at once, one may be told of a bucket that another is still making.
      const passing =
        apiCode(error) === API_CODES.notFound ||
        (error instanceof Error &&
          ['TimeoutError', 'JetStreamNotEnabled', 'NoRespondersError', 'RequestError'].includes(error.name))
      if (!passing || performance.now() > end) throw error
      await new Promise(resolve => setTimeout(resolve, 250))
    }
  }
}

async function readOrRefuse(file: string, option: string): Promise<Uint8Array> {
  return await readFile(file).catch((error: unknown) => {
    throw new HuibaoError(`${option} 指的文件读不了：${file}`, { hint: '请核对路径和权限。', cause: error })
  })
}
