import type { CategoryResult } from '../finding.ts'
import type { Deck } from '../../lib/deck.ts'
import { oneLine } from '../../lib/text.ts'
import { mergeFindings, type PlacedFinding, type RuleFinding } from '../finding.ts'
import type { CheckContext } from '../context.ts'
import { judgeCharts } from './charts.ts'
import { chapterNumber } from '../../../model/chapter-number.ts'
import { loadSoundDeck } from '../../../model/load.ts'
import type { NumberData } from './snapshot.ts'
import type { NumberSnapshot, TextRun } from './facts.ts'
import { declarationFindings } from './declarations.ts'
import { factsFileFindings } from './facts-file.ts'
import { judgeBoundElement } from './bound-elements.ts'
import { textRun } from './text-run.ts'
import { judgeTextRun, textOf } from './text-runs.ts'
import type { NumbersRendering } from '../rendering.ts'
import type { NumberRuleId } from './rule-names.ts'
import { figuresOf, showingOn, shownIds, valuedIds, type JudgedSnapshot } from './snapshot.ts'
import { locate, readWritten, type WrittenSlide } from './source.ts'
import { unrenderedFindings } from './unrendered.ts'

/** Where a rendering stands in, as findings call it. */
type Medium = '幻灯片' | '阅读页' | '讲稿' | '页面信息' | 'PDF 信息'

/** Everything that the rules judge by. */
export interface NumberFacts {
  data: NumberData
  /** The document as slide 0, then every slide at every click. */
  slides: readonly NumberSnapshot[]
  written: readonly WrittenSlide[]
  deck: Pick<Deck, 'title' | 'author' | 'subject' | 'keywords' | 'fileName'>
  numbers: readonly number[]
}

/**
 * Applies the rules on numbers to all that the rendered deck shows, announces and draws. One skin and one aspect ratio
 * do: neither changes what is said, nor what a mark is as long as.
 */
export async function check(rules: ReadonlySet<string>, checkContext: CheckContext): Promise<CategoryResult> {
  const {
    context: { root },
    deck,
    numbers,
  } = checkContext
  const [data, written, rendering] = await Promise.all([
    loadSoundDeck(root),
    readWritten(root),
    checkContext.rendering(),
  ])
  const rendered = rendering.numbers!
  const facts = { data, written, deck, numbers, slides: rendered.slides, rendered }
  const pixels = new Set(rendered.slides.flatMap(snapshot => snapshot.pixels)).size
  const scope = `数字 ${numbers.length} 页（含 ${rendered.slides.length - 1} 个点击状态）、阅读页、讲稿、页面和 PDF 的信息，图表 ${rendered.slides.reduce((sum, { charts }) => sum + charts.length, 0)} 张次`
  return {
    findings: mergeFindings([...judgeSlides(facts, rules), ...judgeOthers(facts, rules)]),
    scope: pixels > 0 ? `${scope}；图片 ${pixels} 张未查，里面的字要人来看` : scope,
  }
}

/** Judges the slides; pure. */
export function judgeSlides(facts: NumberFacts, rules: ReadonlySet<string>): PlacedFinding[] {
  return [
    ...(rules.has('digits')
      ? [
          ...facts.slides.flatMap(snapshot =>
            judgeSnapshot(snapshot, facts, snapshot.no === 0 ? '页面信息' : '幻灯片'),
          ),
          ...styleFindings(facts, facts.slides, '幻灯片'),
          ...unshownFindings(facts),
        ]
      : []),
    ...refusedFindings(facts, ruleOf(rules)),
    ...(rules.has('charts') ? chartFindings(facts) : []),
  ]
}

/** What style sheets and attributes make of texts, wherever that is seen. */
function styleFindings(facts: NumberFacts, snapshots: readonly NumberSnapshot[], medium: Medium): PlacedFinding[] {
  return snapshots
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap(declaration =>
      declarationFindings(declaration).map(finding =>
        placed(declaration.no, titleOf(facts, declaration.no), medium, 0, 'digits', finding),
      ),
    )
}

