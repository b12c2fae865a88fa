/** How many may wait before only the last of them counts. */
const MOST = 4

/**
 * Hands things on, one in each turn of the event loop, so that what comes in is read in between. A machine that cannot
 * keep up leaves some out instead of falling ever further behind.
 */
export class Turns<Item> {
  readonly #hand: (item: Item) => void
  #waiting: Item[] = []
  #next: NodeJS.Immediate | undefined

  constructor(hand: (item: Item) => void) {
    this.#hand = hand
  }

  push(item: Item): void {
    this.#waiting.push(item)
    if (this.#waiting.length > MOST) this.#waiting = [item]
    this.#next ??= setImmediate(() => this.#turn())
  }

  stop(): void {
    clearImmediate(this.#next)
    this.#waiting = []
  }

  #turn(): void {
    this.#next = this.#waiting.length > 1 ? setImmediate(() => this.#turn()) : undefined
    const item = this.#waiting.shift()
    if (item !== undefined) this.#hand(item)
  }
}
