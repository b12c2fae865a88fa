import cliProgress from 'cli-progress'

/** Where a running step reports how far it is. */
interface Progress {
  /** One more of the total is done. */
  tick: () => void
  stop: () => void
}

/** What a command tells people while it runs. Results go to standard output, everything here to standard error. */
export interface Log {
  info: (line: string) => void
  warn: (line: string) => void
  error: (line: string) => void
  /** A bar on a terminal; one plain line at the start elsewhere. */
  progress: (label: string, total: number) => Progress
}

/** @param stream where to write; a bar is drawn when it is a terminal */
export function createLog(stream: NodeJS.WriteStream): Log {
  const line = (text: string): void => void stream.write(`${text}\n`)
  return {
    info: line,
    warn: text => line(`注意：${text}`),
    error: text => line(`错误：${text}`),
    progress: (label, total) => (stream.isTTY ? bar(stream, label, total) : plain(line, label)),
  }
}

/** A log that says nothing. */
export const silentLog: Log = {
  info: () => {},
  warn: () => {},
  error: () => {},
  progress: () => ({ tick: () => {}, stop: () => {} }),
}

function bar(stream: NodeJS.WriteStream, label: string, total: number): Progress {
  const format = `${label} {bar} {value}/{total}`
  const single = new cliProgress.SingleBar(
    { format, stream, clearOnComplete: true, hideCursor: true },
    cliProgress.Presets.shades_grey,
  )
  single.start(total, 0)
  return { tick: () => single.increment(), stop: () => single.stop() }
}

function plain(line: (text: string) => void, label: string): Progress {
  line(`${label}……`)
  return { tick: () => {}, stop: () => {} }
}
