import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { clock } from '../crowd/clock.ts'
import { Crowd } from '../crowd/crowd.ts'
import { atMost, inform, type Row } from '../figures.ts'
import type { Sizes } from '../sizes.ts'
import { Presenter } from '../stage/presenter.ts'
import { startServer, type StageOptions } from '../stage/running.ts'
import { usageOf } from '../stage/usage.ts'

/** Drawings of 30 kB fill the buffers of a follower that does not read within seconds. */
const DRAWING = `<path d="M${'10 20L'.repeat(5_000)}1 1"/>`
const PER_SECOND = 20
/** Milliseconds for which the others are watched after it has gone. */
const AFTER = 3_000

/** A follower that keeps its connection and reads nothing: it goes, and the others do not notice. */
export async function benchStalled(sizes: Sizes, stage: StageOptions): Promise<Row[]> {
  const { followers, seconds } = sizes.stalled
  const server = await startServer('stalled', [], stage)
  const presenter = await Presenter.pair(server.port, server.codes()[0]!, '电脑')
  const crowd = new Crowd(stage.life)
  await crowd.open(followers, [server.target])
  const stalled = connect(server.port, '127.0.0.1')
  stalled.on('error', () => {})
  stalled.write(`GET /events HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`)
  stalled.pause()
  await wait(300)
  const memory = usageOf(server.pid())?.memory
  await crowd.begin()
  const began = clock()
  let dropped: number | undefined
  const over = (): boolean => clock() > began + seconds * 1000 || (dropped !== undefined && clock() > dropped + AFTER)
  const drawing = (async () => {
    while (!over()) {
      await presenter.must({ type: 'draw', page: 1, svg: DRAWING })
      if (dropped === undefined && (await droppedBy(server.port)) > 0) dropped = clock()
      await wait(dropped === undefined ? 10 : 250)
    }
  })()
  const sent = await presenter.show({ count: seconds * PER_SECOND, perSecond: PER_SECOND, check: over })
  await drawing
  await wait(500)
  const { gap, lost } = await crowd.end(sent)
  const grown = usageOf(server.pid())?.memory
  stalled.destroy()
  await crowd.close()
  presenter.close()
  await server.kill()
  return [
    {
      name: `一个不读的人，另有 ${followers} 人，每秒 ${PER_SECOND} 次`,
      figures: [
        atMost('没有被断开的', dropped === undefined ? 1 : 0, 0, '人'),
        inform('之后断开', dropped === undefined ? Number.NaN : (dropped - began) / 1000, '秒'),
        atMost('别人两次之间最长', gap, 200, '毫秒'),
        atMost('别人丢失', lost, 0, '次'),
        inform(
          '服务器内存增加',
          memory === undefined || grown === undefined ? undefined : (grown - memory) / 2 ** 20,
          'MB',
        ),
      ],
    },
  ]
}

async function droppedBy(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  return Number(/^huibao_followers_dropped_total (\d+)/m.exec(text)?.[1] ?? 0)
}
