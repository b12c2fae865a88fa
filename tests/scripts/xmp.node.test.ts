import type { PDFDict } from '@cantoo/pdf-lib'
import { PDFDocument, PDFArray, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { describeLinks } from '../../scripts/export/link-texts.ts'
import { xmpPacket } from '../../scripts/export/xmp.ts'

describe('XMP', () => {
  const facts = {
    title: '甲 & <乙>',
    author: '丙',
    subject: '',
    keywords: ['丁', '戊'],
    lang: 'zh-CN',
    creator: 'Huibao',
    producer: 'Huibao',
    date: new Date('2031-02-03T04:05:06.789Z'),
  }

  it('says what the deck says, with its characters escaped, and nothing of what it leaves out', () => {
    const packet = xmpPacket(facts)
    expect(packet).toContain('<dc:title><rdf:Alt><rdf:li xml:lang="x-default">甲 &amp; &lt;乙&gt;</rdf:li></rdf:Alt>')
    expect(packet).toContain('<dc:subject><rdf:Bag><rdf:li>丁</rdf:li><rdf:li>戊</rdf:li></rdf:Bag></dc:subject>')
    expect(packet).toContain('<xmp:CreateDate>2031-02-03T04:05:06Z</xmp:CreateDate>')
    expect(packet).not.toContain('dc:description')
  })
})

describe('a link', () => {
  it('says where it leads: a page of the PDF, or an address', async () => {
    const document = await PDFDocument.create()
    const { context, catalog } = document
    const page = document.addPage()
    document.addPage()
    catalog.set(PDFName.of('Dests'), context.obj({ place: [document.getPage(1).ref, 'Fit'] }))
    const inner = context.obj({ Subtype: 'Link', Dest: 'place' })
    const outer = context.obj({ Subtype: 'Link', A: { URI: PDFHexString.fromText('https://甲') } })
    const lost = context.obj({ Subtype: 'Link', Dest: 'nowhere' })
    page.node.set(PDFName.of('Annots'), context.obj([inner, outer, lost]))
    describeLinks(document, index => `第 ${index + 7} 页`)
    const texts = page.node
      .lookup(PDFName.of('Annots'), PDFArray)
      .asArray()
      .map(each => (each as PDFDict).lookupMaybe(PDFName.of('Contents'), PDFHexString)?.decodeText())
    expect(texts).toEqual(['转到第 8 页', '打开 https://甲', undefined])
  })
})
