import { HuibaoError } from '../../../../model/errors.ts'
import { readRelationships, type Relationship } from '../../../export/pptx/package/relationships.ts'
import { unzipBytes } from '../../../lib/facts/office/unzip.ts'
import { unreadableExport } from '../unreadable.ts'
import { readXml, type Element } from '../../../lib/facts/office/xml.ts'

/** Bytes that the parts of a presentation may take unpacked: they may hold pictures. */
const MOST_UNPACKED = 512 * 2 ** 20

/** What an encrypted file begins with, and what Office wrote before 2007. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

/** The parts of an Office file. */
export interface OfficePackage {
  names: readonly string[]
  has: (name: string) => boolean
  /** @throws HuibaoError where it is not there */
  bytes: (name: string) => Uint8Array
  /** @throws HuibaoError where it is not there, or no sound XML */
  xml: (name: string) => Element
  /** What a part refers to; the file itself is called ''. */
  references: (name: string) => readonly Relationship[]
}

/**
 * Opens an Office file.
 * @param file for messages
 * @throws HuibaoError where it is none, is encrypted or too large
 */
export function openPackage(file: string, content: Uint8Array): OfficePackage {
  if (COMPOUND.every((byte, index) => content[index] === byte))
    throw unreadableExport(file, '它加了密，或者是 2007 年以前的格式')
  const attempt = <T>(action: () => T): T => {
    try {
      return action()
    } catch (error) {
      if (!(error instanceof HuibaoError)) throw error
      throw unreadableExport(file, error.message.replace(/^.*?：/, ''), error)
    }
  }
  const parts = attempt(() => unzipBytes(content, file, name => !name.endsWith('/'), MOST_UNPACKED))
  const bytes = (name: string): Uint8Array => {
    const part = parts.get(name)
    if (!part) throw unreadableExport(file, `里面缺了 ${name}`)
    return part
  }
  const xml = (name: string): Element => attempt(() => readXml(new TextDecoder().decode(bytes(name)), file))
  return {
    names: [...parts.keys()],
    has: name => parts.has(name),
    bytes,
    xml,
    references(owner) {
      const slash = owner.lastIndexOf('/') + 1
      const name = `${owner.slice(0, slash)}_rels/${owner.slice(slash)}.rels`
      if (!parts.has(name)) return []
      return readRelationships(xml(name), owner)
    },
  }
}
