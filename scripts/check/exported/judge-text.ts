import leven from 'leven'
import type { Figure } from '../../../model/figure.ts'
import { FORMAT_STYLES, formatFigure } from '../../../model/format.ts'
import { readNumbers, type ReadNumber } from '../../../model/reading/numbers.ts'
import { occurrences, overlaps, type Span } from '../../../model/reading/text.ts'
import { evidenceLine } from '../../export/pptx/charts/evidence.ts'
import type { RuleFinding } from '../finding.ts'
import { bigramOverlap, namesOf } from '../likeness.ts'
import { allowedSpans, isAllowed } from '../numbers/allowed.ts'
import { inSentenceFindings } from '../numbers/in-sentence.ts'
import type { NumberData } from '../numbers/snapshot.ts'
import { printedIn } from '../numbers/spans.ts'
import { inContext, unaccounted } from '../numbers/unaccounted.ts'
import type { Change } from './compare.ts'
import type { ExportedText } from './facts.ts'

/** What people have to do about a number that is not the deck's. */
export const ADVICE = '请在文稿里改，再导出一次；直接在文件里改的请改回'

/** What may stand on a page, in whatever words. */
export interface JudgedPage {
  data: NumberData
  /** The figures of its slide; all where it shows no one slide. */
  figures: readonly Figure[]
  /** Number of its chapter; undefined outside of chapters. */
  chapter: number | undefined
  /** The parts of what the deck says that may be painted apart from each other. */
  partsOf: (text: string) => readonly string[]
  /** The slides that show a figure. */
  slidesOf: (figure: string) => readonly number[]
}

/** Tells of a text that differs from the deck's in its numerals. */
export function changeFinding({ exported: { place }, found, said }: Change<ExportedText>): RuleFinding {
  const at = [...found].findIndex((_, index) => found[index] !== said[index])
  const [own, deck] = [found, said].map(
    text => readNumbers(text).find(({ start, end }) => start <= at && at < end)?.text ?? text,
  ) as [string, string]
  return {
    element: place,
    text: inContext(own, found),
    measured: `“${own}”和文稿不一样`,
    expected: `“${deck}”`,
    advice: ADVICE,
    excess: 1,
  }
}

/** Parts of a text whose numbers are those of some figures, or need none. */
function honestSpans(text: string, figures: readonly Figure[], { data, chapter }: JudgedPage): Span[] {
  const said = figures.flatMap(figure => [...namesOf(figure), figure.evidence.clause, evidenceLine(figure)])
  return [
    ...allowedSpans(text, { data, shown: figures, chapter }),
    ...printedIn(text, figures),
    ...said.flatMap(each => occurrences(text, each)),
  ]
}

/** Judges the numbers in a text that the deck does not say: each is one of a figure of its slide, or needs none. */
export function judgeText(exported: ExportedText, page: JudgedPage): RuleFinding[] {
  const { text, place, beside, isCell } = exported
  const { figures } = page
  if (isCell && printedIn(text, figures).some(({ start, end }) => end - start === text.length))
    return [notOfCell(exported)]
  const strays = straysIn(text, page)
  if (beside) return straysBeside(strays, text, beside, page).flatMap(number => strayFinding(number, exported, page))
  const printed = printedIn(text, figures)
    .filter(span => span.figures.length === 1)
    .flatMap(({ figures: [figure], styles: [style], start, end }) =>
      inSentenceFindings({ text, element: place, figure: figure!, style: style!, span: { start, end } }),
    )
    .filter(({ severity }) => severity !== 'notice')
  return [...strays.flatMap(number => strayFinding(number, exported, page)), ...printed]
}

/** A cell of a table that has nothing but a number, and that of another cell. */
function notOfCell({ text, place }: ExportedText): RuleFinding {
  const measured = `“${text}”不是这一格的数`
  return { element: place, text, measured, expected: '文稿里的这一格', advice: ADVICE, excess: 1 }
}

/** The numbers in a text that neither are of figures nor need any. */
function straysIn(text: string, page: JudgedPage): ReadNumber[] {
  const spans = honestSpans(text, page.figures, page)
  return readNumbers(text).filter(number => !isAllowed(number, spans))
}

/** Those of some strays that are strays also where the text is read with what stands around it. */
function straysBeside(
  strays: readonly ReadNumber[],
  text: string,
  [before, behind]: NonNullable<ExportedText['beside']>,
  page: JudgedPage,
): ReadNumber[] {
  if (strays.length === 0) return []
  const joined = straysIn(before + text + behind, page)
  const at = before.length
  return strays.filter(({ start, end }) => joined.some(other => overlaps(other, { start: at + start, end: at + end })))
}

function strayFinding(number: ReadNumber, { text, place }: ExportedText, page: JudgedPage): RuleFinding[] {
  const { data } = page
  const found = unaccounted(number, text, place, data.figures)
  // The deck itself has been asked about its manners of speaking.
  if (found.severity === 'notice') return []
  const others = data.figures.filter(figure => !page.figures.includes(figure))
  const elsewhere = others.find(figure => isAllowed(number, honestSpans(text, [figure], page)))
  if (elsewhere) {
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
      measured: `“${number.text}”不来自任何数据`,
      expected: nearest
        ? `“${nearest.form}”（${nearest.figure.label}，${nearest.figure.id}）`
        : '这一页没有数据，也没有数',
      advice: ADVICE,
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
