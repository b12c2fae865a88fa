import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { silentLog } from '../../scripts/lib/log.ts'
import { StaleVersion, type Backplane } from '../../scripts/present/state/backplane.ts'
import { createFileBackplane } from '../../scripts/present/state/file.ts'
import { connectNats } from '../../scripts/present/state/nats.ts'
import { temporaryFolder } from '../scripts/support/context.ts'
import { programForTests, startNats } from './support/nats.ts'
import { listen, neverBack, race, stateOf } from './support/states.ts'

const nats = await programForTests('nats-server')

/** Two ways to the same meeting; within one process both are the same object. */
type Stores = () => Promise<[Backplane, Backplane]>

const stores: [string, Stores, boolean][] = [
  [
    'a file',
    async () => {
      const backplane = closing(await createFileBackplane(temporaryFolder(), silentLog))
      return [backplane, backplane]
    },
    true,
  ],
  [
    'NATS',
    async () => {
      const { url } = await startNats(nats!)
      const connect = async (): Promise<Backplane> =>
        closing(await connectNats(url, { meeting: '年终会', log: silentLog }))
      return [await connect(), await connect()]
    },
    nats !== undefined,
  ],
]

function closing(backplane: Backplane): Backplane {
  onTestFinished(() => backplane.close())
  return backplane
}

describe.each(stores)('a meeting in %s', (_, open, possible) => {
  const test = it.skipIf(!possible)

  test('is empty at first and then as it was written', async () => {
    const [one, other] = await open()
    expect(await one.read()).toBeUndefined()
    const version = await one.write(stateOf(1, { page: 3 }), undefined)
    expect(await other.read()).toEqual({ state: stateOf(1, { page: 3 }), version })
  })

  test('refuses a version that is no longer there, and changes nothing then', async () => {
    const [one, other] = await open()
    const first = await one.write(stateOf(1), undefined)
    await one.write(stateOf(2), first)
    await expect(other.write(stateOf(2, { page: 9 }), first)).rejects.toThrow(StaleVersion)
    await expect(other.write(stateOf(2, { page: 9 }), undefined)).rejects.toThrow(StaleVersion)
    expect((await other.read())!.state).toEqual(stateOf(2))
  })

  test('tells of own and foreign changes in order, each with its version', async () => {
    const [one, other] = await open()
    const heard = await listen(one)
    let version = await one.write(stateOf(1), undefined)
    for (let rev = 2; rev <= 20; rev += 1) version = await (rev % 2 ? one : other).write(stateOf(rev), version)
    await vi.waitFor(() => expect(heard.revs().at(-1)).toBe(20), 15_000)
    expect(heard.revs()).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(heard.kept.at(-1)!.version).toBe(version)
  })

  test('tells nothing any more to whoever has stopped watching', async () => {
    const [one, other] = await open()
    const [left, staying] = [await listen(one), await listen(other)]
    const version = await one.write(stateOf(1), undefined)
    await vi.waitFor(() => expect([left.revs(), staying.revs()]).toEqual([[1], [1]]), 15_000)
    await left.stop()
    await one.write(stateOf(2), version)
    await vi.waitFor(() => expect(staying.revs()).toEqual([1, 2]), 15_000)
    expect(left.revs()).toEqual([1])
  })

  test('keeps one drawing a page, and tells of each', async () => {
    const [one, other] = await open()
    const heard = await listen(other)
    await one.draw({ page: 2, svg: '<path d="M0 0"/>' })
    await one.draw({ page: 7, svg: '<path d="M7 7"/>' })
    await one.draw({ page: 2, svg: '<path d="M1 1"/>' })
    await one.draw({ page: 7, svg: '' })
    expect(await other.drawings()).toEqual([{ page: 2, svg: '<path d="M1 1"/>' }])
    // A write whose answer was late is done twice, and told of twice.
    const told = () =>
      heard.drawings
        .map(({ page, svg }) => `${page}:${svg.length}`)
        .filter((each, index, all) => each !== all[index - 1])
    await vi.waitFor(() => expect(told()).toEqual(['2:16', '7:16', '2:16', '7:0']), 15_000)
  })

  test('passes a pointer on without keeping it', async () => {
    const [one, other] = await open()
    const heard = await listen(other)
    one.point({ x: 12.5, y: 80, style: 'laser' })
    one.point(null)
    await vi.waitFor(() => expect(heard.pointers).toEqual([{ x: 12.5, y: 80, style: 'laser' }, null]), 15_000)
    expect(await other.read()).toBeUndefined()
  })

  test('makes one sequence of what two write at the same time, 1000 times', async () => {
    const [one, other] = await open()
    const [left, right] = [await listen(one), await listen(other)]
    await one.write(stateOf(0, { page: 1 }), undefined)
    const versions = (await Promise.all([race(one, 500), race(other, 500)])).flat()
    expect(new Set(versions).size).toBe(1000)
    expect((await one.read())!.state).toEqual(stateOf(1000, { page: 1001 }))
    await vi.waitFor(() => expect([left.revs().at(-1), right.revs().at(-1)]).toEqual([1000, 1000]), 15_000)
    for (const { kept, revs } of [left, right]) {
      expect(neverBack(revs())).toBe(true)
      expect(new Set(revs()).size).toBe(kept.length)
    }
  })

  test('is well', async () => {
    const [one] = await open()
    expect(one.health()).toEqual({ ok: true })
  })
})
