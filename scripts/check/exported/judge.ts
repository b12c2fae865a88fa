import type { Figure } from '../../../model/figure.ts'
import { toChineseNumeral } from '../../../model/reading/numerals.ts'
import type { PlacedFinding, RuleFinding } from '../finding.ts'
import { factsFileFindings } from '../numbers/facts-file.ts'
import type { NumberData } from '../numbers/snapshot.ts'
import type { ExportedFile, ExportedPage } from './facts.ts'
import { judgeChart } from './judge-chart.ts'
import { judgeText, type JudgedPage } from './judge-text.ts'

/** What is known of a slide of the deck. */
export interface KnownSlide {
  no: number
  title: string
  /** Number of its chapter; undefined outside of chapters. */
  chapter: number | undefined
  /** Planned time in words, as the note says it. */
  time: string | undefined
  /** What it says with numbers in it beside its figures: dates, how charts are drawn. */
  stated: readonly string[]
  /** What it shows, says and lists. */
  figures: readonly Figure[]
}

/** All that exported files are compared with. */
export interface KnownDeck {
  data: NumberData
  slides: readonly KnownSlide[]
  /** The slides that show a figure, or list it in the appendix. */
  slidesOf: (figure: string) => readonly number[]
}

/** Judges what an exported file says; pure. @param name what people call it */
export function judgeExport(name: string, file: ExportedFile, deck: KnownDeck): PlacedFinding[] {
  const whole = pageOf(undefined, deck, file)
  return [
    ...file.document.flatMap(text => judgeText(text, whole)).map(finding => placed(finding, name)),
    ...(file.facts === undefined ? [] : factsFindings(file.facts, deck)).map(finding => placed(finding, name)),
    ...missing(name, file, deck),
    ...file.pages.flatMap(page => {
      const slide = deck.slides.find(({ no }) => no === page.slide)
      const judged = pageOf(page, deck, file, slide)
      const findings = [
        ...page.texts.flatMap(text => judgeText(text, judged)),
        ...page.charts.flatMap(chart => judgeChart(chart, judged)),
      ]
      return findings.map(finding => placed(finding, name, page, slide))
    }),
  ]
}

function pageOf(
  page: ExportedPage | undefined,
  { data, slides, slidesOf }: KnownDeck,
  file: ExportedFile,
  slide?: KnownSlide,
): JudgedPage {
  return {
    data,
    figures: slide?.figures ?? data.figures,
    chapter: slide?.chapter,
    time: slide?.time,
    stated: slide ? slide.stated : [...slides.flatMap(({ stated }) => stated), ...namesOf(slides)],
    numbers: [page?.no, slide?.no].filter(number => number !== undefined),
    totals: [file.pages.length, slides.length],
    alone: new Set(page?.texts.map(({ text }) => text)),
    slidesOf,
  }
}

/** How pages that show several slides call each of them, and their chapters. */
function namesOf(slides: readonly KnownSlide[]): string[] {
  return slides.flatMap(({ no, chapter }) => [
    `幻灯片${no}`,
    ...(chapter === undefined ? [] : [`第${toChineseNumeral(chapter)}章`]),
  ])
}

function placed(
  { typed: _, ...finding }: RuleFinding,
  file: string,
  page?: ExportedPage,
  slide?: KnownSlide,
): PlacedFinding {
  const isElsewhere = page !== undefined && page.no !== slide?.no
  return {
    slide: slide?.no ?? 0,
    title: slide?.title ?? '',
    ...(slide === undefined && { where: page ? `${file} 第 ${page.no} 页` : file }),
    place: { skin: '', aspect: isElsewhere && slide ? `${file}（第 ${page.no} 页）` : file, clicks: 0 },
    rule: 'exports',
    ...finding,
  }
}

/** The figures that a file carries are those of the data. Which slides show them has been checked with the deck. */
function factsFindings(text: string, { data }: KnownDeck): RuleFinding[] {
  return factsFileFindings(text, data, () => undefined).map(finding => ({
    ...finding,
    advice: '请重新导出：文稿的数据在导出之后改过，或者文件里的改过',
  }))
}

/** Slides that a file does not have, and pages that are no slides of the deck. */
function missing(name: string, file: ExportedFile, { slides }: KnownDeck): PlacedFinding[] {
  if (!file.slides) return []
  const shown = new Set(file.pages.map(({ slide }) => slide))
  const lacking = slides.filter(({ no }) => !shown.has(no)).map(({ no }) => no)
  const strange = file.pages.filter(({ slide }) => !slides.some(({ no }) => no === slide)).map(({ no }) => no)
  const notice = (measured: string, advice: string): PlacedFinding =>
    placed(
      {
        element: '页',
        text: '',
        measured,
        expected: `文稿的 ${slides.length} 页`,
        advice,
        severity: 'notice',
        excess: 0,
      },
      name,
    )
  return [
    ...(lacking.length > 0 ? [notice(`没有文稿的第 ${ranges(lacking)} 页`, '只导出了几页的不用管；删掉的请补回')] : []),
    ...(strange.length > 0 ? [notice(`文件的第 ${ranges(strange)} 页不是文稿里的`, '上面的数按全部数据核对')] : []),
  ]
}

/** Numbers with those that follow one another as ranges: 3-7、9. */
function ranges(numbers: readonly number[]): string {
  const runs: number[][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last?.at(-1) === number - 1) last.push(number)
    else runs.push([number])
  }
  return runs.map(run => (run.length > 1 ? `${run[0]}-${run.at(-1)}` : String(run[0]))).join('、')
}
