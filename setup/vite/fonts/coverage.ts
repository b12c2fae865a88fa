import { Blob, Face } from 'harfbuzzjs'

/** Tells whether a font has a glyph for a code point. */
export type Coverage = (codePoint: number) => boolean

/**
 * What a TrueType font has glyphs for, by its Unicode character map.
 * @throws Error where it has glyphs for nothing: the file is no font, or one that is compressed.
 */
export function readCoverage(font: Uint8Array): Coverage {
  const codePoints = new Set(new Face(new Blob(font)).collectUnicodes())
  if (codePoints.size === 0) throw new Error('字体文件没有可用的 Unicode 字符表')
  return codePoint => codePoints.has(codePoint)
}

/** What a font has glyphs for, which is read when it is first asked. */
export function lazyCoverage(read: () => Uint8Array): Coverage {
  let has: Coverage | undefined
  return codePoint => (has ??= readCoverage(read()))(codePoint)
}
