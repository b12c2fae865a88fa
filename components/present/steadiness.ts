/** Times in milliseconds. */
export interface Rhythm {
  /** Between two signs of a stream; more is too late. */
  gap: number
  /** For which signs have to come in that rhythm before they count: what is held back comes all at once. */
  proof: number
  /** After the opening, within which the first sign has come as it was sent. */
  prompt: number
}

/**
 * Whether a stream tells things when they happen. Proxies and virus scanners may hold it back, for a while or until it
 * ends, and let its first bytes pass.
 */
export class Steadiness {
  readonly #rhythm: Rhythm
  #opened = 0
  /** When the first sign came of those that came in rhythm. */
  #first: number | undefined
  #last = -Infinity

  constructor(rhythm: Rhythm) {
    this.#rhythm = rhythm
  }

  /** When the last sign came. */
  get last(): number {
    return this.#last
  }

  /** A stream is opened: what an earlier one has proven does not count. */
  open(now: number): void {
    this.#opened = now
    this.#first = undefined
  }

  /** A sign has come. @returns whether it has come as it was sent */
  hear(now: number): boolean {
    const { gap, prompt } = this.#rhythm
    const isPrompt = this.#first === undefined && now - this.#opened <= prompt
    if (this.#first === undefined || now - this.#last >= gap) this.#first = now
    this.#last = now
    return isPrompt || this.isSteady(now)
  }

  isSteady(now: number): boolean {
    const { gap, proof } = this.#rhythm
    return this.#first !== undefined && this.#last - this.#first >= proof && now - this.#last < gap
  }
}
