const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u3000-\u303F“”‘’—…·]/

/** Several lines as one: broken Chinese is joined up, other words keep a space between them. */
export function oneLine(text: string): string {
  return text
    .trim()
    .replace(/(\S)\s*\n\s*(\S)/g, (_, before: string, after: string) =>
      WIDE.test(before) || WIDE.test(after) ? `${before}${after}` : `${before} ${after}`,
    )
    .replace(/\s+/g, ' ')
}

/** An address as people read it: percent signs that are no encoding stay as they are, as in `缺10%.png`. */
export function safeDecode(address: string): string {
  return address.replace(/(?:%[\da-f]{2})+/gi, encoded => {
    try {
      return decodeURI(encoded)
    } catch {
      return encoded
    }
  })
}
