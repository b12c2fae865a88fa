import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { HuibaoError } from '../../../../model/errors.ts'
import type { Lifecycle } from '../../../lib/lifecycle.ts'
import type { Target } from './follower.ts'
import type { Answer, Arrivals, Opened, Order, Recovered } from './messages.ts'

type AnswerTo<Type extends Order['type']> = Type extends 'open' | 'reopen'
  ? Opened
  : Type extends 'end'
    ? Arrivals
    : Type extends 'recovered'
      ? Recovered
      : { done: true }

/**
 * Thousands of followers, held by processes of their own so that their work is not counted as the server's. A server on
 * one port can have some 28 000: so many ports there are for the other end.
 */
export class Crowd {
  readonly #workers: Worker[]

  /** @param processes between how many they are divided */
  constructor(life: Lifecycle, processes = 2) {
    this.#workers = Array.from({ length: processes }, () => new Worker(life))
  }

  /** @returns milliseconds from connecting to the first state, of those that got one, in order */
  async open(count: number, targets: Target[]): Promise<{ open: number; joins: Float64Array }> {
    const parts = this.#workers.map((_, index) => Math.floor((count + index) / this.#workers.length))
    return joinOpened(
      await Promise.all(
        this.#workers.map((worker, index) =>
          worker.ask({ type: 'open', count: parts[index]!, targets: rotated(targets, index) }),
        ),
      ),
    )
  }

  /** Cuts all off in one moment, and waits until they have come back by themselves. */
  async reopen(): Promise<{ open: number; joins: Float64Array }> {
    return joinOpened(await this.#all({ type: 'reopen' }))
  }

  async begin(): Promise<void> {
    await this.#all({ type: 'begin' })
  }

  /** What has arrived since `begin` of what was sent; latencies in order. */
  async end(sent: [rev: number, at: number][]): Promise<Arrivals> {
    const parts = await this.#all({ type: 'end', sent })
    const sum = (name: 'lost' | 'back'): number => parts.reduce((total, part) => total + part[name], 0)
    return {
      latencies: joined(
        parts.map(part => part.latencies),
        length => new Float32Array(length),
      ),
      lost: sum('lost'),
      back: sum('back'),
      gap: Math.max(...parts.map(part => part.gap)),
    }
  }

  /** From here on it counts when each has a state that is later than this one. */
  async mark(state: { epoch: number; rev: number }): Promise<void> {
    await this.#all({ type: 'mark', epoch: state.epoch, rev: state.rev })
  }

  async recovered(): Promise<Recovered> {
    const parts = await this.#all({ type: 'recovered' })
    const sum = (name: 'waiting' | 'back'): number => parts.reduce((total, part) => total + part[name], 0)
    return {
      times: joined(
        parts.map(part => part.times),
        length => new Float64Array(length),
      ),
      waiting: sum('waiting'),
      back: sum('back'),
      pages: [...new Set(parts.flatMap(part => part.pages))],
    }
  }

  async close(): Promise<void> {
    await this.#all({ type: 'close' })
    this.#workers.forEach(worker => worker.stop())
  }

  #all<Type extends Order['type']>(order: Extract<Order, { type: Type }>): Promise<AnswerTo<Type>[]> {
    return Promise.all(this.#workers.map(worker => worker.ask(order)))
  }
}

class Worker {
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>()
  #id = 0

  constructor(life: Lifecycle) {
    this.#child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), [], { serialization: 'advanced' })
    life.defer(() => this.stop())
    this.#child.on('message', ({ id, answer }: { id: number; answer: Answer }) => {
      this.#waiting.get(id)?.resolve(answer)
      this.#waiting.delete(id)
    })
    this.#child.on('exit', code => {
      this.#waiting.forEach(({ reject }) => reject(new HuibaoError(`模拟观众的进程意外结束（${code}）`)))
      this.#waiting.clear()
    })
  }

  ask<Type extends Order['type']>(order: Extract<Order, { type: Type }>): Promise<AnswerTo<Type>> {
    const id = (this.#id += 1)
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: answer => resolve(answer as AnswerTo<Type>), reject })
      this.#child.send({ id, order })
    })
  }

  stop(): void {
    this.#child.kill('SIGKILL')
  }
}

function joinOpened(parts: Opened[]): Opened {
  return {
    open: parts.reduce((total, { open }) => total + open, 0),
    joins: joined(
      parts.map(({ joins }) => joins),
      length => new Float64Array(length),
    ),
  }
}

function joined<List extends Float32Array | Float64Array>(parts: List[], create: (length: number) => List): List {
  const whole = create(parts.reduce((total, { length }) => total + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  whole.sort()
  return whole
}

function rotated<Item>(items: readonly Item[], by: number): Item[] {
  return [...items.slice(by % items.length), ...items.slice(0, by % items.length)]
}
