import type { Figure, FigureInput } from '../../../model/figure.ts'
import type { TableInput } from '../../../model/table.ts'
import { writtenTables } from '../../../model/tables.ts'
import { tableIdOf } from '../../../model/table-id.ts'
import { FigureSchema, schemaProblems } from '../../../model/schema.ts'
import type { Appearance } from '../../lib/facts/appearances.ts'
import type { Article } from '../../lib/facts/article.ts'
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

/** A finding on something in a file. */
export function inFile(rule: FactsRuleId, where: string, detail: FindingDetail & Pick<Finding, 'severity'>): Finding {
  return { rule, slide: 0, title: '', where, ...detail, places: [] }
}

/** A finding on something on a slide; `line` is that of the slide's file. */
export function onSlide(rule: FactsRuleId, slide: FactSlide, line: number, detail: FindingDetail): Finding {
  return { rule, slide: slide.no, title: slide.title, where: `${slide.file}:${line}`, ...detail, places: [] }
}

/** The stated figures whose shape is in order. */
export function statedFigures({ source }: Pick<Facts, 'source'>): StatedFigure[] {
  return source.figures.flatMap(({ file, chapter, figures }) =>
    figures
      .filter(figure => schemaProblems(FigureSchema, figure).length === 0)
      .map(figure => ({ figure, file, chapter })),
  )
}

/** The tables that are in order, as they are written, with their files. */
export function statedTables({ source, deck }: Pick<Facts, 'source' | 'deck'>): { table: TableInput; file: string }[] {
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
    figures.find(file => file.figures.some(figure => figure?.id === id))?.file ??
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
