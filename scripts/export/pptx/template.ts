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
  layouts: readonly TemplateLayout[]
  /** Which of them a slide of the deck stands on. @param layout the deck's name of it */
  layoutFor: (layout: string) => TemplateLayout
  look: Look
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
