import { connect, type Socket } from 'node:net'

/** An answer as it came over the wire. */
export interface RawAnswer {
  /** 0 where the connection ended without one. */
  status: number
  headers: Record<string, string>
  body: string
  /** Everything that came, byte by byte. */
  text: string
}

/** Opens a connection that nothing has been said on; errors on it are part of the attack. */
export function openSocket(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('connect', () => {
      socket.off('error', reject)
      socket.on('error', () => {})
      resolve(socket)
    })
    socket.once('error', reject)
  })
}

/** Sends bytes as they are, and collects what comes; see `untilClosed`. */
export async function sendRaw(port: number, bytes: string | Buffer, end?: End): Promise<RawAnswer> {
  const socket = await openSocket(port)
  const closed = untilClosed(socket, end)
  socket.write(bytes)
  return parseAnswer((await closed).text)
}

/** What ends a connection if not the server. */
interface End {
  /** That this text has come. */
  until?: string
}

/** Milliseconds that a server on a busy machine gets. */
const PATIENCE = 15_000

/** What comes over a connection until it ends. `ended` says whether the server ended it. */
export function untilClosed(socket: Socket, { until }: End = {}): Promise<{ text: string; ended: boolean }> {
  return new Promise(resolve => {
    let text = ''
    const finish = (ended: boolean): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve({ text, ended })
    }
    const timer = setTimeout(finish, PATIENCE, false)
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
      if (until !== undefined && text.includes(until)) finish(false)
    })
    socket.once('close', () => finish(true))
    socket.once('end', () => finish(true))
  })
}

export function parseAnswer(text: string): RawAnswer {
  const end = text.indexOf('\r\n\r\n')
  const [first = '', ...lines] = (end < 0 ? text : text.slice(0, end)).split('\r\n')
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0),
    headers: Object.fromEntries(
      lines.map(line => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
    ),
    body: end < 0 ? '' : text.slice(end + 4),
    text,
  }
}

/** The text of a request; the connection is to end with its answer. */
export function requestText(
  line: string,
  headers: Readonly<Record<string, string>> | readonly string[],
  body = '',
): string {
  const lines = Array.isArray(headers)
    ? (headers as readonly string[])
    : Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`${line} HTTP/1.1`, ...lines, 'Connection: close', '', body].join('\r\n')
}
