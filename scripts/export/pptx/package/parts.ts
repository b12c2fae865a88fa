import { element, part } from '../xml/element.ts'

/** The files of a presentation by their names in it. */
export type Parts = Map<string, string | Uint8Array>

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml'

/** Types of parts that this writer makes, by what their names begin with. */
const TYPES: readonly (readonly [name: RegExp, type: string])[] = [
  [/^ppt\/presentation\.xml$/, `${PRESENTATION}.presentation.main+xml`],
  [/^ppt\/slides\/[^/]+\.xml$/, `${PRESENTATION}.slide+xml`],
  [/^ppt\/slideLayouts\/[^/]+\.xml$/, `${PRESENTATION}.slideLayout+xml`],
  [/^ppt\/slideMasters\/[^/]+\.xml$/, `${PRESENTATION}.slideMaster+xml`],
  [/^ppt\/notesSlides\/[^/]+\.xml$/, `${PRESENTATION}.notesSlide+xml`],
  [/^ppt\/notesMasters\/[^/]+\.xml$/, `${PRESENTATION}.notesMaster+xml`],
  [/^ppt\/presProps\.xml$/, `${PRESENTATION}.presProps+xml`],
  [/^ppt\/viewProps\.xml$/, `${PRESENTATION}.viewProps+xml`],
  [/^ppt\/tableStyles\.xml$/, `${PRESENTATION}.tableStyles+xml`],
  [/^ppt\/theme\/[^/]+\.xml$/, 'application/vnd.openxmlformats-officedocument.theme+xml'],
  [/^ppt\/charts\/chart\d+\.xml$/, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app\.xml$/, 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
]

/** Types of files that every program knows by their names. */
const DEFAULTS: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const CONTENT_TYPES = '[Content_Types].xml'

/**
 * Adds the part that says what all others are: exactly those that there are.
 * @param known types of parts that come from elsewhere
 */
export function addContentTypes(parts: Parts, known: ReadonlyMap<string, string> = new Map()): void {
  const names = [...parts.keys()]
  const extensions = new Set(names.map(extensionOf))
  const defaults = Object.entries(DEFAULTS).filter(([extension]) => extensions.has(extension))
  const overrides = names.flatMap(name => {
    const type = known.get(name) ?? TYPES.find(([pattern]) => pattern.test(name))?.[1]
    const usual = DEFAULTS[extensionOf(name)]
    if (type === undefined && usual === undefined) throw new Error(`No content type for ${name}`)
    return type === undefined || type === usual ? [] : [[name, type] as const]
  })
  parts.set(
    CONTENT_TYPES,
    part(
      element(
        'Types',
        { xmlns: `${PACKAGE}/content-types` },
        defaults.map(([Extension, ContentType]) => element('Default', { Extension, ContentType })),
        overrides.map(([name, ContentType]) => element('Override', { PartName: `/${name}`, ContentType })),
      ),
    ),
  )
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase()
}

/** What a part refers to: gives each target an id, and the same one each time. */
export class Relationships {
  readonly #from: string
  readonly #known = new Map<string, { id: string; type: string; target: string; external: boolean }>()

  /** @param from name of the part */
  constructor(from: string) {
    this.#from = from
  }

  /** The id of another part. @param type its last word */
  to(type: string, part: string): string {
    return this.#add(type, relative(this.#from, part), false)
  }

  /** The id of an address. */
  toAddress(url: string): string {
    return this.#add('hyperlink', url, true)
  }

  #add(type: string, target: string, external: boolean): string {
    const key = `${type} ${target}`
    let known = this.#known.get(key)
    if (!known) this.#known.set(key, (known = { id: `rId${this.#known.size + 1}`, type, target, external }))
    return known.id
  }

  /** Adds them to the parts of the presentation. */
  write(parts: Parts): void {
    if (this.#known.size === 0) return
    parts.set(relationshipsOf(this.#from), relationshipsPart([...this.#known.values()]))
  }
}

/** The name of the part that tells what another refers to. */
function relationshipsOf(name: string): string {
  const slash = name.lastIndexOf('/') + 1
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`
}

function relationshipsPart(all: readonly { id: string; type: string; target: string; external: boolean }[]): string {
  return part(
    element(
      'Relationships',
      { xmlns: `${PACKAGE}/relationships` },
      all.map(({ id, type, target, external }) =>
        element('Relationship', {
          Id: id,
          Type: type.includes(':') ? type : `${RELATIONSHIPS}/${type}`,
          Target: target,
          TargetMode: external ? 'External' : undefined,
        }),
      ),
    ),
  )
}

/** The first number, from 1, that a name of a part may have. */
export function firstFree(isTaken: (no: number) => boolean): number {
  let no = 1
  while (isTaken(no)) no += 1
  return no
}

/** The way from one part to another. */
export function relative(from: string, to: string): string {
  const [own, other] = [from.split('/').slice(0, -1), to.split('/')]
  let shared = 0
  while (shared < own.length && shared < other.length - 1 && own[shared] === other[shared]) shared += 1
  return [...own.slice(shared).map(() => '..'), ...other.slice(shared)].join('/')
}

/** The part that a way leads to. */
export function resolve(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
