import { formulaText, inputsOf, operandOf } from '../../../model/expression.ts'
import type { FigureInput, Period } from '../../../model/figure.ts'
import { isSamePeriod, resolvePeriod } from '../../../model/periods.ts'
import { DerivedSchema, schemaProblems } from '../../../model/schema.ts'
import type { DerivedInput } from '../../../model/source.ts'
import { kindOf } from '../../../model/vocabulary.ts'
import { tellsDirection } from '../../../model/reading/statement.ts'
import { changeBefore, termProblems } from './terms.ts'
import { bigramOverlap } from '../likeness.ts'
import type { Finding } from '../finding.ts'
import { dataFindings, inFile, statedFigures, type Discrepancy, type Facts } from './facts.ts'

/** What loading refuses of formulas, terms that do not belong together, and labels that say something else. */
export function derived(facts: Facts): Finding[] {
  const stated = new Map(statedFigures(facts).map(({ figure }) => [figure.id, figure]))
  const { file, figures } = facts.source.derived
  const { periods } = facts.source
  return [
    ...dataFindings(facts, 'derived', 'formula', '算式成立，单位、类别和时段相配'),
    ...figures
      .filter(figure => schemaProblems(DerivedSchema, figure).length === 0)
      .filter(figure => inputsOf(figure.expression).every(id => stated.has(id)))
      .flatMap(figure =>
        [...terms(figure, stated, periods), ...dated(figure, stated, periods), ...named(figure, stated)].map(wrong =>
          inFile('derived', facts.where(file, figure.id), {
            element: figure.id,
            text: formulaText(figure.expression, id => operandOf(stated.get(id)!)),
            ...wrong,
          }),
        ),
      ),
  ]
}

/** Whether a result is of another time than what goes in. */
function isOfOtherTime(
  { expression, period }: DerivedInput,
  stated: ReadonlyMap<string, FigureInput>,
  periods: readonly Period[],
): boolean {
  const idOf = (name: string): string => resolvePeriod(name, periods)?.id ?? name
  return period !== undefined && !inputsOf(expression).some(id => idOf(stated.get(id)!.period) === idOf(period))
}

/** Whether the terms of a formula belong together, and a change that is undone leads to another time. */
function terms(
  derived: DerivedInput,
  stated: ReadonlyMap<string, FigureInput>,
  periods: readonly Period[],
): Discrepancy[] {
  const { expression } = derived
  const find = (id: string): FigureInput => stated.get(id)!
  const earlier = isOfOtherTime(derived, stated, periods)
  const isChange = (id: string): boolean =>
    earlier && (tellsDirection(find(id), 'rise') || tellsDirection(find(id), 'fall'))
  const isEarlier = (...ids: [string, string]): boolean => {
    const [one, other] = ids.map(id => ({ ...find(id), period: resolvePeriod(find(id).period, periods) }))
    const alike = one!.unit === other!.unit && kindOf(one!) === kindOf(other!)
    return alike && Boolean(one!.period && other!.period && !isSamePeriod(one!.period, other!.period))
  }
  const before = earlier ? undefined : changeBefore(expression, find)
  const expected = '算式里的数据是一回事：同类相加，从整体里减去部分，除以自己的占比或增减'
  return [
    ...termProblems(expression, find, (id, from) => isChange(id) || isEarlier(id, from)).map(measured => ({
      measured,
      expected,
      advice: '请核对算式',
    })),
    ...(before === undefined
      ? []
      : [
          {
            measured: `除以变化得出的是变化之前的数，时段却与${before}相同`,
            expected: '时段是变化之前的',
            advice: '请写明 period：data/periods.ts 里的编号，或时段的代码',
          },
        ]),
  ]
}

/**
 * Words of a label that set a number before the time of what it is computed from; with 相当于 they are only compared
 * with.
 */
const EARLIER = /(?<!相当于|比|较)(?:年初|期初|上年|去年|上期|往年)/

/** Whether the result is of the time that its label makes it. */
function dated(
  derived: DerivedInput,
  stated: ReadonlyMap<string, FigureInput>,
  periods: readonly Period[],
): Discrepancy[] {
  const word = derived.kind === 'share' ? undefined : EARLIER.exec(derived.label)?.[0]
  if (word === undefined || isOfOtherTime(derived, stated, periods)) return []
  return [
    {
      measured: `名称写着“${word}”，时段却与算式里的数据相同`,
      expected: '时段与名称一致',
      advice: '请写明 period：data/periods.ts 里的编号，或时段的代码',
    },
  ]
}

/** Share of a name that a label has to hold before it is taken to be about that figure. */
const ABOUT = 0.9
/** What a label at most has of the names of its own inputs where it is about another figure. */
const FOREIGN = 0.5

/**
 * Whether the label is about what goes in: it has something of each input's name, and no name of what does not go in.
 */
function named(
  { label, short = '', whole = '', expression }: DerivedInput,
  stated: ReadonlyMap<string, FigureInput>,
): Discrepancy[] {
  const ids = inputsOf(expression)
  const own = ids.map(id => stated.get(id)!)
  const held = (figure: FigureInput): number => bigramOverlap(figure.short ?? figure.label, [label])
  const strange = own.find(
    figure =>
      bigramOverlap(figure.label, [label, short, whole]) === 0 &&
      bigramOverlap(label, [figure.label, figure.evidence.clause]) === 0,
  )
  if (strange)
    return [
      {
        measured: `名称“${label}”与算式里的“${strange.label}”（${strange.id}）没有一处相同`,
        expected: '名称说的是算式里的数据',
        advice: '请看一眼算式里的编号和 label',
        severity: 'notice',
      },
    ]
  const other = [...stated.values()].find(figure => !ids.includes(figure.id) && held(figure) >= ABOUT)
  if (!other || own.some(figure => held(figure) > FOREIGN)) return []
  return [
    {
      measured: `名称“${label}”说的是“${other.label}”（${other.id}），算式里没有它`,
      expected: '名称说的是算式里的数据',
      advice: '请核对算式里的编号，或改 label',
    },
  ]
}
