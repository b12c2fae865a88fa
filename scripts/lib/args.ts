import { parseArgs, type ParseArgsConfig } from 'node:util'
import stringWidth from 'string-width'
import { codeOf, HuibaoError } from '../../model/errors.ts'
import type { Context } from './command.ts'

/** An option of a command, as it is parsed and as the help tells of it. */
interface Option {
  type: 'string' | 'boolean'
  default?: string | boolean
  /** Whether it may be given more than once; its values are a list then. */
  multiple?: boolean
  /** What stands behind it in the help, such as `3-7,9`. */
  value?: string
  /** In Chinese; lines after the first stand below it. */
  help: string
}

/** What a command takes. `--help` goes without saying. */
export interface CommandSpec {
  /** Its name, such as `export`. */
  name: string
  /** How it is typed. Default: `npx huibao` and its name. */
  typed?: string
  /** What may stand beside options, such as `[pdf] [png]`. Default: nothing. */
  operands?: string
  /** What it does, in Chinese; may have several paragraphs. */
  about: string
  options: Readonly<Record<string, Option>>
  /** What follows the list of options. */
  more?: string
}

/** A command: what it takes, and what it does. `run` resolves to its exit code, or to nothing where that is 0. */
export interface Command {
  spec: CommandSpec
  run: (context: Context) => Promise<number | void>
}

/**
 * Reads arguments as `util.parseArgs` does, strictly, with its complaints in Chinese.
 * @throws HuibaoError on an option that does not exist, lacks its value, or an operand where the command takes none
 */
export function parseOptions<const Spec extends CommandSpec>(
  spec: Spec,
  args: string[],
): ReturnType<typeof parseArgs<{ options: Spec['options']; allowPositionals: true }>> {
  const config = { args, options: spec.options, allowPositionals: true } satisfies ParseArgsConfig
  try {
    const parsed = parseArgs(config)
    if (spec.operands === undefined && parsed.positionals.length > 0)
      throw new HuibaoError(`命令的参数不对：${parsed.positionals[0]}`, hintOf(spec))
    return parsed as ReturnType<typeof parseOptions<Spec>>
  } catch (error) {
    if (error instanceof HuibaoError) throw error
    const option = error instanceof Error ? /'(-[^' ]*)/.exec(error.message)?.[1] : undefined
    const isSwitch = spec.options[option?.replace(/^--/, '') ?? '']?.type === 'boolean'
    const wanting =
      codeOf(error) === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' ? (isSwitch ? '后面不写值' : '后面要写一个值') : ''
    throw new HuibaoError(`命令的参数不对：${option ?? '无法识别'}${wanting && ` ${wanting}`}`, {
      ...hintOf(spec),
      cause: error,
    })
  }
}

/**
 * The one file that a command is given.
 * @param what with its number, such as 一个工作簿
 * @param example a call, for the hint
 * @throws HuibaoError where there is none, or several
 */
export function onlyFile(positionals: readonly string[], what: string, example: string): string {
  const [file, ...more] = positionals
  if (file !== undefined && more.length === 0) return file
  throw new HuibaoError(file === undefined ? `要写${what}` : `一次只读${what}，写了 ${positionals.length} 个`, {
    hint: `例如 ${example}`,
    exitCode: 2,
  })
}

function hintOf(spec: CommandSpec): { hint: string; exitCode: number } {
  return { hint: `可用的参数见 ${typed(spec)} --help`, exitCode: 2 }
}

function typed({ name, typed = `npx huibao ${name}` }: CommandSpec): string {
  return typed
}

/** Whether somebody asks what a command takes. */
export function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h')
}

/** What `--help` prints. */
export function helpOf(spec: CommandSpec): string {
  const options: [string, string][] = Object.entries(spec.options).map(([name, { value, help }]) => [
    `--${name}${value === undefined ? '' : ` ${value}`}`,
    help,
  ])
  const usage = [typed(spec), spec.operands, '[选项]'].filter(part => part !== undefined).join(' ')
  const parts = [`用法：${usage}`, spec.about, columns([...options, ['--help', '显示这段说明']]), spec.more]
  return parts.filter(part => part !== undefined).join('\n\n')
}

/** Two columns, the second one aligned; widths are those of a terminal, where a Chinese character takes two cells. */
export function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => stringWidth(left)))
  return rows
    .map(([left, right]) => {
      const lines = right.split('\n')
      return lines
        .map(
          (line, index) =>
            `  ${index === 0 ? left + ' '.repeat(width - stringWidth(left)) : ' '.repeat(width)}  ${line}`,
        )
        .join('\n')
    })
    .join('\n')
}
