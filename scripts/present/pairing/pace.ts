/** How many devices are remembered; those that were quiet longest are forgotten first. */
const REMEMBERED = 1_000

interface Bucket {
  left: number
  at: number
}

/** Lets everyone do so much a second on average, and so much at once after a quiet while. */
export class Pace {
  readonly #buckets = new Map<string, Bucket>()
  readonly #rate: number
  readonly #burst: number
  readonly #now: () => number

  /**
   * @param rate how often a second
   * @param burst how often at once
   * @param now milliseconds since some fixed moment
   */
  constructor(rate: number, burst: number, now: () => number) {
    this.#rate = rate
    this.#burst = burst
    this.#now = now
  }

  /** Whether `who` may do it once more; it counts then. */
  allow(who: string): boolean {
    const now = this.#now()
    const { left, at } = this.#buckets.get(who) ?? { left: this.#burst, at: now }
    // A clock that was put back gives nothing.
    const filled = Math.min(this.#burst, left + (Math.max(0, now - at) / 1000) * this.#rate)
    this.#buckets.delete(who)
    this.#buckets.set(who, { left: filled >= 1 ? filled - 1 : filled, at: now })
    if (this.#buckets.size > REMEMBERED) this.#buckets.delete(this.#buckets.keys().next().value!)
    return filled >= 1
  }
}
