import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTls } from '../../scripts/present/http/certificate.ts'
import type { Tls } from '../../scripts/present/http/listen.ts'
import { makeCertificate } from './support/certificate.ts'
import { openSocket, untilClosed } from './support/raw.ts'
import { startTestServer, type TestServer } from './support/server.ts'

let server: TestServer
let tls: Tls
let folder: string
beforeAll(async () => {
  tls = await makeCertificate()
  server = await startTestServer({
    tls,
    secure: true,
    patience: { headers: 500, request: 1_000, idle: 500, stalled: 1_000 },
  })
  folder = await mkdtemp(join(tmpdir(), 'huibao-tls-test-'))
})
afterAll(async () => {
  await server.life.disposeAsync()
  await rm(folder, { recursive: true, force: true })
})

function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, method, path, headers, ca: tls.cert, agent: false }, answer => {
      let text = ''
      answer
        .on('data', (chunk: Buffer) => {
          text += chunk.toString()
        })
        .on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, text }))
    })
      .on('error', reject)
      .end(body)
  })
}

describe('TLS', () => {
  it('pairs, with a cookie that no other server can set', async () => {
    const { headers } = await ask('GET', '/state')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    const pair = (origin: string) =>
      ask(
        'POST',
        '/pair',
        { Origin: origin, 'Content-Type': 'application/json' },
        JSON.stringify({ code: server.codes.issue().long }),
      )
    expect((await pair(server.origin.replace('https', 'http'))).status).toBe(403)
    const paired = await pair(server.origin)
    expect(paired.status).toBe(200)
    const [cookie] = paired.headers['set-cookie'] as string[]
    expect(cookie).toMatch(
      /^__Host-huibao-[\da-f]{8}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=57600; Secure$/,
    )
    const [pairOfNames] = cookie!.split(';')
    expect((await ask('GET', '/presenter/state', { Cookie: pairOfNames! })).status).toBe(200)
    expect((await ask('GET', '/presenter/state', { Cookie: pairOfNames!.replace('__Host-', '') })).status).toBe(401)
  })

  it('does not hang with whoever speaks without it, or not at all', async () => {
    await Promise.all(
      [
        'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
        '',
        '\x16\x03\x01\x02\x00',
        '\x16\x03\x01\xFF\xFF'.padEnd(2_000, 'x'),
      ].map(async text => {
        const socket = await openSocket(server.port)
        socket.write(text, 'latin1')
        const { text: answer, ended } = await untilClosed(socket)
        expect(ended).toBe(true)
        // An alert at most.
        expect(answer).not.toContain('HTTP')
      }),
    )
    expect((await ask('GET', '/healthz')).status).toBe(200)
    expect(server.warnings).toEqual([])
  })
})

describe('certificates', () => {
  const read = async (cert: string, key: string): Promise<unknown> => {
    await writeFile(join(folder, 'cert.pem'), cert)
    await writeFile(join(folder, 'key.pem'), key)
    return readTls({ cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') })
  }

  it('that go together are read', async () => {
    expect(await read(tls.cert, tls.key)).toEqual({ ...tls, local: true })
  })

  it('that do not are refused with the names of their files, and none of their contents', async () => {
    const other = await makeCertificate()
    const cases: [string, string, RegExp][] = [
      ['', tls.key, /--cert 的文件不是 PEM 格式的证书：.*cert\.pem/],
      [
        '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
        tls.key,
        /--cert 的文件不是 PEM 格式的证书：.*cert\.pem/,
      ],
      [tls.key, tls.key, /--cert 的文件不是/],
      [tls.cert, '', /--key 的文件不是能用的私钥：.*key\.pem/],
      [tls.cert, tls.cert, /--key 的文件不是能用的私钥/],
      [tls.cert, tls.key.slice(0, 80), /--key 的文件不是能用的私钥/],
      [tls.cert, other.key, /证书 .*cert\.pem 和私钥 .*key\.pem 不是一对/],
    ]
    for (const [cert, key, message] of cases) {
      const error = (await read(cert, key).catch((thrown: unknown) => thrown)) as Error & { hint: string }
      expect([error.name, error.message, error.hint]).toEqual([
        'HuibaoError',
        expect.stringMatching(message),
        expect.stringContaining('PEM'),
      ])
      expect(error.message).not.toContain('MIG')
    }
    await expect(readTls({ cert: join(folder, 'none'), key: join(folder, 'key.pem') })).rejects.toMatchObject({
      name: 'HuibaoError',
      message: expect.stringContaining('--cert 的文件读不出来'),
    })
    await expect(readTls({ cert: join(folder, 'cert.pem'), key: folder })).rejects.toMatchObject({
      name: 'HuibaoError',
      message: expect.stringContaining('--key 的文件读不出来'),
    })
  })
})
