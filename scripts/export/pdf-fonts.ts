import { PDFDict, PDFName, PDFStream, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'

/** A font of a PDF, as one of its pages uses it. */
export interface PdfFont {
  /** Index of the page. */
  page: number
  name: string
  /** `Type0` for a CID font, `Type3` for glyphs that are mere drawings. */
  subtype: string
  /** What a `Type0` font is made of: `CIDFontType2` is TrueType. */
  descendant: string | undefined
}

/** The fonts that each page of a PDF uses, those within its form objects included. */
export function listPdfFonts(document: PDFDocument): PdfFont[] {
  return document.getPages().flatMap((page, index) => {
    const fonts: PdfFont[] = []
    const seen = new Set<PDFDict>()
    const visit = (resources: PDFObject | undefined): void => {
      if (!(resources instanceof PDFDict) || seen.has(resources)) return
      seen.add(resources)
      for (const font of entries(resources.lookup(PDFName.of('Font')))) {
        if (font instanceof PDFDict) fonts.push(describe(font, index))
      }
      for (const kind of ['XObject', 'Pattern']) {
        for (const form of entries(resources.lookup(PDFName.of(kind)))) {
          if (form instanceof PDFStream) visit(form.dict.lookup(PDFName.of('Resources')))
        }
      }
    }
    visit(page.node.Resources())
    return fonts
  })
}

function describe(font: PDFDict, page: number): PdfFont {
  const descendants = font.lookup(PDFName.of('DescendantFonts'))
  const descendant = entries(descendants)[0]
  return {
    page,
    name: nameOf(font, 'BaseFont') ?? '',
    subtype: nameOf(font, 'Subtype') ?? '',
    descendant: descendant instanceof PDFDict ? nameOf(descendant, 'Subtype') : undefined,
  }
}

function nameOf(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : undefined
}

function entries(object: PDFObject | undefined): (PDFObject | undefined)[] {
  if (object instanceof PDFDict) return object.keys().map(key => object.lookup(key))
  const array = object as { size?: () => number; lookup?: (index: number) => PDFObject } | undefined
  if (!array?.size || !array.lookup) return []
  return Array.from({ length: array.size() }, (_, index) => array.lookup!(index))
}
