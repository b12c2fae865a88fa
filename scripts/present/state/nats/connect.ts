import { readFile } from 'node:fs/promises'
import {
  jetstream,
  jetstreamManager,
  type JetStreamClient,
  type JetStreamManager,
  type StreamInfo,
} from '@nats-io/jetstream'
import { connect, credsAuthenticator, type ConnectionOptions, type NatsConnection } from '@nats-io/transport-node'
import { HuibaoError } from '../../../../model/errors.ts'
import type { Log } from '../../../lib/log.ts'
import { parseNatsAddress, type NatsAddress } from './address.ts'
import { bucketName, bucketNames, ensureBucket, type BucketNames } from './bucket.ts'
import { bucketError, connectError, isPassing } from './errors.ts'

export interface ConnectOptions {
  /** Servers with the same name share the meeting; the deck's file name will do. */
  meeting: string
  log: Log
  /** `user:password` or a token, for an address without. */
  login?: string
  /** A file with a user's credentials (`nsc`), instead of a password in the address. */
  creds?: string
  /** A file with the certificate of whoever signed those of the servers. */
  ca?: string
}

export interface Bucket {
  names: BucketNames
  connection: NatsConnection
  /** Whether there is a connection at present; the client sends what it is given without one much later. */
  connected: () => boolean
  /** Sends something to all servers of the meeting; without a connection nothing is sent. */
  publish: (subject: string, message: unknown) => void
  js: JetStreamClient
  manager: JetStreamManager
  /** Makes the bucket anew where NATS has lost it. @returns the stream that it is */
  ensure: () => Promise<StreamInfo>
  /** The stream as it was at the start. */
  stream: StreamInfo
}

/** Milliseconds that a cluster which has just been started gets to elect its leaders. */
const SETTLE = 10_000
const REQUEST = 2_000

/**
 * Connects and opens the bucket of a meeting, making it where it is missing.
 * @throws HuibaoError that says what to do, without any credential
 */
export async function connectBucket(url: string, options: ConnectOptions): Promise<Bucket> {
  const { meeting, log, login, creds, ca } = options
  const names = bucketNames(bucketName(meeting))
  const address = parseNatsAddress(url, login)
  const authenticator = creds === undefined ? undefined : credsAuthenticator(await readOption(creds, '--creds'))
  const authority = ca === undefined ? undefined : new TextDecoder().decode(await readOption(ca, '--backplane-ca'))
  const connection = await connect({ ...connectionOptions(address, authority), authenticator }).catch(
    (error: unknown) => {
      throw connectError(error, address.servers)
    },
  )
  try {
    const manager = await jetstreamManager(connection, { timeout: REQUEST, checkAPI: false })
    const ensure = (): Promise<StreamInfo> =>
      ensureBucket(manager, names, { clustered: connection.info?.cluster !== undefined, log })
    const stream = await settled(ensure)
    let connected = true
    void (async () => {
      for await (const { type } of connection.status()) {
        if (type === 'disconnect' || type === 'reconnect') connected = type === 'reconnect'
      }
    })()
    return {
      connected: () => connected,
      publish: (subject, message) => {
        if (connected) connection.publish(subject, JSON.stringify(message))
      },
      names,
      connection,
      js: jetstream(connection, { timeout: REQUEST }),
      manager,
      ensure,
      stream,
    }
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
      if (!isPassing(error) || performance.now() > end) throw error
      await new Promise(resolve => setTimeout(resolve, 250))
    }
  }
}

async function readOption(file: string, option: string): Promise<Uint8Array> {
  return await readFile(file).catch((error: unknown) => {
    throw new HuibaoError(`${option} 指的文件读不了：${file}`, { hint: '请核对路径和权限。', cause: error })
  })
}
