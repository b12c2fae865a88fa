import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { FACTS_FILE } from '../../model/facts.ts'
import { unlessMissing } from '../../model/errors.ts'

/** The facts that a built site carries; undefined for a deck that has no data. */
export function readFacts(site: string): Promise<Uint8Array | undefined> {
  return unlessMissing(readFile(path.join(site, FACTS_FILE)), undefined)
}
