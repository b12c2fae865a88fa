import { isDeepStrictEqual } from 'node:util'
import type { DeckSource } from '../../model/source.ts'

/** What a list of a deck's data is called, and what tells its entries apart and names them. */
interface ListName {
  name: string
  entries: (source: DeckSource) => readonly object[]
  /** Fields; the first one that an entry has tells it, the others name it. */
  keys: readonly string[]
}

const LISTS: readonly ListName[] = [
  { name: '章节', entries: ({ chapters }) => chapters, keys: ['id', 'title'] },
  { name: '时段', entries: ({ periods }) => periods, keys: ['id', 'text'] },
  { name: '来源', entries: ({ sources = [] }) => sources, keys: ['id', 'title'] },
  { name: '指标', entries: ({ figures }) => figures.flatMap(file => [...file.figures]), keys: ['id', 'label'] },
  { name: '表', entries: ({ tables = [] }) => tables.flatMap(file => [...file.tables]), keys: ['id', 'label'] },
  { name: '推算', entries: ({ derived }) => derived.figures, keys: ['id', 'label'] },
  { name: '目标', entries: ({ targets }) => targets?.targets ?? [], keys: ['id', 'label'] },
  { name: '摘录', entries: ({ quotes }) => quotes.quotes, keys: ['id', 'speaker'] },
  { name: '图片', entries: ({ photos }) => photos.photos, keys: ['id', 'caption'] },
  { name: '勘误', entries: ({ errata }) => errata.errata, keys: ['printed'] },
  { name: '名称', entries: ({ names }) => names?.names ?? [], keys: ['text'] },
  { name: '不用', entries: ({ unused }) => unused?.unused ?? [], keys: ['id'] },
]

/** What is different between two versions of a deck's data, a line for each entry. */
export function changeLines(before: DeckSource, after: DeckSource): string[] {
  return LISTS.flatMap(({ name, entries, keys }) => {
    const read = (source: DeckSource): Map<string, object> =>
      new Map(entries(source).map(entry => [nameOf(entry, keys), entry]))
    const [old, now] = [read(before), read(after)]
    return [
      ...[...now.keys()].filter(key => !old.has(key)).map(key => `新增 ${name} ${key}`),
      ...[...now]
        .filter(([key, entry]) => old.has(key) && !isDeepStrictEqual(old.get(key), entry))
        .map(([key]) => `改动 ${name} ${key}`),
      ...[...old.keys()].filter(key => !now.has(key)).map(key => `删去 ${name} ${key}`),
    ]
  })
}

function nameOf(entry: object, keys: readonly string[]): string {
  const fields = entry as Readonly<Record<string, unknown>>
  return keys.flatMap(key => (typeof fields[key] === 'string' ? [fields[key]] : [])).join(' ')
}
