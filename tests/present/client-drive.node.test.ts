import type { Place } from '../../components/present/follow.ts'
import type { Command, CommandAnswer, Device, PresenterState } from '../../components/present/protocol.ts'
import { describe, expect, it } from 'vitest'
import { createDrive } from '../../components/present/drive.ts'
import { LIMITS } from '../../components/present/protocol.ts'
import { state } from './support/stream.ts'

const device = (id: string): Device => ({ id, name: id, online: true, seen: 0, owner: false })
const at = (page: number, clicks = 0): Place => ({ page, clicks })

function stateAt(rev: number, place: Place, driver: string | null = 'me', epoch = 1): PresenterState {
  return {
    ...state(rev, epoch),
    ...place,
    driver: driver === null ? null : device(driver),
    devices: [],
    timer: { status: 'stopped', elapsed: 0 },
    pages: 9,
    urls: [],
    followers: 0,
    questions: [],
    requests: [],
    invites: 0,
  }
}

/** A page that drives, and a server that answers when it is told to. */
function page(me: string | undefined = 'me') {
  const sent: (Command & { id?: string })[] = []
  const answers: ((answer: CommandAnswer | undefined) => void)[] = []
  const went: Place[] = []
  const pauses: number[] = []
  let refused = 0
  let ids = 0
  let ended = false
  const drive = createDrive({
    send(command) {
      sent.push(command)
      return new Promise(resolve => answers.push(resolve))
    },
    go: place => went.push(place),
    rejected: () => refused++,
    unpaired: () => ended,
    changed: () => {},
    me: () => me,
    newId: () => `id-${++ids}`,
    pause: async failures => {
      pauses.push(failures)
    },
  })
  const answer = async (answer: CommandAnswer | undefined): Promise<void> => {
    answers.shift()!(answer)
    for (let turn = 0; turn < 10; turn++) await Promise.resolve()
  }
  const unpair = (): void => void (ended = true)
  return { drive, sent, went, pauses, answer, unpair, refusals: () => refused }
}

const places = (commands: readonly Command[]) =>
  commands.map(command => command.type === 'goto' && [command.page, command.clicks])

