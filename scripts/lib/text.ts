const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u3000-\u303F“”‘’—…·]/

/** Several lines as one: broken Chinese is joined up, other words keep a space between them. */
export function oneLine(text: string): string {
  return text.trim().replace(/(\S)\s*\n\s*(\S)/g, (_, before: string, after: string) =>
    WIDE.test(before) || WIDE.test(after) ? `${before}${after}` : `${before} ${after}`).replace(/\s+/g, ' ')
}
