import { jetstreamManager } from '@nats-io/jetstream'
import { connect as natsConnect } from '@nats-io/transport-node'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { HuibaoError } from '../../model/errors.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { StaleVersion, type Backplane } from '../../scripts/present/state/backplane.ts'
import { connectNats, type NatsOptions } from '../../scripts/present/state/nats.ts'
import { parseNatsAddress } from '../../scripts/present/state/nats/address.ts'
import { bucketName, bucketNames } from '../../scripts/present/state/nats/bucket.ts'
import { connectBucket } from '../../scripts/present/state/nats/connect.ts'
import { isPassing } from '../../scripts/present/state/nats/errors.ts'
import { loadState, putState } from '../../scripts/present/state/nats/keep.ts'
import { freePorts } from '../../scripts/bench/present/stage/ports.ts'
import { programForTests, startNats } from './support/nats.ts'
import { listen, neverBack, stateOf } from './support/states.ts'

const program = await programForTests('nats-server')
/** Milliseconds that NATS gets on a busy machine. */
const BUSY = 15_000

async function connect(url: string, options: Partial<NatsOptions> = {}): Promise<Backplane> {
  const backplane = await connectNats(url, { meeting: 'hall', log: silentLog, probe: 200, stale: 1_000, ...options })
  onTestFinished(() => backplane.close())
  return backplane
}

describe('addresses of NATS', () => {
  it.each([
    ['nats://10.0.0.1:4222', { servers: ['nats://10.0.0.1:4222'], tls: false }],
    ['10.0.0.1', { servers: ['nats://10.0.0.1'], tls: false }],
    ['nats://a:b%40c@h:1,nats://i:2', { servers: ['nats://h:1', 'nats://i:2'], user: 'a', pass: 'b@c', tls: false }],
    ['tls://secret@h:1', { servers: ['tls://h:1'], token: 'secret', tls: true }],
  ])('%s', (text, expected) => {
    expect(parseNatsAddress(text)).toEqual(expected)
  })

  it('take the login from elsewhere where they have none', () => {
    expect(parseNatsAddress('nats://h:1', 'a:b:c')).toMatchObject({ user: 'a', pass: 'b:c' })
    expect(parseNatsAddress('nats://h:1', 'secret')).toMatchObject({ token: 'secret' })
    expect(parseNatsAddress('nats://x:y@h:1', 'a:b')).toMatchObject({ user: 'x', pass: 'y' })
    expect(parseNatsAddress('nats://h:1', '')).not.toHaveProperty('user')
  })

  it.each(['', 'http://user:secret@h', 'nats://user:secret@', 'nats://user:se@cret@h:port'])(
    'refuses %j, and does not repeat a password',
    text => {
      expect(() => parseNatsAddress(text)).toThrow(HuibaoError)
      expect(() => parseNatsAddress(text)).toThrow(/^(?!.*cret)/)
    },
  )
})

it('waits at the start for what goes by itself, and for nothing else', () => {
  const api = (code: number): Error => Object.assign(new Error(), { name: 'JetStreamApiError', code })
  // A bucket that is not there yet, and one that another server has just made with fewer copies.
  expect([10059, 10058].map(api).map(isPassing)).toEqual([true, true])
  expect(isPassing(Object.assign(new Error(), { name: 'TimeoutError' }))).toBe(true)
  expect([api(10071), new Error('broken')].map(isPassing)).toEqual([false, false])
})

describe('names of buckets', () => {
  it.each([
    ['shapingba-2020', /^huibao-shapingba-2020$/],
    ['年终会', /^huibao-[0-9a-f]{8}$/],
    ['年终 a.b', /^huibao-a-b-[0-9a-f]{8}$/],
  ])('%s', (meeting, expected) => {
    expect(bucketName(meeting)).toMatch(expected)
  })

  it('differ where meetings do', () => {
    expect(new Set(['年终会', '年中会', 'a b', 'a-b', 'a.b'].map(bucketName)).size).toBe(5)
  })
})

