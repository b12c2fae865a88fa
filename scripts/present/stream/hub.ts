import type { ServerResponse } from 'node:http'
import { isDeepStrictEqual } from 'node:util'
import {
  LIMITS,
  type Drawing,
  type Pointer,
  type PresenterState,
  type PublicState,
  type Snapshot,
} from '../../../components/present/protocol.ts'
import type { Lifecycle } from '../../lib/lifecycle.ts'
import type { MeetingState } from '../state/backplane.ts'
import type { Meeting } from '../state/meeting.ts'
import { Channel, frame, PRESENTER_BACKLOG } from './channel.ts'
import { CoalescingQueue } from './coalesce.ts'

/** Milliseconds between two events of a sort, and what each follower adds to it: a crowd gets fewer. */
const POINTER = { least: 40, each: 0.05 }
/** A drawing is some thousand times as long as a pointer. */
const DRAWING = { least: 60, each: 0.2 }
/** Page turns that may wait before only the last of them counts. */
const TURNS = 4

/** Streams that a paired device may have; one more ends its oldest. */
const STREAMS = 8

/** Sends a meeting to everybody who follows it. */
export class Hub {
  readonly audience = new Channel()
  readonly presenters = new Channel(PRESENTER_BACKLOG)
  readonly #meeting: Meeting
  readonly #publicState: (state: MeetingState) => PublicState
  /** What paired devices are told. */
  readonly presenterState: () => PresenterState
  readonly #devices = new Map<ServerResponse, string>()
  readonly #onLost: (device: string) => void
  readonly #now: () => number
  readonly #pointer: CoalescingQueue<Pointer>
  readonly #drawing: CoalescingQueue<Drawing>
  readonly #turns: CoalescingQueue<PublicState>
  /** What the audience has been sent last: whoever comes now begins there, and hears what still waits after that. */
  #sent: PublicState

  /** @param onLost called with a paired device when its last stream has ended */
  constructor({
    meeting,
    publicState,
    presenterState,
    onLost,
    now,
    life,
  }: {
    meeting: Meeting
    /** What the audience is told of a state. */
    publicState: (state: MeetingState) => PublicState
    presenterState: () => PresenterState
    onLost: (device: string) => void
    /** Milliseconds since 1970. */
    now: () => number
    life: Lifecycle
  }) {
    this.#meeting = meeting
    this.#publicState = publicState
    this.presenterState = presenterState
    this.#onLost = onLost
    this.#now = now
    const throttled = <Item>({ least, each }: typeof POINTER, send: (item: Item) => void): CoalescingQueue<Item> =>
      new CoalescingQueue(send, { most: 1, delay: () => Math.max(least, this.audience.size * each) })
    this.#pointer = throttled(POINTER, pointer => this.#sendAll(frame('pointer', pointer)))
    this.#drawing = throttled(DRAWING, drawing => this.#sendAll(frame('draw', drawing)))
    this.#sent = publicState(meeting.state)
    const sendState = (state: PublicState): void => {
      this.#sent = state
      this.audience.send(frame('state', state))
    }
    this.#turns = new CoalescingQueue(sendState, { most: TURNS })
    let told = this.#sent
    const unsubscribe = meeting.subscribe({
      state: state => {
        this.tellPresenters()
        const next = publicState(state)
        // A question that comes in, or the clock, is nothing to a hall full of phones.
        if (isDeepStrictEqual({ ...next, rev: told.rev }, told)) return
        told = next
        this.#turns.push(next)
      },
      draw: drawing => this.#drawing.push(drawing),
      pointer: pointer => this.#pointer.push(pointer),
    })
    const beats = setInterval(() => this.#beat(), LIMITS.beat / Channel.turns)
    life.defer(() => {
      unsubscribe()
      clearInterval(beats)
      this.#turns.stop()
      this.#pointer.stop()
      this.#drawing.stop()
      this.audience.close()
      this.presenters.close()
    })
  }

  /** Tells paired devices of each other; the audience hears nothing of it. */
  tellPresenters(): void {
    if (this.presenters.size > 0) this.presenters.send(frame('state', this.presenterState()))
  }

  followAsAudience(response: ServerResponse): void {
    const draw = this.#meeting.drawing(this.#sent.page)
    this.audience.open(response, [frame('state', this.#sent), ...(draw ? [frame('draw', draw)] : [])])
  }

  followAsPresenter(response: ServerResponse, device: string): void {
    const { draw } = this.snapshot()
    const own = [...this.#devices].filter(([, id]) => id === device)
    if (own.length >= STREAMS) own[0]![0].socket?.destroy()
    this.#devices.set(response, device)
    this.presenters.open(
      response,
      [frame('state', this.presenterState()), ...(draw ? [frame('draw', draw)] : [])],
      () => {
        this.#devices.delete(response)
        if (![...this.#devices.values()].includes(device)) this.#onLost(device)
      },
    )
  }

  /** Ends the streams of a device that is no longer paired. */
  disconnect(device: string): void {
    for (const [response, id] of this.#devices) {
      if (id === device) response.socket?.destroy()
    }
  }

  /** Ends the streams of all devices but these. */
  retain(devices: ReadonlySet<string>): void {
    for (const device of new Set(this.#devices.values())) {
      if (!devices.has(device)) this.disconnect(device)
    }
  }

  snapshot(): Snapshot {
    return {
      state: this.#publicState(this.#meeting.state),
      pointer: this.#meeting.pointer,
      draw: this.#meeting.drawing(this.#meeting.state.page),
    }
  }

  #beat(): void {
    const { epoch, rev } = this.#meeting.state
    this.presenters.sendTurn(frame('beat', { epoch, rev, at: this.#now() }))
    this.audience.sendTurn(frame('beat', { epoch: this.#sent.epoch, rev: this.#sent.rev }))
  }

  #sendAll(event: Buffer): void {
    this.presenters.send(event)
    this.audience.send(event)
  }
}
