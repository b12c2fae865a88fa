/** Tells whether a font has a glyph for a code point. */
export type Coverage = (codePoint: number) => boolean

const UNICODE_ENCODINGS = ['0/3', '0/4', '0/6', '3/1', '3/10']

function cmapOffset(font: Buffer): number {
  const count = font.readUInt16BE(4)
  for (let record = 12; record < 12 + count * 16; record += 16) {
    if (font.toString('latin1', record, record + 4) === 'cmap') return font.readUInt32BE(record + 8)
  }
  throw new Error('字体文件没有 cmap 表')
}

/** Segments with a start, an end, and whether a character in them has a glyph. */
function format4(font: Buffer, at: number): Coverage {
  const count = font.readUInt16BE(at + 6) / 2
  const ends = at + 14
  const starts = ends + count * 2 + 2
  return code => {
    for (let i = 0; i < count; i++) {
      if (code > font.readUInt16BE(ends + i * 2)) continue
      const start = font.readUInt16BE(starts + i * 2)
      if (code < start) return false
      const delta = font.readUInt16BE(starts + (count + i) * 2)
      const rangeAt = starts + (2 * count + i) * 2
      const range = font.readUInt16BE(rangeAt)
      const glyph = range ? font.readUInt16BE(rangeAt + range + (code - start) * 2) : code
      return glyph !== 0 && ((glyph + delta) & 0xffff) !== 0
    }
    return false
  }
}

/** Groups of consecutive characters, in order. */
function format12(font: Buffer, at: number): Coverage {
  const count = font.readUInt32BE(at + 12)
  return code => {
    let low = 0
    let high = count - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const group = at + 16 + middle * 12
      const start = font.readUInt32BE(group)
      if (code < start) high = middle - 1
      else if (code > font.readUInt32BE(group + 4)) low = middle + 1
      else return font.readUInt32BE(group + 8) + code - start !== 0
    }
    return false
  }
}

/**
 * The coverage of a TrueType font by its Unicode character map, formats 4 and 12.
 * @throws Error where the file has no such map.
 */
export function readCoverage(font: Buffer): Coverage {
  const cmap = cmapOffset(font)
  const tables: Coverage[] = []
  for (let record = cmap + 4; record < cmap + 4 + font.readUInt16BE(cmap + 2) * 8; record += 8) {
    const encoding = `${font.readUInt16BE(record)}/${font.readUInt16BE(record + 2)}`
    const at = cmap + font.readUInt32BE(record + 4)
    const format = font.readUInt16BE(at)
    if (UNICODE_ENCODINGS.includes(encoding) && (format === 4 || format === 12))
      tables.push(format === 4 ? format4(font, at) : format12(font, at))
  }
  if (!tables.length) throw new Error('字体文件没有可用的 Unicode 字符表')
  return code => tables.some(has => has(code))
}
