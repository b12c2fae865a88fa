import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LIMITS } from '../../components/present/protocol.ts'
import { isTyped, PairingCodes } from '../../scripts/present/pairing/codes.ts'
import { PAIRING_TTL, Sessions } from '../../scripts/present/pairing/sessions.ts'

let clock = 0
const now = (): number => clock
beforeEach(() => {
  clock = 1_000_000
})

describe('pairing codes', () => {
  const make = (random = randomBytes): PairingCodes => new PairingCodes({ random, now, ttl: 1_000 })
  const opens = (codes: PairingCodes, text: string): boolean => codes.redeem(text) !== undefined
  const wrong = (codes: PairingCodes, count: number): void => {
    for (let tried = 0; tried < count; tried += 1) expect(opens(codes, 'ZZZZZZZ0')).toBe(false)
  }

  it('have 128 and 40 bits', () => {
    const { long, typed, ttl } = make().issue()
    expect(long).toMatch(/^[\w-]{22}$/)
    expect(typed).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    expect(ttl).toBe(1_000)
    expect([isTyped(long), isTyped(typed)]).toEqual([false, true])
  })

  it.each(['long', 'typed'] as const)('open one pairing: by the %s one, and then both are void', form => {
    const codes = make()
    const code = codes.issue()
    const other = codes.issue()
    expect(opens(codes, code[form])).toBe(true)
    expect([opens(codes, code.long), opens(codes, code.typed)]).toEqual([false, false])
    expect(opens(codes, other[form])).toBe(true)
  })

  it('run out', () => {
    const codes = make()
    const [first, second] = [codes.issue(), codes.issue()]
    clock += 999
    expect(opens(codes, first.long)).toBe(true)
    clock += 1
    expect([opens(codes, second.long), opens(codes, second.typed)]).toEqual([false, false])
  })

  it('that are typed are void after sixty guesses, from wherever; long ones are not', () => {
    const codes = make()
    const [first, second] = [codes.issue(), codes.issue()]
    wrong(codes, 59)
    expect(opens(codes, first.typed)).toBe(true)
    wrong(codes, 1)
    expect(opens(codes, second.typed)).toBe(false)
    expect(opens(codes, second.long)).toBe(true)
    expect(opens(codes, codes.issue().typed)).toBe(true)
  })

  it('tell when guessing has made their typed form void, once', () => {
    const codes = make()
    const told: string[] = []
    codes.issue({ onVoid: () => told.push('first') })
    wrong(codes, 30)
    codes.issue({ onVoid: () => told.push('second') })
    wrong(codes, 29)
    expect(told).toEqual([])
    wrong(codes, 1)
    expect(told).toEqual(['first'])
    wrong(codes, 40)
    expect(told).toEqual(['first', 'second'])
  })

  it('tell whom they make the owner', () => {
    const codes = make()
    const [owner, other] = [codes.issue({ owner: true }), codes.issue()]
    expect([codes.redeem(owner.long), codes.redeem(other.long)]).toEqual([{ owner: true }, { owner: false }])
  })

  it('that are wrong and long do no harm', () => {
    const codes = make()
    const { typed } = codes.issue()
    for (let tried = 0; tried < 200; tried += 1) expect(opens(codes, randomBytes(16).toString('base64url'))).toBe(false)
    expect(opens(codes, typed)).toBe(true)
  })

  it('are read as people write them', () => {
    // Bytes that make the code 01AB CDEF.
    const codes = make(count =>
      Buffer.from([0, 1, 10, 11, 12, 13, 14, 15, ...Array<number>(count).fill(7)].slice(0, count)),
    )
    for (const text of [
      '01ABCDEF',
      '01ab-cdef',
      ' 01AB CDEF ',
      'oIAb—cdef',
      'OLABCDEF',
      '０１ＡＢ－ＣＤＥＦ',
      '0 1 A B C D E F',
    ]) {
      codes.issue()
      expect([text, opens(codes, text)]).toEqual([text, true])
    }
    for (const text of ['', '01ABCDE', '01ABCDEFF', '01ABCDEG', '\u{1F600}'.repeat(4)]) {
      codes.issue()
      expect([text, opens(codes, text)]).toEqual([text, false])
    }
  })

  it('use every character alike', () => {
    const counts = new Map<string, number>()
    const codes = make(count => Buffer.from(Array.from({ length: count }, (_, index) => (next + index) % 256)))
    let next = 0
    for (; next < 256; next += 8)
      for (const letter of codes.issue().typed) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    expect(counts.size).toBe(32)
    expect(new Set(counts.values())).toEqual(new Set([8]))
  })

  it('are out sixteen at a time', () => {
    const codes = make()
    const issued = Array.from({ length: 18 }, () => codes.issue())
    expect(issued.map(({ long }) => opens(codes, long))).toEqual([false, false, ...Array<boolean>(16).fill(true)])
  })
})

