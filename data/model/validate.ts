import type { FigureFile, DeckSource } from './source.ts'
import type { FigureInput } from './figure.ts'
import type { DataProblem } from './problems.ts'
import type { Quantity } from './quantity.ts'
import { formatFigure } from '../format.ts'
import { inputsOf } from './expression.ts'
import { nearestIds } from './nearest.ts'
import { parseQuantities } from './quantity.ts'
import { DerivedSchema, FigureSchema, PhotoSchema, QuoteSchema, schemaProblems } from './schema.ts'
import { KIND_NAMES, UNITS_OF_KIND } from './vocabulary.ts'

/** Decimals that a value needs when it states none of its own. */
export function decimalsOf({ value, decimals }: Pick<FigureInput, 'value' | 'decimals'>): number {
  return decimals ?? String(value).split('.')[1]?.length ?? 0
}

function describe(quantity: Quantity): string {
  return formatFigure({ ...quantity, kind: quantity.unit === '位' ? 'rank' : 'count', change: undefined })
}

function clauseProblem(figure: FigureInput): string | null {
  const { value, unit, qualifier = 'none', change, evidence: { clause } } = figure
  const stated = parseQuantities(clause)
  const match = stated.find(q => q.value === value && q.unit === unit && q.qualifier === qualifier && q.decimals === decimalsOf(figure))
  const printed = formatFigure({ value, unit, qualifier, kind: figure.kind, change, decimals: decimalsOf(figure) })
  if (!match)
    return `原句“${clause}”没有写“${printed}”，写的是：${stated.map(describe).join('、') || '没有数字'}`
  if (change && match.change !== change && !match.change?.endsWith(change))
    return `原句“${clause}”在该数之前没有写“${change}”`
  return null
}

function kindProblem({ kind, unit, change }: FigureInput): string | null {
  if (!UNITS_OF_KIND[kind].includes(unit))
    return `类别“${KIND_NAMES[kind]}”不用单位“${unit}”`
  const changes = kind === 'growth' || kind === 'reduction'
  if (changes !== (change !== undefined))
    return changes ? `${KIND_NAMES[kind]}须写明增减词 change` : `${KIND_NAMES[kind]}不能有增减词 change`
  if (change && change.includes('增长') !== (kind === 'growth'))
    return `增减词“${change}”与类别“${KIND_NAMES[kind]}”相反`
  return null
}

function unknownPeriod(period: string, { periods }: DeckSource): string {
  return `没有时段“${period}”，${suggest(period, periods.map(({ id }) => id))}`
}

function periodProblem({ period, evidence }: FigureInput, source: DeckSource): string | null {
  const known = source.periods.find(({ id }) => id === period)
  if (!known)
    return unknownPeriod(period, source)
  if (known.implied)
    return null
  if (!evidence.period)
    return `时段“${known.text}”须在 evidence.period 写明原文依据（${known.stated.join('、')}）`
  return known.stated.includes(evidence.period) ? null : `“${evidence.period}”不是时段“${known.text}”的写法（${known.stated.join('、')}）`
}

function suggest(id: string, ids: readonly string[]): string {
  return `最接近的是：${nearestIds(id, ids).join('、')}`
}

function referenceProblems(figure: FigureInput, all: ReadonlyMap<string, FigureInput>): string[] {
  if (figure.of === undefined)
    return []
  const whole = all.get(figure.of)
  if (!whole)
    return [`of 指向不存在的“${figure.of}”，${suggest(figure.of, [...all.keys()])}`]
  const problems: string[] = []
  if (whole.period !== figure.period)
    problems.push(`与 of 所指“${whole.id}”时段不同：${figure.period} 与 ${whole.period}`)
  if (whole.unit === figure.unit && figure.unit !== '%' && figure.value > whole.value)
    problems.push(`部分（${figure.value}${figure.unit}）大于整体“${whole.id}”（${whole.value}${whole.unit}）`)
  return problems
}

