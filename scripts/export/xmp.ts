import { PDFName, type PDFDocument } from '@cantoo/pdf-lib'
import { escapeHtml } from '../../model/escape-html.ts'

/** What a PDF says of itself, as XMP and as its information dictionary. */
export interface DocumentFacts {
  title: string
  author: string
  subject: string
  keywords: readonly string[]
  /** A BCP 47 tag. */
  lang: string
  creator: string
  producer: string
  date: Date
}

/** The facts as an XMP packet. It claims no conformance: see docs/pdf.md. */
export function xmpPacket({ title, author, subject, keywords, lang, creator, producer, date }: DocumentFacts): string {
  const day = date.toISOString().replace(/\.\d+Z$/, 'Z')
  const text = (name: string, value: string): string =>
    value === '' ? '' : `<${name}>${escapeHtml(value)}</${name}>\n`
  const items = (name: string, kind: string, values: readonly string[], attributes = ''): string => {
    const all = values.filter(value => value !== '').map(value => `<rdf:li${attributes}>${escapeHtml(value)}</rdf:li>`)
    return all.length === 0 ? '' : `<${name}><rdf:${kind}>${all.join('')}</rdf:${kind}></${name}>\n`
  }
  const described = [
    text('dc:format', 'application/pdf'),
    items('dc:title', 'Alt', [title], ' xml:lang="x-default"'),
    items('dc:creator', 'Seq', [author]),
    items('dc:description', 'Alt', [subject], ' xml:lang="x-default"'),
    items('dc:subject', 'Bag', keywords),
    items('dc:language', 'Bag', [lang]),
    text('pdf:Keywords', keywords.join(' ')),
    text('pdf:Producer', producer),
    text('xmp:CreatorTool', creator),
    text('xmp:CreateDate', day),
    text('xmp:ModifyDate', day),
    text('xmp:MetadataDate', day),
  ]
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
${described.join('')}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

/** Gives a PDF its XMP, which is read without unpacking. */
export function writeXmp(document: PDFDocument, facts: DocumentFacts): void {
  const { context, catalog } = document
  const stream = context.stream(new TextEncoder().encode(xmpPacket(facts)), { Type: 'Metadata', Subtype: 'XML' })
  catalog.set(PDFName.of('Metadata'), context.register(stream))
}
