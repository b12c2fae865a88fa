import { GUIDE } from '../../guide.ts'
import { codeOf, HuibaoError, messageOf } from '../../../../model/errors.ts'

const SETUP = `怎样架设见 ${GUIDE} 的“几个会场”一节。`

/** JetStream's numbers for what may go wrong here. */
export const API_CODES = {
  noPeers: 10005,
  nameInUse: 10058,
  notFound: 10059,
  replicasNotSupported: 10074,
  wrongLastSequence: 10071,
} as const

/** The number that JetStream gives an error; undefined where it comes from elsewhere. */
export function apiCode(error: unknown): number | undefined {
  return error instanceof Error && error.name.endsWith('Error') && 'code' in error && typeof error.code === 'number'
    ? error.code
    : undefined
}

/**
 * Whether an error at the start goes by itself: a cluster that elects its leaders, or servers that begin at once, of
 * which one is told of a bucket that another is still making, or has made with fewer copies.
 */
export function isPassing(error: unknown): boolean {
  const code = apiCode(error)
  if (code === API_CODES.notFound || code === API_CODES.nameInUse) return true
  const names = ['TimeoutError', 'JetStreamNotEnabled', 'NoRespondersError', 'RequestError']
  return error instanceof Error && names.includes(error.name)
}

/** Why NATS could not be reached at the start, for people. @param servers addresses without credentials */
export function connectError(error: unknown, servers: readonly string[]): HuibaoError {
  const message = `连不上 NATS（${servers.join('，')}）：${reasonOf(error)}`
  return new HuibaoError(message, { hint: hintOf(error), cause: redacted(error) })
}

/** Why JetStream did not answer at the start, for people. */
export function bucketError(error: unknown, bucket: string): HuibaoError {
  const code = apiCode(error)
  if (error instanceof Error && (error.name === 'JetStreamNotEnabled' || error.name === 'NoRespondersError')) {
    return new HuibaoError('NATS 没有开 JetStream，或者集群里活着的服务器不到一半', {
      hint: `请在 nats-server 的配置里写上 jetstream，并让集群的多数服务器在线。${SETUP}`,
      cause: redacted(error),
    })
  }
  return new HuibaoError(
    `NATS 里的会议“${bucket}”打不开：${reasonOf(error)}${code === undefined ? '' : `（${code}）`}`,
    {
      hint: `请看 nats-server 的日志，并确认这个用户可以用 JetStream。${SETUP}`,
      cause: redacted(error),
    },
  )
}

/** A command that could not be kept: nobody answered in time. */
export function unavailable(error: unknown): HuibaoError {
  return new HuibaoError(`NATS 没有保存会议状态：${reasonOf(error)}`, {
    hint: '请看 NATS 是否在线；恢复后会自动接上。',
    cause: redacted(error),
  })
}

function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'AuthorizationError' || name === 'UserAuthenticationExpiredError') return '用户、口令或凭证不对'
  if (name === 'TimeoutError') return '没有应答'
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  const code = codeOf(error) ?? codeOf(cause)
  if (code === 'ECONNREFUSED' || messageOf(error).includes('connection refused')) return '没有服务器在听'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return '找不到这个主机名'
  return messageOf(error)
}

function hintOf(error: unknown): string {
  const reason = reasonOf(error)
  if (reason.includes('口令')) return '请核对 --backplane 里的用户和口令，或 --creds 的文件。'
  if (/certificate|self[- ]signed|unable to verify/i.test(reason))
    return '证书不被信任：用 --backplane-ca 指出签发它的 CA 证书。'
  return `请确认 nats-server 已启动、地址和端口无误、防火墙放行。${SETUP}`
}

/** The library's errors hold its options, and with them the password; only their text goes on. */
function redacted(error: unknown): Error {
  return new Error(messageOf(error))
}
