const BOMS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
/** As Excel and others write them: UTF-8, and behind it what covers GBK and GB2312. */
const ENCODINGS = ['utf-8', 'gb18030']

/** A text in any encoding that offices use, without a byte order mark; `undefined` where it is none: a picture. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const marked = BOMS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  for (const encoding of marked ? [marked[0]] : ENCODINGS) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return text.includes('\0') ? undefined : text
    } catch {
      // The next one may fit.
    }
  }
  return undefined
}
