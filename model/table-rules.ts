import type { DeckSource } from './source.ts'
import type { MeasureInput, TableInput } from './table.ts'
import { cellId, kindOfMeasure, otherWay, unitOf } from './cells.ts'
import { idsOf, isChapter, suggest, unknownPeriod } from './context.ts'
import { nearestIds } from './nearest.ts'
import { bareText, readCell } from './reading/cells.ts'
import { readNumbers } from './reading/numbers.ts'
import { schemaProblems } from './schema.ts'
import { sourcesOf, unknownSource } from './sources.ts'
import { TableSchema } from './table-schema.ts'
import { isUnitOfKind, KIND_NAMES } from './vocabulary.ts'
import { directionOf } from './changes.ts'

/** What ids, attributes of slides and selectors cannot hold. */
const UNFIT = /[\s/@'"`<>\\]/

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) < index))]
}

function unknown(name: string, known: readonly string[], where: string, what: '行' | '列'): string | null {
  if (known.includes(name)) return null
  return `${where}：没有“${name}”这一${what}，最接近的是：${nearestIds(name, known).join('、')}`
}

function measureProblems(
  measure: MeasureInput,
  { measures, period, rows }: TableInput,
  source: DeckSource,
): (string | null)[] {
  const at = `列“${measure.id}”`
  const { change, fall, of, kind, unit } = measure
  const changes = kind === 'growth'
  const own = measure.period ?? period
  return [
    unit !== undefined && kindOfMeasure(measure, unit) === undefined
      ? `${at}：单位“${unit}”不止一种用处，请写明 kind`
      : null,
    changes && change === undefined ? `${at}：${KIND_NAMES[kind]}须写明增减词 change` : null,
    kind !== undefined && !changes && change !== undefined ? `${at}：${KIND_NAMES[kind]}不能有增减词 change` : null,
    ...[change, fall].map(word => (word === undefined || directionOf(word) ? null : `${at}：“${word}”不是增减的词`)),
    change === undefined && fall !== undefined ? `${at}：写了 fall，没有写 change` : null,
    change !== undefined && otherWay(measure) === undefined ? `${at}：与“${change}”相反的词请写在 fall` : null,
    of === undefined || of === measure.id
      ? of === undefined
        ? null
        : `${at}：of 不能指向自己`
      : unknown(of, idsOf(measures), `${at}的 of`, '列'),
    rows === 'periods' && measure.period !== undefined ? `${at}：各行就是时段，不能另写 period` : null,
    rows === 'subjects' && own === undefined ? `${at}：没有写时段，请在表或列上写明 period` : null,
    measure.period === undefined ? null : unknownPeriod(measure.period, source),
  ]
}

/** What is wrong with one row, its cells one by one. */
function rowProblems(line: readonly unknown[], index: number, table: TableInput): (string | null)[] {
  const { measures } = table
  const [row, ...cells] = line
  if (typeof row !== 'string' || row.trim() === '')
    return [`第 ${index + 1} 行：开头应为行名（现为 ${JSON.stringify(row)}）`]
  const at = `行“${row}”`
  if (table.rows === 'subjects' && UNFIT.test(row))
    return [`${at}：行名要用在编号里，不能有空格、斜线、@和引号；请改行名，原表的写法写在 heads`]
  if (cells.length !== measures.length)
    return [`${at}：有 ${cells.length} 格，应为 ${measures.length} 格（${idsOf(measures).join('、')}）`]
  return cells.flatMap((cell, column) => cellProblems(cell, row, measures[column]!, table))
}

