import type { Derivation, Evidence, Figure } from '../../model/figure.ts'
import type { Kind, Unit } from '../../model/vocabulary.ts'
import type { Qualifier } from '../../model/qualifiers.ts'
import type { Value } from '../../model/values.ts'
import { sourceFact } from '../../model/facts.ts'
import type { SourceDocument } from '../../model/source-document.ts'
import { formatFigure } from '../../model/format.ts'

/** One figure as `--json` prints it. */
export interface FigureRecord {
  id: string
  /** Id of the chapter. */
  chapter: string
  label: string
  /** Negative for a decline; of a proportion its numbers. */
  value: Value
  /** The upper end of a range, of which `value` is the lower. */
  to?: number
  unit: Unit
  qualifier: Qualifier
  kind: Kind
  /** The period as printed. */
  period: string
  /** Column and clause of the source; for a derived figure those of its first input. */
  evidence: Pick<Evidence, 'column' | 'clause'>
  /** The source that states it, in a deck of several. */
  source?: Pick<SourceDocument, 'id' | 'title' | 'publisher' | 'date'>
  /** How the figure was computed; `null` for one that the source states. */
  derived: Derivation | null
  /** The figure as printed with its sign word, e.g. 同比增长8.9%. */
  text: string
}

/** Flattens figures for reports. */
export function figureRecords(figures: readonly Figure[]): FigureRecord[] {
  return figures.map(figure => ({
    id: figure.id,
    chapter: figure.chapter.id,
    label: figure.label,
    value: figure.parts ?? figure.value,
    ...(figure.to !== undefined && { to: figure.to }),
    unit: figure.unit,
    qualifier: figure.qualifier,
    kind: figure.kind,
    period: figure.period.text,
    evidence: {
      ...(figure.evidence.column !== undefined && { column: figure.evidence.column }),
      clause: figure.evidence.clause,
    },
    ...(figure.source && { source: sourceFact(figure.source) }),
    derived: figure.derived,
    text: formatFigure(figure, 'worded'),
  }))
}
