/** Undoes what has been begun: a process started, a folder half written. */
export type Disposer = () => unknown

/** The part of `process` that signals come from. */
export interface SignalSource {
  on: (signal: Signal, listener: () => void) => unknown
}

/**
 * The signals that end a command: Ctrl-C, a request to stop, and a terminal that was closed; with the customary codes.
 */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
type Signal = keyof typeof EXIT_CODES

/**
 * What has to be undone when a command ends, however it ends. Disposers run in reverse order, each at most once,
 * and a disposer that fails does not keep the others from running.
 */
export class Lifecycle {
  readonly #disposers = new Set<Disposer>()
  #interrupted = false
  #closed = false

  /** Whether a signal has ended the command; what fails after that is only an echo of it. */
  get interrupted(): boolean {
    return this.#interrupted
  }

  /**
   * Registers a disposer. What begins after the command has ended is undone at once.
   * @returns a function that runs the disposer early, or forgets it when called with `false`
   */
  defer(disposer: Disposer): (run?: boolean) => Promise<void> {
    this.#disposers.add(disposer)
    if (this.#closed) void this.#run(disposer)
    return async (run = true) => {
      if (run) await this.#run(disposer)
      else this.#disposers.delete(disposer)
    }
  }

  async dispose(): Promise<void> {
    this.#closed = true
    for (const disposer of [...this.#disposers].reverse()) await this.#run(disposer)
  }

  /**
   * Disposes of everything on the first signal, then calls `exit` with the customary code. Later signals change
   * nothing: a hand that stays on Ctrl-C must not cut the tidying short.
   */
  listen(source: SignalSource, exit: (code: number) => void): void {
    for (const signal of Object.keys(EXIT_CODES) as Signal[]) {
      source.on(signal, () => {
        if (this.#interrupted) return
        this.#interrupted = true
        void this.dispose().finally(() => exit(EXIT_CODES[signal]))
      })
    }
  }

  async #run(disposer: Disposer): Promise<void> {
    if (!this.#disposers.delete(disposer)) return
    try {
      await disposer()
    } catch {
      // Undoing is best effort: the command's own result is what counts.
    }
  }
}
