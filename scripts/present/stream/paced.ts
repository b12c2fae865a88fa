/** Passes on what changes faster than a crowd can be told: of what came meanwhile only the last. */
export class Paced<Value> {
  readonly #delay: () => number
  readonly #pass: (value: Value) => void
  #last: Value | undefined
  #timer: NodeJS.Timeout | undefined

  /** @param delay milliseconds for which what comes is gathered */
  constructor(delay: () => number, pass: (value: Value) => void) {
    this.#delay = delay
    this.#pass = pass
  }

  push(value: Value): void {
    this.#last = value
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#pass(this.#last as Value)
    }, this.#delay())
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
