/** Shares out something of which there is a limited number, so that no network takes all of it. */
export class Shares {
  readonly #most: number
  readonly #taken = new Map<string, number>()
  #all = 0

  /** @param most how many there are; a network has half of them at the most */
  constructor(most: number) {
    this.#most = most
  }

  /** Takes one. @returns what gives it back; undefined where there is none for this network */
  take(network: string): (() => void) | undefined {
    const own = this.#taken.get(network) ?? 0
    if (this.#all >= this.#most || own >= this.#most / 2) return undefined
    this.#add(network, 1)
    return () => this.#add(network, -1)
  }

  #add(network: string, by: number): void {
    this.#all += by
    const own = (this.#taken.get(network) ?? 0) + by
    if (own > 0) this.#taken.set(network, own)
    else this.#taken.delete(network)
  }
}
