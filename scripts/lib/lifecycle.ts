import { HuibaoError } from '../../model/errors.ts'

/** The part of `process` that signals come from. */
interface SignalSource {
  on: (signal: Signal, listener: () => void) => unknown
}

/**
 * The signals that end a command: Ctrl-C, a request to stop, and a terminal that was closed; with the customary codes.
 */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
type Signal = keyof typeof EXIT_CODES

/**
 * What has to be undone when a command ends, however it ends: the platform's stack of disposers, which signals dispose
 * of too. Undoing is best effort: what fails is passed over, for the command's own result is what counts.
 */
export class Lifecycle extends AsyncDisposableStack {
  #interrupted = false
  #disposal: Promise<void> | undefined

  /** Whether a signal has ended the command; what fails after that is only an echo of it. */
  get interrupted(): boolean {
    return this.#interrupted
  }

  /** Registers what undoes something that has been begun. What begins after the end is undone at once. */
  override defer(undo: () => unknown): void {
    const bestEffort = async (): Promise<void> => {
      try {
        await undo()
      } catch {
        // See above.
      }
    }
    if (this.disposed) void bestEffort()
    else super.defer(bestEffort)
  }

  /**
   * A part of the command that may end before it; `part.move()` lets what it would undo stay.
   * @example await using part = life.part()
   */
  part(): Lifecycle {
    const part = new Lifecycle()
    if (this.disposed) void part.disposeAsync()
    else this.use(part)
    return part
  }

  /** @throws HuibaoError where it has ended: the process may end before what begins now has been undone */
  throwIfEnded(): void {
    if (this.disposed) throw new HuibaoError('命令已经中断')
  }

  /** Undoes everything, the last first; a second call waits for the first, which a signal may have made. */
  override disposeAsync(): Promise<void> {
    return (this.#disposal ??= super.disposeAsync())
  }

  override [Symbol.asyncDispose](): Promise<void> {
    return this.disposeAsync()
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
        void this.disposeAsync().finally(() => exit(EXIT_CODES[signal]))
      })
    }
  }
}
