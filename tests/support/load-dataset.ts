import type { Dataset } from '../../model/lookup.ts'
import type { DeckSource } from '../../model/source.ts'
import { resolveDataset } from '../../model/dataset.ts'
import { DataError } from '../../model/problems.ts'
import { validate } from '../../model/validate.ts'

/**
 * Validates a deck's data and resolves it.
 * @throws DataError with every problem that was found, each with file and id.
 */
export function loadDataset<Id extends string>(source: DeckSource): Dataset<Id> {
  const problems = validate(source)
  if (problems.length) throw new DataError(problems)
  return resolveDataset<Id>(source)
}