/** What is typed on a slide and shown at none of its clicks. */
function unshownFindings(facts: NumberFacts): PlacedFinding[] {
  return facts.numbers.flatMap(no => {
    const [written, states] = [facts.written[no - 1], facts.slides.filter(snapshot => snapshot.no === no)]
    if (!written || states.length === 0) return []
    const rendered = states.flatMap(({ textRuns }) => textRuns.map(textOf))
    return unrenderedFindings(written.contentRaw, rendered, judged(states.at(-1)!, facts)).map(finding =>
      placed(no, titleOf(facts, no), '幻灯片', 0, 'digits', finding, written),
    )
  })
}

/** Judges everything else that a deck shows and says; pure. */
export function judgeOthers(
  facts: NumberFacts & { rendered: Omit<NumbersRendering, 'slides'> },
  rules: ReadonlySet<string>,
): PlacedFinding[] {
  const { rendered } = facts
  const rule = ruleOf(rules)
  const unready = rendered.problems.map(({ slide = 0, message }) =>
    placed(slide, titleOf(facts, slide), '幻灯片', 0, rule, {
      element: '页面',
      text: '',
      measured: message,
      expected: '页面完整，数得清',
      advice: '请先用 npm run export 找出原因并改好',
      excess: 0,
    }),
  )
  return [...unready, ...(rules.has('digits') ? besideFindings(facts, rendered) : [])]
}

/** The rule that answers for what concerns both, of those that are applied. */
function ruleOf(rules: ReadonlySet<string>): NumberRuleId {
  return rules.has('digits') ? 'digits' : 'charts'
}

/** Red boxes of components whose props are known in the browser alone; a build stops at the others. */
function refusedFindings(facts: NumberFacts, rule: NumberRuleId): PlacedFinding[] {
  return facts.slides.flatMap(({ no, clicks, errors }) =>
    errors.map(measured =>
      placed(no, titleOf(facts, no), '幻灯片', clicks, rule, {
        element: '红框',
        text: '',
        measured,
        expected: '没有出错的元件',
        advice: '请按红框里说的改好',
        excess: 0,
      }),
    ),
  )
}

function placed(
  slide: number,
  title: string,
  medium: Medium,
  clicks: number,
  rule: NumberRuleId,
  { typed, ...finding }: RuleFinding,
  written?: WrittenSlide,
): PlacedFinding {
  const where = typed !== undefined && written ? locate(written, typed, medium === '讲稿') : undefined
  return {
    slide,
    title,
    place: { skin: '', aspect: medium, clicks },
    rule,
    ...finding,
    ...(where !== undefined && { where }),
  }
}

function titleOf({ slides }: NumberFacts, no: number): string {
  return oneLine(slides.find(snapshot => snapshot.no === no)?.title ?? '')
}

function judged(
  snapshot: NumberSnapshot,
  { data, written, slides }: NumberFacts,
  also: readonly string[] = [],
): JudgedSnapshot {
  const { chapter, time } = written[snapshot.no - 1] ?? {}
  const ofSlides = written.map(slide => slide.chapter)
  return {
    ...snapshot,
    data,
    shown: figuresOf([...new Set([...shownIds(snapshot), ...also])], data),
    valued: figuresOf([...new Set([...valuedIds(snapshot, data), ...also])], data),
    chapter: chapter === undefined ? undefined : chapterNumber(chapter, data.chapters, ofSlides),
    showing: showingOn(slides),
    time,
  }
}

const keyOf = ({ element, name, ...textRun }: TextRun): string => `${element} ${name} ${textOf(textRun)}`

/** A text that a click shows is judged where it is shown; one that no click ever does, where it hides. */
function waits(textRun: TextRun, states: readonly NumberSnapshot[]): boolean {
  return (
    textRun.later &&
    states.some(({ textRuns }) => textRuns.some(other => !other.later && keyOf(other) === keyOf(textRun)))
  )
}

function judgeSnapshot(
  snapshot: NumberSnapshot,
  facts: NumberFacts,
  medium: Medium,
  also: readonly string[] = [],
): PlacedFinding[] {
  const own = judged(snapshot, facts, also)
  const states = facts.slides.filter(({ no }) => no === snapshot.no)
  return [
    ...own.boundElements.flatMap(boundElement => judgeBoundElement(boundElement, own)),
    ...own.textRuns.filter(textRun => !waits(textRun, states)).flatMap(textRun => judgeTextRun(textRun, own)),
  ].map(finding =>
    placed(
      snapshot.no,
      titleOf(facts, snapshot.no),
      medium,
      snapshot.clicks,
      'digits',
      finding,
      facts.written[snapshot.no - 1],
    ),
  )
}