describe.skipIf(program === undefined)('one NATS server', () => {
  it('says what to do where nobody listens', async () => {
    const [port] = await freePorts(1)
    const error = await connectNats(`nats://user:secret@127.0.0.1:${port}`, { meeting: 'hall', log: silentLog }).catch(
      (each: unknown) => each,
    )
    expect(error).toBeInstanceOf(HuibaoError)
    expect(error).toMatchObject({
      message: `连不上 NATS（nats://127.0.0.1:${port}）：没有服务器在听`,
      hint: expect.stringContaining('防火墙'),
    })
    expect(everythingIn(error)).not.toContain('secret')
  })

  it('says that a password is wrong, without it', async () => {
    const { url } = await startNats(program!)
    const error = await connectNats(url.replace('change-this', 'secret'), { meeting: 'hall', log: silentLog }).catch(
      (each: unknown) => each,
    )
    expect(error).toMatchObject({ name: 'HuibaoError', message: expect.stringContaining('口令') })
    expect(everythingIn(error)).not.toContain('secret')
  })

  it('is stale when NATS is gone, goes on meanwhile, and keeps all of it when NATS is back', async () => {
    const {
      url,
      nodes: [node],
    } = await startNats(program!)
    const [one, other] = [await connect(url), await connect(url)]
    const [own, heard] = [await listen(one), await listen(other)]
    let version = await one.write(stateOf(1), undefined)
    await node!.kill()
    version = await one.write(stateOf(2), version)
    await one.write(stateOf(3, { page: 5 }), version)
    expect(own.revs()).toEqual([1, 2, 3])
    await vi.waitFor(() => expect([one.health().ok, other.health().ok]).toEqual([false, false]), BUSY)
    expect(other.health().reason).toMatch(/^与 NATS 的连接断开，已 \d+ 秒$/)
    expect(heard.revs()).toEqual([1])
    await expect(one.write(stateOf(3), 1)).rejects.toThrow(StaleVersion)
    await node!.start()
    await vi.waitFor(() => expect(heard.kept.at(-1)?.state).toEqual(stateOf(3, { page: 5 })), BUSY)
    await vi.waitFor(() => expect([one.health().ok, other.health().ok]).toEqual([true, true]), BUSY)
    const later = await one.write(stateOf(4), own.kept.at(-1)!.version)
    expect(await other.read()).toEqual({ state: stateOf(4), version: later })
    expect(neverBack(heard.revs())).toBe(true)
  })

  it('takes the later revision of what two have changed apart from each other, and both get it', async () => {
    const {
      url,
      nodes: [node],
    } = await startNats(program!)
    const [one, other] = [await connect(url), await connect(url)]
    const [left, right] = [await listen(one), await listen(other)]
    const version = await one.write(stateOf(1), undefined)
    await vi.waitFor(() => expect(right.revs()).toEqual([1]), BUSY)
    await node!.kill()
    await one.write(stateOf(2, { page: 2 }), version)
    await other.write(stateOf(2, { page: 7 }), version)
    await node!.start()
    await vi.waitFor(() => expect([left.revs().at(-1), right.revs().at(-1)]).toEqual([3, 3]), BUSY)
    expect(left.kept.at(-1)!.state).toEqual(right.kept.at(-1)!.state)
    expect([2, 7]).toContain(left.kept.at(-1)!.state.page)
    expect(neverBack(left.revs()) && neverBack(right.revs())).toBe(true)
  })

  it('stores a write once however often it is sent, and says each time under which version', async () => {
    const { url } = await startNats(program!)
    const bucket = await connectBucket(url, { meeting: 'hall', log: silentLog })
    onTestFinished(() => bucket.connection.close())
    const first = { by: 'first', state: stateOf(1) }
    const version = await putState(bucket, first, undefined)
    expect(await putState(bucket, first, undefined)).toBe(version)
    await expect(putState(bucket, { by: 'another', state: stateOf(1) }, undefined)).rejects.toThrow(StaleVersion)
    const second = { by: 'second', state: stateOf(2) }
    const later = await putState(bucket, second, version)
    expect(later).toBeGreaterThan(version)
    expect([await putState(bucket, first, undefined), await putState(bucket, second, version)]).toEqual([
      version,
      later,
    ])
    expect(await loadState(bucket)).toEqual({ ...second, version: later })
  })

  it('shows here what is drawn without NATS, and keeps the last of it when NATS is back', async () => {
    const {
      url,
      nodes: [node],
    } = await startNats(program!)
    const [one, other] = [await connect(url), await connect(url)]
    const [own, heard] = [await listen(one), await listen(other)]
    await one.draw({ page: 1, svg: '<g/>' })
    await vi.waitFor(() => expect(heard.drawings).toHaveLength(1), BUSY)
    await node!.kill()
    await one.draw({ page: 1, svg: '<path/>' })
    await one.draw({ page: 1, svg: '<line/>' })
    await one.draw({ page: 2, svg: '<rect/>' })
    const drawn = ['<g/>', '<path/>', '<line/>', '<rect/>']
    expect(own.drawings.map(({ svg }) => svg)).toEqual(drawn)
    await node!.start()
    const kept = [
      { page: 1, svg: '<line/>' },
      { page: 2, svg: '<rect/>' },
    ]
    await vi.waitFor(async () => expect(await other.drawings()).toEqual(kept), BUSY)
    await vi.waitFor(
      () => expect(new Set(heard.drawings.map(({ svg }) => svg))).toEqual(new Set(['<g/>', '<line/>', '<rect/>'])),
      BUSY,
    )
  })

  it('reads what it has missed', async () => {
    const { url } = await startNats(program!)
    const one = await connect(url)
    const first = await one.write(stateOf(1), undefined)
    const other = await connect(url)
    await other.read()
    await one.draw({ page: 1, svg: '<g/>' })
    await one.write(stateOf(2), first)
    // Only now does it watch: what was written between its reading and this moment must reach it.
    const heard = await listen(other)
    await vi.waitFor(() => expect([heard.revs(), heard.drawings]).toEqual([[2], [{ page: 1, svg: '<g/>' }]]), BUSY)
  })

  it('begins anew where NATS has lost everything, at a revision that goes on', async () => {
    const {
      url,
      nodes: [node],
      forget,
    } = await startNats(program!)
    const [one, other] = [await connect(url), await connect(url)]
    const heard = await listen(other)
    let version = await one.write(stateOf(1), undefined)
    for (let rev = 2; rev < 9; rev += 1) version = await one.write(stateOf(rev), version)
    await node!.kill()
    forget()
    await node!.start()
    await vi.waitFor(() => expect(one.health().ok).toBe(true), BUSY)
    version = await one.write(stateOf(9), version)
    version = await one.write(stateOf(10), version)
    await vi.waitFor(() => expect(heard.revs().at(-1)).toBe(10), BUSY)
    expect(await other.read()).toEqual({ state: stateOf(10), version })
    expect(neverBack(heard.revs())).toBe(true)
  })
})

