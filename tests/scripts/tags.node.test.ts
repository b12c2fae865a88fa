import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { retagGroups } from '../../scripts/export/tags.ts'
import { countTags, readAlternatives } from './support/pdf.ts'

it('keeps pictures as figures, described or not, and makes groups of what only holds other tags', async () => {
  const document = await PDFDocument.create()
  const tag = (kind: string, held: object, alt?: string) => {
    const dict = document.context.obj({ Type: 'StructElem', S: kind, K: held as never })
    if (alt) dict.set(PDFName.of('Alt'), PDFHexString.fromText(alt))
    return document.context.register(dict)
  }
  const caption = tag('Caption', [3])
  tag('Figure', [tag('Figure', [1], '车间'), caption])
  tag('Figure', [2])
  tag('Figure', [caption], '带说明的图')
  retagGroups(document)
  expect(readAlternatives(document).sort()).toEqual(['', '带说明的图', '车间'])
  expect(countTags(document, 'Div')).toBe(1)
})
