import type { Look } from '../lib/look.ts'
import type { PerPage } from './paper/plan.ts'

/** How the A4 handout is laid out. */
export interface HandoutArgs {
  /** Whether it is the page to read as on paper, and not slides as they are shown. */
  flow: boolean
  perPage: PerPage
  /** Whether lines to write on stand with the slides, and not what the speaker says. */
  lines: boolean
}

/** What is exported, and how. */
export interface ExportArgs {
  /** Names of forms, see `forms/`. */
  forms: string[]
  /** As typed; undefined for all slides. */
  range: string | undefined
  /** One page for each click state instead of one for each slide. */
  clicks: boolean
  /** Device pixels for a CSS pixel in PNG files. */
  scale: number
  /** Pixels of a PNG file from left to right, in place of `scale`. */
  width: number | undefined
  /** Skin, aspect ratio and references, where they are not the deck's own. */
  look: Look
  /** Whether the HTML file has the speaker notes and the pages that show them. */
  notes: boolean
  /** Whether pages with what the speaker says follow the slides in the PDF. */
  notesPages: boolean
  handout: HandoutArgs
  /** A presentation whose masters and layouts the PPTX stands on, relative to the working folder. */
  template: string | undefined
  /** Folder for the files, relative to the working folder. */
  out: string
  json: boolean
  /** Builds the site even where nothing has changed. */
  rebuild: boolean
  /** How long a slide may take to become ready: milliseconds. */
  timeout: number
}
