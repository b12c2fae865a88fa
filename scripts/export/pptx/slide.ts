import { NUMBER_FIELD } from './base/placeholders.ts'
import { background, shapeTree } from './base/master.ts'
import type { ChartShape, Ink, Role, TextShape } from './model.ts'
import { Relationships } from './package/parts.ts'
import type { PlacedSlide, TemplateLayout, TemplatePlaceholder } from './template.ts'
import { element, NAMESPACES, part } from './xml/element.ts'
import { color } from './xml/fill.ts'
import { shapeXml, type SlidePen } from './xml/shape.ts'

/** What a slide needs to know of the file that it is in. */
export interface SlideSurroundings {
  /** Its own name there. */
  name: string
  /** The parts of a picture. */
  media: (source: string) => { image: string; svg?: string }
  /** The part of a chart. */
  chart: (chart: ChartShape['chart']) => string
  /** The part of a slide of the deck; undefined for one that is not in the file. */
  slide: (no: number) => string | undefined
  /** Whether numbers of slides follow from their order. */
  numbered: boolean
  /** Ground of the template. */
  paper: string
}

/** Which placeholders hold a text of a role, best first. */
const HOLDERS: Readonly<Record<Exclude<Role, 'other'>, readonly string[]>> = {
  title: ['title', 'ctrTitle'],
  body: ['subTitle', 'body', 'obj'],
  number: ['sldNum'],
}

/** What the file calls a slide: by it slides are known again when somebody has moved or removed some. */
export const slideName = (no: number): string => `第 ${no} 页`

/** The number of the slide that is called so; undefined for a name that somebody else gave. */
export function slideNumber(name: string): number | undefined {
  const [, no] = /^第 (\d+) 页$/.exec(name) ?? []
  return no === undefined ? undefined : Number(no)
}

/** A slide, and what it refers to. */
export function slidePart(
  { slide: { no, background: ground, shapes }, layout, look, bare }: PlacedSlide,
  { name: own, media, chart, slide, numbered, paper }: SlideSurroundings,
): { xml: string; relationships: Relationships } {
  const relationships = new Relationships(own)
  relationships.to('slideLayout', layout.part)
  let id = 1
  const pen: SlidePen = {
    look,
    links: link => {
      if ('url' in link) return relationships.toAddress(link.url)
      const target = slide(link.slide)
      return target === undefined ? undefined : relationships.to('slide', target)
    },
    nextId: () => ++id,
    picture: source => {
      const { image, svg } = media(source)
      return {
        image: relationships.to('image', image),
        ...(svg !== undefined && { svg: relationships.to('image', svg) }),
      }
    },
    chart: drawn => relationships.to('chart', chart(drawn)),
    placeholder: holderOf(layout),
    numberField: numbered ? NUMBER_FIELD : undefined,
  }
  // What is bare stands on the theme's ground, whatever the layout's is.
  const behind: Ink | undefined = ground ?? (bare ? { hex: paper, alpha: 1 } : undefined)
  const xml = part(
    element(
      'p:sld',
      { ...NAMESPACES, showMasterSp: bare ? false : undefined },
      element(
        'p:cSld',
        { name: slideName(no) },
        behind && (bare || behind.hex !== paper) ? background(color(look, behind)) : undefined,
        shapeTree(shapes.map(shape => shapeXml(pen, shape))),
      ),
      element('p:clrMapOvr', {}, element('a:masterClrMapping')),
    ),
  )
  return { xml, relationships }
}

/** Gives texts their placeholders, each of which holds one. */
function holderOf({ placeholders }: TemplateLayout): SlidePen['placeholder'] {
  const taken = new Set<TemplatePlaceholder>()
  const used = new Set<Role>()
  return ({ role }: TextShape) => {
    if (role === 'other' || used.has(role)) return undefined
    const types = HOLDERS[role]
    const found = types.flatMap(type => placeholders.filter(each => each.type === type && !taken.has(each)))[0]
    if (!found) return undefined
    taken.add(found)
    used.add(role)
    const { type, idx, size } = found
    return {
      ...(type !== 'obj' && { type }),
      ...(idx !== undefined && { idx }),
      ...(size !== undefined && { size }),
    }
  }
}
