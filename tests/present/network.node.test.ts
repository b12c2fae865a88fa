import { describe, expect, it } from 'vitest'
import { audienceUrls, localUrl, serverNames, type Interfaces } from '../../scripts/present/addresses.ts'
import { parsePresentArgs } from '../../scripts/present/args.ts'
import { credentialsOf, setCookie } from '../../scripts/present/http/paired.ts'
import { fromOurPage, namesUs } from '../../scripts/present/http/origin.ts'
import { forwardedAddress, isLoopback, networkOf, socketAddress } from '../../scripts/present/http/peer.ts'
import { quietLog } from '../../scripts/present/http/quiet.ts'

const net = (
  address: string,
  family: 'IPv4' | 'IPv6' = 'IPv4',
  internal = false,
): NonNullable<Interfaces[string]>[number] =>
  ({
    address,
    family,
    internal,
    netmask: '',
    mac: '',
    cidr: null,
    ...(family === 'IPv6' ? { scopeid: 0 } : {}),
  }) as NonNullable<Interfaces[string]>[number]
const interfaces: Interfaces = {
  lo: [net('127.0.0.1', 'IPv4', true), net('::1', 'IPv6', true)],
  docker0: [net('172.17.0.1')],
  eth0: [net('10.1.2.3'), net('fe80::1%eth0', 'IPv6'), net('2001:DB8::5', 'IPv6')],
  wlan0: [net('192.168.1.5'), net('169.254.3.3')],
}
const options = { interfaces, hostname: 'Laptop', host: '0.0.0.0', port: 8080, secure: false }

describe('addresses', () => {
  it('for the audience are those that phones reach, the likeliest first', () => {
    expect(audienceUrls(options)).toEqual(['http://192.168.1.5:8080/', 'http://10.1.2.3:8080/'])
    expect(audienceUrls({ ...options, host: '10.1.2.3', port: 80 })).toEqual(['http://10.1.2.3/'])
    expect(audienceUrls({ ...options, host: '::1', secure: true, port: 443 })).toEqual(['https://[::1]/'])
    expect(audienceUrls({ ...options, interfaces: {} })).toEqual(['http://127.0.0.1:8080/'])
    expect(audienceUrls({ ...options, publicUrl: 'https://hall.example/' })).toEqual(['https://hall.example/'])
    expect(localUrl(options)).toBe('http://127.0.0.1:8080/')
  })

  it('to which the server listens are its own, in lower case, without zones', () => {
    expect(serverNames({ ...options, publicUrl: 'https://Hall.example:8443/' })).toEqual(
      new Set([
        'localhost',
        '127.0.0.1',
        '[::1]',
        'laptop',
        'laptop.local',
        '172.17.0.1',
        '10.1.2.3',
        '[fe80::1]',
        '[2001:db8::5]',
        '192.168.1.5',
        '169.254.3.3',
        'hall.example',
      ]),
    )
  })
})

describe('the name that a request asks for', () => {
  const names = new Set(['laptop', '[::1]', '10.1.2.3'])
  const named = (host: string[], localAddress?: string): boolean =>
    namesUs({ headersDistinct: host.length > 0 ? { host } : {}, socket: { localAddress } } as never, names)

  it.each(['laptop', 'LAPTOP:8080', '[::1]', '[::1]:1', '10.1.2.3:65535'])('%s is ours', host => {
    expect(named([host])).toBe(true)
  })
  it.each([
    '',
    ' laptop',
    'laptop ',
    'laptop.',
    'laptop:',
    'laptop:x',
    'laptop:999999',
    'a@laptop',
    'laptop/x',
    'laptop#',
    'evil.example',
    '::1',
    '[::1',
    'laptop,evil',
    'laptop\tx',
    '笔记本',
    '0x0a.1.2.3',
    '10.1.515',
  ])('%j is not', host => {
    expect(named([host])).toBe(false)
  })
  it('is one', () => {
    expect([named([]), named(['laptop', 'laptop']), named(['laptop', 'evil'])]).toEqual([false, false, false])
  })
  it('may be the address that was reached, which nobody can take for a name', () => {
    expect(named(['192.168.9.9:8080'], '::ffff:192.168.9.9')).toBe(true)
    expect(named(['[fe80::9]'], 'fe80::9%wlan0')).toBe(true)
    expect(named(['192.168.9.8'], '192.168.9.9')).toBe(false)
    expect(named([''], undefined)).toBe(false)
  })
})

