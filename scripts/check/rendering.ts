import type { Browser } from 'playwright-chromium'
import type { Problem } from '../export/problems.ts'
import type { Context } from '../lib/command.ts'
import type { Deck } from '../lib/deck.ts'
import type { Aspect } from '../lib/look.ts'
import type { SkinId } from '../../styles/tokens.ts'
import type { CheckArgs } from './check-args.ts'
import type { LayoutSnapshot, ReadingFacts } from './layout/facts.ts'
import type { DrawingTexts, NumberSnapshot } from './numbers/facts.ts'

/** A phone held upright, in CSS px. */
export const PHONE = { width: 390, height: 844 }

/** What a deck is rendered from, and how. */
export interface RenderContext {
  args: CheckArgs
  context: Pick<Context, 'log' | 'life'>
  deck: Deck
  /** The slides to check. */
  numbers: readonly number[]
  /** The built site, served: its origin. */
  site: () => Promise<string>
  /** Whether the site has a policy of its own, as the single HTML file has. */
  hasPolicy?: boolean
  browser: () => Promise<Browser>
}

/** How all slides look at every click, in one look. */
export interface SlidesRendering {
  skin: SkinId
  aspect: Aspect
  snapshots: LayoutSnapshot[]
  problems: Problem[]
}

/** How the page to read looks on a phone. */
export interface ReadingRendering {
  skin: SkinId
  facts: ReadingFacts
  problems: Problem[]
}

/** What numbers stand in on the page with all slides. */
export interface SlideNumbers {
  /** The document as slide 0, then every slide at every click. */
  slides: NumberSnapshot[]
  drawings: DrawingTexts[]
  /** The facts that the site serves, as text; empty where it serves none. */
  facts: string
}

/** What numbers stand in beside the slides. */
export interface OtherNumbers {
  /** What the reading page has around its slides, as slide 0; and its slides, where they are drawn. */
  reading: NumberSnapshot[]
  /** Title and note of every slide. */
  notes: { title: string; snapshot: NumberSnapshot }[]
}

/** All that numbers may stand in. */
export interface NumbersRendering extends SlideNumbers, OtherNumbers {
  problems: Problem[]
}

/** What was rendered; what the rules do not ask for is not. */
export interface Rendering {
  slides: SlidesRendering[]
  /** Undefined where the site has no page to read. */
  reading: ReadingRendering[] | undefined
  numbers: NumbersRendering | undefined
}
