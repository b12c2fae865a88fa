import leven from 'leven'
import { entryNumber } from '../../../model/appendix-entries.ts'
import type { Figure } from '../../../model/figure.ts'
import { DERIVED_MARK, FORMAT_STYLES, figureSegments, formatFigure } from '../../../model/format.ts'
import { readNumbers, type ReadNumber } from '../../../model/reading/numbers.ts'
import { collapseSpaces, inside, occurrences, overlaps, type Span } from '../../../model/reading/text.ts'
import { placeAmong } from '../../../model/table-cells.ts'
import { sourceName } from '../../../model/sources.ts'
import { evidenceLines } from '../../export/pptx/charts/evidence.ts'
import type { RuleFinding } from '../finding.ts'
import { bigramOverlap, namesOf } from '../likeness.ts'
import { allowedSpans, isAllowed, scaleSpans } from '../numbers/allowed.ts'
import { inSentenceFindings } from '../numbers/in-sentence.ts'
import type { NumberData } from '../numbers/snapshot.ts'
import { printedIn } from '../numbers/spans.ts'
import { inContext, unaccounted } from '../numbers/unaccounted.ts'
import { WHOLE_TEXT } from '../../../components/charts/structural.ts'
import type { ExportedText } from './facts.ts'

/** What may stand on a page. */
export interface JudgedPage {
  data: NumberData
  /** The figures of its slide; all where it shows no one slide. */
  figures: readonly Figure[]
  /** Whether these are the figures of one row, in which no other has its place. */
  listed?: boolean
  /** Number of its chapter; undefined outside of chapters. */
  chapter: number | undefined
  /** Planned time in words. */
  time: string | undefined
  /** What the slide says with numbers in it beside its figures: dates, how charts are drawn. */
  stated: readonly string[]
  /** The numbers that it may have, and of how many. */
  numbers: readonly number[]
  totals: readonly number[]
  /** All that stands on it alone. */
  alone: ReadonlySet<string>
  /** The slides that show a figure. */
  slidesOf: (figure: string) => readonly number[]
}

/** Everything with a number in it that the deck says of a figure beside its number. */
function saidOf(figure: Figure): string[] {
  const { label, short, note, whole, comparedWith, evidence, source, chapter, derived, period } = figure
  const { cell, clause, also = [] } = evidence
  const said = [label, short, note, whole, comparedWith, clause, ...also, period.text, chapter.title, derived?.formula]
  const place = [cell?.table, cell?.row, cell?.column, cell?.at, source && sourceName(source)]
  return [...said, ...place, ...evidenceLines([figure])].flatMap(text => (text ? [text] : []))
}

/** What the deck says in a text that is longer than a number; its lines may be texts of their own. */
function saidSpans(text: string, figures: readonly Figure[], { time, stated, alone }: JudgedPage): Span[] {
  const said = new Set([...figures.flatMap(saidOf), ...(time === undefined ? [] : [time]), ...stated])
  return [...said].map(collapseSpaces).flatMap(each => {
    const isEnd = each.endsWith(text) && alone.has(each.slice(0, -text.length))
    return isEnd ? [{ start: 0, end: text.length }] : occurrences(text, each)
  })
}

/**
 * A figure whose pieces stand apart, as a word in a frame above its number does: all that is missing stands by itself
 * on the page.
 */
function piecesOf(text: string, figures: readonly Figure[], { alone }: JudgedPage): Span[] {
  const isWhole = figures.some(figure =>
    FORMAT_STYLES.some(style => {
      const segments = figureSegments(figure, style)
      const own = segments.filter(({ role }) => role === 'number' || role === 'unit')
      const others = segments.filter(segment => !own.includes(segment))
      return (
        others.length > 0 && own.map(each => each.text).join('') === text && others.every(each => alone.has(each.text))
      )
    }),
  )
  return isWhole ? [{ start: 0, end: text.length }] : []
}

const NO_CHART = { element: '', figures: [], marks: [], words: [], texts: [] }

/** The place of a figure among others of its measure, before its name: 1澄江区. */
function rankSpans(text: string, figures: readonly Figure[]): Span[] {
  const [, digits = '', name = ''] = /^(\d+)(.*)$/.exec(text) ?? []
  const isRanked = figures.some(figure => {
    const { unit, evidence } = figure
    const peers = figures.filter(other => other.unit === unit && other.evidence.cell?.column === evidence.cell?.column)
    return namesOf(figure).includes(name) && placeAmong(figure, peers) === Number(digits)
  })
  return isRanked ? [{ start: 0, end: digits.length }] : []
}

/** Parts of a text whose numbers are those of some figures, or need none. */
function honestSpans(text: string, figures: readonly Figure[], page: JudgedPage): Span[] {
  const { data, chapter } = page
  return [
    ...allowedSpans(text, { data, shown: figures, chapter }),
    ...printedIn(text, figures),
    ...saidSpans(text, figures, page),
    // Axes tell the years between those of figures, too.
    ...scaleSpans(text, NO_CHART, figures),
    ...piecesOf(text, figures, page),
    ...rankSpans(text, figures),
    ...[...text.matchAll(/\[(\d+)\]/g)]
      .filter(([, number]) => isEntry(Number(number), figures, data))
      .map(({ index, 0: all }) => ({ start: index, end: index + all.length })),
  ]
}

const isEntry = (number: number, figures: readonly Figure[], { figures: all }: NumberData): boolean =>
  figures.some(({ id }) => entryNumber(id, all) === number)

