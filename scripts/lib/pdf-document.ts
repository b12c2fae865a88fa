import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'

/* Without the pauses that leave a page in a browser responsive, and take longer than the work itself. */

/** Opens a PDF that was printed, to finish it. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
}

/** The bytes of a PDF that is finished. */
export function savePdf(document: PDFDocument): Promise<Uint8Array> {
  return document.save({ objectsPerTick: Infinity })
}
