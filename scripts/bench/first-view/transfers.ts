/** What a file is to the page that asks for it, in the order of the table. */
export const KINDS = ['document', 'script', 'style', 'font', 'image', 'other'] as const
export type Kind = (typeof KINDS)[number]

/** One file that a page has asked for. */
export interface Transfer {
  /** Path on the site. */
  path: string
  kind: Kind
  /** Bytes of the body as sent, that is after gzip. */
  bytes: number
  /** When it was asked for, in milliseconds since the page was opened. */
  start: number
}

/** Number and bytes of some transfers. */
export interface Sum {
  count: number
  bytes: number
}

const ENDINGS: readonly [RegExp, Kind][] = [
  [/\.m?js$/, 'script'],
  [/\.css$/, 'style'],
  [/\.(?:woff2?|ttf|otf)$/, 'font'],
  [/\.(?:svg|png|jpe?g|webp|avif|gif|ico)$/, 'image'],
  [/(?:\/[^./]*|\.html)$/, 'document'],
]

/** The kind of a file, by its path. */
export function kindOf(path: string): Kind {
  return ENDINGS.find(([ending]) => ending.test(path))?.[1] ?? 'other'
}

/** Transfers that were asked for before a moment: they share the line with what that moment waits for. */
export function askedBefore(transfers: readonly Transfer[], moment: number): Transfer[] {
  return transfers.filter(({ start }) => start <= moment)
}

/** The sum of the transfers of some kinds. */
export function sumOf(transfers: readonly Transfer[], ...kinds: Kind[]): Sum {
  const some = transfers.filter(({ kind }) => kinds.includes(kind))
  return { count: some.length, bytes: some.reduce((sum, { bytes }) => sum + bytes, 0) }
}