/** Whether a text is nothing but numbers of pages, or of entries of the appendix. */
function onlyCounts({ text, row }: ExportedText, page: JudgedPage): boolean {
  // On phones and on paper the cells of a row stand below each other, with their heads: 第12条, 见页2 4 30.
  const counted = row ? text.replace(/^(?:第|见页)(.*?)条?$/, '$1') : text
  if (!/^\d+(?:[\s/／、，]+\d+)*$/.test(counted.trim())) return false
  const numbers = text.match(/\d+/g)!.map(Number)
  const [no = NaN, total = NaN, ...more] = numbers
  if (page.numbers.includes(no) && more.length === 0 && (numbers.length === 1 || page.totals.includes(total)))
    return true
  if (!row) return false
  const own = page.figures.filter(({ label }) => row.some(cell => cell.endsWith(label)))
  return (
    numbers.every(number => isEntry(number, own, page.data)) ||
    numbers.every(number => own.some(({ id }) => page.slidesOf(id).includes(number)))
  )
}

/** A row that lists a figure with its name and its clause has the numbers of that figure alone. */
function inRow({ row }: ExportedText, page: JudgedPage): JudgedPage {
  if (!row) return page
  const listed = page.figures.filter(({ label, evidence, derived }) => {
    const reason = derived ? `${DERIVED_MARK}：${derived.formula}` : evidence.clause
    return row.includes(label) && row.includes(collapseSpaces(reason))
  })
  const inputs = new Set(listed.flatMap(({ derived }) => derived?.inputs ?? []))
  const figures = [...listed, ...page.figures.filter(({ id }) => inputs.has(id))]
  return listed.length > 0 ? { ...page, figures, listed: true } : page
}

/** Judges the numbers in a text: each is one of a figure that the slide shows, or is no figure's. */
export function judgeText(exported: ExportedText, given: JudgedPage): RuleFinding[] {
  const page = inRow(exported, given)
  const { text, place } = exported
  if (readNumbers(text).length === 0 || onlyCounts(exported, page)) return []
  const { figures } = page
  const alone = strayIn(text, exported, page)
  const { beside } = exported
  const stray = beside && alone.length > 0 ? strayBeside(alone, beside, exported, page) : alone
  // Of a part of a sentence nobody can tell what the sentence says.
  if (beside) return stray.flatMap(number => strayFinding(number, exported, page))
  const said = saidSpans(text, figures, page)
  const pieces = piecesOf(text, figures, page)
  const printed = printedIn(text, figures)
    // What the deck says with a number in it is the deck's.
    .filter(span => span.figures.length === 1 && ![...said, ...pieces].some(other => inside(span, other)))
    .flatMap(({ figures: [figure], styles: [style], start, end }) =>
      inSentenceFindings({ text, element: place, figure: figure!, style: style!, span: { start, end } }),
    )
    .filter(({ severity }) => severity !== 'notice')
  return [...stray.flatMap(number => strayFinding(number, exported, page)), ...printed]
}

/** The numbers in a text that neither are of figures nor need any. */
function strayIn(text: string, { scale }: ExportedText, page: JudgedPage): ReadNumber[] {
  const spans = [...honestSpans(text, page.figures, page), ...(scale ? occurrences(text, WHOLE_TEXT) : [])]
  return readNumbers(text).filter(number => !isAllowed(number, spans))
}

/** Those of some strays that are strays also where the text is read with what is painted around it. */
function strayBeside(
  strays: readonly ReadNumber[],
  [before, behind]: NonNullable<ExportedText['beside']>,
  exported: ExportedText,
  page: JudgedPage,
): ReadNumber[] {
  const joined = strayIn(before + exported.text + behind, exported, page)
  const at = before.length
  return strays.filter(({ start, end }) => joined.some(other => overlaps(other, { start: at + start, end: at + end })))
}

function strayFinding(number: ReadNumber, { text, place }: ExportedText, page: JudgedPage): RuleFinding[] {
  const { data } = page
  const found = unaccounted(number, text, place, data.figures)
  // The deck itself has been asked about its manners of speaking.
  if (found.severity === 'notice') return []
  const others = data.figures.filter(figure => !page.figures.includes(figure))
  const [elsewhere] = others.filter(figure => isAllowed(number, honestSpans(text, [figure], page)))
  if (elsewhere && !page.listed) {
    const slides = page.slidesOf(elsewhere.id)
    return [
      {
        ...found,
        measured: `“${number.text}”是${slides.length > 0 ? `第 ${slides.join('、')} 页的` : '没有放上幻灯片的'}数据（${elsewhere.id}，${elsewhere.label}），这一页没有用它`,
        expected: '这一页自己的数据',
        advice: '请看一眼；不对的请改回',
        severity: 'notice',
      },
    ]
  }
  const nearest = nearestPrinted(number.text, text, page.figures)
  return [
    {
      element: place,
      text: inContext(number.text, text),
      measured: `“${number.text}”${elsewhere ? '不是这一行的数据' : '不来自任何数据'}`,
      expected: nearest
        ? `“${nearest.form}”（${nearest.figure.label}，${nearest.figure.id}）`
        : '这一页没有数据，也没有数',
      advice: '请在文稿里改，再导出一次；直接在文件里改的请改回',
      excess: 1,
    },
  ]
}

/** The printed form of a figure that a number is most likely meant to be: by its characters and the words around. */
export function nearestPrinted(
  number: string,
  around: string,
  figures: readonly Figure[],
): { figure: Figure; form: string } | undefined {
  const scored = figures.flatMap(figure => {
    const likeness = Math.max(...namesOf(figure).map(name => bigramOverlap(name, [around])))
    return FORMAT_STYLES.filter(style => style !== 'period').map(style => {
      const form = formatFigure(figure, style)
      return { figure, form, score: leven(form, number) / Math.max(form.length, number.length) - likeness }
    })
  })
  return scored.sort((a, b) => a.score - b.score)[0]
}
