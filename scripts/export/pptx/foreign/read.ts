import { childrenOf, elementsOf, type Element } from '../../../lib/facts/office/xml.ts'
import type { TemplateLayout, TemplatePlaceholder } from '../template.ts'
import { readRelationships, type Relationship } from '../package/relationships.ts'
import { openForeign, refused, type ForeignParts } from './open.ts'

/** A rectangle on slides: EMU. */
export interface Box {
  x: number
  y: number
  cx: number
  cy: number
}

export interface ForeignPlaceholder extends TemplatePlaceholder {
  /** Its own place, or that of the master's. */
  box?: Box
  /** Size of its text, in hundredths of a point. */
  size100?: number
  /** Size of its prompt, which texts do not take over: all that LibreOffice writes. */
  prompt100?: number
  align?: string
}

export interface ForeignLayout extends TemplateLayout {
  placeholders: readonly ForeignPlaceholder[]
  /** Colour of its ground, six digits; none where that is a picture. */
  ground?: string
  /** The part that is the picture of its ground. */
  picture?: string
}

/** What an organisation's presentation brings along. */
export interface ForeignTemplate {
  file: string
  /** Masters, layouts, themes and all that these need. */
  parts: ReadonlyMap<string, Uint8Array>
  types: ReadonlyMap<string, string>
  /** Size of slides: EMU. */
  size: { width: number; height: number }
  masters: readonly { part: string; id: number }[]
  /** Those of all masters, in their order. */
  layouts: readonly ForeignLayout[]
  /** The first master's. */
  theme: ForeignTheme
  /** Slides that it has, which are left out. */
  slides: number
}

export interface ForeignTheme {
  name: string
  /** By the names that slides use, such as `tx1`: six digits. */
  colors: ReadonlyMap<string, string>
  fonts: { heading: string; body: string }
}

const DOCUMENT = 'officeDocument'
const MAIN_TYPE = /presentationml\.(?:presentation|template|slideshow)|ms-powerpoint\.\w+\.macroEnabled/

/** Which part of a slide a picture covers that is its ground. */
const GROUND = 0.8

/**
 * Reads a presentation as a template.
 * @param file for messages
 * @throws HuibaoError where it is none that slides could stand on
 */
export function readForeign(file: string, content: Uint8Array): ForeignTemplate {
  const parts = openForeign(file, content)
  const types = contentTypes(parts)
  const main = relationshipsIn(parts, '').find(({ type }) => type === DOCUMENT)?.target
  if (main === undefined || !MAIN_TYPE.test(types(main))) throw refused(file, '它不是 PowerPoint 的文件')
  const presentation = parts.xml(main)
  const targets = new Map(relationshipsIn(parts, main).map(({ id, target }) => [id, target]))
  const masters = elementsOf(presentation, 'sldMasterId').flatMap(({ attributes }) => {
    const part = targets.get(attributes['r:id'] ?? '')
    return part === undefined ? [] : [{ part, id: Number(attributes.id) }]
  })
  const { cx, cy } = elementsOf(presentation, 'sldSz')[0]?.attributes ?? {}
  const size = { width: Number(cx ?? 9_144_000), height: Number(cy ?? 6_858_000) }
  const layouts = masters.flatMap(({ part }) => layoutsOf(parts, part, size))
  if (masters.length === 0 || layouts.length === 0) throw refused(file, '里面没有母版或版式')
  const needed = reachable(
    parts,
    masters.map(({ part }) => part),
  )
  return {
    file,
    parts: new Map(needed.map(name => [name, withoutOldSlides(name, parts.bytes.get(name)!)])),
    types: new Map(needed.map(name => [name, types(name)])),
    size,
    masters,
    layouts,
    theme: themeOf(parts, masters[0]!.part),
    slides: elementsOf(presentation, 'sldId').length,
  }
}

function contentTypes(parts: ForeignParts): (name: string) => string {
  const root = parts.xml('[Content_Types].xml')
  const overrides = new Map(
    childrenOf(root, 'Override').map(({ attributes }) => [attributes.PartName?.slice(1), attributes.ContentType]),
  )
  const defaults = new Map(
    childrenOf(root, 'Default').map(({ attributes }) => [attributes.Extension?.toLowerCase(), attributes.ContentType]),
  )
  const extension = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return name => overrides.get(name) ?? defaults.get(extension(name)) ?? ''
}