describe('the page that a request comes from', () => {
  const ours = (
    origin: string | undefined,
    host: string,
    { site, secure = false }: { site?: string; secure?: boolean } = {},
  ): boolean =>
    fromOurPage(
      {
        headers: {
          host,
          ...(origin === undefined ? {} : { origin }),
          ...(site === undefined ? {} : { 'sec-fetch-site': site }),
        },
      },
      secure,
    )

  it('is ours where it has our host and port', () => {
    expect(ours('http://10.1.2.3:8080', '10.1.2.3:8080')).toBe(true)
    expect(ours('http://hall.example', 'hall.example:80')).toBe(true)
    expect(ours('https://hall.example', 'HALL.example:443', { secure: true })).toBe(true)
    expect(ours('http://[::1]:8080', '[::1]:8080', { site: 'same-origin' })).toBe(true)
  })

  it('is not elsewhere', () => {
    expect(ours('http://10.1.2.3:8081', '10.1.2.3:8080')).toBe(false)
    expect(ours('https://hall.example', 'hall.example:80')).toBe(false)
    expect(ours('http://hall.example', 'hall.example:443')).toBe(false)
    expect(ours('http://hall.example', 'hall.example', { secure: true })).toBe(false)
    expect(ours('http://hall.example', 'hall.example', { site: 'same-site' })).toBe(false)
    for (const origin of [
      undefined,
      '',
      'null',
      'hall.example',
      'http://',
      'http://hall.example/',
      'http://hall.example#',
      'http://x@hall.example',
      'ftp://hall.example',
      'http://hall.example http://hall.example',
      'http://hall.example\\',
    ])
      expect([origin, ours(origin, 'hall.example')]).toEqual([origin, false])
  })
})

describe('where a request comes from', () => {
  const from = (remoteAddress: string | undefined, header?: string | string[]): never =>
    ({ socket: { remoteAddress }, headers: header === undefined ? {} : { 'x-forwarded-for': header } }) as never

  it('is the other end of the connection, whatever a header says', () => {
    expect(socketAddress(from('::ffff:10.0.0.7', '1.2.3.4'))).toBe('10.0.0.7')
    expect(forwardedAddress(from('10.0.0.7', '1.2.3.4'))).toBe('10.0.0.7')
  })

  it('is what a proxy on this machine has added last', () => {
    expect(forwardedAddress(from('127.0.0.1', '6.6.6.6, 10.0.0.7'))).toBe('10.0.0.7')
    expect(forwardedAddress(from('::1', ['6.6.6.6', '10.0.0.7']))).toBe('10.0.0.7')
    expect(forwardedAddress(from('::ffff:127.0.0.1', '::ffff:10.0.0.7'))).toBe('10.0.0.7')
    for (const header of [undefined, '', 'unknown', 'x'.repeat(8_000), '10.0.0.7,', '10.0.0.7:80'])
      expect(forwardedAddress(from('127.0.0.1', header))).toBe('127.0.0.1')
    expect(forwardedAddress(from(undefined, '1.2.3.4'))).toBe('')
  })

  it('is one network, however many addresses it has', () => {
    expect(networkOf('10.0.0.7')).toBe('10.0.0.7')
    expect(networkOf('::ffff:10.0.0.7')).toBe('10.0.0.7')
    const same = ['2001:db8:0:5::1', '2001:0DB8::5:a:b:c:d', '2001:db8:0:5:1:2:3:4', '2001:db8:0:5::1.2.3.4']
    expect(new Set(same.map(networkOf))).toEqual(new Set(['2001:db8:0:5::/64']))
    expect(networkOf('2001:db8:0:6::1')).not.toBe(networkOf(same[0]!))
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
    expect([
      isLoopback('127.0.0.9'),
      isLoopback('::1'),
      isLoopback('::ffff:127.0.0.1'),
      isLoopback('1.127.0.0'),
    ]).toEqual([true, true, true, false])
  })
})

