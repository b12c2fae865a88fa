import stringWidth from 'string-width'
import { grid, space } from '../../../../styles/tokens.ts'
import type { Rect } from '../../../../components/rect.ts'
import type { DeckModel, Shape, SlideModel, TextShape } from '../model.ts'
import type { PlacedSlide, Template } from '../template.ts'
import type { Look } from '../xml/look.ts'
import { chooseLayouts, isReadable, needOf, placeOf } from './choose.ts'
import { foreignInks } from './inks.ts'
import type { Box, ForeignLayout, ForeignPlaceholder, ForeignTemplate } from './read.ts'

/** Inner margins of placeholders that say nothing of their own: EMU. */
const INSET = { across: 2 * 91_440, along: 2 * 45_720 }

const EMU_PER_POINT = 12_700

/** How much smaller text may become to keep its breaks, and how small at the least: points. */
const LEAST_BROKEN = 0.6
const LEAST_POINTS = 8

/** How large text below a title may be, in shares of that. */
const BELOW_TITLE = 0.8

/** Height of a line, in shares of its size. */
const LINE = 1.2

/** Below the title: px of the canvas from which what stands on a page is put into the template's place for texts. */
const BODY_TOP = 104

/** Part of a slide's height that stays free below what it shows. */
const FOOT = 0.03

type Canvas = DeckModel['canvas']

/** Lays the slides of a deck on an organisation's template. */
export function fitForeign(
  template: ForeignTemplate,
  { canvas, theme, lang }: Pick<DeckModel, 'canvas' | 'theme' | 'lang'>,
): Template {
  const { parts, types, size, masters } = template
  const chosen = chooseLayouts(template)
  const shared = { inks: foreignInks(theme.colors, template.theme), lang }
  const free: Look = { ...shared, ...whole(canvas, size) }
  const page: Look = { ...shared, ...bodyFrame(chosen.page, canvas, size) }
  return {
    parts: new Map(parts),
    types,
    size,
    masters,
    look: free,
    place(slide): PlacedSlide {
      const need = needOf(slide.layout)
      const layout = chosen[need]
      if (need === 'free' || (need === 'page' && !isReadable(layout, template.theme)))
        return { slide, layout, look: free, bare: true }
      if (need === 'page') return { slide: onPage(slide, layout), layout, look: page, bare: false }
      return { slide: onOpening(slide, layout), layout, look: free, bare: false }
    },
  }
}

/** The whole canvas as large as it can be on a slide, in its middle. */
function whole({ width, height }: Canvas, size: ForeignTemplate['size']): Pick<Look, 'scale' | 'left' | 'top'> {
  const scale = Math.min(size.width / width, size.height / height)
  return {
    scale,
    left: Math.round((size.width - scale * width) / 2),
    top: Math.round((size.height - scale * height) / 2),
  }
}

/** What stands below the title, in the template's place for texts and what is free below that. */
export function bodyFrame(
  layout: ForeignLayout,
  { width, height }: Canvas,
  size: ForeignTemplate['size'],
): Pick<Look, 'scale' | 'left' | 'top'> {
  const { x, y, cx } = bodyBox(layout, size)
  const bottom = (1 - FOOT) * size.height
  const scale = Math.min(cx / (width - 2 * space.margin), (bottom - y) / (height - BODY_TOP))
  return { scale, left: Math.round(x - scale * space.margin), top: Math.round(y - scale * BODY_TOP) }
}

function bodyBox(layout: ForeignLayout, { width, height }: ForeignTemplate['size']): Box {
  const body = placeOf(layout, 'body')?.box
  if (body) return body
  const title = placeOf(layout, 'title')?.box
  const y = title ? title.y + title.cy : 0.2 * height
  return { x: title?.x ?? 0.06 * width, y, cx: title?.cx ?? 0.88 * width, cy: 0.9 * height - y }
}

