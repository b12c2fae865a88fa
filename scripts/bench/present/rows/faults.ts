import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { clock } from '../crowd/clock.ts'
import { atMost, type Figure, type Row } from '../figures.ts'
import type { Sizes } from '../sizes.ts'
import { Presenter } from '../stage/presenter.ts'
import { startProxy, type Fault } from '../stage/proxy.ts'
import { startServer, type StageOptions } from '../stage/running.ts'

/**
 * Seconds in which pages must have found back: they wait longer and longer between two tries, and ten for an answer.
 */
const RETURN = 15
const LIMIT = 40_000

const FAULTS: [string, Fault][] = [
  ['502', 502],
  ['503', 503],
  ['断线', 'cut'],
]

/** A line that fails for half a minute, and the code that pages follow with. */
export async function benchFaults(sizes: Sizes, stage: StageOptions): Promise<Row[]> {
  const { seconds, clients } = sizes.fault
  const server = await startServer('faults', [], stage)
  const presenter = await Presenter.pair(server.port, server.codes()[0]!, '电脑')
  const proxy = await startProxy(() => server.port, stage.life)
  const child = fork(
    fileURLToPath(new URL('../crowd/pages.ts', import.meta.url)),
    [`http://127.0.0.1:${proxy.port}`, String(clients)],
    {
      execArgv: ['--experimental-eventsource', '--disable-warning=ExperimentalWarning'],
    },
  )
  stage.life.defer(() => child.kill('SIGKILL'))
  let revs: number[] = []
  child.on('message', (message: number[]) => {
    revs = message
  })
  const current = async (rev: number): Promise<number> => {
    const end = clock() + LIMIT
    while (clock() < end && (revs.length < clients || revs.some(each => each < rev))) await wait(50)
    return revs.filter(each => each >= rev).length
  }
  const figures: Figure[] = []
  for (const [name, fault] of FAULTS) {
    const before = await presenter.must({ type: 'goto', page: 1, clicks: figures.length + 1 })
    await current(before.rev)
    proxy.set(fault)
    await wait(seconds * 1000)
    const after = await presenter.must({ type: 'goto', page: 2, clicks: figures.length + 1 })
    proxy.set('none')
    const mended = clock()
    const back = await current(after.rev)
    figures.push(
      atMost(`${name}：没有回来的页面`, clients - back, 0, '个'),
      atMost(`${name}：之后全部跟上`, (clock() - mended) / 1000, RETURN, '秒'),
    )
  }
  child.kill('SIGKILL')
  presenter.close()
  await server.kill()
  return [{ name: `线路坏 ${seconds} 秒，${clients} 个页面`, figures }]
}
