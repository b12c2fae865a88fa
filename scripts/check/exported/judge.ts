import type { PlacedFinding, RuleFinding } from '../finding.ts'
import { factsFileFindings } from '../numbers/facts-file.ts'
import { compareTexts, joinSaid, saidIn, unlimited, type Comparison, type Said } from './compare.ts'
import type { ExportedFile, ExportedPage, ExportedText } from './facts.ts'
import { judgeChart } from './judge-chart.ts'
import { changeFinding, judgeText, type JudgedPage } from './judge-text.ts'
import { dataSaid, type KnownDeck, type KnownSlide } from './known.ts'

/** Judges what an exported file says; pure. @param name what people call it */
export function judgeExport(name: string, file: ExportedFile, deck: KnownDeck): PlacedFinding[] {
  const whole = pageOf(undefined, deck)
  const slideOf = (page: ExportedPage): KnownSlide | undefined => deck.slides.find(({ no }) => no === page.slide)
  const everything = unlimited(
    joinSaid(deck.said, ...deck.slides.flatMap(each => [...each.clicks, each.paper, each.beside])),
  )
  const sheets = file.pages.filter(page => !page.isSlide && !slideOf(page))
  const added = file.pages.filter(page => page.isSlide && !slideOf(page))
  const judgeTogether = (pages: readonly ExportedPage[], looks: readonly Said[], judged: JudgedPage): PlacedFinding[] =>
    judgeTexts(
      pages.flatMap(page => page.texts.map(text => ({ ...text, page }))),
      looks,
      judged,
    ).map(({ finding, exported: { page } }) => placed(finding, name, page))
  return [
    ...judgeTexts(file.document, [everything], whole).map(({ finding }) => placed(finding, name)),
    ...(file.facts === undefined ? [] : factsFindings(file.facts, deck)).map(finding => placed(finding, name)),
    ...missing(name, file, deck),
    ...file.pages.flatMap(page => {
      const slide = slideOf(page)
      const judged = pageOf(slide, deck)
      const findings = [
        ...(slide ? judgeSlide(page, slide, judged) : []),
        ...page.charts.flatMap(chart => judgeChart(chart, judged)),
      ]
      return findings.map(finding => placed(finding, name, page, slide))
    }),
    ...judgeTogether(added, [everything], whole),
    ...runsOf(sheets).flatMap(run => {
      const slides = slidesOn(run, deck)
      const figures = slides === deck.slides ? whole.figures : slides.flatMap(slide => slide.figures)
      return judgeTogether(run, looksOfSheets(run, slides, file, deck), { ...whole, figures: [...new Set(figures)] })
    }),
  ]
}

/** Sheets of paper that are read in one go: a slide, and a text, may go on on the next one. */
function runsOf(sheets: readonly ExportedPage[]): ExportedPage[][] {
  const runs: ExportedPage[][] = []
  for (const sheet of sheets) {
    const last = runs.at(-1)?.at(-1)
    const goesOn = last?.slides ? last.slides.some(no => sheet.slides?.includes(no)) : last && !sheet.slides
    if (goesOn) runs.at(-1)!.push(sheet)
    else runs.push([sheet])
  }
  return runs
}

/** The slides on some sheets; all where these do not tell. */
function slidesOn(sheets: readonly ExportedPage[], { slides }: KnownDeck): readonly KnownSlide[] {
  const shown = sheets.flatMap(sheet => sheet.slides ?? [])
  return shown.length > 0 ? slides.filter(({ no }) => shown.includes(no)) : slides
}

/**
 * What may stand on sheets of paper: what is said beside their slides, and unless these have pages of their own, the
 * slides as they are at last, or as they are on the page to read.
 */
function looksOfSheets(
  sheets: readonly ExportedPage[],
  slides: readonly KnownSlide[],
  { pages, made }: ExportedFile,
  deck: KnownDeck,
): Said[] {
  const margins = made ? deck.margins(made) : []
  const beside = joinSaid(
    ...sheets.map(({ no }) => saidIn([hasSlides(pages) ? String(no) : `${no} / ${pages.length}`, ...margins])),
    ...slides.map(slide => slide.beside),
  )
  const headings = slides.map(({ no, title }) => `${no}\u3000${title}`)
  if (hasSlides(pages)) return [joinSaid(beside, saidIn(headings))]
  const whole = [slides.map(({ clicks }) => clicks.at(-1)!), slides.map(({ paper }) => paper)]
  return whole.map(each => joinSaid(beside, ...each))
}

const hasSlides = (pages: readonly ExportedPage[]): boolean => pages.some(({ isSlide }) => isSlide)

function judgeSlide({ texts, isSlide, counted }: ExportedPage, slide: KnownSlide, judged: JudgedPage): RuleFinding[] {
  const [own, copies] = [texts.filter(({ copy }) => !copy), texts.filter(({ copy }) => copy)]
  const others = joinSaid(slide.beside, saidIn(counted ? [String(slide.no)] : [], -1))
  const looks = (isSlide ? slide.clicks : [slide.paper]).map(look => joinSaid(look, others))
  const anything = unlimited(joinSaid(...looks, dataSaid(slide.figures)))
  return [
    // What a chart draws is no more there to be said by others.
    ...judgeTexts([...own, ...copies], looks, judged).filter(({ exported }) => !exported.copy),
    ...judgeTexts(copies, [anything], judged),
  ].map(({ finding }) => finding)
}

/** Judges texts by that of several looks which they are most like. */
function judgeTexts<Text extends ExportedText>(
  texts: readonly Text[],
  looks: readonly Said[],
  judged: JudgedPage,
): { finding: RuleFinding; exported: Text }[] {
  let best: Comparison<Text> | undefined
  const count = ({ changed, strange }: Comparison<Text>): number => changed.length + strange.length
  for (const look of looks.toReversed()) {
    const comparison = compareTexts(texts, look, judged.partsOf)
    if (!best || count(comparison) < count(best)) best = comparison
    if (count(best) === 0) break
  }
  const { changed, strange } = best!
  return [
    ...changed.map(change => ({ finding: changeFinding(change), exported: change.exported })),
    ...strange.flatMap(exported => judgeText(exported, judged).map(finding => ({ finding, exported }))),
  ]
}

function pageOf(slide: KnownSlide | undefined, { data, slides, partsOf }: KnownDeck): JudgedPage {
  return {
    data,
    partsOf,
    figures: slide?.figures ?? data.figures,
    chapter: slide?.chapter,
    slidesOf: id => slides.flatMap(({ no, figures }) => (figures.some(figure => figure.id === id) ? [no] : [])),
  }
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
  if (!hasSlides(file.pages)) return []
  const shown = new Set(file.pages.map(({ slide }) => slide))
  const lacking = slides.filter(({ no }) => !shown.has(no)).map(({ no }) => no)
  const strange = file.pages
    .filter(({ slide, isSlide }) => isSlide && !slides.some(({ no }) => no === slide))
    .map(({ no }) => no)
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