describe('a page that drives', () => {
  it('goes at first to where the deck stands, and sends nothing of that', () => {
    const { drive, sent, went } = page()
    drive.moved(at(1), true)
    drive.receive(stateAt(5, at(4, 2)))
    drive.moved(at(4, 2), false)
    expect([went, sent]).toEqual([[at(4, 2)], []])
  })

  it('sends its moves one after the other, and of those that wait the last', async () => {
    const { drive, sent, went, answer } = page()
    drive.receive(stateAt(1, at(1)))
    drive.moved(at(2), true)
    drive.moved(at(3), true)
    drive.moved(at(4, 1), true)
    expect(places(sent)).toEqual([[2, 0]])
    // Its own earlier move, told to all, does not pull it back.
    drive.receive(stateAt(2, at(2)))
    await answer({ ok: true, state: stateAt(2, at(2)) })
    expect(places(sent)).toEqual([
      [2, 0],
      [4, 1],
    ])
    await answer({ ok: true, state: stateAt(3, at(4, 1)) })
    expect(sent).toHaveLength(2)
    expect(new Set(sent.map(({ id }) => id)).size).toBe(2)
    // It stands at page 1 as far as it has been asked to go anywhere.
    expect(went).toEqual([at(1)])
  })

  it('asks again under the same name where no answer came', async () => {
    const { drive, sent, pauses, answer } = page()
    drive.receive(stateAt(1, at(1)))
    drive.moved(at(2), true)
    await answer(undefined)
    await answer({ ok: false, error: 'unavailable' })
    await answer({ ok: true, state: stateAt(2, at(2)) })
    expect(sent.map(({ id }) => id)).toEqual(['id-1', 'id-1', 'id-1'])
    expect(pauses).toEqual([1, 2])
  })

  it('sends only its last place when it comes back, under another name', async () => {
    const { drive, sent, answer } = page()
    drive.receive(stateAt(1, at(1)))
    drive.moved(at(2), true)
    drive.moved(at(6), true)
    await answer(undefined)
    // The stream is back before the command: it says where the deck was left.
    drive.receive(stateAt(2, at(1), 'me', 2))
    expect(places(sent)).toEqual([
      [2, 0],
      [6, 0],
    ])
    await answer({ ok: true, state: stateAt(3, at(6), 'me', 2) })
    expect(sent.map(({ id }) => id)).toEqual(['id-1', 'id-2'])
  })

  it('gives up its place where another device has taken over meanwhile', async () => {
    const { drive, sent, went, answer } = page()
    drive.receive(stateAt(1, at(1)))
    drive.moved(at(6), true)
    drive.receive(stateAt(3, at(4), 'phone'))
    await answer(undefined)
    expect(sent).toHaveLength(1)
    expect(went.at(-1)).toEqual(at(4))
  })

  it('stops, goes back and says so where its pairing has ended', async () => {
    const { drive, sent, went, pauses, answer, unpair, refusals } = page()
    drive.receive(stateAt(1, at(1)))
    drive.moved(at(2), true)
    await answer(undefined)
    drive.moved(at(3), true)
    unpair()
    await answer(undefined)
    expect([places(sent), pauses, went.at(-1), refusals()]).toEqual([
      [
        [2, 0],
        [2, 0],
      ],
      [1],
      at(1),
      1,
    ])
    drive.moved(at(4), true)
    expect([sent.length, drive.canDrive(), went.at(-1), refusals()]).toEqual([2, false, at(1), 2])
  })

  it('goes where the server says when it is moved by another who drives', () => {
    const { drive, went, sent } = page()
    drive.receive(stateAt(1, at(1), 'phone'))
    drive.receive(stateAt(2, at(2, 3), 'phone'))
    drive.receive(stateAt(1, at(1), 'phone'))
    expect([went, sent]).toEqual([[at(1), at(2, 3)], []])
  })

  it('drives where nobody does, and says who it is by its id', () => {
    const { drive, sent } = page()
    drive.receive(stateAt(1, at(1), null))
    drive.moved(at(2), true)
    expect(places(sent)).toEqual([[2, 0]])
    const stranger = page('other')
    stranger.drive.receive(stateAt(1, at(1), 'me'))
    expect([drive.canDrive(), stranger.drive.canDrive()]).toEqual([true, false])
  })

  it('never asks for more clicks than a server takes', async () => {
    const { drive, sent } = page()
    drive.receive(stateAt(1, at(2)))
    drive.moved(at(1, 999_999), true)
    expect(places(sent)).toEqual([[1, LIMITS.clicks]])
  })
})

describe('a page that does not drive', () => {
  it('is taken back, and says why', () => {
    const { drive, sent, went, refusals } = page()
    drive.receive(stateAt(1, at(3), 'phone'))
    drive.moved(at(3), false)
    drive.moved(at(4), true)
    expect([sent, went.at(-1), refusals()]).toEqual([[], at(3), 1])
  })

  it('is taken back once more where that was cut short', () => {
    const { drive, went } = page()
    drive.receive(stateAt(1, at(3), 'phone'))
    drive.moved(at(4), true)
    drive.settle(at(4))
    expect(went).toEqual([at(3), at(3), at(3)])
    drive.settle(at(3))
    expect(went).toHaveLength(3)
  })

  it('is taken back where it learns only by the answer that it does not', async () => {
    const { drive, went, refusals, answer } = page()
    drive.receive(stateAt(1, at(1), null))
    drive.moved(at(2), true)
    await answer({ ok: false, error: 'not-driver', state: stateAt(2, at(5), 'phone') })
    expect([went.at(-1), refusals()]).toEqual([at(5), 1])
  })
})
