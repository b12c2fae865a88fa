import { PDFArray, PDFDict, PDFName, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'

/**
 * Chromium tags an element `figure`, which holds a picture and its caption, or a quote and its speaker, as a figure
 * like the picture itself, and screen readers announce a picture that nobody described. It is a group: what it holds is
 * tagged already. A figure that holds no other tag is a picture, and stays one whether it is described or not.
 */
export function retagGroups(document: PDFDocument): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (isFigure(object) && !object.has(PDFName.of('Alt')) && holdsTags(object))
      object.set(PDFName.of('S'), PDFName.of('Div'))
  }
}

/** Tags of PDF 2.0 that Chromium writes, and what they are in PDF 1.7. */
const ROLES = { Strong: 'Span', Em: 'Span' }

/** Says what tags are that PDF 1.7 does not know. */
export function mapRoles(document: PDFDocument): void {
  const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  root?.set(PDFName.of('RoleMap'), document.context.obj(ROLES))
}

function isFigure(object: PDFObject): object is PDFDict {
  return object instanceof PDFDict && object.get(PDFName.of('S')) === PDFName.of('Figure')
}

function holdsTags(tag: PDFDict): boolean {
  const held = tag.lookup(PDFName.of('K'))
  const all = held instanceof PDFArray ? held.asArray().map((_, index) => held.lookup(index)) : [held]
  return all.some(each => each instanceof PDFDict && each.has(PDFName.of('S')))
}
