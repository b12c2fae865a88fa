import { parseSync } from '@slidev/parser/core'
import { entriesOf } from '../appendix-entries.ts'
import { partName, valuePieces } from '../format.ts'
import type { DeckData } from './context.ts'
import { sourceName } from '../sources.ts'
import { tableIdOf } from '../table-id.ts'
import { appendixPages } from './appendix-pages.ts'
import { appendixParts, type AppendixPart } from './appendix.ts'
import { openTables } from './table-figures.ts'
import { shownFigures } from './shown.ts'
import { contentOffset } from './source.ts'

/** The lines of a Markdown file with every page of the appendix written out. */
export interface ExpandedLines {
  lines: string[]
  /** Zero-based line of the file from which each of them comes; those of a page added, from the slide it continues. */
  origins: number[]
  /** The same of the first line of each slide, those that are hidden included. */
  starts: number[]
}

type SourceSlide = ReturnType<typeof parseSync>['slides'][number]

/**
 * Writes a slide whose only table, of the appendix or of data, names no part as so many slides as its rows need, each
 * with its part written down: whatever reads slides sees parts alone. Titles name their part; the slides behind the
 * first have no note and take no time, and their titles stand below the first one's. What is expanded already stays as
 * it is.
 * @param lines of one Markdown file, without line ends
 */
export function expandAppendix(lines: readonly string[], data: DeckData): ExpandedLines {
  const { slides } = parseSync(lines.join('\n'), '')
  const expanded: ExpandedLines = { lines: [], origins: [], starts: [] }
  const add = (added: readonly string[], from: number): void => {
    added.forEach((line, index) => {
      expanded.lines.push(line)
      expanded.origins.push(from + index)
    })
  }
  let done = 0
  for (const slide of slides) {
    const { start, end } = slide
    add(lines.slice(done, start), done)
    done = end
    const spread = spreadOf(slide, slides, data)
    const { pages } = spread
    for (let part = 1; part <= pages; part++) {
      const page = pages === 1 ? lines.slice(start, end) : pageOf(slide, part, spread)
      let from = start
      if (part > 1) {
        // A front matter begins its slide; any other text needs a line of dashes above it, and a blank one between.
        const opens = page[0]!.startsWith('---')
        add(opens ? [''] : ['', '---'], start)
        if (!opens && page[0]!.trim() !== '') {
          page.unshift('')
          from--
        }
      }
      expanded.starts.push(from)
      add(page, from)
    }
  }
  add(lines.slice(done), done)
  return expanded
}

/** The table of a slide that is to be spread over slides. */
function openTable({ contentRaw, frontmatter }: SourceSlide): (AppendixPart & { chapter: string }) | undefined {
  const [table, ...others] = appendixParts(contentRaw)
  const chapter = table?.undivided && others.length === 0 && frontmatter.src === undefined ? table.chapter : undefined
  return chapter === undefined ? undefined : { ...table!, chapter }
}

/** Over how many slides one is spread, and what tells each of them its part: the props of the tag that ends here. */
interface Spread {
  pages: number
  nameEnd: number
  count: 'of' | 'parts'
}

function spreadOf(slide: SourceSlide, slides: readonly SourceSlide[], data: DeckData): Spread {
  const appendix = openTable(slide)
  if (appendix) return { pages: pagesOf(appendix.chapter, slides, data), nameEnd: appendix.nameEnd, count: 'of' }
  const [table, ...others] = slide.frontmatter.src === undefined ? openTables(slide.contentRaw, data) : []
  return table && others.length === 0 ? { ...table, count: 'parts' } : { pages: 1, nameEnd: 0, count: 'parts' }
}

function pagesOf(chapter: string, slides: readonly SourceSlide[], data: DeckData): number {
  const shown = slides.map(({ contentRaw }) => shownFigures(contentRaw, data))
  const misprints = data.errata.filter(({ chapters }) => chapters.includes(chapter))
  return appendixPages(
    entriesOf(data.figures.filter(figure => figure.chapter.id === chapter)).map(entry => {
      const { label, derived, evidence, period, source, id } = entry[0]!
      const from = source && !derived ? sourceName(source) : ''
      const slides = shown.flatMap((ids, index) => (entry.some(({ id }) => ids.includes(id)) ? [index + 1] : []))
      if (evidence.cell && tableIdOf(id) !== undefined) {
        const { table, row } = evidence.cell
        const heads = entry.map(({ evidence }) => evidence.cell!.column)
        // The rows of a series have a period each, and the heads stand above the first of them.
        const dated = data.findTable(tableIdOf(id)!)?.by === 'periods' ? '' : ` ${period.text}`
        return { label: row, clause: '', slides, table: { name: `${table}${dated}${from}`, heads } }
      }
      const clause = derived ? `${data.derivedMark}：${derived.formula}` : evidence.clause + from
      return { label, value: valuePieces(entry[0]!, data.formatFigure), period: period.text, clause, slides }
    }),
    misprints.length > 0
      ? `原文误植，原句照录：${misprints.map(({ printed, read }) => `“${printed}”应为“${read}”。`).join('')}`
      : '',
  )
}

/** What a front matter says of one slide alone. */
const OWN_KEYS = /^(time|title|name|routeAlias)[ \t]*:.*(?:\n[ \t].*)*/gm
const TITLE = /^(#{1,6})([ \t].*?)[ \t]*$/m

/** One page of a slide, line for line as the slide itself. */
function pageOf(slide: SourceSlide, part: number, { pages: of, nameEnd, count }: Spread): string[] {
  const { raw, contentRaw } = slide
  const base = contentOffset(slide)
  // A next page stands below what the first one opens.
  const above = contentRaw
    .slice(0, nameEnd)
    .replace(TITLE, (_, level, title) => `${part > 1 && level === '#' ? '##' : level}${title}（${partName(part, of)}）`)
  const content = `${above} :part="${part}" :${count}="${of}"${contentRaw.slice(nameEnd)}`
  const head = raw.slice(0, base)
  const page =
    part === 1
      ? head + content + raw.slice(base + contentRaw.length)
      : head.replace(OWN_KEYS, (whole, key) => (key === 'time' ? 'time: 0' : whole.replace(/.+/g, '#'))) + content
  return page.split('\n')
}