/** A text that stands alone, as a text run of a snapshot that shows nothing else. */
function alone(no: number, element: string, name: string, text: string): NumberSnapshot {
  return {
    no,
    clicks: 0,
    title: '',
    textRuns: [textRun('attribute', name, element, text)],
    boundElements: [],
    charts: [],
    errors: [],
    drawings: [],
    pixels: [],
  }
}

function judgeAlone(
  snapshot: NumberSnapshot,
  facts: NumberFacts,
  medium: Medium,
  shown: readonly string[] = [],
): PlacedFinding[] {
  const own = judged(snapshot, facts, shown)
  return own.textRuns
    .flatMap(textRun => judgeTextRun(textRun, own, own.shown))
    .map(finding =>
      placed(snapshot.no, titleOf(facts, snapshot.no), medium, 0, 'digits', finding, facts.written[snapshot.no - 1]),
    )
}

/** What stands beside the slides: the reading page, notes, titles, the facts of the document, the texts of drawings. */
function besideFindings(
  facts: NumberFacts,
  { reading, notes, drawings, facts: served }: Omit<NumbersRendering, 'slides'>,
): PlacedFinding[] {
  const { slides, deck, numbers } = facts
  const shownOn = (no: number): string[] => [
    ...new Set(slides.filter(snapshot => snapshot.no === no).flatMap(shownIds)),
  ]
  const said = new Set(slides.filter(({ no }) => no === 0).flatMap(({ textRuns }) => textRuns.map(textOf)))
  const chosen = notes.filter(({ snapshot }) => numbers.includes(snapshot.no))
  const document: readonly (readonly [string, string])[] = [
    ['标题', deck.title],
    ['作者', deck.author],
    ['主题', deck.subject],
    ['关键词', deck.keywords.join('、')],
    ['文件名', deck.fileName],
  ]
  return [
    ...reading.flatMap(snapshot =>
      judgeSnapshot(snapshot, facts, '阅读页', snapshot.no === 0 ? [...new Set(slides.flatMap(shownIds))] : []),
    ),
    ...styleFindings(facts, reading, '阅读页'),
    ...chosen.flatMap(({ snapshot }) => judgeSnapshot(snapshot, facts, '讲稿', shownOn(snapshot.no))),
    // Titles stand without elements in the table of contents, the overview and the bookmarks of the PDF.
    ...chosen.flatMap(({ title, snapshot }) =>
      judgeAlone(alone(snapshot.no, '标题', '目录和 PDF 书签', title), facts, '页面信息', shownOn(snapshot.no)),
    ),
    ...factsFileFindings(served, facts.data, showingOn(slides)).map(finding =>
      placed(0, '', '页面信息', 0, 'digits', finding),
    ),
    ...document
      .filter(([, text]) => !said.has(text))
      .flatMap(([name, text]) => judgeAlone(alone(0, 'PDF', name, text), facts, 'PDF 信息')),
    ...drawings.flatMap(({ address, texts }) => {
      const no = slides.find(snapshot => snapshot.drawings.includes(address))?.no ?? 0
      const file = decodeURIComponent(
        address.replace(/^data:.*/, '（内嵌图）').replace(/^https?:\/\/[^/]+\//, 'public/'),
      )
      return texts.flatMap(text => judgeAlone(alone(no, 'img', file, text), facts, '幻灯片'))
    }),
  ]
}

function chartFindings(facts: NumberFacts): PlacedFinding[] {
  return facts.slides.flatMap(snapshot => {
    const last = !facts.slides.some(({ no, clicks }) => no === snapshot.no && clicks > snapshot.clicks)
    return judgeCharts({ ...snapshot, data: facts.data, last }).map(finding =>
      placed(snapshot.no, titleOf(facts, snapshot.no), '幻灯片', snapshot.clicks, 'charts', finding),
    )
  })
}
