import { DEFAULT_SKIN, skinIds } from '../../styles/skin.ts'
import type { SkinId } from '../../styles/tokens.ts'
import { ASPECTS, skinName, type Aspect } from '../lib/look.ts'

/** How a picture is drawn. */
export interface ShotLook {
  skin: SkinId
  aspect: Aspect
}

/** Slides that are drawn alike. */
export interface ShotGroup {
  look: ShotLook
  /** The slides. */
  numbers: number[]
}

/**
 * What to draw: every slide in the first skin and aspect ratio; in each other skin, and in each other aspect ratio, the
 * first slide of every layout.
 * @param layouts of all slides
 * @param numbers of the slides asked for
 */
export function planShots(layouts: readonly string[], numbers: readonly number[]): ShotGroup[] {
  const [aspect] = ASPECTS
  const samples = numbers.filter(no => layouts.indexOf(layouts[no - 1]!) === no - 1)
  return [
    { look: { skin: DEFAULT_SKIN, aspect }, numbers: [...numbers] },
    ...skinIds.filter(skin => skin !== DEFAULT_SKIN).map(skin => ({ look: { skin, aspect }, numbers: samples })),
    ...ASPECTS.slice(1).map(other => ({ look: { skin: DEFAULT_SKIN, aspect: other }, numbers: samples })),
  ].filter(group => group.numbers.length > 0)
}

/** The file of a picture, such as `05-red-16x9.png`. */
export function shotName(no: number, { skin, aspect }: ShotLook): string {
  return `${String(no).padStart(3, '0')}-${skin}-${aspect.replace(':', 'x')}.png`
}

/** Whether a file is called like a picture of ours. */
export function isShotName(name: string): boolean {
  return /^\d{3,}-[a-z]+-\d+x\d+\.png$/.test(name)
}

/** What people call a look. */
export function lookName({ skin, aspect }: ShotLook): string {
  return `${skinName(skin)}，${aspect}`
}
