import { isDeepStrictEqual } from 'node:util'
import type { DeckSource } from '../../model/source.ts'

/** An entry of a deck's data, or what else it says. */
interface Entry {
  /** What it is found by in both versions. */
  key: string
  /** What it is called, beside its key; empty where that says it. */
  name?: string | undefined
  value: unknown
}

/** What a list of a deck's data is called, and its entries. */
type List = readonly [name: string, entries: (source: DeckSource) => readonly Entry[]]

const byId = <Value extends { id: string }>(values: readonly Value[], name: (value: Value) => string | undefined) =>
  values.map((value): Entry => ({ key: value.id, name: name(value), value }))
const byText = <Value extends { text: string }>(values: readonly Value[]) =>
  values.map((value): Entry => ({ key: value.text, value }))

/** All that a deck's data says. Figures and tables are of the chapter and the source that their file says. */
const LISTS: readonly List[] = [
  ['栏目', ({ columns }) => columns.map(key => ({ key, value: key }))],
  ['单位', ({ units = {} }) => Object.entries(units).map(([key, value]) => ({ key, value }))],
  ['章节', ({ chapters }) => byId(chapters, ({ title }) => title)],
  ['时段', ({ periods }) => byId(periods, ({ text }) => text)],
  ['来源', ({ sources = [] }) => byId(sources, ({ title }) => title)],
  [
    '指标',
    ({ figures }) =>
      figures.flatMap(({ chapter, source, figures: own }) =>
        own.map(figure => ({ key: figure.id, name: figure.label, value: { chapter, source, figure } })),
      ),
  ],
  [
    '表',
    ({ tables = [] }) =>
      tables.flatMap(({ source, tables: own }) =>
        own.map(table => ({ key: table.id, name: table.label, value: { source, table } })),
      ),
  ],
  [
    '不取的表',
    ({ tables = [] }) => tables.flatMap(({ skip = [] }) => skip.map(value => ({ key: value.table, value }))),
  ],
  ['推算', ({ derived }) => byId(derived.figures, ({ label }) => label)],
  ['目标', ({ targets }) => byId(targets?.targets ?? [], ({ label }) => label)],
  ['摘录', ({ quotes }) => byId(quotes.quotes, ({ speaker }) => speaker)],
  ['图片', ({ photos }) => byId(photos.photos, ({ caption }) => caption)],
  ['勘误', ({ errata }) => errata.errata.map(value => ({ key: value.printed, value }))],
  ['名称', ({ names }) => byText(names?.names ?? [])],
  [
    '不用',
    ({ unused }) =>
      (unused?.unused ?? []).map(value => ({ key: `${value.sort ?? 'figure'} ${value.id}`, name: '', value })),
  ],
  ['自述的数', ({ structural }) => byText(structural?.structural ?? [])],
]

/** What is different between two versions of a deck's data, a line for each entry. */
export function changeLines(before: DeckSource, after: DeckSource): string[] {
  return LISTS.flatMap(([list, entries]) => {
    const [old, now] = [entries(before), entries(after)]
    const [was, is] = [byKey(old), byKey(now)]
    const added = now.filter(({ key }) => !was.has(key))
    const changed = now.filter(({ key, value }) => was.has(key) && !isDeepStrictEqual(was.get(key)!.value, value))
    const gone = old.filter(({ key }) => !is.has(key))
    const [left, stayed] = [old.filter(({ key }) => is.has(key)), now.filter(({ key }) => was.has(key))]
    const moved = left.some(({ key }, index) => key !== stayed[index]?.key)
    return [
      ...added.map(entry => `新增 ${list} ${told(entry)}`),
      ...changed.map(entry => `改动 ${list} ${told(entry)}`),
      ...gone.map(entry => `删去 ${list} ${told(entry)}`),
      ...(moved ? [`换了次序 ${list}`] : []),
    ]
  })
}

const byKey = (entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
  new Map(entries.map(entry => [entry.key, entry]))

const told = ({ key, name = '' }: Entry): string => (name === '' ? key : `${key} ${name}`)
