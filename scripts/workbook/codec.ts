import type { SheetCell } from '../lib/cells/cell.ts'
import { printCell, shortest } from '../lib/cells/print-cell.ts'
import { readCell } from '../lib/cells/read-cell.ts'
import { parseSpan, readSpan, spanCode } from '../../model/span.ts'
import type { Expression } from '../../model/expression.ts'
import type { OtherPlace } from '../../model/figure.ts'
import { pinyinId } from '../lib/pinyin-id.ts'
import { FormulaError, parseFormula, printFormula } from './formula.ts'
import type { References } from './names.ts'
import { joinWords, splitWords } from './words.ts'

/** What a cell cannot be read as, in Chinese. */
export class CellFault extends Error {
  readonly expected: string

  constructor(expected: string) {
    super(expected)
    this.expected = expected
  }
}

/** What a cell is written with. */
export type Content = string | number | { value: number; format: string }

/** Which list a cell's values are chosen from. */
export type Choices = readonly string[] | { sheet: string; head: string; open: boolean }

/** How one kind of value stands in a cell. */
export interface Codec {
  /** Nothing for an empty cell. */
  write: (value: unknown, refs: References) => Content | undefined
  /** @throws CellFault where the cell cannot be read */
  read: (cell: SheetCell, refs: References) => unknown
  choices?: Choices
  /** Whether what is typed is never taken for a number or date. */
  text: boolean
}

/** The text of a cell as people see it. @throws CellFault where a formula of it has failed */
export function textOf(cell: SheetCell): string {
  if (cell.error !== undefined) throw new CellFault('公式出了错，请改好再保存')
  return printCell(cell)
}

export const text: Codec = {
  text: true,
  write: value => String(value),
  read: textOf,
}

/** A unit; 无 for numbers without one. */
export const unit: Codec = {
  text: true,
  write: value => (value === '' ? '无' : String(value)),
  read: cell => {
    const given = textOf(cell)
    return given === '无' ? '' : given
  },
}

/** Words between ；. */
export const list: Codec = {
  text: true,
  write: value => joinWords(value as readonly string[], '；;\n'),
  read: cell => wordsOf(textOf(cell)),
}

/** The words of a list that are not empty. */
export const wordsOf = (given: string): string[] => splitWords(given, '；;\n').filter(word => word !== '')

/** Of another source: 〔来源〕 and a clause, with 时段“今年” in front where that tells its time; or a cell with its heads. */
const OTHER = /^〔(?<source>[^〕]+)〕(?:时段“(?<period>[^”]+)”)?(?<rest>.+)$/
const OTHER_CELL = /^(?<sheet>.+)!(?<cell>[A-Z]{1,3}[1-9]\d*)，行“(?<row>.*)”，列“(?<column>.*)”$/

/** Places that state a figure again: clauses, and places in other sources. */
export const places: Codec = {
  text: true,
  write: (value, refs) =>
    list.write(
      (value as readonly OtherPlace[]).map(place => {
        if (typeof place === 'string') return place
        const source = `〔${refs.sources.nameOf(place.source, '〕')}〕`
        if ('sheet' in place) return `${source}${place.sheet}!${place.cell}，行“${place.row}”，列“${place.column}”`
        return `${source}${place.period === undefined ? '' : `时段“${place.period}”`}${place.clause}`
      }),
      refs,
    ),
  read: (cell, refs) =>
    (list.read(cell, refs) as string[]).map((text): OtherPlace => {
      const { source: name, period, rest } = OTHER.exec(text)?.groups ?? {}
      if (name === undefined) return text
      const source = refs.sources.idOf(name)
      if (source === undefined) throw new CellFault(`“来源”表里的一个来源${refs.sources.nearest(name)}`)
      const place = OTHER_CELL.exec(rest!)?.groups as Record<'sheet' | 'cell' | 'row' | 'column', string> | undefined
      return place ? { source, ...place } : { source, clause: rest!, ...(period !== undefined && { period }) }
    }),
}

interface Share {
  id: string
  label: string
  short?: string
}

/** The parts of a proportion: label, id and short label of each between =. */
export const shares: Codec = {
  text: true,
  write: (value, refs) =>
    list.write(
      (value as readonly Share[]).map(({ id, label, short }) =>
        joinWords([label, id, ...(short === undefined ? [] : [short])], '='),
      ),
      refs,
    ),
  read: (cell, refs) =>
    (list.read(cell, refs) as string[]).map((part): Share => {
      const [label = '', id, short] = splitWords(part, '=')
      return { id: id || pinyinId(label), label, ...(short && { short }) }
    }),
}

const YES = ['是', '✓', '√', '1', 'TRUE']
const NO = ['否', '0', 'FALSE']

/** 是, or nothing. */
export const flag: Codec = {
  text: true,
  choices: ['是'],
  write: value => (value === true ? '是' : undefined),
  read: cell => {
    const given = typeof cell.value === 'boolean' ? String(cell.value).toUpperCase() : textOf(cell)
    if (YES.includes(given)) return true
    if (NO.includes(given)) return undefined
    throw new CellFault('“是”，或者空着')
  },
}

