import type { Socket } from 'node:net'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { backoff } from '../../../../components/present/backoff.ts'
import { clock } from './clock.ts'
import { follow, type Target } from './follower.ts'
import type { Answer, Arrivals, Opened, Order, Recovered } from './messages.ts'
import { Shared, type Heard } from './parse.ts'

// A process that holds a part of the crowd. It ends with the bench, whose channel it listens to.

interface Member {
  targets: Target[]
  turn: number
  socket: Socket | undefined
  failures: number
  startedAt: number
  joined: number | undefined
  epoch: number
  rev: number
  page: number
  /** Of `targets`, the one that it has its state from. */
  source: number
  heardAt: number
  recoveredAt: number
}

/** How many connect at the same time. */
const CONNECTING = 100
const OPENING = 60_000

const members: Member[] = []
const shared = new Shared()
let closing = false
let noted: Map<number, number[]> | undefined
let gap = 0
let back = 0
let mark: { epoch: number; rev: number } | undefined

function start(member: Member): void {
  member.startedAt = clock()
  member.joined = undefined
  const { targets, turn } = member
  const socket = follow({
    target: targets[turn % targets.length]!,
    shared,
    onOpen: () => {
      member.failures = 0
      // Vite tells a newcomer nothing of where the deck stands.
      if (targets[0]!.protocol === 'vite') member.joined = clock() - member.startedAt
    },
    onHeard: heard => hear(member, heard),
    onClose: () => {
      if (member.socket !== socket) return
      member.socket = undefined
      if (closing) return
      member.failures += 1
      member.turn += 1
      setTimeout(() => start(member), backoff(member.failures, Math.random()))
    },
  })
  member.socket = socket
}

function hear(member: Member, { kind, epoch, rev, page }: Heard): void {
  if (kind !== 'state') return
  const now = clock()
  member.joined ??= now - member.startedAt
  const source = member.turn % member.targets.length
  if (epoch < member.epoch || rev < member.rev) {
    // Another server may be a little behind; pages take no notice of what is older, and wait until it has caught up.
    if (source === member.source) back += 1
    return
  }
  if (noted) {
    gap = Math.max(gap, now - member.heardAt)
    if (rev !== member.rev) note(rev, now)
  }
  Object.assign(member, { epoch, rev, page, source, heardAt: now })
  if (mark && member.recoveredAt === 0 && (epoch > mark.epoch || (epoch === mark.epoch && rev > mark.rev)))
    member.recoveredAt = now
}

function note(rev: number, now: number): void {
  const times = noted!.get(rev)
  if (times) times.push(now)
  else noted!.set(rev, [now])
}

async function open({ count, targets }: Extract<Order, { type: 'open' }>): Promise<Opened> {
  const fresh = Array.from({ length: count }, (_, index): Member => ({
    targets,
    turn: index,
    socket: undefined,
    failures: 0,
    startedAt: 0,
    joined: undefined,
    epoch: 0,
    rev: 0,
    page: 0,
    source: 0,
    heardAt: 0,
    recoveredAt: 0,
  }))
  members.push(...fresh)
  const end = clock() + OPENING
  for (const [index, member] of fresh.entries()) {
    start(member)
    while (
      index - fresh.filter(({ joined }, at) => at <= index && joined !== undefined).length > CONNECTING &&
      clock() < end
    )
      await wait(5)
  }
  return await joined(fresh, end)
}

async function joined(awaited: Member[], end: number): Promise<Opened> {
  while (awaited.some(member => member.joined === undefined) && clock() < end) await wait(20)
  const joins = awaited.map(member => member.joined).filter(time => time !== undefined)
  return { open: joins.length, joins: Float64Array.from(joins) }
}

async function reopen(): Promise<Opened> {
  for (const member of members) {
    const { socket } = member
    member.socket = undefined
    member.joined = undefined
    socket?.destroy()
    setTimeout(() => start(member), backoff(1, Math.random()))
  }
  return await joined(members, clock() + OPENING)
}

function arrivals(sent: [rev: number, at: number][]): Arrivals {
  const latencies: number[] = []
  let lost = 0
  for (const [rev, at] of sent) {
    const times = noted?.get(rev) ?? []
    lost += members.length - times.length
    for (const time of times) latencies.push(time - at)
  }
  noted = undefined
  return { latencies: Float32Array.from(latencies), lost, back, gap }
}

function recovered(): Recovered {
  const times = members.map(({ recoveredAt }) => recoveredAt).filter(time => time > 0)
  return {
    times: Float64Array.from(times),
    waiting: members.length - times.length,
    pages: [...new Set(members.map(({ page }) => page))],
    back,
  }
}

async function carryOut(order: Order): Promise<Answer> {
  switch (order.type) {
    case 'open':
      return await open(order)
    case 'reopen':
      return await reopen()
    case 'begin': {
      const now = clock()
      noted = new Map()
      gap = 0
      back = 0
      for (const member of members) member.heardAt = now
      return { done: true }
    }
    case 'end':
      return arrivals(order.sent)
    case 'mark':
      mark = order
      back = 0
      for (const member of members) member.recoveredAt = 0
      return { done: true }
    case 'recovered':
      return recovered()
    case 'close':
      closing = true
      for (const { socket } of members) socket?.destroy()
      return { done: true }
  }
}

// Ctrl-C reaches the whole group of a terminal: the bench itself ends its workers.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit())
process.on('message', ({ id, order }: { id: number; order: Order }) => {
  void carryOut(order).then(answer => process.send?.({ id, answer }))
})