function figureProblems(files: readonly FigureFile[], source: DeckSource, all: ReadonlyMap<string, FigureInput>): DataProblem[] {
  return files.flatMap(({ file, chapter, figures }) => {
    const unknown = source.chapters.some(({ id }) => id === chapter) ? [] : [{ file, id: chapter, message: `没有这一章，${suggest(chapter, source.chapters.map(({ id }) => id))}` }]
    return [...unknown, ...figures.flatMap((figure, index): DataProblem[] => {
      const at = (message: string): DataProblem => ({ file, id: typeof figure?.id === 'string' ? figure.id : `第${index + 1}条`, message })
      const shape = schemaProblems(FigureSchema, figure)
      if (shape.length)
        return shape.map(at)
      return [kindProblem(figure), clauseProblem(figure), periodProblem(figure, source), ...referenceProblems(figure, all)]
        .filter(problem => problem !== null)
        .map(at)
    })]
  })
}

function derivedProblems(source: DeckSource, all: ReadonlyMap<string, FigureInput>): DataProblem[] {
  const { file, figures } = source.derived
  return figures.flatMap((derived) => {
    const at = (message: string): DataProblem => ({ file, id: derived.id, message })
    const shape = schemaProblems(DerivedSchema, derived)
    if (shape.length)
      return shape.map(at)
    const inputs = inputsOf(derived.expression)
    const missing = inputs.filter(id => !all.has(id))
    if (missing.length)
      return missing.map(id => at(`算式用到不存在的“${id}”，${suggest(id, [...all.keys()])}`))
    const periods = new Set(inputs.map(id => all.get(id)!.period))
    const problems = []
    if (derived.period !== undefined && !source.periods.some(({ id }) => id === derived.period))
      problems.push(at(unknownPeriod(derived.period, source)))
    if (inputs.length === 0)
      problems.push(at('算式没有用到任何数据'))
    if (periods.size > 1)
      problems.push(at(`算式混用了不同时段：${[...periods].join('、')}`))
    if (!UNITS_OF_KIND[derived.kind].includes(derived.unit))
      problems.push(at(`类别“${KIND_NAMES[derived.kind]}”不用单位“${derived.unit}”`))
    return problems
  })
}

function duplicates(entries: readonly { file: string, id: string, key: string }[], what: string): DataProblem[] {
  const first = new Map<string, { file: string, id: string }>()
  return entries.flatMap(({ file, id, key }) => {
    const earlier = first.get(key)
    if (earlier)
      return [{ file, id, message: `${what}“${key}”重复，已见于 ${earlier.file} 的 ${earlier.id}` }]
    first.set(key, { file, id })
    return []
  })
}

/** All problems of a deck's data, empty where there are none. Never throws on wrong data. */
export function validate(source: DeckSource): DataProblem[] {
  const all = new Map(source.figures.flatMap(({ figures }) => figures.map(figure => [figure.id, figure])))
  const named = [...source.figures, source.derived].flatMap(({ file, figures }) => figures.map(({ id, label }) => ({ file, id, label })))
  const isChapter = (id: string): boolean => source.chapters.some(chapter => chapter.id === id)
  const { quotes: { quotes, file: quoteFile }, photos: { photos, file: photoFile }, corrections } = source
  return [
    ...duplicates(named.map(({ file, id }) => ({ file, id, key: id })), '编号'),
    ...duplicates(named.map(({ file, id, label }) => ({ file, id, key: label })), '名称'),
    ...figureProblems(source.figures, source, all),
    ...derivedProblems(source, all),
    ...duplicates(quotes.map(({ id }) => ({ file: quoteFile, id, key: id })), '编号'),
    ...quotes.flatMap(quote => schemaProblems(QuoteSchema, quote).map(message => ({ file: quoteFile, id: quote.id, message }))),
    ...quotes.filter(({ chapter }) => !isChapter(chapter)).map(({ id, chapter }) => ({ file: quoteFile, id, message: `没有“${chapter}”这一章` })),
    ...duplicates(photos.map(({ id }) => ({ file: photoFile, id, key: id })), '编号'),
    ...photos.flatMap(photo => schemaProblems(PhotoSchema, photo).map(message => ({ file: photoFile, id: photo.id, message }))),
    ...corrections.corrections.flatMap(({ printed, chapters }) => chapters.filter(id => !isChapter(id)).map(id => ({ file: corrections.file, id: printed, message: `没有“${id}”这一章` }))),
  ]
}
