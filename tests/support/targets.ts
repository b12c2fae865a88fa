import type { FigureInput } from '../../model/figure.ts'
import type { DeckSource } from '../../model/source.ts'
import type { Target, TargetInput } from '../../model/target.ts'
import { resolveDeck } from '../../model/deck.ts'
import { soundSource } from './deck-source.ts'

type Fields = Omit<FigureInput, 'label' | 'evidence'> & Partial<Pick<FigureInput, 'label'>>

const of = (period: string, words: string, { label, ...fields }: Fields, clause: string): FigureInput => ({
  ...fields,
  period,
  label: label ?? fields.id,
  evidence: { column: '数说', clause, ...(words && { period: words }) },
})
const plan = (fields: Omit<Fields, 'period'>, clause: string): FigureInput =>
  of('year', '', { period: '', ...fields }, clause)

const figures: FigureInput[] = [
  plan(
    {
      id: 'output-plan',
      label: '产值增速目标',
      value: 6,
      unit: '%',
      qualifier: '以上',
      kind: 'growth',
      change: '增长',
    },
    '目标是产值增长6%以上',
  ),
  plan({ id: 'output', label: '产值增速', value: 6.4, unit: '%', kind: 'growth', change: '增长' }, '产值增长6.4%'),
  plan(
    { id: 'output-about', label: '产值增速约数', value: 6, unit: '%', qualifier: '约', kind: 'growth', change: '增长' },
    '产值增长约6%',
  ),
  plan(
    { id: 'idle-plan', label: '失业率控制数', value: 5.5, unit: '%', qualifier: '以内', kind: 'rate' },
    '失业率控制在5.5%以内',
  ),
  plan({ id: 'idle', label: '失业率', value: 5.8, unit: '%', kind: 'rate' }, '失业率5.8%'),
  plan(
    { id: 'jobs-plan', label: '新增就业目标', value: 5, unit: '万人', qualifier: '以上', kind: 'count' },
    '目标是新增就业5万人以上',
  ),
  plan({ id: 'jobs', label: '新增就业', value: 52000, unit: '人', kind: 'count' }, '新增就业52000人'),
  of(
    '2031-H1',
    '上半年',
    { id: 'jobs-half', label: '上半年新增就业', value: 31000, unit: '人', kind: 'count', period: '' },
    '新增就业31000人',
  ),
  plan(
    {
      id: 'energy-plan',
      label: '能耗降幅目标',
      value: -3,
      unit: '%',
      qualifier: '左右',
      kind: 'growth',
      change: '下降',
    },
    '目标是能耗下降3%左右',
  ),
  plan({ id: 'energy', label: '能耗降幅', value: -3.2, unit: '%', kind: 'growth', change: '下降' }, '能耗下降3.2%'),
  plan({ id: 'energy-up', label: '能耗增幅', value: 1.2, unit: '%', kind: 'growth', change: '增长' }, '能耗增长1.2%'),
  plan({ id: 'homes-plan', label: '新建保障房目标', value: 300, unit: '套', kind: 'count' }, '目标是新建保障房300套'),
  plan(
    { id: 'homes', label: '新建保障房', value: 280, unit: '套', qualifier: '以上', kind: 'count' },
    '新建保障房280套以上',
  ),
  of(
    '2032',
    '2032年',
    { id: 'jobs-next', label: '明年新增就业', value: 5.2, unit: '万人', kind: 'count', period: '' },
    '新增就业5.2万人',
  ),
]

/** Targets of all sorts, of `soundSource`'s deck with more figures. */
export const targets = [
  { id: 'growth', plan: 'output-plan', done: 'output' },
  { id: 'idleness', plan: 'idle-plan', done: 'idle', label: '城镇失业率' },
  { id: 'work', plan: 'jobs-plan', done: 'jobs', rate: 'jobs-rate' },
  { id: 'work-half', plan: 'jobs-plan', done: 'jobs-half' },
  { id: 'saving', plan: 'energy-plan', done: 'energy' },
  { id: 'housing', plan: 'homes-plan', done: 'homes', direction: 'least' },
  { id: 'work-next', plan: 'jobs-next', before: 'jobs', direction: 'least' },
] as const satisfies readonly TargetInput[]

/** @param own targets instead of these */
export function sourceWithTargets(own: readonly unknown[] = targets): DeckSource {
  const source = soundSource()
  source.figures[0]!.figures.push(...figures)
  return { ...source, targets: { file: 'data/targets.ts', targets: own as readonly TargetInput[] } }
}

const deck = resolveDeck<string>(sourceWithTargets())

/** Targets as components see them. */
export function targetsOf(...ids: (typeof targets)[number]['id'][]): Target[] {
  return ids.map(id => deck.targets.find(target => target.id === id)!)
}
