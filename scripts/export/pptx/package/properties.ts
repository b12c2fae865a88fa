import type { DeckModel } from '../model.ts'
import { element, NAMESPACES, part, text } from '../xml/element.ts'

/** What the file says of itself. */
export function corePart({ title, author, subject, keywords, lang, date }: DeckModel): string {
  const time = `${date.toISOString().slice(0, 19)}Z`
  const stamp = (name: string): ReturnType<typeof element> =>
    element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, text(time))
  return part(
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:dcmitype': 'http://purl.org/dc/dcmitype/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      element('dc:title', {}, text(title)),
      element('dc:subject', {}, text(subject)),
      element('dc:creator', {}, text(author)),
      element('cp:keywords', {}, text(keywords.join('、'))),
      element('dc:language', {}, text(lang)),
      element('cp:lastModifiedBy', {}, text('Huibao')),
      element('cp:revision', {}, text('1')),
      stamp('created'),
      stamp('modified'),
    ),
  )
}

/** What programs list of a file. */
export function appPart(slides: number, notes: number): string {
  return part(
    element(
      'Properties',
      { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
      element('TotalTime', {}, text('0')),
      element('Application', {}, text('Microsoft Office PowerPoint')),
      element('Slides', {}, text(String(slides))),
      element('Notes', {}, text(String(notes))),
      element('HiddenSlides', {}, text('0')),
      element('AppVersion', {}, text('16.0000')),
    ),
  )
}

/** How it is shown: nothing of its own. */
export function presentationPropertiesPart(): string {
  return part(element('p:presentationPr', NAMESPACES))
}

/** How it was last worked on: nothing of its own. */
export function viewPropertiesPart(): string {
  return part(element('p:viewPr', NAMESPACES))
}

/** Tables have no style but their own. */
export function tableStylesPart(): string {
  return part(
    element('a:tblStyleLst', { 'xmlns:a': NAMESPACES['xmlns:a'], def: '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}' }),
  )
}
