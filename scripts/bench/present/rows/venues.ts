import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from '../../../lib/command.ts'
import { clock } from '../crowd/clock.ts'
import { Crowd } from '../crowd/crowd.ts'
import { atMost, inform, quantile, type Figure, type Row } from '../figures.ts'
import type { Sizes } from '../sizes.ts'
import { startNats } from '../stage/nats.ts'
import { Presenter } from '../stage/presenter.ts'
import { ensureProgram } from '../stage/programs.ts'
import { startServer, type RunningServer, type StageOptions } from '../stage/running.ts'
import { SETTLE } from './hall.ts'

const LIMIT = 15_000
/** Seconds in which a cluster mends before the next thing breaks. */
const REST = 12

/** Several venues: three NATS servers, three edges; then each of the NATS servers dies, and an edge. */
export async function benchVenues(
  sizes: Sizes,
  stage: StageOptions,
  context: Pick<Context, 'host' | 'life' | 'log'>,
): Promise<Row[]> {
  const { followers, changes } = sizes.venues
  const program = await ensureProgram('nats-server', context)
  const folder = path.join(stage.folder, 'nats')
  await mkdir(folder, { recursive: true })
  const nats = await startNats({ program, folder, life: stage.life, count: 3 })
  const shared = ['--backplane', nats.url]
  const main = await startServer('main', shared, stage)
  const edges: RunningServer[] = []
  for (const index of [1, 2, 3]) edges.push(await startServer(`edge-${index}`, ['--edge', ...shared], stage))
  const presenter = await Presenter.pair(main.port, main.codes()[0]!, '电脑')
  const crowd = new Crowd(stage.life)
  const { open } = await crowd.open(
    followers,
    edges.map(({ target }) => target),
  )
  await presenter.show({ count: 8, perSecond: 4 })
  await wait(SETTLE)
  await crowd.begin()
  const sent = await presenter.show({ count: changes, perSecond: 4 })
  await wait(SETTLE)
  const steady = await crowd.end(sent)

  const faults: Figure[] = []
  let back = steady.back
  const breaking = async (name: string, kill: () => Promise<void>, mend: () => Promise<void>): Promise<void> => {
    const outcome = await recovery(crowd, presenter, kill)
    back += outcome.back
    faults.push(
      atMost(`${name}：没有跟上的人`, outcome.waiting, 0, '人'),
      atMost(`${name}：全部跟上`, outcome.seconds, 5, '秒'),
    )
    await mend()
    await presenter.show({ count: REST * 4, perSecond: 4, tolerant: true })
  }
  for (const [index, node] of nats.nodes.entries()) await breaking(`杀掉 NATS ${index + 1}`, node.kill, node.start)
  await breaking('杀掉一台转发', edges[0]!.kill, async () => {})
  await crowd.close()
  presenter.close()
  await Promise.all([main, ...edges].map(server => server.kill()))
  await Promise.all(nats.nodes.map(node => node.kill()))
  return [
    {
      name: `3 台 NATS，3 台转发，${followers} 人，每秒 4 次，${changes} 次`,
      figures: [
        atMost('没有跟上的人', followers - open, 0, '人'),
        atMost('丢失', steady.lost, 0, '次'),
        inform('p50', quantile(steady.latencies, 0.5), '毫秒'),
        atMost('p99', quantile(steady.latencies, 0.99), 400, '毫秒'),
        ...faults,
        atMost('进度倒退', back, 0, '次'),
      ],
    },
  ]
}

/** From the moment something is killed until every follower has a change that was made after it. */
async function recovery(
  crowd: Crowd,
  presenter: Presenter,
  kill: () => Promise<void>,
): Promise<{ seconds: number; waiting: number; back: number }> {
  const before = await presenter.must({ type: 'goto', page: 2, clicks: 0 })
  await wait(500)
  await crowd.mark(before)
  const killed = clock()
  await kill()
  let outcome = await crowd.recovered()
  let done = false
  const showing = presenter.show({ count: LIMIT / 250, perSecond: 4, tolerant: true, check: () => done })
  while (outcome.waiting > 0 && clock() < killed + LIMIT) {
    await wait(100)
    outcome = await crowd.recovered()
  }
  done = true
  await showing
  return { seconds: (quantile(outcome.times, 1) - killed) / 1000, waiting: outcome.waiting, back: outcome.back }
}
