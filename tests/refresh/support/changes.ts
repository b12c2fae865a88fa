import { parseSpan } from '../../../model/span.ts'
import type { Change } from '../../../scripts/refresh/change.ts'
import { readRefresh } from '../../../scripts/refresh/run.ts'
import { draftedDeck } from '../../cells/support/deck.ts'

export const [NAME, NEXT] = ['云溪区2026年2月月报.xlsx', '云溪区2026年3月月报.xlsx']

/** A change in one line. */
const line = ({ sort, id, label, ref, before, after, warnings }: Change): string =>
  [sort, id || label, ref, `${before}→${after}`, ...warnings.map(text => `!${text}`)].join(' ')

/**
 * What a workbook changes in a deck that was drafted from another one, and what keeps it from being read.
 * @param period the time that a person gives
 */
export async function changes(
  from: Uint8Array,
  to: Uint8Array,
  { name = NEXT, period = '' }: { name?: string; period?: string } = {},
): Promise<string[]> {
  const root = await draftedDeck(from, NAME)
  const read = await readRefresh(root, to, name, parseSpan(period))
  return [
    ...read.problems.map(({ sheet, ref, found, expected }) => `${sheet}!${ref} ${found} → ${expected}`),
    ...read.changes.filter(({ sort, warnings }) => sort !== 'same' || warnings.length > 0).map(line),
  ]
}
