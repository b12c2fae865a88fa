import { setTimeout as wait } from 'node:timers/promises'
import { clock } from '../crowd/clock.ts'
import { Crowd } from '../crowd/crowd.ts'
import { atMost, inform, quantile, type Row } from '../figures.ts'
import type { Sizes } from '../sizes.ts'
import { Presenter } from '../stage/presenter.ts'
import { startServer, type StageOptions } from '../stage/running.ts'

const LIMIT = 15_000
const PAGE = 2

/** A server that is killed and started again: followers find it by themselves, at the slide at which they were. */
export async function benchRestart(sizes: Sizes, stage: StageOptions): Promise<Row[]> {
  const server = await startServer('restart', [], stage)
  const presenter = await Presenter.pair(server.port, server.codes()[0]!, '电脑')
  const crowd = new Crowd(stage.life)
  await crowd.open(sizes.restart, [server.target])
  const state = await presenter.must({ type: 'goto', page: PAGE, clicks: 3 })
  await wait(1_000)
  await crowd.mark(state)
  const killed = clock()
  await server.kill()
  await server.start()
  const up = clock()
  let recovered = await crowd.recovered()
  while (recovered.waiting > 0 && clock() < killed + LIMIT) {
    await wait(100)
    recovered = await crowd.recovered()
  }
  await crowd.close()
  presenter.close()
  await server.kill()
  return [
    {
      name: `服务器 kill -9 后重启，${sizes.restart} 人`,
      figures: [
        inform('服务器自己起来', (up - killed) / 1000, '秒'),
        atMost('没有回来的人', recovered.waiting, 0, '人'),
        atMost('从被杀到全部跟上', (quantile(recovered.times, 1) - killed) / 1000, 5, '秒'),
        atMost('不是原来那一页', recovered.pages.filter(page => page !== PAGE).length, 0, '页'),
        atMost('进度倒退', recovered.back, 0, '次'),
      ],
    },
  ]
}