/** A page: its title and number are the template's, what stood above the title stands above what is below it. */
function onPage(slide: SlideModel, layout: ForeignLayout): SlideModel {
  const title = slide.shapes.find(isTitle)
  if (!title) return slide
  const isAbove = ({ rect }: Shape): boolean => rect.bottom <= title.rect.top + space.unit
  const below = slide.shapes.filter(shape => shape !== title && !isAbove(shape))
  const above = slide.shapes.filter(shape => shape.kind === 'text' && shape !== title && isAbove(shape))
  const top = Math.min(grid.body, ...below.map(({ rect }) => rect.top))
  const down = top - space.unit - Math.max(...above.map(({ rect }) => rect.bottom))
  const place = placeOf(layout, 'title')
  return {
    ...withoutGround(slide),
    shapes: [
      place ? asTemplate(title, place) : title,
      ...above.map(shape => moved(shape, down)),
      ...below.map(shape =>
        shape.kind === 'text' && shape.role === 'number' && placeOf(layout, 'number')
          ? { ...shape, asTemplate: {} }
          : shape,
      ),
    ],
  }
}

/** A cover: its words in the template's own look, without the deck's pictures. */
function onOpening(slide: SlideModel, layout: ForeignLayout): SlideModel {
  const texts = slide.shapes.filter(shape => shape.kind === 'text')
  const title = texts.find(isTitle)
  const others = texts.filter(text => text !== title && text.role !== 'number')
  const [place, below] = [placeOf(layout, 'title'), placeOf(layout, 'body')]
  const body: TextShape | undefined = others[0] && {
    ...others[0],
    role: 'body',
    paragraphs: others.flatMap(({ paragraphs }) => paragraphs),
  }
  const head = title && place ? asTemplate(title, place) : title
  // Small print is smaller than a title that had to become so.
  const most = place && head?.asTemplate ? BELOW_TITLE * (head.asTemplate.points ?? sizeOf(place)) : Infinity
  return {
    ...withoutGround(slide),
    shapes: [...(head ? [head] : []), ...(body ? (below ? [asTemplate(body, below, most)] : others) : [])],
  }
}

function withoutGround({ background: _, ...slide }: SlideModel): SlideModel {
  return slide
}

const isTitle = (shape: Shape): shape is TextShape => shape.kind === 'text' && shape.role === 'title'

/** A text in its placeholder, smaller where it has no room there, and without breaks where these make it tiny. */
function asTemplate(text: TextShape, place: ForeignPlaceholder, most = Infinity): TextShape {
  const { box, size100 } = place
  if (!box) return { ...text, asTemplate: {} }
  const room = { across: box.cx - INSET.across, along: box.cy - INSET.along }
  const lines = text.paragraphs.flatMap(({ lines }) => lines)
  const wish = Math.min(most, sizeOf(place))
  const broken = largest(room, lines.map(widthOf), wish)
  const joined = largest(room, [lines.map(widthOf).reduce((a, b) => a + b, 0)], wish)
  const isWhole = broken >= LEAST_BROKEN * joined
  const points = isWhole ? broken : joined
  const paragraphs = isWhole ? text.paragraphs : [{ ...text.paragraphs[0]!, lines: [lines.flat()] }]
  return { ...text, paragraphs, asTemplate: points * 100 === size100 ? {} : { points } }
}

/** Size of a placeholder's text: points. */
function sizeOf({ size100, prompt100 }: ForeignPlaceholder): number {
  return (size100 ?? prompt100 ?? 1800) / 100
}

/** The largest size of text with which lines have room, those that are too long being broken: points. */
function largest(room: { across: number; along: number }, widths: readonly number[], most: number): number {
  const hasRoom = (points: number): boolean => {
    const size = points * EMU_PER_POINT
    const perLine = Math.floor(room.across / size)
    // Lines that the slide has as one stay one.
    const count = widths.length > 1 ? widths.length : Math.ceil(widths[0]! / perLine)
    return (widths.length === 1 || Math.max(...widths) * size <= room.across) && count * LINE * size <= room.along
  }
  if (hasRoom(most)) return most
  let points = Math.floor(most)
  while (points > LEAST_POINTS && !hasRoom(points)) points -= 1
  return points
}

/** Width of a line in characters as wide as they are high; no face is much wider. */
function widthOf(line: readonly { text: string }[]): number {
  return 0.55 * stringWidth(line.map(({ text }) => text).join(''))
}

function moved<Moved extends { rect: Rect }>(shape: Moved, down: number): Moved {
  const { rect } = shape
  return { ...shape, rect: { ...rect, top: rect.top + down, bottom: rect.bottom + down } }
}
