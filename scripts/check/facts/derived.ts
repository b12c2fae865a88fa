import { formatFigure } from '../../../model/format.ts'
import { evaluate, formulaText, inputsOf, round, type Expression } from '../../../model/expression.ts'
import { operandOf } from '../../../model/operand.ts'
import type { FigureInput } from '../../../model/figure.ts'
import { DerivedSchema, schemaProblems } from '../../../model/schema.ts'
import type { DerivedInput } from '../../../model/source.ts'
import { KIND_NAMES, type Qualifier } from '../../../model/vocabulary.ts'
import { bigramOverlap } from '../likeness.ts'
import type { Finding } from '../finding.ts'
import { dataFindings, inFile, statedFigures, type Discrepancy, type Facts } from './facts.ts'
import { computeInterval, FormulaError, printedOf } from './interval.ts'

/**
 * Each formula is computed anew, by arithmetic of the check's own, and compared with what the deck prints: value,
 * rounding and the qualifier that follows from the inputs. What is subtracted from, divided by or added to must belong
 * together.
 */
export function derived(facts: Facts): Finding[] {
  const stated = new Map(statedFigures(facts).map(({ figure }) => [figure.id, figure]))
  const { file, figures } = facts.source.derived
  return [
    ...dataFindings(facts, 'derived', 'formula', '算式成立，单位、类别和时段相配'),
    ...figures
      .filter(figure => schemaProblems(DerivedSchema, figure).length === 0)
      .filter(figure => inputsOf(figure.expression).every(id => stated.has(id)))
      .flatMap(figure =>
        judge(figure, stated, facts).map(wrong =>
          inFile('derived', facts.where(file, figure.id), {
            element: figure.id,
            text: formulaText(figure.expression, id => operandOf(stated.get(id)!)),
            ...wrong,
          }),
        ),
      ),
  ]
}

function judge(figure: DerivedInput, stated: ReadonlyMap<string, FigureInput>, facts: Facts): Discrepancy[] {
  return [
    ...recompute(figure, stated, facts),
    ...plausible(figure, stated),
    ...related(figure.expression, stated),
    ...dated(figure, stated),
    ...named(figure, stated),
  ]
}

function text({ unit, kind, decimals }: DerivedInput, printed: { value: number; qualifier: Qualifier }): string {
  return formatFigure({ ...printed, unit, kind, decimals })
}

/** What the deck prints of the figure: as loaded, or where nothing could be loaded, as the model computes it. */
function printedByDeck(
  figure: DerivedInput,
  stated: ReadonlyMap<string, FigureInput>,
  { deck }: Facts,
): { value: number; qualifier: Qualifier } | undefined {
  const loaded = deck.findFigure(figure.id)
  if (loaded) return loaded
  try {
    return round(
      evaluate(figure.expression, id => operandOf(stated.get(id)!)),
      figure.decimals,
    )
  } catch {
    return undefined
  }
}

function recompute(figure: DerivedInput, stated: ReadonlyMap<string, FigureInput>, facts: Facts): Discrepancy[] {
  try {
    const result = computeInterval(figure.expression, id => stated.get(id)!)
    const expected = printedOf(result, figure.decimals)
    const deck = printedByDeck(figure, stated, facts)
    if (result.unit !== figure.unit)
      return [
        { measured: `单位写的是“${figure.unit}”`, expected: `算出的单位“${result.unit}”`, advice: '请改单位或算式' },
      ]
    if (!deck || (deck.value === expected.value && deck.qualifier === expected.qualifier)) return []
    return [
      {
        measured: `印成“${text(figure, deck)}”`,
        expected: `重新算出的“${text(figure, expected)}”`,
        advice: '请核对算式、小数位数和各输入的限定词',
      },
    ]
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    return [{ measured: `算不出来：${error.message}`, expected: '算式有结果', advice: '请改算式' }]
  }
}

function plausible(
  { kind, unit, decimals, expression, of, whole }: DerivedInput,
  stated: ReadonlyMap<string, FigureInput>,
): Discrepancy[] {
  const wrong: Discrepancy[] = []
  const value = (): number =>
    printedOf(
      computeInterval(expression, id => stated.get(id)!),
      decimals,
    ).value
  try {
    if (kind === 'share' && unit === '%' && value() > 100)
      wrong.push({ measured: `占比是 ${value()}%`, expected: '占比不超过 100%', advice: '请核对算式' })
    if (kind === 'share' && of === undefined && whole === undefined)
      wrong.push({ measured: '占比没有写明是谁的一部分', expected: '写明 of 或 whole', advice: '请补上 whole' })
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
  }
  return wrong
}

