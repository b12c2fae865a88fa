import { unzipSync } from 'fflate'
import { childrenOf, elementsOf, readXml, type Element } from '../../../scripts/lib/facts/office/xml.ts'
import { resolve } from '../../../scripts/export/pptx/package/parts.ts'

/** A presentation as its parts. */
export interface Package {
  names: string[]
  text: (name: string) => string
  xml: (name: string) => Element
}

export function openPackage(bytes: Uint8Array): Package {
  const parts = unzipSync(bytes)
  const text = (name: string): string => new TextDecoder().decode(parts[name])
  return { names: Object.keys(parts), text, xml: name => readXml(text(name), name) }
}

/** All elements of some names, wherever they are, also one within another. */
export function allOf(root: Element, ...names: string[]): Element[] {
  return childrenOf(root).flatMap(child => [...(names.includes(child.name) ? [child] : []), ...allOf(child, ...names)])
}

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1)

/** The part that a part of relationships belongs to. */
const ownerOf = (rels: string): string =>
  folderOf(rels).replace(/_rels\/$/, '') + rels.slice(folderOf(rels).length).replace(/\.rels$/, '')

/** What makes office programs offer to repair a presentation, as sentences. */
export function packageFaults(file: Package): string[] {
  return [
    ...contentTypeFaults(file),
    ...relationshipFaults(file),
    ...file.names.filter(name => /\.(?:xml|rels)$/.test(name)).flatMap(name => partFaults(name, file)),
    ...themeFaults(file),
    ...notesFaults(file),
  ]
}

function contentTypeFaults({ names, xml }: Package): string[] {
  const types = xml('[Content_Types].xml')
  const named = childrenOf(types, 'Override').map(({ attributes }) => attributes.PartName!.slice(1))
  const extensions = childrenOf(types, 'Default').map(({ attributes }) => attributes.Extension)
  const untyped = names.filter(
    name =>
      name !== '[Content_Types].xml' &&
      !named.includes(name) &&
      (!extensions.includes(name.slice(name.lastIndexOf('.') + 1)) || /^ppt\/.*\.xml$/.test(name)),
  )
  return [
    ...named.filter(name => !names.includes(name)).map(name => `${name} has a type and is not there`),
    ...named.filter((name, index) => named.indexOf(name) !== index).map(name => `${name} has two types`),
    ...untyped.map(name => `${name} has no type of its own`),
  ]
}

function relationshipFaults({ names, text, xml }: Package): string[] {
  const referred = new Set<string>(['[Content_Types].xml', '_rels/.rels'])
  const faults = names
    .filter(name => name.endsWith('.rels'))
    .flatMap(name => {
      const owner = ownerOf(name)
      referred.add(name)
      const own = childrenOf(xml(name)).map(({ attributes }) => attributes)
      const used =
        owner === '' ? undefined : new Set([...text(owner).matchAll(/\br:\w+="([^"]+)"/g)].map(([, id]) => id))
      const ids = own.map(({ Id }) => Id!)
      return own.flatMap(({ Id, Target, TargetMode }) => {
        if (TargetMode === 'External') return []
        const target = resolve(owner, Target!)
        referred.add(target)
        return [
          ...(names.includes(target) ? [] : [`${name}: ${target} is not there`]),
          ...(ids.filter(id => id === Id).length > 1 ? [`${name}: ${Id} twice`] : []),
          ...[...(used ?? [])].filter(id => !ids.includes(id!)).map(id => `${owner}: ${id} refers to nothing`),
        ]
      })
    })
  return [
    ...new Set([...faults, ...names.filter(name => !referred.has(name)).map(name => `nothing refers to ${name}`)]),
  ]
}

function partFaults(name: string, { text, xml }: Package): string[] {
  const content = text(name)
  const root = xml(name)
  const ids = allOf(root, 'cNvPr').map(({ attributes }) => attributes.id!)
  return [
    ...(/"[^"]*\b(?:NaN|undefined|Infinity)\b[^"]*"/.test(content) ? [`${name}: a value that is none`] : []),
    ...(/\s(?!descr|name|typeface|val)[\w:]+=""/.test(content) ? [`${name}: an empty attribute`] : []),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map(id => `${name}: two shapes ${id}`),
    ...allOf(root, 'bgPr')
      .filter(each => childrenOf(each).length > 0 && elementsOf(each, 'effectLst').length !== 1)
      .map(() => `${name}: a ground without effects`),
    ...allOf(root, 'sp')
      .filter(each => /^ppt\/(?:slides|slideLayouts|slideMasters)\//.test(name) && !childrenOf(each, 'txBody').length)
      .map(() => `${name}: a shape without a text body`),
    ...allOf(root, 'off', 'ext')
      .flatMap(({ attributes }) => Object.entries(attributes))
      .filter(([key, value]) => /^c?[xy]$/.test(key) && !/^-?\d+$/.test(value))
      .map(([key, value]) => `${name}: ${key} is ${value}`),
  ]
}

function themeFaults({ names, xml }: Package): string[] {
  const lists = ['fillStyleLst', 'lnStyleLst', 'effectStyleLst', 'bgFillStyleLst']
  return names
    .filter(name => name.startsWith('ppt/theme/') && name.endsWith('.xml'))
    .flatMap(name =>
      lists
        .filter(list => childrenOf(elementsOf(xml(name), list)[0]!).length !== 3)
        .map(list => `${name}: ${list} without exactly three`),
    )
}

/** Placeholders of masters of notes, as their programs write them. */
const NOTES = ['hdr', 'dt 1', 'sldImg 2', 'body 3', 'ftr 4', 'sldNum 5']

function notesFaults(file: Package): string[] {
  return file.names
    .filter(name => /^ppt\/notesMasters\/[^/]+$/.test(name))
    .flatMap(name => {
      const found = allOf(file.xml(name), 'ph').map(({ attributes: { type, idx } }) =>
        [type, idx].filter(Boolean).join(' '),
      )
      return String(found) === String(NOTES) ? [] : [`${name}: placeholders are ${found}`]
    })
}

/** What runs of text and shapes of a slide lack. */
export function slideFaults(name: string, { xml }: Package): string[] {
  const root = xml(name)
  const isDecorative = (shape: Element): boolean => allOf(shape, 'decorative').length > 0
  const unnamed = allOf(root, 'pic', 'graphicFrame')
    .concat(elementsOf(root, 'grpSp'))
    .flatMap(shape =>
      childrenOf(shape)
        .flatMap(each => childrenOf(each, 'cNvPr'))
        .slice(0, 1),
    )
    .filter(each => !each.attributes.descr && !isDecorative(each))
  return [
    ...allOf(root, 'rPr', 'endParaRPr')
      .filter(each => ['latin', 'ea'].some(face => childrenOf(each, face).length !== 1) || !each.attributes.lang)
      .filter(each => each.name === 'rPr' || childrenOf(each).length > 0)
      .map(({ name: tag }) => `${name}: ${tag} without faces or language`),
    ...unnamed.map(({ attributes }) => `${name}: ${attributes.name} has no description`),
  ]
}

/** The slides in the order of the presentation. */
export function slidesOf({ names }: Package): string[] {
  const number = (name: string): number => Number(/\d+/.exec(name)![0])
  return names.filter(name => /^ppt\/slides\/slide\d+\.xml$/.test(name)).sort((a, b) => number(a) - number(b))
}

/** What can be read on a slide. */
export function textsOf(name: string, { xml }: Package): string[] {
  return allOf(xml(name), 't').map(({ children }) => children.join(''))
}
