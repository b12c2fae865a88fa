import type { Figure, FigureInput, SheetFigureInput } from '../../../model/figure.ts'
import { byPlace } from '../../../model/clauses.ts'
import { idsOf } from '../../../model/context.ts'
import { withShares } from '../../../model/shares.ts'
import { isSheetFigure } from '../../../model/sheet-figure.ts'
import type { DeckSource } from '../../../model/source.ts'
import { findSource, sourceIdOf, sourcesOf } from '../../../model/sources.ts'
import { writtenTables, type WrittenTable } from '../../../model/tables.ts'
import { tableIdOf } from '../../../model/table-id.ts'
import { FigureSchema, schemaProblems } from '../../../model/schema.ts'
import type { Appearance } from '../../lib/facts/appearances.ts'
import type { Article, SourcePlace } from '../../lib/facts/article.ts'
import type { DeckFacts } from '../../lib/facts/deck.ts'
import type { FactSlide } from '../../../model/slides/read.ts'
import type { Finding, FindingDetail } from '../finding.ts'
import type { SourceLock } from './lock.ts'
import type { FactsRuleId } from './rule-names.ts'

/** Everything that the rules on facts look at. */
export interface Facts extends DeckFacts {
  appearances: readonly Appearance[]
  /** The source, where it is at hand, and its path as typed. */
  article: Article | undefined
  articleFile: string
  /** What was accepted of the source; undefined where nothing was. */
  lock: SourceLock | undefined
}

/** A stated figure of sound shape with the file and chapter that it is written in. */
export interface StatedFigure {
  figure: FigureInput
  file: string
  chapter: string
  /** Where in which source its clause has to stand. */
  place: SourcePlace
}

/** A figure as a cell of a workbook states it, of sound shape. */
export interface StatedCell {
  /** The figure's id; of a cell that states it again, with its number behind it. */
  key: string
  figure: SheetFigureInput
  file: string
  source: string | null
}

/** How something differs from what it should be, where element and text are known already. */
export type Discrepancy = Pick<FindingDetail, 'measured' | 'expected' | 'advice'> & Pick<Finding, 'severity'>

/** A clause that says of its number what the figure does not. */
export function saysMore(words: readonly string[]): Discrepancy {
  return {
    measured: `原句在这个数上写着“${words.join('”“')}”，数据没有说`,
    expected: '原句怎么说，数据就怎么说',
    advice: '增减写进 change，其余如实写进 label 或 note；不是一回事的，请换原句',
  }
}

/** A source in messages: the files that were given, or where the deck has several, its title. */
export function inSource({ source, articleFile }: Pick<Facts, 'source' | 'articleFile'>, id: string | null): string {
  const found = sourcesOf(source).length > 1 ? findSource(source, id) : undefined
  return found ? `《${found.title}》` : `${articleFile} `
}

/** A finding on something in a file. */
export function inFile(rule: FactsRuleId, where: string, detail: FindingDetail & Pick<Finding, 'severity'>): Finding {
  return { rule, slide: 0, title: '', where, ...detail, places: [] }
}

/** A finding on something on a slide; `line` is that of the slide's file. */
export function onSlide(rule: FactsRuleId, slide: FactSlide, line: number, detail: FindingDetail): Finding {
  return { rule, slide: slide.no, title: slide.title, where: `${slide.file}:${line}`, ...detail, places: [] }
}

/** Where something has to stand; its source is that of the file that it is in, where it names none itself. */
export function placeIn(
  deck: DeckSource,
  { source: own, chapter, column }: { source?: string; chapter: string; column?: string },
  file?: string,
): SourcePlace {
  const source = sourceIdOf(deck, own, file)
  const undivided = findSource(deck, source)?.undivided
  return undivided ? { source, chapter: null, column: null } : { source, chapter, column: column ?? null }
}

const isSound = (figure: unknown): boolean => schemaProblems(FigureSchema, figure).length === 0

/** The stated figures of sound shape, as they are written. */
export function writtenFigures({ source }: Pick<Facts, 'source'>) {
  return source.figures.flatMap(({ file, chapter, source: fileSource, figures }) =>
    figures.filter(isSound).map(figure => ({ figure, file, chapter, fileSource })),
  )
}

/** The same, once for each of their places. */
function placedFigures(facts: Pick<Facts, 'source'>) {
  return writtenFigures(facts).flatMap(({ figure: written, ...file }) =>
    byPlace(written).map((figure, index) => ({
      ...file,
      figure,
      key: index === 0 ? figure.id : `${figure.id}#${index + 1}`,
    })),
  )
}

/** A stated figure as one of its clauses states it. */
export interface StatedClause extends StatedFigure {
  /** The figure's id; of a clause that states it again, with its number behind it. */
  key: string
}

/** The clauses that state figures of sound shape; one that states a number again may stand anywhere in its source. */
export function statedClauses(facts: Pick<Facts, 'source'>): StatedClause[] {
  return placedFigures(facts).flatMap(({ figure, key, file, chapter, fileSource }) => {
    if (isSheetFigure(figure)) return []
    const place = placeIn(facts.source, { ...figure.evidence, chapter }, fileSource)
    const anywhere = { source: place.source, chapter: null, column: null, anywhere: true as const }
    return [{ key, figure, file, chapter, place: key === figure.id ? place : anywhere }]
  })
}

/** The figures that clauses state, of sound shape, each with its first clause. */
export function statedFigures(facts: Pick<Facts, 'source'>): StatedFigure[] {
  return statedClauses(facts)
    .filter(({ key, figure }) => key === figure.id)
    .map(({ key: _, ...stated }) => stated)
}

/** The cells that state figures of sound shape. */
export function statedCells(facts: Pick<Facts, 'source'>): StatedCell[] {
  return placedFigures(facts).flatMap(({ figure, key, file, fileSource }) => {
    if (!isSheetFigure(figure)) return []
    return [{ key, figure, file, source: sourceIdOf(facts.source, figure.evidence.source, fileSource) }]
  })
}

/** The tables that are in order, as they are written, with their files. */
export function statedTables({ source, deck }: Pick<Facts, 'source' | 'deck'>): WrittenTable[] {
  return writtenTables(source).filter(({ table }) => deck.tables.some(({ id }) => id === table?.id))
}

/** All figures that are in order, derived ones too. */
export function rawFigures({
  deck,
  source,
}: Pick<Facts, 'deck' | 'source'>): { figure: Figure; of: string | undefined }[] {
  const whole = new Map(source.derived.figures.map(figure => [figure?.id, figure?.of]))
  return deck.figures.map(figure => ({ figure, of: figure.of ?? whole.get(figure.id) }))
}

/** The file of the data that a figure is written in. */
export function fileOf({ source: { figures, derived, tables = [] } }: Pick<Facts, 'source'>, id: string): string {
  const table = tableIdOf(id)
  return (
    figures.find(file => idsOf(file.figures.flatMap(withShares)).includes(id))?.file ??
    tables.find(file => file.tables.some(each => each?.id === table))?.file ??
    derived.file
  )
}

/** The problems of the data that a rule answers for, as findings. */
export function dataFindings(
  { problems, where }: Facts,
  rule: FactsRuleId,
  about: 'relation' | 'formula' | undefined,
  expected: string,
): Finding[] {
  return problems
    .filter(problem => problem.about === about)
    .map(({ file, id, message }) =>
      inFile(rule, where(file, id), {
        element: id,
        text: '',
        measured: message,
        expected,
        advice: `请改 ${file} 里的“${id}”`,
      }),
    )
}
