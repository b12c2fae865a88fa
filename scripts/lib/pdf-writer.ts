import { PDFHeader, PDFName, PDFRawStream, PDFRef, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'
import { Buffer } from 'node:buffer'
import { deflateSync } from 'node:zlib'

/* The library's own writer packs fifty objects at a time, leaves pages unpacked, and needs time by the square of the
   number of objects, of which tags are a hundred a slide. */

/** Objects that are packed together. What tags have in common is written once for them. */
const OBJECTS_PER_STREAM = 1000

/**
 * Where an object is: 1, its place in the file and its generation, or 2, the stream that it is packed in and its index
 * there.
 */
type Entry = readonly [kind: number, place: number, index: number]
const FREE: Entry = [0, 0, 0]
const WIDTHS = [1, 4, 2]
const ROW = 7

/**
 * Writes a PDF that is not encrypted, of version 1.7, which PDF/UA-1 stands on. All that is no stream is packed: tags
 * are a third of a printed file.
 */
export function writePdf(context: PDFContext): Uint8Array {
  const objects = context.enumerateIndirectObjects().filter(([, object]) => !isOfFile(object))
  const file = new FileWriter()
  for (const [ref, object] of objects) if (isApart(ref, object)) file.add(ref, bytesOf(object))
  const packed = objects.filter(([ref, object]) => !isApart(ref, object))
  let next = context.largestObjectNumber + 1
  for (let start = 0; start < packed.length; start += OBJECTS_PER_STREAM)
    file.pack(PDFRef.of(next++), context, packed.slice(start, start + OBJECTS_PER_STREAM))
  return file.end(PDFRef.of(next), context)
}

/** What says where objects are in the file that was read. */
function isOfFile(object: PDFObject): boolean {
  return object instanceof PDFRawStream && /^\/(?:XRef|ObjStm)$/.test(String(object.dict.get(PDFName.of('Type'))))
}

function isApart({ generationNumber }: PDFRef, object: PDFObject): boolean {
  return object instanceof PDFStream || generationNumber !== 0
}

class FileWriter {
  readonly #parts: Uint8Array[] = [bytesOf(PDFHeader.forVersion(1, 7)), Buffer.from('\n')]
  readonly #entries: (Entry | undefined)[] = [FREE]
  #size = this.#parts.reduce((sum, { length }) => sum + length, 0)

  add({ objectNumber, generationNumber }: PDFRef, body: Uint8Array): void {
    this.#entries[objectNumber] = [1, this.#size, generationNumber]
    this.#write(Buffer.from(`${objectNumber} ${generationNumber} obj\n`), body, Buffer.from('\nendobj\n'))
  }

  pack(ref: PDFRef, context: PDFContext, objects: readonly [PDFRef, PDFObject][]): void {
    let places = ''
    let bodies = ''
    objects.forEach(([{ objectNumber }, object], index) => {
      this.#entries[objectNumber] = [2, ref.objectNumber, index]
      places += `${objectNumber} ${bodies.length} `
      bodies += `${String(object)}\n`
    })
    const dict = { Type: 'ObjStm', N: objects.length, First: places.length }
    this.add(ref, bytesOf(deflated(context, Buffer.from(places + bodies, 'latin1'), dict)))
  }

  /** Writes where all objects are, in a stream that is the last of them. */
  end(ref: PDFRef, context: PDFContext): Uint8Array {
    const start = this.#size
    this.#entries[ref.objectNumber] = [1, start, 0]
    const { Root, Info, ID } = context.trailerInfo
    // Each row but for what the one before it has: objects of one stream differ by one.
    const DecodeParms = { Predictor: 12, Columns: ROW }
    const dict = { Type: 'XRef', Size: this.#entries.length, W: WIDTHS, Root, Info, ID, DecodeParms }
    this.add(ref, bytesOf(deflated(context, differences(rowsOf(this.#entries)), dict)))
    this.#write(Buffer.from(`startxref\n${start}\n%%EOF\n`))
    return Buffer.concat(this.#parts, this.#size)
  }

  #write(...parts: Uint8Array[]): void {
    this.#parts.push(...parts)
    for (const { length } of parts) this.#size += length
  }
}

function rowsOf(entries: readonly (Entry | undefined)[]): Buffer[] {
  return Array.from(entries, entry => {
    const [kind, place, index] = entry ?? FREE
    const row = Buffer.alloc(ROW)
    row.writeUInt8(kind)
    row.writeUInt32BE(place, 1)
    row.writeUInt16BE(index, 5)
    return row
  })
}

/** Rows as PNG has them that are told by the row above. */
function differences(rows: readonly Buffer[]): Buffer {
  const UP = 2
  return Buffer.concat(
    rows.map((row, index) => Buffer.from([UP, ...row.map((byte, at) => byte - (rows[index - 1]?.[at] ?? 0))])),
  )
}

function deflated(context: PDFContext, bytes: Uint8Array, dict: Parameters<PDFContext['stream']>[1]): PDFRawStream {
  return context.stream(deflateSync(bytes, { level: 9 }), { ...dict, Filter: 'FlateDecode' })
}

function bytesOf(written: Pick<PDFObject, 'sizeInBytes' | 'copyBytesInto'>): Uint8Array {
  const bytes = new Uint8Array(written.sizeInBytes())
  written.copyBytesInto(bytes, 0)
  return bytes
}