function relationshipsIn({ bytes, xml }: ForeignParts, owner: string): Relationship[] {
  const name = relationshipsName(owner)
  if (!bytes.has(name)) return []
  return readRelationships(xml(name), owner)
}

function relationshipsName(owner: string): string {
  const slash = owner.lastIndexOf('/') + 1
  return `${owner.slice(0, slash)}_rels/${owner.slice(slash)}.rels`
}

/** All parts that some need, themselves included, with their relationships. Slides are nobody's need. */
function reachable(parts: ForeignParts, from: readonly string[]): string[] {
  const found = new Set<string>()
  const open = [...from]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name) || !parts.bytes.has(name)) continue
    found.add(name)
    const own = relationshipsIn(parts, name)
    if (own.length > 0) found.add(relationshipsName(name))
    open.push(...own.filter(({ external, type }) => !external && type !== 'slide').map(({ target }) => target))
  }
  return [...found].sort()
}

/** Links of a master to slides that are left out lead to the first one. */
function withoutOldSlides(name: string, part: Uint8Array): Uint8Array {
  if (!name.endsWith('.rels')) return part
  const text = new TextDecoder().decode(part)
  const moved = text.replace(/(Target=")[^"]*slides\/slide[^"/]*(")/g, '$1../slides/slide1.xml$2')
  return moved === text ? part : new TextEncoder().encode(moved)
}

function layoutsOf(parts: ForeignParts, master: string, size: ForeignTemplate['size']): ForeignLayout[] {
  const targets = new Map(relationshipsIn(parts, master).map(({ id, target }) => [id, target]))
  const root = parts.xml(master)
  const own = placeholdersIn(root)
  const sizes: Readonly<Record<string, number | undefined>> = {
    title: sizeIn(elementsOf(root, 'titleStyle')[0]),
    body: sizeIn(elementsOf(root, 'bodyStyle')[0]),
  }
  const { colors } = themeOf(parts, master)
  return elementsOf(root, 'sldLayoutId').flatMap(({ attributes }) => {
    const part = targets.get(attributes['r:id'] ?? '')
    if (part === undefined || !parts.bytes.has(part)) return []
    const layout = parts.xml(part)
    const picture = pictureBelow(
      parts,
      [
        [part, layout],
        [master, root],
      ],
      size,
    )
    const ground =
      picture === undefined ? groundOf(elementsOf(layout, 'bg')[0] ?? elementsOf(root, 'bg')[0], colors) : undefined
    return [
      {
        ...(ground !== undefined && { ground }),
        ...(picture !== undefined && { picture }),
        part,
        name: elementsOf(layout, 'cSld')[0]?.attributes.name ?? '',
        type: layout.attributes.type ?? '',
        placeholders: placeholdersIn(layout).map(place => inherited(place, own, sizes)),
      },
    ]
  })
}

/** The picture that a layout lies on: one that covers it, or that of its ground. @param sheets it and its master */
function pictureBelow(
  parts: ForeignParts,
  sheets: readonly (readonly [part: string, root: Element])[],
  size: ForeignTemplate['size'],
): string | undefined {
  const own = sheets.find(([, root]) => elementsOf(root, 'bg').length > 0)?.[1]
  return sheets.flatMap(([part, root]) => {
    const targets = new Map(relationshipsIn(parts, part).map(({ id, target }) => [id, target]))
    const pictures = elementsOf(root, 'pic').filter(picture => covers(boxOf(picture), size))
    return [...pictures, ...(root === own ? elementsOf(root, 'bg') : [])]
      .flatMap(each => elementsOf(each, 'blip'))
      .flatMap(({ attributes }) => targets.get(attributes['r:embed'] ?? '') ?? [])
  })[0]
}

/** Whether a picture is the ground of what lies on it. */
function covers(box: Box | undefined, { width, height }: ForeignTemplate['size']): boolean {
  return box !== undefined && box.cx * box.cy >= GROUND * width * height
}

/** The colour of a ground; of one that is shaded its first. */
function groundOf(ground: Element | undefined, colors: ForeignTheme['colors']): string | undefined {
  if (!ground) return colors.get('bg1')
  const picture = elementsOf(ground, 'blipFill').length > 0
  const named = [...elementsOf(ground, 'srgbClr'), ...elementsOf(ground, 'schemeClr')][0]?.attributes.val
  return picture || named === undefined ? undefined : (colors.get(named) ?? named.toLowerCase())
}

