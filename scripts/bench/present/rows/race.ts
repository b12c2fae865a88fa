import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { atMost, inform, type Row } from '../figures.ts'
import type { Sizes } from '../sizes.ts'
import { Presenter } from '../stage/presenter.ts'
import { startServer, type StageOptions } from '../stage/running.ts'

interface Seen {
  rev: number
  place: string
}

/** Laptop and phone that take over from each other and turn pages at the same time; some commands are sent twice. */
export async function benchRace(sizes: Sizes, stage: StageOptions): Promise<Row[]> {
  const server = await startServer('race', [], stage)
  const [laptop, phone] = [
    await Presenter.pair(server.port, server.codes()[0]!, '电脑'),
    await Presenter.pair(server.port, server.codes()[1]!, '手机'),
  ]
  const seen: Seen[] = []
  const watch = connect(server.port, '127.0.0.1')
  watch.setEncoding('utf8').on('data', collect(seen))
  watch.on('error', () => {})
  watch.write(`GET /events HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`)
  await wait(300)
  const each = sizes.race / 2
  const accepted = (await Promise.all([press(laptop, 1, each), press(phone, 2, each)])).flat()
  await wait(500)
  watch.destroy()
  for (const device of [laptop, phone]) device.close()
  await server.kill()
  const revs = seen.map(({ rev }) => rev)
  const done = timesDone(seen)
  return [
    {
      name: `电脑和手机抢着发 ${sizes.race} 条命令`,
      figures: [
        inform('接受的翻页', accepted.length, '条'),
        // What changes nothing for the audience, such as who drives, is not sent: a revision may be left out.
        atMost('次序倒退', revs.filter((rev, index) => index > 0 && rev <= revs[index - 1]!).length, 0, '处'),
        atMost('做了两次的', accepted.filter(place => (done.get(place) ?? 0) > 1).length, 0, '条'),
        atMost('接受了却没有做的', accepted.filter(place => !done.has(place)).length, 0, '条'),
        atMost('拒绝了却做了的', [...done.keys()].filter(place => !accepted.includes(place)).length, 0, '条'),
      ],
    },
  ]
}

/** How often the deck came to each place. A change of driver repeats the place: that is no second time. */
function timesDone(seen: readonly Seen[]): Map<string, number> {
  const done = new Map<string, number>()
  seen.forEach(({ place }, index) => {
    const before = seen[index - 1]?.place
    if (before !== undefined && place !== before) done.set(place, (done.get(place) ?? 0) + 1)
  })
  return done
}

/**
 * Sends `count` commands, four at a time: a take-over, then a place that no other command names. @returns the places
 * that were accepted
 */
async function press(device: Presenter, page: number, count: number): Promise<string[]> {
  const accepted: string[] = []
  let next = 0
  const one = async (): Promise<void> => {
    while (next < count) {
      const number = (next += 1)
      if (number % 2 === 1) {
        await device.send({ type: 'take' })
        continue
      }
      const command = { id: `c-${page}-${number}`, type: 'goto', page, clicks: number } as const
      // As after an answer that was lost.
      const [answer] = await Promise.all([device.send(command), ...(number % 10 === 0 ? [device.send(command)] : [])])
      if (answer!.ok) accepted.push(`${page}/${number}`)
    }
  }
  await Promise.all([one(), one(), one(), one()])
  return accepted
}

function collect(seen: Seen[]): (text: string) => void {
  let rest = ''
  return text => {
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop()!
    for (const block of blocks) {
      const data = /event: state\ndata: (.*)/.exec(block)?.[1]
      if (data === undefined) continue
      const { rev, page, clicks } = JSON.parse(data) as { rev: number; page: number; clicks: number }
      seen.push({ rev, place: `${page}/${clicks}` })
    }
  }
}
