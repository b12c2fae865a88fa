/** How many addresses are remembered; the oldest are forgotten first, so that memory has a bound. */
const REMEMBERED = 10_000

/** Allows so many attempts an address in a span of time. */
export class Limiter {
  readonly #attempts = new Map<string, number[]>()
  readonly #most: number
  readonly #span: number
  readonly #now: () => number

  /**
   * @param most attempts allowed within `span`
   * @param span milliseconds
   * @param now milliseconds since some fixed moment
   */
  constructor(most: number, span: number, now: () => number) {
    this.#most = most
    this.#span = span
    this.#now = now
  }

  /** Milliseconds until the next attempt is allowed: 0 where it is allowed now. */
  wait(address: string): number {
    const recent = this.#recent(address)
    return recent.length < this.#most ? 0 : recent[0]! + this.#span - this.#now()
  }

  /** Counts a failed attempt. */
  count(address: string): void {
    const recent = [...this.#recent(address), this.#now()]
    this.#attempts.delete(address)
    this.#attempts.set(address, recent.slice(-this.#most))
    if (this.#attempts.size > REMEMBERED) this.#attempts.delete(this.#attempts.keys().next().value!)
  }

  #recent(address: string): number[] {
    const now = this.#now()
    // What lies ahead was counted before the clock was put back.
    return (this.#attempts.get(address) ?? []).filter(at => at > now - this.#span && at <= now)
  }
}
