import type { SkinId } from '../../styles/tokens.ts'
import type { Aspect } from '../lib/look.ts'

/** What a check is asked for. */
export interface CheckArgs {
  /** The rules to apply, by their category; categories without any are left out. */
  rules: Map<string, ReadonlySet<string>>
  /** Exported files to read again, as typed; none for all in the folder of exports. */
  files: readonly string[]
  /** As typed; undefined for all slides. */
  range: string | undefined
  /** The skins and aspect ratios to look at the deck in. */
  skins: readonly SkinId[]
  aspects: readonly Aspect[]
  /** Whether figures carry their numbers in the appendix, where the deck itself does not say so. */
  references: boolean
  json: boolean
  /** Whether notices fail the check, too. */
  strict: boolean
  /** Paths of the texts of the source, as typed; none where they are not at hand. */
  source: readonly string[]
  /** Remembers the source as it is now, where nothing else is wrong with the evidence. */
  acceptSource: boolean
  /** Builds the site even where nothing has changed. */
  rebuild: boolean
  /** How long a slide may take to become ready: milliseconds. */
  timeout: number
}
