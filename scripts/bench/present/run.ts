import type { Context } from '../../lib/command.ts'
import { HuibaoError } from '../../../model/errors.ts'
import type { BenchArgs } from '../args.ts'
import { benchPresent, ROW_NAMES, type RowName } from './bench.ts'
import { formatRows } from './format.ts'
import { FULL, QUICK } from './sizes.ts'
import { benchSoak } from './soak.ts'

/** @returns the exit code: 1 where something misses its target */
export async function runPresentBench({ quick, soak, only, json }: BenchArgs, context: Context): Promise<number> {
  const result =
    soak === undefined
      ? await benchPresent({ sizes: quick ? QUICK : FULL, only: namesOf(only) }, context)
      : await benchSoak({ minutes: soak, followers: quick ? 100 : 2_000 }, context)
  if (json) context.print(JSON.stringify(result))
  else formatRows(result).forEach(context.print)
  return result.met ? 0 : 1
}

function namesOf(only: string | undefined): readonly RowName[] {
  if (only === undefined) return ROW_NAMES
  return only.split(',').map(name => {
    const found = ROW_NAMES.find(each => each === name)
    if (found) return found
    throw new HuibaoError(`--only 里不认识的项：${name}`, { hint: `可以写 ${ROW_NAMES.join('、')}。`, exitCode: 2 })
  })
}
