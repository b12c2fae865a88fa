/** One thing in the deck that is wrong, for those who write it. */
export interface DeckProblem {
  /** File relative to the deck, with `/`. */
  file: string
  /** From 1; none for files that have no lines. */
  line?: number
  /** Number of the slide as shown, from 1; none for what is not on a slide. */
  slide?: number
  message: string
}

/** Thrown when a deck must not be built. Its message is all that is printed: a stack would bury it. */
export class DeckError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'DeckError'
    this.stack = message
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `\n${this.message}\n`
  }
}

/** The message that lists all problems of a deck, or of what `subject` calls. */
export function problemsMessage(problems: readonly DeckProblem[], subject = '幻灯片'): string {
  return `${subject}有 ${problems.length} 处问题，改好后再生成：\n${problems.map(problemLine).join('\n')}`
}

/** A problem on one line: where, then what and what to do. */
export function problemLine({ file, line, slide, message }: DeckProblem): string {
  return `  ${file}${line === undefined ? '' : `:${line}`}${slide === undefined ? '' : `（第 ${slide} 页）`}  ${message}`
}
