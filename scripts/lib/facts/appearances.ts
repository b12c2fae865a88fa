import { entriesOf } from '../../../model/appendix-entries.ts'
import { partOf } from '../../../model/appendix-part.ts'
import type { Figure } from '../../../model/figure.ts'
import { appendixParts } from '../../../model/slides/appendix.ts'
import type { DeckData } from '../../../model/slides/context.ts'
import { styleOf } from '../../../model/slides/figure-text.ts'
import { componentName } from '../../../model/slides/ids.ts'
import { scanTags, type Tag } from '../../../model/slides/scan.ts'
import { figuresShownBy, SILENT } from '../../../model/slides/shown.ts'
import { contentOffset, lineAt, noteOffset } from '../../../model/slides/source.ts'
import { CODE_BLOCK, COMMENT } from '../../../model/slides/title.ts'
import type { FactSlide } from '../../../model/slides/read.ts'

/** What prints a figure: a chart tells its figures in its alternative text too. */
export type Medium = 'title' | 'body' | 'number' | 'chart' | 'note' | 'appendix'

/** One place in the slides that names a figure. */
export interface Appearance {
  id: string
  slide: FactSlide
  medium: Medium
  /** Name of the component, such as Fig or BarChart, and its prop. */
  component: string
  prop: string
  /** How it is printed; `period` prints no value. */
  style: string
  /** Line of the slide's file. */
  line: number
  /** The component with all that it says, and where it stands in the slide's content or note. */
  tag: Tag
}

/** Components that print numbers large, each with label and period. */
const NUMBERS = new Set(['BigNumber', 'FigureGrid', 'Scoreboard', 'Compare'])
const HEADING = /^#{1,6}[ \t].*$|<(h[1-6])(?=[\s>])[^>]*>[\s\S]*?<\/\1>/gim

/** Whether a component is a chart, whose figures are compared with one another. */
export function isChart(component: string, { figureProps }: Pick<DeckData, 'figureProps'>): boolean {
  return component in figureProps && component !== 'Fig' && !NUMBERS.has(component) && !SILENT.has(component)
}

/** The same length as `content`, with blanks for what is no Markdown. */
function headingsOf(content: string): { start: number; end: number }[] {
  const blank = (text: string): string => text.replace(/[^\n]/g, ' ')
  const shown = content.replace(CODE_BLOCK, blank).replace(COMMENT, blank)
  return [...shown.matchAll(HEADING)].map(({ index, 0: text }) => ({ start: index, end: index + text.length }))
}

function ofText(
  slide: FactSlide,
  text: string,
  base: number,
  data: DeckData,
  mediumOf: (tag: Tag) => Medium,
): Appearance[] {
  return scanTags(text).flatMap(tag => {
    const found = { slide, medium: mediumOf(tag), component: componentName(tag.name), style: styleOf(tag), tag }
    return figuresShownBy(tag, data).map(({ id, at, prop }) => ({
      ...found,
      id,
      prop,
      line: lineAt(slide, base + at),
    }))
  })
}

function ofAppendix(slide: FactSlide, figures: readonly Figure[]): Appearance[] {
  const tags = scanTags(slide.contentRaw)
  return appendixParts(slide.contentRaw).flatMap(({ chapter, part, of, at }) => {
    const tag = tags.find(({ start }) => start === at)!
    const line = lineAt(slide, contentOffset(slide) + at)
    return partOf(entriesOf(figures.filter(figure => figure.chapter.id === chapter)), part ?? 1, of ?? 1)
      .flatMap(entry => entry)
      .map(({ id }) => ({
        id,
        slide,
        medium: 'appendix' as const,
        component: 'AppendixTable',
        prop: 'chapter',
        style: 'worded',
        line,
        tag,
      }))
  })
}

/** Every place in the slides that names a figure, slide by slide; notes and the appendix last of each. */
export function appearancesOf(slides: readonly FactSlide[], data: DeckData, figures: readonly Figure[]): Appearance[] {
  return slides.flatMap(slide => {
    const headings = headingsOf(slide.contentRaw)
    const inContent = (tag: Tag): Medium => {
      const component = componentName(tag.name)
      if (headings.some(({ start, end }) => tag.start >= start && tag.end <= end)) return 'title'
      return NUMBERS.has(component) ? 'number' : isChart(component, data) ? 'chart' : 'body'
    }
    return [
      ...ofText(slide, slide.contentRaw, contentOffset(slide), data, inContent),
      ...(slide.rawNote ? ofText(slide, slide.rawNote, noteOffset(slide, slide.rawNote), data, () => 'note') : []),
      ...ofAppendix(slide, figures),
    ]
  })
}

/** Whether an appearance shows the figure's value to those who look at the slide. */
export function isShown({ medium, style }: Appearance): boolean {
  return medium !== 'note' && medium !== 'appendix' && style !== 'period'
}
