import type { Context } from '../../lib/command.ts'
import type { Deck } from '../../lib/deck.ts'
import type { EnsureSiteOptions, Site } from '../../site/ensure.ts'
import type { ExportArgs } from '../options.ts'
import type { Rendered } from '../render.ts'
import type { Problem } from '../problems.ts'
import type { Stage } from '../stage.ts'

/** What may be drawn beside the slides, or instead of them. */
type Drawn = 'reading' | 'skins' | 'column' | 'card'

/** One of the forms that a deck is exported to: all that the command knows of it. */
export interface ExportForm {
  /** As typed behind `export`. */
  name: string
  /** What it makes: a sentence of `--help`, behind its name. */
  about: string
  /** Gets ready what writing it needs, which goes on while the browser draws. */
  load?: (job: Pick<FormJob, 'args' | 'siteFor'>) => Promise<unknown>
  /** Whether it is made where no form is named. */
  byDefault?: boolean
  /** What has to be drawn for it: `skins` beside the deck's slides, the others instead. Default: the slides alone. */
  draws?: Drawn | ((args: ExportArgs) => Drawn | undefined)
  /** Whether they are pictures whose sharpness `--scale` or `--width` decides. Default: `false`. */
  pictures?: boolean
  /** The folder of its files below that of the export. Default: the folder of the export itself. */
  folder?: string
  /**
   * Whether a file is one that it makes for this deck: such a file of an earlier export goes with the next one.
   * @param file its name in `folder`
   */
  makes: (file: string, deck: Pick<Deck, 'fileName' | 'total'>) => boolean
  /**
   * Refuses, before anything is drawn, what it could not use of what was asked for.
   * @throws HuibaoError
   */
  reject?: (args: ExportArgs, context: Context) => Promise<void>
  /** Writes its files into the stage. What it needs for that is loaded only then: `--help` knows all forms. */
  write: (job: FormJob) => Promise<Written>
  /**
   * Tells a person what was made.
   * @param file relative to the working folder: the first one, or the folder where it has its own
   */
  summary: (file: string, count: number) => string
}

/** Pages in the browser that forms are made from. */
export interface Drawings {
  /** The slides; undefined where no form needs them. */
  slides: Rendered | undefined
  /** The slides in every skin, small; none where no form draws them. */
  skins: readonly Rendered[]
  /** The page to read, as on paper; undefined where no form draws it. */
  reading: Rendered | undefined
  /** The page to read, as on a phone; undefined where no form draws it. */
  column: Rendered | undefined
  /** The cover as a card; undefined where no form draws it. */
  card: Rendered | undefined
}

/** What a form is made from. */
export interface FormJob {
  args: ExportArgs
  context: Context
  deck: Deck
  site: Site
  /** Another site of this deck, built where it is not there yet, once for an export. */
  siteFor: (options: Pick<EnsureSiteOptions, 'variant' | 'notes'>) => Promise<Site>
  /** Where the site is served. */
  origin: string
  drawings: Drawings
  stage: Stage
  /** `facts.json`, which every PDF carries; undefined for a deck without data. */
  facts: Uint8Array | undefined
}

/** What a form came to. */
export interface Written {
  /** Files in the stage, named as below the folder of the export, with forward slashes. */
  files: string[]
  /** Its pages, slides or pictures: what its summary counts. */
  count: number
  problems: Problem[]
}

/** The slides, for a form that is made from them. */
export function slidesOf({ slides }: Drawings): Rendered {
  if (!slides) throw new Error('a form that draws slides was exported without them')
  return slides
}
