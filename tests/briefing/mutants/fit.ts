import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { edited, MisfitError, slideWith, ARTICLE, type Original } from './copy.ts'
import type { EquivalentMutant, Mutant } from './mutant.ts'

/**
 * What of a catalogue does not fit the deck any more, in words; empty where all of it does. Edits of the article are
 * not looked at where it is not the written one.
 */
export async function misfits(
  changes: readonly (Mutant | EquivalentMutant)[],
  { root, article }: Original,
): Promise<string[]> {
  const read = async (file: string): Promise<string> =>
    file === ARTICLE ? article : await readFile(path.join(root, file), 'utf8').catch(() => '')
  const found = await Promise.all(
    changes.map(async ({ name, slide, edits }) => {
      const texts = new Map<string, string>()
      try {
        for (const edit of edits) {
          const file = edit.file ?? 'slides.md'
          texts.set(file, await edited(texts.get(file) ?? (await read(file)), edit, name, slide))
        }
        if (
          slide !== undefined &&
          (await slideWith(texts.get('slides.md') ?? (await read('slides.md')), slide)) === undefined
        )
          return [`“${name}”：改过以后“${slide}”不在唯一的一页上`]
        return []
      } catch (error) {
        if (error instanceof MisfitError) return [error.message]
        throw error
      }
    }),
  )
  return found.flat()
}
