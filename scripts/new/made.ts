import { parseCheckArgs } from '../check/args.ts'
import { checkDeck } from '../check/check.ts'
import { isNotice, type Finding } from '../check/finding.ts'
import { sourcesOf } from '../../model/sources.ts'
import type { Context } from '../lib/command.ts'
import { draftedContent } from './content.ts'
import type { DeckContent } from './create.ts'
import { draftOf, givenFiles, type SourceOptions } from '../suggest/sources.ts'

/** A deck that is made from files, and what is to be said of it when it is there. */
export interface MadeDeck {
  content: DeckContent
  /** What asks for a person, in Chinese, a line each. */
  told: () => readonly string[]
}

/**
 * Makes a deck from files: their data, slides drafted from it, and the files themselves, remembered as they are.
 * @param paths relative to the folder in which they are typed
 * @throws HuibaoError where a file cannot be read, or what is in it
 */
export async function madeFrom(
  paths: readonly string[],
  context: Context,
  options: SourceOptions = {},
): Promise<MadeDeck> {
  const files = await givenFiles(context.root, paths)
  const { draft, sources, told } = await draftOf(files, options)
  const isAtHand = sourcesOf(draft.source).every(({ file }) => file !== undefined && sources.includes(file))
  const accepted = sources.length > 0 && isAtHand ? ['--accept-source'] : []
  const content = await draftedContent(draft, files)
  let findings: readonly Finding[] = []
  return {
    content: {
      ...content,
      async finish(folder) {
        const given = sources.flatMap(name => ['--source', name])
        const args = parseCheckArgs(['facts', ...given, ...accepted])
        findings = (await checkDeck(args, { ...context, root: folder })).findings
      },
    },
    told() {
      const faults = findings.filter(finding => !isNotice(finding)).length
      const doubts = findings.length - faults
      return [
        ...told,
        ...(faults > 0 ? [`数据里有 ${faults} 处问题要改`] : []),
        ...(doubts > 0 ? [`数据里有 ${doubts} 处待核`] : []),
        ...(findings.length > 0 ? ['逐处列出：装好以后运行 npm run check -- facts'] : []),
      ]
    },
  }
}
