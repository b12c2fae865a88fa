import { connect, type Socket } from 'node:net'
import { createSseParser, createViteParser, type Heard, type Parser, type Shared } from './parse.ts'

/** What is followed: our events, or what Slidev's dev server syncs. */
export interface Target {
  protocol: 'sse' | 'vite'
  host: string
  port: number
  /** Path and query. */
  path: string
}

export interface FollowerOptions {
  target: Target
  shared: Shared
  onOpen: () => void
  onHeard: (heard: Heard) => void
  /** The connection has ended, or never came about. */
  onClose: () => void
}

const HEAD_END = '\r\n\r\n'

/** One member of a crowd: a bare socket, so that thousands of them cost this machine little. */
export function follow({ target, shared, onOpen, onHeard, onClose }: FollowerOptions): Socket {
  const socket = connect({ host: target.host, port: target.port, noDelay: true })
  const parser: Parser = target.protocol === 'sse' ? createSseParser(shared) : createViteParser(shared)
  let head: string | undefined = ''
  socket.once('connect', () => socket.write(requestOf(target)))
  socket.on('data', (chunk: Buffer) => {
    let bytes = chunk
    if (head !== undefined) {
      head += chunk.toString('latin1')
      const end = head.indexOf(HEAD_END)
      if (end < 0) return
      if (!/^HTTP\/1\.1 (?:200|101) /.test(head)) return void socket.destroy()
      bytes = Buffer.from(head.slice(end + HEAD_END.length), 'latin1')
      head = undefined
      onOpen()
      if (bytes.length === 0) return
    }
    for (const heard of parser.feed(bytes)) onHeard(heard)
  })
  // Whatever the reason, the connection is gone.
  socket.on('error', () => {})
  socket.on('end', () => socket.destroy())
  socket.once('close', onClose)
  return socket
}

function requestOf({ protocol, host, port, path }: Target): string {
  const lines = [`GET ${path} HTTP/1.1`, `Host: ${host}:${port}`, 'Accept-Encoding: identity']
  if (protocol === 'vite') {
    lines.push(
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Protocol: vite-hmr',
      'Sec-WebSocket-Key: aHVpYmFvLWJlbmNoLS0tLQ==',
    )
  } else {
    lines.push('Accept: text/event-stream')
  }
  return lines.join('\r\n') + HEAD_END
}
