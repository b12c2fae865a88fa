/** What a follower hears: a revision, or a page of Slidev's. */
export interface Heard {
  kind: 'state' | 'beat' | 'other'
  epoch: number
  rev: number
  page: number
}

/** Takes bytes apart as they come; what is not complete waits for the rest. */
export interface Parser {
  feed: (chunk: Buffer) => readonly Heard[]
}

const NOTHING: readonly Heard[] = []

/** The parser of Server-Sent Events. Whole events that many followers get alike are read once. */
export function createSseParser(shared: Shared): Parser {
  let rest = ''
  return {
    feed: chunk => {
      const whole = rest === '' && chunk.at(-1) === 10 && chunk.at(-2) === 10
      if (whole) return shared.once(chunk, () => parseSse(chunk.toString('utf8')))
      const text = rest + chunk.toString('utf8')
      const end = text.lastIndexOf('\n\n') + 2
      rest = end < 2 ? text : text.slice(end)
      return end < 2 ? NOTHING : parseSse(text.slice(0, end))
    },
  }
}

function parseSse(text: string): Heard[] {
  return text
    .split('\n\n')
    .filter(block => block !== '')
    .map(block => {
      const name = /^event: (\w+)/.exec(block)?.[1]
      return {
        kind: name === 'state' || name === 'beat' ? name : 'other',
        epoch: numberOf(block, 'epoch'),
        rev: numberOf(block, 'rev'),
        page: numberOf(block, 'page'),
      }
    })
}

/** The parser of what Vite's server sends over its WebSocket: a page that Slidev syncs counts as the revision. */
export function createViteParser(shared: Shared): Parser {
  let rest = Buffer.alloc(0)
  return {
    feed: chunk => {
      if (rest.length === 0 && frameEnd(chunk, 0) === chunk.length)
        return shared.once(chunk, () => [viteFrame(chunk, 0)])
      const bytes = Buffer.concat([rest, chunk])
      const heard: Heard[] = []
      let start = 0
      for (let end = frameEnd(bytes, start); end !== undefined && end <= bytes.length; end = frameEnd(bytes, start)) {
        heard.push(viteFrame(bytes, start))
        start = end
      }
      rest = bytes.subarray(start)
      return heard
    },
  }
}

/** Where a frame of a server ends that begins at `start`; undefined where its head is not complete. */
function frameEnd(bytes: Buffer, start: number): number | undefined {
  const length = bytes[start + 1]
  if (length === undefined) return undefined
  if (length < 126) return start + 2 + length
  if (length === 126) return bytes.length < start + 4 ? undefined : start + 4 + bytes.readUInt16BE(start + 2)
  return bytes.length < start + 10 ? undefined : start + 10 + Number(bytes.readBigUInt64BE(start + 2))
}

function viteFrame(bytes: Buffer, start: number): Heard {
  const text = bytes.toString('utf8', start, frameEnd(bytes, start))
  const synced = text.includes('"vue-server-ref"')
  return { kind: synced ? 'state' : 'other', epoch: 0, rev: numberOf(text, 'page'), page: numberOf(text, 'page') }
}

function numberOf(text: string, name: string): number {
  return Number(new RegExp(`"${name}":(\\d+)`).exec(text)?.[1] ?? Number.NaN)
}

/** Remembers what the last bytes meant: a crowd gets the same ones thousands of times. */
export class Shared {
  #bytes = Buffer.alloc(0)
  #heard: readonly Heard[] = NOTHING

  once(bytes: Buffer, parse: () => readonly Heard[]): readonly Heard[] {
    if (!bytes.equals(this.#bytes)) {
      this.#heard = parse()
      this.#bytes = Buffer.from(bytes)
    }
    return this.#heard
  }
}
