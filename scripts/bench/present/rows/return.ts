import { setTimeout as wait } from 'node:timers/promises'
import { clock } from '../crowd/clock.ts'
import { Crowd } from '../crowd/crowd.ts'
import type { Target } from '../crowd/follower.ts'
import { atMost, inform, quantile, type Row } from '../figures.ts'
import type { Sizes } from '../sizes.ts'
import { Presenter } from '../stage/presenter.ts'
import { startServer, type StageOptions } from '../stage/running.ts'

/** A hall whose network fails for a moment: all are cut off and connect anew; and those who come late. */
export async function benchReturn(sizes: Sizes, stage: StageOptions): Promise<Row[]> {
  const { followers } = sizes.hall
  const server = await startServer('return', [], stage)
  const presenter = await Presenter.pair(server.port, server.codes()[0]!, '电脑')
  const crowd = new Crowd(stage.life)
  await crowd.open(followers, [server.target])
  const state = await presenter.must({ type: 'goto', page: 1, clicks: 7 })
  await wait(1_000)
  // Nothing changes while they are away: the state that they left with is the current one.
  await crowd.mark({ epoch: state.epoch, rev: state.rev - 1 })
  const began = clock()
  const { open } = await crowd.reopen()
  const { times } = await crowd.recovered()
  await wait(500)
  const late = new Crowd(stage.life, 1)
  const [joins] = await Promise.all([
    joinLate(late, sizes.late.followers, server.target),
    presenter.show({ count: sizes.late.changes, perSecond: 4 }),
  ])
  await Promise.all([crowd.close(), late.close()])
  presenter.close()
  await server.kill()
  return [
    {
      name: `${followers} 人同时断开，各自重连`,
      figures: [
        atMost('没有回来的人', followers - Math.min(open, times.length), 0, '人'),
        inform('一半人跟上', (quantile(times, 0.5) - began) / 1000, '秒'),
        atMost('全部跟上', (quantile(times, 1) - began) / 1000, 5, '秒'),
        atMost(`后来的 ${sizes.late.followers} 人 p99`, quantile(joins, 0.99), 100, '毫秒'),
      ],
    },
  ]
}

async function joinLate(crowd: Crowd, count: number, target: Target): Promise<Float64Array> {
  const joins: number[] = []
  for (let index = 0; index < count; index += 1) joins.push(...(await crowd.open(1, [target])).joins)
  return Float64Array.from(joins).sort()
}
