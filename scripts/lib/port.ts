import { HuibaoError } from '../../model/errors.ts'

/** The port that somebody typed; 0 lets the system choose. @throws HuibaoError */
export function portOf(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new HuibaoError(`--port 要写 0 到 65535 之间的整数，而不是“${text}”`, {
    hint: '可用的参数见 --help',
    exitCode: 2,
  })
}
