import { HuibaoError } from '../../../../model/errors.ts'

/** Where NATS is and how to log in there, taken apart. */
export interface NatsAddress {
  /** Addresses without credentials: they may be printed. */
  servers: string[]
  user?: string
  pass?: string
  token?: string
  /** Whether the connection must be encrypted. */
  tls: boolean
}

const HINT =
  '写成 nats://主机:4222，要登录时 nats://用户:口令@主机:4222，要加密时 tls://主机:4222；几台服务器用逗号隔开。'

/** The environment variable that holds `user:password` for NATS: command lines are seen by others. */
export const LOGIN_VARIABLE = 'HUIBAO_NATS_LOGIN'

/**
 * Takes `nats://user:password@host:4222,nats://other:4222` apart; a user name alone is a token. The first address that
 * has credentials gives them to all.
 * @param login `user:password` or a token, for an address without
 * @throws HuibaoError where it is no such address; what it says holds no credential
 */
export function parseNatsAddress(text: string, login?: string): NatsAddress {
  const urls = text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(parseUrl)
  if (urls.length === 0) throw new HuibaoError('--backplane 后面要写 NATS 的地址', { hint: HINT, exitCode: 2 })
  const named = urls.find(({ username }) => username !== '')
  const [user, pass] = named
    ? [named.username, named.password].map(decode)
    : (/^([^:]*):?(.*)$/s.exec(login ?? '')?.slice(1) ?? [])
  return {
    servers: urls.map(({ protocol, host }) => `${protocol}//${host}`),
    ...(user && (pass ? { user, pass } : { token: user })),
    tls: urls.some(({ protocol }) => protocol === 'tls:'),
  }
}

function parseUrl(text: string): URL {
  const url = URL.parse(text.includes('://') ? text : `nats://${text}`)
  const faulty = !url || !['nats:', 'tls:'].includes(url.protocol) || url.hostname === ''
  if (faulty) throw new HuibaoError(`--backplane 的地址不对：${withoutLogin(text)}`, { hint: HINT, exitCode: 2 })
  return url
}

function withoutLogin(text: string): string {
  return text.replace(/^([a-z]+:\/\/)?.*@/i, '$1')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
