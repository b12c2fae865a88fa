import { Relationships, type Parts } from '../package/parts.ts'
import type { DeckModel } from '../model.ts'
import type { Template, TemplateLayout } from '../template.ts'
import type { Look } from '../xml/look.ts'
import { baseLayouts, pagePlaceholders } from './layouts.ts'
import { FIRST_ID, layoutPart, masterPart } from './master.ts'
import { themeInks, themePart } from './theme.ts'

/** EMU of a px: 96 px are an inch. */
export const EMU_PER_PX = 9525

const MASTER = 'ppt/slideMasters/slideMaster1.xml'
const THEME = 'ppt/theme/theme1.xml'
const layoutName = (index: number): string => `ppt/slideLayouts/slideLayout${index + 1}.xml`

/** The template that a deck brings along: its skin as a theme, its layouts with their placeholders. */
export function baseTemplate({ canvas, theme, lang }: Pick<DeckModel, 'canvas' | 'theme' | 'lang'>): Template {
  const look: Look = { scale: EMU_PER_PX, left: 0, top: 0, inks: themeInks(theme), lang }
  const layouts = baseLayouts(canvas)
  const parts: Parts = new Map()
  parts.set(THEME, themePart(theme))
  parts.set(MASTER, masterPart(look, theme, pagePlaceholders(canvas), layouts))
  const master = new Relationships(MASTER)
  layouts.forEach((_, index) => master.to('slideLayout', layoutName(index)))
  master.to('theme', THEME)
  master.write(parts)
  layouts.forEach((layout, index) => {
    parts.set(layoutName(index), layoutPart(look, layout))
    const relationships = new Relationships(layoutName(index))
    relationships.to('slideMaster', MASTER)
    relationships.write(parts)
  })
  const known = layouts.map(({ name, type, placeholders }, index): TemplateLayout => ({
    part: layoutName(index),
    name,
    type,
    placeholders: placeholders.map(({ type, idx, size }) => ({
      type,
      ...(idx !== undefined && { idx }),
      ...(size !== undefined && { size }),
    })),
  }))
  const indexOf = (name: string): number => layouts.findIndex(({ layout }) => layout === name)
  return {
    parts,
    types: new Map(),
    size: { width: canvas.width * EMU_PER_PX, height: canvas.height * EMU_PER_PX },
    masters: [{ part: MASTER, id: FIRST_ID }],
    place: slide => ({
      slide,
      layout: known[indexOf(slide.layout)] ?? known[indexOf('default')]!,
      look,
      bare: false,
    }),
    look,
  }
}
