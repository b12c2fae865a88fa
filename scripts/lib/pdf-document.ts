import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'
import { writePdf } from './pdf-writer.ts'

/** Opens a PDF that was printed, to finish it: without pauses, which take longer than the work itself. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
}

/** The bytes of a PDF that is finished. */
export async function savePdf(document: PDFDocument): Promise<Uint8Array> {
  await document.flush()
  return writePdf(document.context)
}
