import { HuibaoError } from '../../../../model/errors.ts'
import { unzipBytes } from '../../../lib/facts/office/unzip.ts'
import { readXml, type Element } from '../../../lib/facts/office/xml.ts'

/** Bytes that the parts of a template may take unpacked: they may hold pictures. */
const MOST_UNPACKED = 256 * 2 ** 20

/** What an encrypted file begins with, and what Office wrote before 2007. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

/** The parts of a presentation that somebody made. */
export interface ForeignParts {
  bytes: ReadonlyMap<string, Uint8Array>
  /** @throws HuibaoError where there is no such part, or it is no sound XML */
  xml: (name: string) => Element
}

/**
 * Opens a presentation.
 * @param file for messages
 * @throws HuibaoError where it is none, is encrypted or too large
 */
export function openForeign(file: string, content: Uint8Array): ForeignParts {
  if (COMPOUND.every((byte, index) => content[index] === byte))
    throw refused(file, '它加了密，或者是 2007 年以前的 .ppt 格式')
  const bytes = attempt(file, () => unzipBytes(content, file, isPart, MOST_UNPACKED))
  const known = new Map<string, Element>()
  return {
    bytes,
    xml(name) {
      const part = bytes.get(name)
      if (!part) throw refused(file, `里面缺了 ${name}`)
      let root = known.get(name)
      if (!root) {
        root = attempt(file, () => readXml(new TextDecoder().decode(part), file))
        known.set(name, root)
      }
      return root
    },
  }
}

/** Names of folders that lead elsewhere are nobody's. */
function isPart(name: string): boolean {
  return !name.endsWith('/') && !name.startsWith('/') && !name.split('/').includes('..')
}

/** A presentation that is of no use, and why. */
export function refused(file: string, reason: string, cause?: unknown): HuibaoError {
  return new HuibaoError(`用不了模板 ${file}：${reason}`, {
    hint: '请用 PowerPoint 或 WPS 打开它，去掉密码，另存为 pptx。',
    exitCode: 2,
    cause,
  })
}

function attempt<T>(file: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    if (!(error instanceof HuibaoError)) throw error
    throw refused(file, error.message.replace(/^.*?：/, ''), error)
  }
}
