import { HuibaoError } from '../../../model/errors.ts'
import { DataError } from '../../../model/problems.ts'
import type { DeckSource } from '../../../model/source.ts'
import { validate } from '../../../model/validate.ts'
import { editDataFiles } from './edit.ts'

/**
 * The data files that have to change so that a deck's data says `after`, as by `editDataFiles`, where that is in order.
 * @throws HuibaoError with everything that is not; and what `editDataFiles` throws
 */
export async function editSoundData(
  root: string,
  before: DeckSource,
  after: DeckSource,
): Promise<ReadonlyMap<string, string | null>> {
  const problems = validate(after)
  if (problems.length > 0)
    throw new HuibaoError(`写进去的${new DataError(problems).message}`, {
      hint:
        validate(before).length > 0
          ? '什么也没有写。文稿的 data/ 原来就有问题：先运行 npm run check -- facts，改好再来。'
          : '什么也没有写。请在工作簿里改好，或在终端里运行 huibao map，用 s 逐条挑、改名称。',
    })
  return editDataFiles(root, before, after)
}
