import type { LayoutSnapshot } from '../../check/layout/facts.ts'
import { missingFrom } from '../pdf-text.ts'
import type { Problem } from '../problems.ts'
import type { NativeChart } from './charts/native-chart.ts'
import type { Paragraph, Shape, SlideModel } from './model.ts'

/** What can be read on a slide of the presentation. */
export function slideText(shapes: readonly Shape[]): string {
  return shapes.map(shapeText).join('\n')
}

function shapeText(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return paragraphsText(shape.paragraphs)
    case 'group':
      return slideText(shape.shapes)
    case 'table':
      return shape.rows.flatMap(({ cells }) => cells.map(cell => paragraphsText(cell.paragraphs))).join('\n')
    case 'chart':
      return chartText(shape.chart)
    default:
      return ''
  }
}

/** What a chart prints: the names of its categories, and the labels of its points. */
function chartText({ axes, categories, groups }: NativeChart): string {
  const labels = groups.flatMap(({ series }) =>
    series.flatMap(({ points }) => points.flatMap(point => point?.label?.runs.map(({ text }) => text) ?? [])),
  )
  return [...(axes?.names ? categories : []), ...labels].join('\n')
}

function paragraphsText(paragraphs: readonly Paragraph[]): string {
  return paragraphs.flatMap(({ lines }) => lines.map(runs => runs.map(({ text }) => text).join(''))).join('\n')
}

/** Texts that are seen on the slides and are not in the presentation. */
export function lostTexts(layouts: readonly LayoutSnapshot[], slides: readonly SlideModel[]): Problem[] {
  return slides.flatMap(({ no, shapes }) => {
    const seen = layouts.findLast(layout => layout.no === no)
    return missingFrom(seen?.pieces ?? [], slideText(shapes)).map(({ text, element }) => ({
      slide: no,
      message: `“${text.trim()}”（${element}）没有写进 PPTX`,
    }))
  })
}