/** One of a list, by its name in Chinese or as the data has it. */
export function option(names: Readonly<Record<string, string>>): Codec {
  return {
    text: true,
    choices: Object.values(names),
    write: value => names[value as string] ?? String(value),
    read: cell => {
      const given = textOf(cell)
      const found = Object.keys(names).find(key => names[key] === given || key === given)
      if (found === undefined) throw new CellFault(`其中之一：${Object.values(names).join('、')}`)
      return found
    },
  }
}

/** A number without any unit. */
export const number: Codec = {
  text: false,
  write: value => numberContent(value as number),
  read: cell => {
    const { digits, negative, ...more } = valueIn(cell)
    if (more.unit !== undefined || more.qualifier !== undefined) throw new CellFault('只有一个数，没有单位和限定词')
    return negative ? -Number(digits) : Number(digits)
  },
}

/** A number as Excel keeps it, or as text where it would lose digits. */
export function numberContent(value: number): Content {
  return Number(shortest(value)) === value && Math.abs(value) < 1e15 ? value : String(value)
}

/** The number of a cell with all that belongs to it. @throws CellFault where there is none */
export function valueIn(cell: SheetCell): Extract<ReturnType<typeof readCell>, { kind: 'value' }> {
  const reading = readCell(cell)
  if (reading.kind === 'value') return reading
  throw new CellFault(reading.kind === 'error' ? reading.expected : '一个数')
}

/** Something that has a sheet of its own, by a column of it. @param open whether anything else may be meant */
export function reference(kind: keyof References, what: string, choices?: { sheet: string; head: string }): Codec {
  return {
    text: true,
    ...(choices && { choices: { ...choices, open: false } }),
    write: (value, refs) => refs[kind].nameOf(value as string),
    read: (cell, refs) => {
      const given = textOf(cell)
      const id = refs[kind].idOf(given)
      if (id === undefined) throw new CellFault(`${what}${refs[kind].nearest(given)}`)
      return id
    },
  }
}

/** A period: as it is shown, by its id, by its code, or in words that tell its dates. */
export const period: Codec = {
  text: true,
  choices: { sheet: '时段', head: '显示', open: true },
  write: (value, refs) => {
    const name = refs.periods.nameOf(value as string)
    return parseSpan(name) ? (value as string) : name
  },
  read: (cell, refs) => {
    const given = textOf(cell)
    const id = refs.periods.idOf(given)
    if (parseSpan(given)) return given
    if (id !== undefined) return id
    const span = readSpan(given)
    if (span) return spanCode(span)
    throw new CellFault(
      `“时段”表里的一个时段，或能读出起止的写法（2030年、2030年一季度、2030-01/2030-11）${refs.periods.nearest(given)}`,
    )
  },
}

/** Several chapters. */
export const chapters: Codec = {
  ...list,
  write: (value, refs) =>
    list.write(
      (value as readonly string[]).map(id => refs.chapters.nameOf(id)),
      refs,
    ),
  read: (cell, refs) =>
    (list.read(cell, refs) as string[]).map(name => {
      const id = refs.chapters.idOf(name)
      if (id === undefined) throw new CellFault(`“章节”表里的章，几章之间用；${refs.chapters.nearest(name)}`)
      return id
    }),
}

/** Headings by chapters, with = between. */
export const headings: Codec = {
  ...list,
  write: (value, refs) =>
    list.write(
      Object.entries(value as Readonly<Record<string, string>>).map(([id, title]) =>
        joinWords([refs.chapters.nameOf(id), title], '='),
      ),
      refs,
    ),
  read: (cell, refs) =>
    Object.fromEntries(
      (list.read(cell, refs) as string[]).map(text => {
        const [name = '', ...title] = splitWords(text, '=')
        const id = refs.chapters.idOf(name)
        if (id === undefined) throw new CellFault(`章=标题，几章之间用；${refs.chapters.nearest(name)}`)
        return [id, title.join('=')]
      }),
    ),
}

/** A figure that is named at a place where one that is not there is told of with all other faults of the data. */
export const figureRef: Codec = {
  text: true,
  write: (value, refs) => refs.figures.nameOf(value as string),
  read: (cell, refs) => refs.figures.idOf(textOf(cell)) ?? textOf(cell),
}

export const formula: Codec = {
  text: true,
  write: value => printFormula(value as Expression),
  read: (cell, refs) => {
    try {
      return parseFormula(textOf(cell), refs.figures)
    } catch (error) {
      if (error instanceof FormulaError)
        throw new CellFault(`数据的编号或名称之间写 +、-、÷，如 high-tech-total - high-tech-new：${error.message}`)
      throw error
    }
  },
}

/** A point of a picture: how far from the left and from the top, each between 0 and 1. */
export const point: Codec = {
  text: true,
  write: value => (value as readonly number[]).join('，'),
  read: cell => {
    const parts = textOf(cell)
      .split(/[,，、\s]+/)
      .map(Number)
    if (parts.length !== 2 || parts.some(Number.isNaN)) throw new CellFault('两个 0 到 1 之间的数，如 0.5，0.3')
    return parts
  },
}