describe('pairings', () => {
  let folder: string
  let warnings: string[]
  const open = (random = randomBytes): Promise<Sessions> =>
    Sessions.open({ folder, random, now, log: { warn: line => void warnings.push(line) } })
  const file = (): string => join(folder, 'pairings.json')

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'huibao-pairing-')), 'state')
    warnings = []
  })
  afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

  it('hold over a restart, and run out', async () => {
    const { credential, device } = await (await open()).pair('手机')
    expect(credential).toMatch(/^[\w-]{43}$/)
    const again = await open()
    expect(again.find(credential)).toEqual({ ...device, online: false })
    clock += PAIRING_TTL - 1
    expect(again.find(credential)).toBeDefined()
    clock += 1
    expect(again.find(credential)).toBeUndefined()
    expect(again.devices()).toEqual([])
  })

  it('keep only hashes on the disk, for the owner alone', async () => {
    const sessions = await open()
    const credentials = await Promise.all(['a', 'b', 'c'].map(async name => (await sessions.pair(name)).credential))
    const text = await readFile(file(), 'utf8')
    for (const credential of credentials) expect(text).not.toContain(credential)
    expect(JSON.parse(text)).toHaveLength(3)
    expect([(await stat(file())).mode & 0o777, (await stat(folder)).mode & 0o777]).toEqual([0o600, 0o700])
    expect(sessions.find(JSON.parse(text)[0].hash)).toBeUndefined()
  })

  it('end for good when they are revoked, also over a restart', async () => {
    const sessions = await open()
    const { credential, device } = await sessions.pair('a')
    const other = await sessions.pair('b')
    expect([await sessions.revoke(device.id), await sessions.revoke(device.id), await sessions.revoke('none')]).toEqual(
      [true, false, false],
    )
    for (const each of [sessions, await open()]) {
      expect(each.find(credential)).toBeUndefined()
      expect(each.find(other.credential)).toBeDefined()
    }
  })

  it('find nothing for what is no credential', async () => {
    const sessions = await open()
    await sessions.pair('a')
    for (const text of [undefined, '', '__proto__', 'constructor', 'x'.repeat(8_000)])
      expect(sessions.find(text)).toBeUndefined()
  })

  it('give devices names that differ', async () => {
    const sessions = await open()
    for (const name of ['手机', '手机', '手机', '手机 2']) await sessions.pair(name)
    expect(sessions.devices().map(({ name }) => name)).toEqual(['手机', '手机 2', '手机 3', '手机 2 2'])
  })

  it('of the same device are one, with the last credential', async () => {
    const sessions = await open()
    const first = await sessions.pair('手机')
    const second = await sessions.pair('别的名字', { earlier: first.device })
    expect(second.device).toEqual(first.device)
    expect([sessions.find(first.credential), sessions.find(second.credential)]).toEqual([undefined, first.device])
    expect(sessions.devices()).toHaveLength(1)
  })

  it('are sixty-four: another one takes the place of who was silent longest', async () => {
    const sessions = await open()
    const paired = []
    for (let count = 0; count < 64; count += 1) {
      paired.push(await sessions.pair('a'))
      clock += 1
    }
    sessions.hear(paired[0]!.device.id)
    await sessions.pair('a')
    expect(sessions.devices()).toHaveLength(64)
    expect([sessions.find(paired[0]!.credential), sessions.find(paired[1]!.credential)]).toEqual([
      expect.anything(),
      undefined,
    ])
  })

  it('say who is there', async () => {
    const sessions = await open()
    const {
      device: { id },
    } = await sessions.pair('a')
    expect(sessions.isOnline(id)).toBe(true)
    clock += LIMITS.gone
    expect(sessions.isOnline(id)).toBe(false)
    expect([sessions.hear(id), sessions.hear(id)]).toEqual([true, false])
    sessions.lose(id)
    expect(sessions.isOnline(id)).toBe(true)
    clock += 3_000
    expect(sessions.isOnline(id)).toBe(false)
  })

  it.each(['', '{', '{}', '[{}]', '[{"hash":1}]', 'null', '[{"hash":"a","id":"b","name":"c"}]'])(
    'that cannot be read are none: %j',
    async text => {
      await (await open()).pair('a')
      await writeFile(file(), text)
      expect((await open()).devices()).toEqual([])
    },
  )

  it('that cannot be written hold as long as the server runs, and it says so', async () => {
    const blocked = join(folder, '..', 'blocked')
    await writeFile(blocked, '')
    await chmod(blocked, 0o600)
    folder = join(blocked, 'state')
    const sessions = await open()
    const { credential } = await sessions.pair('a')
    expect(sessions.find(credential)).toBeDefined()
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatch(/^配对没能写入 .*pairings\.json：.*；重启后要重新配对$/)
    expect(warnings[0]).not.toContain(credential)
    folder = join(blocked, '..', 'state')
  })
})
