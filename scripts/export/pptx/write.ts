import { zipSync, type Zippable } from 'fflate'
import { NOTES_SIZE, notesMasterPart } from './base/notes-master.ts'
import { themePart } from './base/theme.ts'
import { addChart } from './charts/chart-parts.ts'
import type { Media } from './media.ts'
import type { DeckModel } from './model.ts'
import { notesPart } from './notes.ts'
import { addContentTypes, firstFree, Relationships, type Parts } from './package/parts.ts'
import {
  appPart,
  corePart,
  presentationPropertiesPart,
  tableStylesPart,
  viewPropertiesPart,
} from './package/properties.ts'
import { slidePart } from './slide.ts'
import type { Template } from './template.ts'
import { element, NAMESPACES, part } from './xml/element.ts'

/** Zip knows no earlier one; without it, files would differ each time. */
const NO_DATE = new Date(1980, 0, 1)

const PRESENTATION = 'ppt/presentation.xml'
const NOTES_MASTER = 'ppt/notesMasters/notesMaster1.xml'
const slideName = (index: number): string => `ppt/slides/slide${index + 1}.xml`
const notesName = (index: number): string => `ppt/notesSlides/notesSlide${index + 1}.xml`

/** First of the ids that slides may have. */
const FIRST_SLIDE_ID = 256

/** A presentation as a file. The same deck gives the same bytes. */
export function writePptx(deck: DeckModel, template: Template, media: ReadonlyMap<string, Media>): Uint8Array {
  return zip(presentationParts(deck, template, media))
}

/** The parts of a presentation. */
function presentationParts(deck: DeckModel, template: Template, media: ReadonlyMap<string, Media>): Parts {
  const { slides, lang } = deck
  const parts: Parts = new Map(template.parts)
  const presentation = new Relationships(PRESENTATION)
  const masters = template.masters.map(({ part, id }) => ({ id, 'r:id': presentation.to('slideMaster', part) }))
  addNotesMaster(parts, deck)
  const notesMaster = presentation.to('notesMaster', NOTES_MASTER)
  const pictures = new MediaParts(parts, media)
  const names = new Map(slides.map(({ no }, index) => [no, slideName(index)]))
  // Not every program heeds that the first slide has another number.
  const numbered = slides.every(({ no }, index) => no === index + 1)
  const ids = slides.map((slide, index) => {
    const name = slideName(index)
    const placed = template.place(slide)
    const { xml, relationships } = slidePart(placed, {
      name,
      media: source => pictures.of(source),
      chart: chart => addChart(parts, chart, placed.look),
      slide: no => names.get(no),
      numbered,
      paper: deck.theme.colors.paper.slice(1),
    })
    parts.set(name, xml)
    if (slide.notes.length > 0) {
      relationships.to('notesSlide', notesName(index))
      addNotes(parts, index, notesPart(slide.notes, slide.no, lang))
    }
    relationships.write(parts)
    return { id: FIRST_SLIDE_ID + index, 'r:id': presentation.to('slide', name) }
  })
  for (const [type, name, content] of [
    ['presProps', 'ppt/presProps.xml', presentationPropertiesPart()],
    ['viewProps', 'ppt/viewProps.xml', viewPropertiesPart()],
    ['theme', [...template.parts.keys()].find(each => each.startsWith('ppt/theme/'))!, undefined],
    ['tableStyles', 'ppt/tableStyles.xml', tableStylesPart()],
  ] as const) {
    presentation.to(type, name)
    if (content !== undefined) parts.set(name, content)
  }
  presentation.write(parts)
  const { width: cx, height: cy } = template.size
  parts.set(
    PRESENTATION,
    part(
      element(
        'p:presentation',
        { ...NAMESPACES, saveSubsetFonts: true },
        element(
          'p:sldMasterIdLst',
          {},
          masters.map(master => element('p:sldMasterId', master)),
        ),
        element('p:notesMasterIdLst', {}, element('p:notesMasterId', { 'r:id': notesMaster })),
        element(
          'p:sldIdLst',
          {},
          ids.map(id => element('p:sldId', id)),
        ),
        element('p:sldSz', { cx, cy }),
        element('p:notesSz', NOTES_SIZE),
      ),
    ),
  )
  addRoot(parts, deck)
  addContentTypes(parts, template.types)
  return parts
}

/** A theme of its own for notes, which are read on paper. */
function addNotesMaster(parts: Parts, { theme }: DeckModel): void {
  const name = 'ppt/theme/themeOfNotes.xml'
  parts.set(name, themePart({ ...theme, dark: false }))
  parts.set(NOTES_MASTER, notesMasterPart())
  const relationships = new Relationships(NOTES_MASTER)
  relationships.to('theme', name)
  relationships.write(parts)
}

function addNotes(parts: Parts, index: number, xml: string): void {
  const name = notesName(index)
  parts.set(name, xml)
  const relationships = new Relationships(name)
  relationships.to('notesMaster', NOTES_MASTER)
  relationships.to('slide', slideName(index))
  relationships.write(parts)
}

function addRoot(parts: Parts, deck: DeckModel): void {
  const notes = deck.slides.filter(({ notes }) => notes.length > 0).length
  parts.set('docProps/core.xml', corePart(deck))
  parts.set('docProps/app.xml', appPart(deck.slides.length, notes))
  const root = new Relationships('')
  root.to('officeDocument', PRESENTATION)
  root.to('http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml')
  root.to('extended-properties', 'docProps/app.xml')
  root.write(parts)
}

/** Pictures as parts, each once. */
class MediaParts {
  readonly #parts: Parts
  readonly #media: ReadonlyMap<string, Media>
  readonly #names = new Map<Media, { image: string; svg?: string }>()

  constructor(parts: Parts, media: ReadonlyMap<string, Media>) {
    this.#parts = parts
    this.#media = media
  }

  /** @throws Error for a picture that nobody has fetched */
  of(source: string): { image: string; svg?: string } {
    const media = this.#media.get(source)
    if (!media) throw new Error(`No picture ${source}`)
    let names = this.#names.get(media)
    if (!names) {
      // A template may have pictures of its own.
      const isTaken = (no: number): boolean =>
        [...this.#parts.keys()].some(part => part.startsWith(`ppt/media/image${no}.`))
      const name = `ppt/media/image${firstFree(isTaken)}`
      names = {
        image: this.#add(`${name}.${media.image.extension}`, media.image.bytes),
        ...(media.svg && { svg: this.#add(`${name}.svg`, media.svg) }),
      }
      this.#names.set(media, names)
    }
    return names
  }

  #add(name: string, bytes: Uint8Array): string {
    this.#parts.set(name, bytes)
    return name
  }
}

/** Parts in one file; what says what they are comes first, as readers expect. */
function zip(parts: Parts): Uint8Array {
  const names = [...parts.keys()].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
  const encoder = new TextEncoder()
  const files: Zippable = Object.fromEntries(
    names.map(name => {
      const content = parts.get(name)!
      const packed = /\.(?:png|jpeg)$/.test(name)
      return [
        name,
        [typeof content === 'string' ? encoder.encode(content) : content, { level: packed ? 0 : 6, mtime: NO_DATE }],
      ]
    }),
  )
  return zipSync(files)
}

function rankOf(name: string): number {
  return ['[Content_Types].xml', '_rels/.rels'].indexOf(name) === -1 ? 2 : name.startsWith('[') ? 0 : 1
}
