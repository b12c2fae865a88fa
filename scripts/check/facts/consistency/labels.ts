import type { Figure, FigureInput } from '../../../../model/figure.ts'
import { decodeEntities, propOf } from '../../../../model/slides/ids.ts'
import type { Appearance } from '../../../lib/facts/appearances.ts'
import type { Finding } from '../../finding.ts'
import { quantitiesOf } from '../../../../model/reading/statement.ts'
import { fileOf, inFile, onSlide, rawFigures, statedFigures, type Facts } from '../facts.ts'

/** No two figures go by one label where a reader could take one for the other, and no fact is written down twice. */
export function labels(facts: Facts): Finding[] {
  return [...shortLabels(facts), ...typedLabels(facts), ...sameFact(facts)]
}

/** A change and the amount that it changes may have one label, or two times; what has one measure may not. */
function confusable(a: Figure, b: Figure): boolean {
  return a.id !== b.id && a.kind === b.kind && a.unit === b.unit && a.period.id === b.period.id
}

/** Cells go by the names of their rows, whatever is measured. */
function labelled(facts: Facts): Figure[] {
  return rawFigures(facts)
    .map(({ figure }) => figure)
    .filter(({ evidence }) => !evidence.cell)
}

function shortLabels(facts: Facts): Finding[] {
  const figures = labelled(facts)
  return figures.flatMap((figure, index) => {
    const other = figures
      .slice(0, index)
      .find(
        each =>
          confusable(each, figure) &&
          each.label !== figure.label &&
          [each.label, each.short].some(name => name === figure.short || name === figure.label),
      )
    return other
      ? [
          inFile('consistency', facts.where(fileOf(facts, figure.id), figure.id), {
            element: figure.id,
            text: figure.short,
            measured: `与“${other.id}”（${other.label}）用同一个名称，单位和类别也相同`,
            expected: '不同的数据有不同的名称',
            advice: '请改 label 或 short',
          }),
        ]
      : []
  })
}

function typedLabel({ tag }: Appearance): string | undefined {
  const value = tag.attributes.find(({ name }) => propOf(name).prop === 'label' && !propOf(name).bound)?.value
  return value === undefined ? undefined : decodeEntities(value).trim()
}

function typedLabels(facts: Facts): Finding[] {
  const figures = labelled(facts)
  const typed = facts.appearances.flatMap(appearance => {
    const label = typedLabel(appearance)
    const figure = figures.find(({ id }) => id === appearance.id)
    return label && figure ? [{ appearance, label, figure }] : []
  })
  return typed.flatMap(({ appearance, label, figure }, index) => {
    const other =
      figures.find(each => confusable(each, figure) && (each.label === label || each.short === label)) ??
      typed.slice(0, index).find(each => each.label === label && confusable(each.figure, figure))?.figure
    return other
      ? [
          onSlide('consistency', appearance.slide, appearance.line, {
            element: `<${appearance.component}> ${figure.id}`,
            text: label,
            measured: `label 写的是“${other.id}”（${other.label}）的名称`,
            expected: `“${figure.id}”自己的名称，如“${figure.label}”`,
            advice: '请改 label，或改编号',
          }),
        ]
      : []
  })
}

/** Where in `clause` another figure, of the same sentence, states the same number; empty where it states none of it. */
function placesOf(other: FigureInput, clause: string): number[] {
  const own = other.evidence.clause
  const [inside, around] = [clause.indexOf(own), own.indexOf(clause)]
  const shift = inside >= 0 ? inside : -around
  return inside < 0 && around < 0 ? [] : quantitiesOf(other, own).map(({ start }) => start + shift)
}

/** A number that a clause states serves one figure, however much of the sentence is cited. */
function sameFact(facts: Facts): Finding[] {
  const stated = statedFigures(facts)
  return stated.flatMap(({ figure, chapter, file }, index) => {
    const { clause, column } = figure.evidence
    const own = quantitiesOf(figure, clause).map(({ start }) => start)
    const same = stated
      .slice(0, index)
      .filter(
        other =>
          other.chapter === chapter &&
          other.figure.evidence.column === column &&
          placesOf(other.figure, clause).some(start => own.includes(start)),
      )
    if (same.length === 0 || own.length > same.length) return []
    return [
      inFile('consistency', facts.where(file, figure.id), {
        element: figure.id,
        text: clause,
        measured: `与“${same[0]!.figure.id}”是原句里的同一个数`,
        expected: '一个数只写一条数据',
        advice: '请删去其中一条，幻灯片里用留下的编号',
      }),
    ]
  })
}
