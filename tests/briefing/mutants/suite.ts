import { launchBrowser } from '../../../scripts/browser/launch.ts'
import type { Context } from '../../../scripts/lib/command.ts'
import { HuibaoError } from '../../../model/errors.ts'
import { withProgress } from '../../../scripts/lib/progress.ts'
import type { MutantArgs } from './args.ts'
import { misfits } from './fit.ts'
import { readOriginal } from './original.ts'
import type { MutantReport } from './report.ts'
import { runEquivalents, runMutants } from './run.ts'

/**
 * Tries mutants and equivalent mutants on copies of the deck in the working folder.
 * @throws HuibaoError where that itself does not pass
 */
export async function runSuite(
  { mutants, equivalents, alone }: Pick<MutantArgs, 'mutants' | 'equivalents' | 'alone'>,
  context: Context,
): Promise<MutantReport> {
  const { root, host, life, log } = context
  const start = context.now()
  let launched: ReturnType<typeof launchBrowser> | undefined
  const gate = { context, browser: () => (launched ??= launchBrowser({ host, life, log })) }
  const original = await readOriginal(root, host.env.HUIBAO_SOURCE, gate)
  const unfit = await misfits([...mutants, ...equivalents], original)
  if (unfit.length > 0)
    throw new HuibaoError(`有些改动已经放不进文稿：\n  ${unfit.join('\n  ')}`, {
      hint: '文稿改过以后，请照着改 tests/briefing/mutants/catalogue/ 里的这几条。',
    })
  return withProgress({ log, life }, '正在故意改错', mutants.length + equivalents.length, async tick => {
    const options = { ...gate, original, alone, tick: () => tick() }
    const outcomes = await runMutants(mutants, options)
    const flagged = equivalents.length > 0 ? await runEquivalents(equivalents, options) : []
    return { outcomes, equivalents: flagged, duration: context.now() - start }
  })
}