describe.skipIf(program === undefined)('a cluster of three NATS servers', () => {
  it(
    'lets followers go on when its leader is killed, and keeps every change in the end',
    { timeout: 180_000 },
    async () => {
      const { url, nodes } = await startNats(program!, 3)
      const [one, ...edges] = await Promise.all([url, ...nodes.map(node => node.url)].map(each => connect(each)))
      const heard = await Promise.all(edges.map(listen))
      let version = await one!.write(stateOf(1), undefined)
      const node = nodes[Number(/^venue-(\d)$/.exec(await leaderAt(url))?.[1]) - 1]!
      await node.kill()
      version = await writeOn(one!, 2, version)
      await writeOn(one!, 3, version)
      await vi.waitFor(() => expect(heard.map(({ revs }) => revs().at(-1))).toEqual([3, 3, 3]), BUSY)
      await node.start()
      expect(heard.every(({ revs }) => neverBack(revs()))).toBe(true)
      await vi.waitFor(async () => expect(Number.isInteger((await one!.read())!.version)).toBe(true), {
        timeout: 90_000,
        interval: 200,
      })
      const later = await connect(url)
      // A server that has just lost the lead may answer once more.
      await vi.waitFor(async () => expect((await later.read())!.state).toEqual(stateOf(3)), BUSY)
    },
  )
})

/** Name of the server that leads the stream of the meeting. */
async function leaderAt(url: string): Promise<string> {
  const { servers, user, pass } = parseNatsAddress(url)
  const connection = await natsConnect({ servers, user, pass })
  const manager = await jetstreamManager(connection)
  const { cluster } = await manager.streams.info(bucketNames(bucketName('hall')).stream)
  await connection.close()
  return cluster!.leader!
}

/** Writes as a meeting does: what NATS has numbered anew while it elected a leader is read, and written upon. */
async function writeOn(backplane: Backplane, rev: number, version: number): Promise<number> {
  try {
    return await backplane.write(stateOf(rev), version)
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error
    const kept = await backplane.read()
    expect(kept!.state.rev).toBeLessThan(rev)
    return await backplane.write(stateOf(rev), kept!.version)
  }
}

/** All text of an error, its causes and properties included. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return [
    error.message,
    error.stack,
    JSON.stringify(error, Object.getOwnPropertyNames(error)),
    everythingIn(error.cause),
  ].join('\n')
}
