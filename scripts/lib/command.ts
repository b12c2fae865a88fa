import process from 'node:process'
import { createInterface } from 'node:readline'
import { codeOf, HuibaoError, messageOf } from '../../model/errors.ts'
import { Lifecycle } from './lifecycle.ts'
import { createLog, type Log } from './log.ts'
import { currentHost, type Host } from './platform.ts'
import { placeOf, refusalOf } from './system-errors.ts'

/** The effects a command works with. */
export interface Context {
  /** The folder that holds `slides.md`: an absolute path. */
  root: string
  args: string[]
  host: Host
  log: Log
  life: Lifecycle
  /** Writes a line of the command's result to standard output. */
  print: (line: string) => void
  /** The lines of standard input. */
  lines: () => AsyncIterable<string>
  /** Milliseconds since some fixed moment. */
  now: () => number
  /** The date that is written into files. */
  date: () => Date
}

/**
 * Runs a command of Huibao in the working folder, and turns what it throws into a message and an exit code.
 * @param args what is typed behind its name
 * @param command resolves to its exit code, or to nothing where that is 0
 */
export async function runCommand(
  args: readonly string[],
  command: (context: Context) => Promise<number | void>,
): Promise<void> {
  const life = new Lifecycle()
  const log = createLog(process.stderr)
  life.listen(process, code => process.exit(code))
  // A reader that has seen enough, such as head, closes the pipe: that is no fault of the command.
  process.stdout.on('error', error => process.exit(codeOf(error) === 'EPIPE' ? 0 : 1))
  try {
    process.exitCode =
      (await command({
        root: process.cwd(),
        args: [...args],
        host: currentHost(),
        log,
        life,
        print: line => void process.stdout.write(`${line}\n`),
        lines: () => createInterface({ input: process.stdin }),
        now: () => performance.now(),
        date: () => new Date(),
      })) ?? 0
  } catch (error) {
    if (!life.interrupted) process.exitCode = report(error, log)
  }
  await life.disposeAsync()
}

/** Prints an error for people; returns its exit code. */
function report(error: unknown, log: Log): number {
  if (error instanceof HuibaoError) {
    log.error(error.message)
    if (error.hint) log.info(error.hint)
    return error.exitCode
  }
  const refusal = refusalOf(error)
  if (refusal) {
    log.error(`${refusal.reason}：${placeOf(error)}`)
    log.info(refusal.hint)
    return 1
  }
  log.error(`程序出错（这是汇报的缺陷，不是文稿的问题）：${messageOf(error)}`)
  if (error instanceof Error && error.stack) log.info(error.stack)
  return 70
}
