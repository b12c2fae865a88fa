import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Finding } from '../../../scripts/check/finding.ts'
import { MisfitError, slideNumbers } from './copy.ts'
import type { Mutant } from './mutant.ts'

/** Where in a copy a mutant has to be found. */
export interface ExpectedPlace {
  /** Number of the slide; 0 for what stands on none. */
  slide: number
  /** `file`, `file:line`, or undefined for the deck as a whole. */
  where: string | undefined
}

/** Where a mutant has to be found in a copy that it has been applied to. */
export async function expectedPlace(folder: string, { name, slide, at, edits }: Mutant): Promise<ExpectedPlace> {
  if (slide !== undefined) {
    const no = (await slideNumbers(folder))(slide)
    if (no === undefined) throw new MisfitError(name, `改过以后“${slide}”不在唯一的一页上`)
    return { slide: no, where: undefined }
  }
  if (at === '') return { slide: 0, where: undefined }
  const [file = '', words] = at === undefined ? [edits[0]?.file ?? 'slides.md', edits[0]?.put] : at.split('#')
  if (words === undefined) return { slide: 0, where: file }
  const text = await readFile(path.join(folder, file), 'utf8')
  const found = text.indexOf(words)
  if (found < 0) throw new MisfitError(name, `改过以后 ${file} 里没有“${words}”`)
  return { slide: 0, where: `${file}:${text.slice(0, found).split('\n').length}` }
}

/** Whether a finding is in a place. */
export function isAt({ slide, where }: Pick<Finding, 'slide' | 'where'>, place: ExpectedPlace): boolean {
  if (place.slide > 0) return slide === place.slide
  if (slide > 0) return false
  return place.where === undefined
    ? where === undefined
    : where === place.where || (!place.where.includes(':') && where?.split(':')[0] === place.where)
}

/** All that a finding says of what is wrong. */
export function toldBy({ element, text, measured, expected }: Finding): string {
  return [element, text, measured, expected].join(' ')
}

/** The finding by which a mutant is found: of its rule, in its place, with its fault in words, and with what to do. */
export function killer(
  findings: readonly Finding[],
  { rule, tells }: Mutant,
  place: ExpectedPlace,
): Finding | undefined {
  return findings.find(finding => finding.rule === rule && isAt(finding, place) && tells.test(toldBy(finding)))
}

/** What to do begins with a verb that asks for it, and is Chinese. */
export function isAdvice({ advice }: Pick<Finding, 'advice'>): boolean {
  return /\p{Script=Han}/u.test(advice) && /请|核对|运行|一律|没有/.test(advice)
}
