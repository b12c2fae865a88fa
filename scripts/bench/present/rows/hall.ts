import { setTimeout as wait } from 'node:timers/promises'
import type { Lifecycle } from '../../../lib/lifecycle.ts'
import { Crowd } from '../crowd/crowd.ts'
import type { Target } from '../crowd/follower.ts'
import { atMost, inform, quantile, type Row } from '../figures.ts'
import type { Sizes } from '../sizes.ts'
import { Presenter, type Sent } from '../stage/presenter.ts'
import { startServer, type StageOptions } from '../stage/running.ts'
import { startSlidev } from '../stage/slidev.ts'
import { watchUsage } from '../stage/usage.ts'

/** Milliseconds for what is still under way after the last change. */
export const SETTLE = 1_500

/** A hall: one server, thousands of phones, a change every 250 ms; and the same with what Slidev itself has. */
export async function benchHall(sizes: Sizes, stage: StageOptions): Promise<Row[]> {
  const { followers, changes } = sizes.hall
  const server = await startServer('hall', [], stage)
  const presenter = await Presenter.pair(server.port, server.codes()[0]!, '电脑')
  const ours = await measure(followers, stage.life, {
    target: server.target,
    pid: server.pid(),
    warm: () => presenter.show({ count: 8, perSecond: 4 }),
    show: () => presenter.show({ count: changes, perSecond: 4 }),
  })
  presenter.close()
  await server.kill()
  const slidev = await startSlidev(stage)
  const theirs = await measure(followers, stage.life, {
    target: slidev.target,
    pid: slidev.pid,
    warm: async () => {},
    show: () => slidev.show({ count: changes, perSecond: 4 }),
  })
  await slidev.stop()
  const p99 = quantile(ours.latencies, 0.99)
  return [
    {
      name: `${followers} 人，每秒 4 次，${changes} 次`,
      figures: [
        atMost('没有跟上的人', followers - ours.open, 0, '人'),
        atMost('丢失', ours.lost, 0, '次'),
        inform('p50', quantile(ours.latencies, 0.5), '毫秒'),
        atMost('p99', p99, 150, '毫秒'),
        atMost('服务器占用', percent(ours.cores), 50, '% 核'),
        atMost('服务器内存', megabytes(ours.memory), 300, 'MB'),
      ],
    },
    {
      name: '同样的，slidev --remote',
      figures: [
        inform('没有跟上的人', followers - theirs.open, '人'),
        inform('丢失', theirs.lost, '次'),
        inform('p50', quantile(theirs.latencies, 0.5), '毫秒'),
        inform('p99', quantile(theirs.latencies, 0.99), '毫秒'),
        inform('服务器占用', percent(theirs.cores), '% 核'),
        inform('服务器内存', megabytes(theirs.memory), 'MB'),
        inform('p99 是汇报的几倍', quantile(theirs.latencies, 0.99) / p99, '倍'),
      ],
    },
  ]
}

/** More phones than one hall has. */
export async function benchCrowd(sizes: Sizes, stage: StageOptions): Promise<Row[]> {
  const { followers, changes } = sizes.crowd
  const server = await startServer('crowd', [], stage)
  const presenter = await Presenter.pair(server.port, server.codes()[0]!, '电脑')
  const { latencies, lost, open, cores, memory } = await measure(followers, stage.life, {
    target: server.target,
    pid: server.pid(),
    warm: () => presenter.show({ count: 3, perSecond: 1 }),
    show: () => presenter.show({ count: changes, perSecond: 1 }),
  })
  presenter.close()
  await server.kill()
  return [
    {
      name: `${followers} 人，每秒 1 次，${changes} 次`,
      figures: [
        atMost('没有跟上的人', followers - open, 0, '人'),
        atMost('丢失', lost, 0, '次'),
        inform('p50', quantile(latencies, 0.5), '毫秒'),
        atMost('p99', quantile(latencies, 0.99), 400, '毫秒'),
        inform('服务器占用', percent(cores), '% 核'),
        inform('服务器内存', megabytes(memory), 'MB'),
      ],
    },
  ]
}

interface Measured {
  target: Target
  pid: number
  warm: () => Promise<unknown>
  show: () => Promise<Sent[]>
}

async function measure(followers: number, life: Lifecycle, { target, pid, warm, show }: Measured) {
  const crowd = new Crowd(life)
  const { open } = await crowd.open(followers, [target])
  await warm()
  await wait(SETTLE)
  await crowd.begin()
  const usage = watchUsage(pid, life)
  const sent = await show()
  await wait(SETTLE)
  const used = await usage()
  const arrivals = await crowd.end(sent)
  await crowd.close()
  return { open, ...arrivals, ...used }
}

function percent(cores: number | undefined): number | undefined {
  return cores === undefined ? undefined : cores * 100
}

function megabytes(bytes: number | undefined): number | undefined {
  return bytes === undefined ? undefined : bytes / 2 ** 20
}
