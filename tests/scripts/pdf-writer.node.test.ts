import { Buffer } from 'node:buffer'
import { PDFDocument, PDFHexString, PDFRawStream, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { openPdf, savePdf } from '../../scripts/lib/pdf-document.ts'

/** All objects of a document but those that say where the others are, as texts. */
function objectsOf({ context }: PDFDocument): Map<string, string> {
  return new Map(
    context
      .enumerateIndirectObjects()
      .filter(([, object]) => !(object instanceof PDFRawStream && /XRef|ObjStm/.test(String(object.dict))))
      .map(([ref, object]) => [String(ref), String(object)]),
  )
}

async function sample(objects: number): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.addPage()
  document.setTitle('样例（一）')
  for (let index = 0; index < objects; index += 1)
    document.context.register(document.context.obj({ S: 'P', K: [index], T: PDFHexString.fromText(`第 ${index} 段`) }))
  document.context.register(document.context.stream('q Q', { Type: 'XObject' }))
  return document
}

it.each([0, 1, 999, 1000, 1001, 2500])('writes %i objects beside a page that are read as they were', async objects => {
  const document = await sample(objects)
  const bytes = await savePdf(document)
  const read = await openPdf(bytes)
  expect(read.getTitle()).toBe('样例（一）')
  expect(objectsOf(read)).toEqual(objectsOf(document))
  // What was read from a packed file is packed anew, and nothing of the old packing stays.
  const again = await openPdf(await savePdf(read))
  expect(objectsOf(again)).toEqual(objectsOf(document))
})

it('keeps strings, deleted objects and generations', async () => {
  const document = await sample(3)
  const { context } = document
  const removed = context.register(context.obj({ A: 1 }))
  context.register(PDFString.of('a\\)\xe9'))
  context.assign(PDFRef.of(context.largestObjectNumber + 1, 2), context.obj({ B: 2 }))
  context.delete(removed)
  const read = await openPdf(await savePdf(document))
  expect(objectsOf(read)).toEqual(objectsOf(document))
  expect(read.context.lookup(removed)).toBe(undefined)
})

it('says that it is of version 1.7, and where its objects are', async () => {
  const text = Buffer.from(await savePdf(await sample(1))).toString('latin1')
  expect(text).toMatch(/^%PDF-1\.7\n/)
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
  expect(text.slice(start)).toMatch(/^\d+ 0 obj\n<<[^]*\/Type \/XRef/)
})
