import { isTenfold } from '../../model/tenfold.ts'
import { inBase, isSameBase } from '../../model/units.ts'

/** What has become of a figure, or of a cell of a table, in a new month. */
export interface Change {
  sort: 'changed' | 'same' | 'new' | 'gone'
  /** Id of the figure; of a new cell none. */
  id: string
  label: string
  sheet: string
  /** The cell, such as C7; empty where there is none. */
  ref: string
  /** As printed: 12.3亿元. */
  before: string
  after: string
  /** What a person must look at. */
  warnings: readonly string[]
}

/** A number with its unit. */
export interface Amount {
  value: number
  unit: string
  /** Whether it tells a change or a place, which may well be ten times another. */
  relative: boolean
}

/** What is to be looked at when one number takes the place of another. */
export function warningsOf(before: Amount, after: Amount): string[] {
  const jumped = isSameBase(before.unit, after.unit) && !before.relative && isTenfold(inBase(before), inBase(after))
  return [
    ...(before.unit === after.unit ? [] : [`单位变了：${before.unit} → ${after.unit}`]),
    ...(jumped ? [`差了十倍以上`] : []),
  ]
}

const NAMES: Readonly<Record<Change['sort'], string>> = {
  changed: '变了',
  new: '新出现',
  gone: '没有了',
  same: '没变',
}

/** The changes of a month for people: those to be looked at first, then by what has become of them. */
export function changeLines(changes: readonly Change[]): string[] {
  const warned = changes.filter(({ warnings }) => warnings.length > 0)
  const groups = (['changed', 'new', 'gone'] as const).map(
    sort => [sort, changes.filter(each => each.sort === sort && isTold(each))] as const,
  )
  const same = changes.filter(({ sort }) => sort === 'same').length
  return [
    ...(warned.length > 0
      ? [
          `要看一看的 ${warned.length} 条：`,
          ...warned.map(each => `  ${lineOf(each)}  【${each.warnings.join('；')}】`),
        ]
      : []),
    ...groups.flatMap(([sort, own]) =>
      own.length > 0 ? [`${NAMES[sort]}的 ${own.length} 条：`, ...own.map(each => `  ${lineOf(each)}`)] : [],
    ),
    `没变的 ${same} 条`,
  ]
}

/** Whether a number came or went: a new row's cell without one says nothing. */
const isTold = ({ before, after }: Change): boolean => before !== '' || after !== ''

function lineOf({ id, label, sheet, ref, before, after }: Change): string {
  const place = ref === '' ? sheet : `${sheet} ${ref}`
  const values = [before, after].map(text => text || '（没有）').join(' → ')
  return `${label}${id === '' ? '' : `（${id}）`} ${values}  ${place}`
}
