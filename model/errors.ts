/** What to add to an error beside its message. */
export interface HuibaoErrorOptions {
  /** What the reader should do next: a Chinese sentence, printed on a line of its own. */
  hint?: string
  /** Exit code of the process; 1 unless told. */
  exitCode?: number
  cause?: unknown
}

/**
 * An error that people are meant to read: the message says what is wrong and where, the hint what to do next.
 * Anything else that is thrown is a defect of Huibao and is printed with its stack.
 */
export class HuibaoError extends Error {
  override readonly name = 'HuibaoError'
  readonly hint: string | undefined
  readonly exitCode: number

  constructor(message: string, options: HuibaoErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.hint = options.hint
    this.exitCode = options.exitCode ?? 1
  }
}

/** The text of whatever was thrown, without a stack. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The `code` of a Node error (`ENOENT`, `EBUSY` …), if it has one. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

/** What a file or a folder gives, and something else where it is not there; any other failure stays one. */
export function unlessMissing<Read, Otherwise>(
  reading: Promise<Read>,
  otherwise: Otherwise,
): Promise<Read | Otherwise> {
  return reading.catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return otherwise
    throw error
  })
}
