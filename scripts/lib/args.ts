import { parseArgs, type ParseArgsConfig } from 'node:util'
import { codeOf, HuibaoError } from '../../model/errors.ts'

/**
 * `util.parseArgs`, strict, with its complaints in Chinese.
 * @throws HuibaoError on an option that does not exist, or lacks its value; `help` names the command that lists them
 */
export function parseOptions<T extends ParseArgsConfig>(config: T, help: string): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config)
  } catch (error) {
    const option = error instanceof Error ? /'(-[^' ]*)/.exec(error.message)?.[1] : undefined
    const wanting = codeOf(error) === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' ? '后面要写一个值' : ''
    throw new HuibaoError(`命令的参数不对：${option ?? '无法识别'}${wanting && ` ${wanting}`}`, {
      hint: `可用的参数见 ${help}`,
      exitCode: 2,
      cause: error,
    })
  }
}
