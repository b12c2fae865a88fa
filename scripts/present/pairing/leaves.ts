/** Milliseconds after which a device that does not ask again has closed its dialog. */
const HOLDS = 10_000

interface Leave {
  /** What the owner has said; undefined as long as nothing. */
  answer: boolean | undefined
  /** When it was asked for last, or answered. */
  at: number
}

/** Devices that ask the owner for leave to invite another one, each for as long as it goes on asking. */
export class Leaves {
  readonly #now: () => number
  readonly #leaves = new Map<string, Leave>()

  /** @param now milliseconds since some fixed moment */
  constructor(now: () => number) {
    this.#now = now
  }

  /**
   * Asks for leave. @returns what the owner has said, which holds for this once; undefined where nothing was said yet
   */
  ask(device: string): boolean | undefined {
    const { answer } = this.#find(device) ?? {}
    if (answer === undefined) this.#leaves.set(device, { answer, at: this.#now() })
    else this.#leaves.delete(device)
    return answer
  }

  /** Answers a device. @returns whether it was asking */
  answer(device: string, allow: boolean): boolean {
    if (!this.waiting().includes(device)) return false
    this.#leaves.set(device, { answer: allow, at: this.#now() })
    return true
  }

  forget(device: string): void {
    this.#leaves.delete(device)
  }

  /** The devices that wait for an answer. */
  waiting(): string[] {
    return [...this.#leaves.keys()].filter(device => {
      const leave = this.#find(device)
      return leave !== undefined && leave.answer === undefined
    })
  }

  #find(device: string): Leave | undefined {
    const leave = this.#leaves.get(device)
    if (!leave || this.#now() - leave.at < HOLDS) return leave
    this.#leaves.delete(device)
    return undefined
  }
}
