import type { SlideModel } from './model.ts'
import type { Parts } from './package/parts.ts'
import type { Look } from './xml/look.ts'

/** What slides stand on: masters, layouts, themes and all that these need. */
export interface Template {
  parts: Parts
  /** Types of parts whose names do not tell. */
  types: ReadonlyMap<string, string>
  /** Size of slides: EMU. */
  size: { width: number; height: number }
  masters: readonly { part: string; id: number }[]
  /** Finds a slide its layout and its place on it. */
  place: (slide: SlideModel) => PlacedSlide
  /** How px of the canvas lie on a slide of no layout in particular. */
  look: Look
}

/** A slide as it lies on its template. */
export interface PlacedSlide {
  /** What of the slide is drawn, and which of its texts look as the template says. */
  slide: SlideModel
  layout: TemplateLayout
  look: Look
  /** Whether what masters and layouts draw themselves is left out. */
  bare: boolean
}

export interface TemplateLayout {
  part: string
  name: string
  /** As office programs know it, such as `title` or `obj`. */
  type: string
  placeholders: readonly TemplatePlaceholder[]
}

export interface TemplatePlaceholder {
  /** `obj` where the template says none. */
  type: string
  idx?: number
  size?: string
}