function cellProblems(printed: unknown, row: string, measure: MeasureInput, table: TableInput): (string | null)[] {
  const at = `行“${row}”，列“${measure.id}”`
  const now = `（现为 ${JSON.stringify(printed)}）`
  const expected = '应为原表印的数字，原表没有数的，照写 …、– 或空'
  if (typeof printed !== 'string') return [`${at}：${expected}，写成文字${now}`]
  const cell = readCell(printed)
  if (cell.sort === 'text') return [`${at}：${expected}${now}`]
  if (cell.sort === 'gap') return []
  const unit = unitOf(table, row, measure)
  if (unit === undefined) return [`${at}：没有单位，请在列上写 unit，或在 units 里写这一行的`]
  const sign = /[%‰]$/.exec(bareText(printed))?.[0]
  if (sign !== undefined && sign !== unit) return [`${at}：印的是“${sign}”，单位却是“${unit}”${now}`]
  const kind = kindOfMeasure(measure, unit)
  if (kind === undefined) return measure.unit === undefined ? [`${at}：单位“${unit}”不止一种用处，请写明 kind`] : []
  return [
    isUnitOfKind(unit, kind) ? null : `${at}：类别“${KIND_NAMES[kind]}”不用单位“${unit}”`,
    kind === 'rank' && !/^[1-9]\d*$/.test(cell.digits) ? `${at}：位次应为不小于1的整数${now}` : null,
  ]
}

function referenceProblems(table: TableInput, rows: readonly string[]): (string | null)[] {
  const { measures, heads, labels, units, ours, total, parts, breaks = [], skip = [], doubts } = table
  const cells = rows.flatMap(row => idsOf(measures).map(id => cellId(table, row, id).slice(table.id.length + 1)))
  const keys = (record: Readonly<Record<string, unknown>> | undefined): string[] => Object.keys(record ?? {})
  return [
    ...keys(heads).map(row => unknown(row, rows, 'heads', '行')),
    ...keys(units).map(row => unknown(row, rows, 'units', '行')),
    ...Object.entries({ labels, doubts }).flatMap(([name, record]) =>
      keys(record).map(cell =>
        cells.includes(cell) ? null : `${name}：没有“${cell}”这一格，最接近的是：${nearestIds(cell, cells).join('、')}`,
      ),
    ),
    ...[ours].map(row => (row === undefined ? null : unknown(row, rows, 'ours', '行'))),
    ...[total].map(row => (row === undefined ? null : unknown(row, rows, 'total', '行'))),
    ...Object.entries(parts ?? {}).flatMap(([whole, own]) => [
      unknown(whole, rows, 'parts', '行'),
      ...own.map(row =>
        row === whole ? `parts：“${whole}”不能是自己的一部分` : unknown(row, rows, `parts 的“${whole}”`, '行'),
      ),
    ]),
    ...repeated(Object.values(parts ?? {}).flat()).map(row => `parts：“${row}”不能是两行的一部分`),
    ...breaks.map(({ before }) => unknown(before, rows, 'breaks', '行')),
    ...skip.map(({ row, column }, index) =>
      (row === undefined) === (column === undefined) ? `skip 第 ${index + 1} 条：row 和 column 写其中一个` : null,
    ),
  ]
}

/** What is wrong with a table by itself: all of it at once, by row and measure. */
export function tableRules(table: TableInput, source: DeckSource): string[] {
  const shape = schemaProblems(TableSchema, table)
  if (shape.length > 0) return shape
  const { chapter, period, measures, cells, head = '' } = table
  const rows = cells.map(([row]) => row).filter(row => typeof row === 'string')
  return [
    isChapter(chapter, source) ? null : `没有“${chapter}”这一章，${suggest(chapter, idsOf(source.chapters))}`,
    period === undefined ? null : unknownPeriod(period, source),
    // Without entries it names a file.
    sourcesOf(source).length === 0 ? null : unknownSource(table.evidence.source, source, 'evidence.source'),
    ...readNumbers(head).map(({ text }) => `head：首列的表头没有依据，不能有数（现有“${text}”），请删去 head`),
    ...repeated(idsOf(measures)).map(id => `列“${id}”重复`),
    // One measure at several times has a column each.
    ...repeated(measures.map(({ label, period: own = '' }) => `${label}”${own}`)).map(
      label => `有两列都叫“${label.replace(/”.*/, '')}”`,
    ),
    ...measures.flatMap(measure => measureProblems(measure, table, source)),
    ...repeated(rows).map(row => `行“${row}”重复`),
    ...(table.rows === 'periods'
      ? rows
          .map(row => [row, unknownPeriod(row, source)] as const)
          .filter(([, problem]) => problem !== null)
          .map(([row, problem]) => `行“${row}”：${problem}`)
      : []),
    ...cells.flatMap((line, index) => rowProblems(line, index, table)),
    ...referenceProblems(table, rows),
  ].filter(problem => problem !== null)
}
