import { AFRelationship, type PDFDocument } from '@cantoo/pdf-lib'
import { FACTS_FILE } from '../../model/facts.ts'

/** Attaches a deck's facts to its PDF: as data that the document as a whole was made from. */
export async function attachFacts(document: PDFDocument, facts: Uint8Array): Promise<void> {
  await document.attach(facts, FACTS_FILE, {
    mimeType: 'application/json',
    description: '数据依据：各个数据的数值、口径、时段、出处和所在页',
    afRelationship: AFRelationship.Data,
  })
}