/**
 * Words of a label that set a number before the time of what it is computed from; with 相当于 they are only compared
 * with.
 */
const EARLIER = /(?<!相当于|比|较)(?:年初|期初|上年|去年|上期|往年)/

/** Whether the result is of the time that its formula or its label makes it. */
function dated(
  { label, kind, period, expression }: DerivedInput,
  stated: ReadonlyMap<string, FigureInput>,
): Discrepancy[] {
  const own = inputsOf(expression).map(id => stated.get(id)!.period)
  if (period !== undefined && !own.includes(period)) return []
  const undone = expression.op === '÷' && changeOf(expression.right, stated)
  const word = kind === 'share' ? undefined : EARLIER.exec(label)?.[0]
  const advice = '请写明 period；data/periods.ts 里没有的，先补上'
  if (undone)
    return [
      {
        measured: `除以变化得出的是变化之前的数，时段却与“${undone.label}”（${undone.id}）相同`,
        expected: '时段是变化之前的',
        advice,
      },
    ]
  return word === undefined
    ? []
    : [{ measured: `名称写着“${word}”，时段却与算式里的数据相同`, expected: '时段与名称一致', advice }]
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
        advice: '请核对算式里的编号，或改 label',
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

/** Whether the terms of each step belong together: like is taken from like, a whole is divided by its own share. */
function related(expression: Expression, stated: ReadonlyMap<string, FigureInput>): Discrepancy[] {
  if (expression.op === 'figure' || expression.op === 'percent') return []
  const { op, left, right } = expression
  const [a, b] = [left, right].map(side => (side.op === 'figure' ? stated.get(side.id) : undefined))
  const name = ({ id, label }: FigureInput): string => `“${label}”（${id}）`
  const below = [...related(left, stated), ...related(right, stated)]
  if (op === '−' && a && b && b.of !== a.id)
    return [
      ...below,
      {
        measured: `从${name(a)}里减去${name(b)}，后者没有写明是前者的一部分`,
        expected: `减去的是被减数的一部分（of: '${a.id}'）`,
        advice: '请核对算式里的编号，或补上 of',
      },
    ]
  if (op === '+' && a && b && (a.of === b.id || b.of === a.id))
    return [
      ...below,
      {
        measured: `${name(a)}和${name(b)}相加，其中一个已经包含另一个`,
        expected: '相加的互不包含',
        advice: '请核对算式里的加减',
      },
    ]
  if (op === '+' && a && b && a.kind !== b.kind)
    return [
      ...below,
      {
        measured: `${name(a)}是${KIND_NAMES[a.kind]}，${name(b)}是${KIND_NAMES[b.kind]}`,
        expected: '相加的是同一类',
        advice: '请核对算式里的编号',
      },
    ]
  if (op === '÷' && a) {
    const share = b ?? changeOf(right, stated)
    if (share && share.unit === '%' && share.of !== a.id)
      return [
        ...below,
        {
          measured: `${name(a)}除以${name(share)}，后者没有写明是前者的占比或增减`,
          expected: `除数是被除数的占比或增减（of: '${a.id}'）`,
          advice: '请核对算式里的编号，或补上 of',
        },
      ]
  }
  if (left.op === 'percent' && left.value !== 100)
    return [
      ...below,
      { measured: `${left.value}% ${op} …，基数不是整体`, expected: '整体是 100%', advice: '请改成 percent(100)' },
    ]
  if (left.op === 'percent' && b) {
    const kinds = op === '+' ? ['growth'] : ['reduction', 'share']
    if (!kinds.includes(b.kind))
      return [
        ...below,
        {
          measured: `${left.value}% ${op} ${name(b)}，后者是${KIND_NAMES[b.kind]}`,
          expected: op === '+' ? '加上的是增幅' : '减去的是降幅或占比',
          advice: '请核对算式里的编号和加减',
        },
      ]
  }
  return below
}

/** The change in `100% + change` or `100% − change`. */
function changeOf(expression: Expression, stated: ReadonlyMap<string, FigureInput>): FigureInput | undefined {
  if (expression.op !== '+' && expression.op !== '−') return undefined
  return expression.left.op === 'percent' && expression.right.op === 'figure'
    ? stated.get(expression.right.id)
    : undefined
}