describe('cookies', () => {
  const kind = (secure: boolean) => ({ secure, id: '8080' })
  const [one, two] = ['1', '2'].map(digit => digit.repeat(43))
  const read = (cookie: string | undefined, secure = false): string[] =>
    credentialsOf({ headers: cookie === undefined ? {} : { cookie } }, kind(secure))

  it('are read by their whole name, each of them', () => {
    expect(read(`a=b; huibao-8080=${one}; xhuibao-8080=${two}; huibao-8080=${two};huibao-8080=`)).toEqual([one, two])
    expect(read(`huibao-8080=${one}; __Host-huibao-8080=${two}`, true)).toEqual([two])
    expect(read(undefined)).toEqual([])
    expect(read(`HUIBAO-8080=${one}; huibao-8081=${two}; huibao=${one}; huibao-8080`)).toEqual([])
  })

  it('with junk of our name before the right one', () => {
    expect(read(`${'huibao-8080=junk; '.repeat(8)}huibao-8080=${one}`)).toEqual([one])
    expect(read(`${`huibao-8080=${two}; `.repeat(8)}huibao-8080=${one}`)).toContain(one)
  })

  it('are seen by no script, and sent by no other site', () => {
    expect(setCookie('c', 60, kind(false))).toBe('huibao-8080=c; Path=/; HttpOnly; SameSite=Strict; Max-Age=60')
    expect(setCookie('c', 60, kind(true))).toBe(
      '__Host-huibao-8080=c; Path=/; HttpOnly; SameSite=Strict; Max-Age=60; Secure',
    )
  })
})

describe('a quiet log', () => {
  it('writes ten lines a minute, and says how many it left out', () => {
    const lines: string[] = []
    let clock = 0
    const log = quietLog({ warn: line => void lines.push(line) }, () => clock)
    for (let count = 0; count < 1_000; count += 1) log.warn('x')
    expect(lines).toHaveLength(10)
    clock = 60_000
    log.warn('y')
    expect(lines.slice(10)).toEqual(['还有 990 条类似的提示没有写出来', 'y'])
    clock = -1e9
    log.warn('z')
    expect(lines.slice(12)).toEqual(['z'])
  })
})

describe('arguments', () => {
  it('have defaults', () => {
    expect(parsePresentArgs([])).toEqual({
      host: '0.0.0.0',
      port: 8080,
      publicUrl: undefined,
      tls: undefined,
      backplane: undefined,
      edge: false,
      trustProxy: false,
      open: true,
      fresh: false,
      rebuild: false,
    })
  })

  it('are read', () => {
    expect(
      parsePresentArgs([
        '--port',
        '0',
        '--public-url',
        'HTTPS://Hall.example',
        '--cert',
        'c',
        '--key',
        'k',
        '--backplane',
        'nats://a:4222',
        '--edge',
        '--trust-proxy',
        '--no-open',
        '--fresh',
        '--rebuild',
      ]),
    ).toMatchObject({
      port: 0,
      publicUrl: 'https://hall.example/',
      tls: { cert: 'c', key: 'k' },
      backplane: 'nats://a:4222',
      edge: true,
      trustProxy: true,
      open: false,
      fresh: true,
      rebuild: true,
    })
  })

  it.each([
    ['http://a:secret@x/', '用户名和口令'],
    ['http://x/?', '问号'],
    ['http://x/#a', '井号'],
    ['http://x/deck/', '路径“/deck/”'],
    ['x.example', '而不是“x.example”'],
  ])('--public-url %s is refused for a reason', (url, reason) => {
    const refused = (): unknown => parsePresentArgs(['--public-url', url])
    expect(refused).toThrow(reason)
    expect(refused).not.toThrow('secret')
  })

  it.each([
    ['--port', '-1'],
    ['--port', '65536'],
    ['--port', '1e3'],
    ['--port', ''],
    ['--port', '80 '],
    ['--public-url', 'hall.example'],
    ['--public-url', 'ftp://x'],
    ['--public-url', 'http://a:b@x/'],
    ['--public-url', 'http://x/deck/'],
    ['--public-url', 'http://x/?a'],
    ['--public-url', 'http://x/#a'],
    ['--public-url', 'http://x/?'],
    ['--public-url', 'http://x/#'],
    ['--public-url', 'http://:secret@x/'],
    ['--public-url', 'http://@x/'],
    ['--public-url', 'javascript:alert(1)'],
    ['--cert', 'c'],
    ['--key', 'k'],
    ['--edge'],
    ['--backplane', 'http://x'],
    ['--backplane', 'nats://'],
    ['--unknown'],
    ['extra'],
  ])('%s %s is refused with a hint', (...args) => {
    expect(() => parsePresentArgs(args.filter(Boolean).length === args.length ? args : [args[0]!, ''])).toThrow(
      expect.objectContaining({ name: 'HuibaoError', exitCode: 2, hint: expect.stringContaining('--help') }),
    )
  })
})
