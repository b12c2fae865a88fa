export interface CoalescingOptions {
  /** How many may wait; one more, and it alone remains. */
  most: number
  /** Milliseconds for which what comes is gathered; without it, each turn of the event loop delivers one item. */
  delay?: () => number
}

/**
 * Delivers items in order, one at a time, and leaves some out where more come than can be delivered: a machine that
 * cannot keep up, or a crowd that cannot be told so fast, falls no further behind. The last item is always delivered.
 */
export class CoalescingQueue<Item> {
  readonly #deliver: (item: Item) => void
  readonly #options: CoalescingOptions
  #waiting: Item[] = []
  #timer: Disposable | undefined

  constructor(deliver: (item: Item) => void, options: CoalescingOptions) {
    this.#deliver = deliver
    this.#options = options
  }

  push(item: Item): void {
    this.#waiting.push(item)
    if (this.#waiting.length > this.#options.most) this.#waiting = [item]
    if (!this.#timer) this.#schedule()
  }

  stop(): void {
    this.#timer?.[Symbol.dispose]()
    this.#waiting = []
  }

  #schedule(): void {
    const { delay } = this.#options
    this.#timer = delay ? setTimeout(() => this.#next(), delay()) : setImmediate(() => this.#next())
  }

  #next(): void {
    const [item] = this.#waiting.splice(0, 1)
    this.#timer = undefined
    if (this.#waiting.length > 0) this.#schedule()
    this.#deliver(item as Item)
  }
}
