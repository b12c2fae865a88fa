import { unzipSync, type UnzipFileFilter } from 'fflate'
import { HuibaoError } from '../../../../model/errors.ts'

/** What a source of an office may be unpacked: bytes, of all parts that are read together. */
export const MOST_UNPACKED = 32 * 2 ** 20

/** How files of older programs begin, and those that a password locks. */
const OLD = [0xd0, 0xcf, 0x11, 0xe0]

/** The parts of an office file that are read, as text by name. */
export type Parts = ReadonlyMap<string, string>

/**
 * Unpacks the parts of an office file that are wanted. What they take unpacked is limited, whatever the file says of
 * itself: a part longer than it says is cut there, and then is no sound XML.
 * @throws HuibaoError where it is no such file, or too large
 */
export function unzip(bytes: Uint8Array, file: string, wanted: (name: string) => boolean, most = MOST_UNPACKED): Parts {
  const parts = unzipBytes(bytes, file, wanted, most)
  return new Map([...parts].map(([name, part]) => [name, new TextDecoder().decode(part)]))
}

/** As `unzip`, for files whose parts are not all text. */
export function unzipBytes(
  bytes: Uint8Array,
  file: string,
  wanted: (name: string) => boolean,
  most = MOST_UNPACKED,
): ReadonlyMap<string, Uint8Array> {
  let size = 0
  const filter: UnzipFileFilter = ({ name, originalSize }) => {
    if (!wanted(name)) return false
    size += originalSize
    return size <= most
  }
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(bytes, { filter })
  } catch (cause) {
    const isOld = OLD.every((byte, index) => bytes[index] === byte)
    throw unreadable(file, isOld ? '加了密码，或是旧的 .doc、.xls 改的名' : '不是 Office 文件，或者坏了', cause)
  }
  if (size > most) throw unreadable(file, `展开后超过 ${Math.round(most / 2 ** 20)} MB`)
  return new Map(Object.entries(parts))
}

/** A file of an office that cannot be read, and why. */
export function unreadable(file: string, reason: string, cause?: unknown): HuibaoError {
  return new HuibaoError(`读不了 ${file}：${reason}`, {
    hint: '请用 Word、Excel 或 WPS 打开它，另存为 docx 或 xlsx；也可以另存为 UTF-8 编码的 txt 或 csv。',
    exitCode: 2,
    cause,
  })
}
