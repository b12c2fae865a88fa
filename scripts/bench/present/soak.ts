import { setTimeout as wait } from 'node:timers/promises'
import { clock } from './crowd/clock.ts'
import { Crowd } from './crowd/crowd.ts'
import { prepareStage, type BenchContext, type PresentBench } from './bench.ts'
import { machineFacts } from './facts.ts'
import { allMet, atMost, inform, type Row } from './figures.ts'
import { slope } from './slope.ts'
import { Presenter } from './stage/presenter.ts'
import { startServer } from './stage/running.ts'
import { usageOf } from './stage/usage.ts'

/** Milliseconds between two samples. */
const SAMPLE = 2_000
/** What memory may grow in an hour, of megabytes, and what handles may: more is a leak. */
const GROWTH = { megabytes: 30, handles: 5 }
/** Followers that leave and come back each minute, as phones do. */
const CHURN = 50

/**
 * A server that many follow for a long time: what it uses must not grow. The first third, in which it warms up, does
 * not count.
 */
export async function benchSoak(
  { minutes, followers, sites = '' }: { minutes: number; followers: number; sites?: string },
  { root, life }: BenchContext,
): Promise<PresentBench> {
  await using part = life.part()
  const stage = await prepareStage({ root, sites, life: part })
  const server = await startServer('soak', [], stage)
  const presenter = await Presenter.pair(server.port, server.codes()[0]!, '电脑')
  const crowd = new Crowd(part)
  const { open } = await crowd.open(followers, [server.target])
  const end = clock() + minutes * 60_000
  const samples: { hours: number; megabytes: number; handles: number }[] = []
  let lost = 0
  const showing = (async () => {
    while (clock() < end) {
      await crowd.begin()
      const sent = await presenter.show({ count: 40, perSecond: 2, check: () => clock() > end })
      await wait(1_000)
      lost += (await crowd.end(sent)).lost
    }
  })()
  const churning = (async () => {
    while (clock() < end) {
      const guests = new Crowd(part, 1)
      await guests.open(CHURN, [server.target])
      await wait(Math.min(30_000, Math.max(0, end - clock())))
      await guests.close()
      await wait(Math.min(15_000, Math.max(0, end - clock())))
    }
  })()
  while (clock() < end) {
    await wait(SAMPLE)
    const [usage, connected] = [usageOf(server.pid()), await followersOf(server.port)]
    if (usage)
      samples.push({
        hours: (clock() - end) / 3_600_000,
        megabytes: usage.memory / 2 ** 20,
        handles: usage.handles - connected,
      })
  }
  await Promise.all([showing, churning])
  await crowd.close()
  presenter.close()
  await server.kill()
  const warm = samples.slice(Math.floor(samples.length / 3))
  const growth = (name: 'megabytes' | 'handles'): number | undefined =>
    warm.length < 2 ? undefined : slope(warm.map(sample => [sample.hours, sample[name]]))
  const rows: Row[] = [
    {
      name: `${followers} 人跟随 ${minutes} 分钟`,
      figures: [
        atMost('没有跟上的人', followers - open, 0, '人'),
        atMost('丢失', lost, 0, '次'),
        inform('内存，最后', samples.at(-1)?.megabytes, 'MB'),
        atMost('内存每小时增加', growth('megabytes'), GROWTH.megabytes, 'MB'),
        inform('观众以外的文件句柄，最后', samples.at(-1)?.handles, '个'),
        atMost('它们每小时增加', growth('handles'), GROWTH.handles, '个'),
      ],
    },
  ]
  return { facts: machineFacts(), rows, met: allMet(rows) }
}

async function followersOf(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  return Number(/^huibao_followers (\d+)/m.exec(text)?.[1] ?? 0)
}
