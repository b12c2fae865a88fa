import type { Operand } from './expression.ts'
import type { Chapter, Figure, FigureInput, Period, ResolvedPeriod } from './figure.ts'
import type { DeckSource, DerivedInput } from './source.ts'
import type { SourceDocument } from './source-document.ts'
import { cellsOf } from './cells.ts'
import { tellPlace } from './clauses.ts'
import { decimalsOf } from './format.ts'
import { evaluate, figure, formulaText, inputsOf, operandOf, percentOf, round } from './expression.ts'
import { formulaPeriod } from './formula-period.ts'
import { kindOf } from './vocabulary.ts'
import { numberOf } from './values.ts'
import { datasetOf, type Dataset } from './lookup.ts'
import { inPrintedUnit } from './print-unit.ts'
import { resolvePeriod } from './periods.ts'
import { sharesOf } from './shares.ts'
import { withPlace } from './sheet-figure.ts'
import { findSource, sourceIdOf, sourcesOf } from './sources.ts'
import { writtenTables } from './tables.ts'
import { plansOf, ratesOf, type WrittenRate } from './targets.ts'

/** The number of a figure as its source states it. */
function statedNumber({ value, to, decimals, unit }: FigureInput): NonNullable<Figure['stated']> {
  return { value, ...(to !== undefined && { to }), ...(decimals !== undefined && { decimals }), unit }
}

function resolve({ printAs, shares: _, doubt, ...written }: FigureInput, chapter: Chapter, deck: DeckSource): Figure {
  const input = printAs === undefined ? written : inPrintedUnit({ ...written, printAs })
  const { value, evidence } = input
  const { also, ...place } = evidence
  return {
    ...input,
    evidence: { ...place, ...(also && { also: also.map(each => tellPlace(each, deck)) }) },
    ...(printAs !== undefined && { stated: statedNumber(written) }),
    value: numberOf(value),
    ...(typeof value !== 'number' && { parts: value }),
    short: input.short ?? input.label,
    chapter,
    decimals: decimalsOf(input),
    kind: kindOf(input),
    qualifier: input.qualifier ?? 'none',
    period: resolvePeriod(input.period, deck.periods)!,
    derived: null,
  }
}

/** Where the source has no columns, a table stands in its chapter as all else does. */
function withoutColumn(cell: FigureInput, { columns }: DeckSource): FigureInput {
  const { column, ...evidence } = cell.evidence
  return columns.length > 0 ? cell : { ...cell, evidence }
}

/** In a series, what tells one cell from another is the period. */
function resolveCell(input: FigureInput, chapter: Chapter, deck: DeckSource): Figure {
  const figure = resolve(input, chapter, deck)
  return { ...figure, short: input.short ?? figure.period.text }
}

function derive(
  { expression, period, ...input }: DerivedInput,
  stated: ReadonlyMap<string, Figure>,
  periods: readonly Period[],
): Figure {
  const operand = (id: string): Operand => operandOf(stated.get(id)!)
  const inputs = inputsOf(expression)
  const first = stated.get(inputs[0]!)!
  return {
    ...input,
    short: input.short ?? input.label,
    ...round(evaluate(expression, operand), input.decimals),
    chapter: first.chapter,
    ...(first.source && { source: first.source }),
    period: formulaPeriod(
      { expression, ...(period !== undefined && { period }) },
      id => stated.get(id)!,
      periods,
    ) as ResolvedPeriod,
    evidence: first.evidence,
    derived: { formula: formulaText(expression, operand), inputs, rounding: input.decimals },
  }
}

/** What was done in percent of what a plan asked for: the plan's number is what it says, whatever its qualifier. */
function deriveRate({ id, label, plan, done, decimals }: WrittenRate, stated: ReadonlyMap<string, Figure>): Figure {
  const expression = percentOf(figure(done), figure(plan))
  const operand = (of: string): Operand =>
    operandOf(of === plan ? { ...stated.get(of)!, qualifier: 'none' } : stated.get(of)!)
  const { chapter, period, evidence, source } = stated.get(done)!
  return {
    ...{ id, label, short: label, unit: '%', kind: 'completion', decimals, chapter, period, evidence },
    ...(source && { source }),
    ...round(evaluate(expression, operand), decimals),
    derived: { formula: formulaText(expression, operand), inputs: inputsOf(expression), rounding: decimals },
  }
}

/** The source of an id; a figure names it where there are several, or where it has no chapters. */
function sourceOf(deck: DeckSource, id: string | null): { source?: SourceDocument } {
  const source = findSource(deck, id)
  return source && (source.undivided || sourcesOf(deck).length > 1) ? { source } : {}
}

/** Resolves a deck's data, in which `validate` found nothing wrong. */
export function resolveDataset<Id extends string>(source: DeckSource): Dataset<Id> {
  const isPlanned = plansOf(source)
  const planned = (input: FigureInput, figure: Figure, id: string | null): Figure =>
    isPlanned(input, id) ? { ...figure, planned: true } : figure
  const stated = new Map<string, Figure>()
  for (const { chapter: id, figures, source: fileSource } of source.figures) {
    const chapter = source.chapters.find(each => each.id === id)!
    for (const written of figures) {
      const sourceId = sourceIdOf(source, written.evidence.source, fileSource)
      const input = withPlace(written)
      const resolved = (figure: FigureInput): Figure => ({
        ...planned(input, resolve(figure, chapter, source), sourceId),
        ...sourceOf(source, sourceId),
      })
      stated.set(input.id, resolved(input))
      for (const share of sharesOf(input)) stated.set(share.id, { ...resolved(share), stated: statedNumber(input) })
    }
  }
  const cells = writtenTables(source).flatMap(({ table, source: id }) => {
    const chapter = source.chapters.find(({ id }) => id === table.chapter)!
    return cellsOf(table).map(cell => ({
      ...planned(cell, resolveCell(withoutColumn(cell, source), chapter, source), id),
      ...sourceOf(source, id),
    }))
  })
  const inputs = new Map([...stated, ...cells.map(cell => [cell.id, cell] as const)])
  const derived = source.derived.figures.map(input => derive(input, inputs, source.periods))
  const rates = ratesOf(source, id => inputs.get(id)).map(rate => deriveRate(rate, inputs))
  const all = [...stated.values(), ...derived, ...rates, ...cells] as Figure<Id>[]
  const figures = source.chapters.flatMap(chapter => all.filter(figure => figure.chapter.id === chapter.id))
  return datasetOf(figures)
}