/** What a placeholder of a layout does not say itself, its master's does. */
function inherited(
  place: ForeignPlaceholder,
  master: readonly ForeignPlaceholder[],
  sizes: Readonly<Record<string, number | undefined>>,
): ForeignPlaceholder {
  const kind = kindOf(place.type)
  const above = master.find(({ type }) => kindOf(type) === kind)
  const size100 = place.size100 ?? above?.size100 ?? sizes[kind]
  return {
    ...place,
    ...((place.box ?? above?.box) && { box: place.box ?? above?.box }),
    ...(size100 !== undefined && { size100 }),
  }
}

/** Which of the master's placeholders one follows. */
function kindOf(type: string): string {
  if (type === 'ctrTitle') return 'title'
  return ['subTitle', 'obj', 'tbl', 'chart', 'pic', 'media', 'dgm', 'clipArt'].includes(type) ? 'body' : type
}

function placeholdersIn(root: Element): ForeignPlaceholder[] {
  return shapesIn(root).flatMap((shape): ForeignPlaceholder[] => {
    const place = elementsOf(shape, 'ph')[0]
    if (!place) return []
    const { type = 'obj', idx, sz } = place.attributes
    const box = boxOf(shape)
    const size100 = sizeIn(elementsOf(shape, 'lstStyle')[0])
    const prompt = [...elementsOf(shape, 'rPr'), ...elementsOf(shape, 'endParaRPr')][0]?.attributes.sz
    return [
      {
        type,
        ...(idx !== undefined && { idx: Number(idx) }),
        ...(sz !== undefined && { size: sz }),
        ...(box && { box }),
        ...(size100 !== undefined && { size100 }),
        ...(prompt !== undefined && { prompt100: Number(prompt) }),
      },
    ]
  })
}

/** Shapes, those in groups included. */
function shapesIn(root: Element): Element[] {
  return [...elementsOf(root, 'sp'), ...elementsOf(root, 'pic'), ...elementsOf(root, 'graphicFrame')]
}

function boxOf(shape: Element): Box | undefined {
  const frame = elementsOf(shape, 'xfrm')[0]
  const [off, ext] = frame ? [childrenOf(frame, 'off')[0], childrenOf(frame, 'ext')[0]] : []
  if (!off || !ext) return undefined
  const box = {
    x: Number(off.attributes.x),
    y: Number(off.attributes.y),
    cx: Number(ext.attributes.cx),
    cy: Number(ext.attributes.cy),
  }
  return Object.values(box).every(Number.isFinite) ? box : undefined
}

/** Size of text of the first level. */
function sizeIn(style: Element | undefined): number | undefined {
  const level = style && elementsOf(style, 'lvl1pPr')[0]
  const size = level && elementsOf(level, 'defRPr')[0]?.attributes.sz
  return size === undefined ? undefined : Number(size)
}

function themeOf(parts: ForeignParts, master: string): ForeignTheme {
  const part = relationshipsIn(parts, master).find(({ type }) => type === 'theme')?.target
  const theme = part === undefined ? undefined : parts.xml(part)
  const map = elementsOf(parts.xml(master), 'clrMap')[0]?.attributes ?? {}
  const scheme = theme && elementsOf(theme, 'clrScheme')[0]
  const own = new Map(
    (scheme ? childrenOf(scheme) : []).map(slot => {
      const [value] = childrenOf(slot)
      return [slot.name, (value?.attributes.lastClr ?? value?.attributes.val ?? '').toLowerCase()]
    }),
  )
  const slots = ['bg1', 'tx1', 'bg2', 'tx2', ...[1, 2, 3, 4, 5, 6].map(no => `accent${no}`)]
  return {
    name: theme?.attributes.name ?? '',
    colors: new Map(slots.map(slot => [slot, own.get(map[slot] ?? slot) ?? '000000'])),
    fonts: { heading: fontIn(theme, 'majorFont'), body: fontIn(theme, 'minorFont') },
  }
}

/** The face for Chinese, or else for Latin letters. */
function fontIn(theme: Element | undefined, name: string): string {
  const fonts = theme && elementsOf(theme, name)[0]
  if (!fonts) return ''
  const face = (tag: string): string => childrenOf(fonts, tag)[0]?.attributes.typeface ?? ''
  const hans = childrenOf(fonts, 'font').find(({ attributes }) => attributes.script === 'Hans')?.attributes.typeface
  return face('ea') || hans || face('latin')
}
