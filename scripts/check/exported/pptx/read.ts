import { collapseSpaces } from '../../../../model/reading/text.ts'
import { elementsOf, textOf, childrenOf } from '../../../lib/facts/office/xml.ts'
import { slideNumber } from '../../../export/pptx/slide.ts'
import type { ExportedFile, ExportedPage, ExportedText } from '../facts.ts'
import { readChart } from './chart.ts'
import { unreadableExport } from '../unreadable.ts'
import { openPackage, type OfficePackage } from './package.ts'
import { partTexts, shapeTexts } from './texts.ts'

/** Parts that many slides have in common. */
const COMMON = new Set(['slideLayout', 'slideMaster', 'notesMaster', 'theme', 'slide'])
/** What of a file's properties people write. */
const WRITTEN = new Set(['title', 'subject', 'creator', 'description', 'keywords', 'category'])

/**
 * What a presentation says.
 * @param file for messages
 * @throws HuibaoError where it cannot be read
 */
export function readPptx(file: string, content: Uint8Array): ExportedFile {
  const parts = openPackage(file, content)
  const main = parts.references('').find(({ type }) => type === 'officeDocument')?.target
  if (main === undefined || !parts.has(main)) throw unreadableExport(file, '它不是 PowerPoint 的文件')
  const targets = new Map(parts.references(main).map(({ id, target }) => [id, target]))
  const slides = elementsOf(parts.xml(main), 'sldId').flatMap(({ attributes }) => {
    const name = targets.get(attributes['r:id'] ?? '')
    return name !== undefined && parts.has(name) ? [name] : []
  })
  const numbers = slides.map(name => slideNumber(elementsOf(parts.xml(name), 'cSld')[0]?.attributes.name ?? ''))
  const named = numbers.some(number => number !== undefined)
  return {
    // A slide that somebody has added has no name.
    pages: slides.map((name, index) => readSlide(parts, name, index + 1, named ? numbers[index] : index + 1)),
    document: [...propertyTexts(parts), ...commonTexts(parts)],
    pictures: parts.names.filter(name => /^ppt\/media\/.*\.(?:jpe?g|gif|bmp|tiff?|emf|wmf)$/i.test(name)).length,
  }
}

function readSlide(parts: OfficePackage, name: string, no: number, slide: number | undefined): ExportedPage {
  const root = parts.xml(name)
  const own = parts
    .references(name)
    .filter(({ external, target, type }) => !external && parts.has(target) && !COMMON.has(type))
  const places = new Map(
    elementsOf(root, 'graphicFrame').flatMap(frame => {
      const [properties] = elementsOf(frame, 'cNvPr')
      return elementsOf(frame, 'chart').map(
        ({ attributes }) => [attributes['r:id'] ?? '', `“${properties?.attributes.name ?? ''}”`] as const,
      )
    }),
  )
  const charts = own
    .filter(({ type }) => type === 'chart')
    .map(({ id, target }) => readChart(parts, target, places.get(id) ?? '图表'))
  const others = own.filter(({ type, target }) => type !== 'chart' && /\.xml$/.test(target))
  return {
    no,
    slide,
    isSlide: true,
    counted: elementsOf(root, 'fld').some(({ attributes }) => attributes.type === 'slidenum'),
    texts: filled([
      ...shapeTexts(root),
      ...charts.flatMap(({ texts }) => texts),
      ...others.flatMap(({ type, target }) =>
        type === 'notesSlide'
          ? partTexts(parts.xml(target), '备注')
          : partTexts(parts.xml(target), type.startsWith('comment') ? '批注' : target),
      ),
    ]),
    charts: charts.map(({ chart }) => chart),
  }
}

/** What stands on the slides of a template. Placeholders only say where texts go. */
function commonTexts(parts: OfficePackage): ExportedText[] {
  return parts.names
    .filter(name => /^ppt\/slide(?:Layouts|Masters)\/[^/]+\.xml$/.test(name))
    .flatMap(name => {
      const shapes = elementsOf(parts.xml(name), 'sp').filter(shape => elementsOf(shape, 'ph').length === 0)
      return filled(shapes.flatMap(shape => partTexts(shape, '模板')))
    })
}

function propertyTexts(parts: OfficePackage): ExportedText[] {
  const found = parts.references('').filter(({ type, target }) => /properties$/.test(type) && parts.has(target))
  return filled(
    found.flatMap(({ target }) =>
      childrenOf(parts.xml(target))
        .filter(({ name }) => WRITTEN.has(name))
        .map(element => ({ place: `文件属性 ${element.name}`, text: collapseSpaces(textOf(element)) })),
    ),
  )
}

const filled = (texts: readonly ExportedText[]): ExportedText[] => texts.filter(({ text }) => text !== '')
