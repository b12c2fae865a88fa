import { skinName } from '../../lib/look.ts'
import { oneLine } from '../../lib/text.ts'
import type { Problem } from '../../export/problems.ts'
import type { CategoryResult, Place, PlacedFinding, RuleFinding } from '../finding.ts'
import { mergeFindings } from '../finding.ts'
import type { CheckContext } from '../context.ts'
import { PHONE, type ReadingRendering, type SlidesRendering } from '../rendering.ts'
import { readWritten, type WrittenSlide } from '../numbers/source.ts'
import type { LayoutSnapshot } from './facts.ts'
import { notReady } from './ready.ts'
import { slideRules } from './rules/index.ts'
import { judgeNarrow } from './rules/narrow.ts'
import type { Rule } from './rules/rule.ts'
import { textsOf, unshownFindings } from './unshown.ts'

const ON_PHONE = '手机'

const MISSING: PlacedFinding = {
  slide: 0,
  title: '',
  place: { skin: '', aspect: ON_PHONE, clicks: 0 },
  rule: 'narrow',
  element: '/read',
  text: '',
  measured: '网站没有手机阅读页',
  expected: '打开 /read 就是阅读页',
  advice: '请确认 setup/routes.ts 登记了 /read',
  excess: 0,
}

/** Applies the rules on how slides look to every slide, click step, skin and aspect ratio, and to the page to read. */
export async function check(rules: ReadonlySet<string>, checkContext: CheckContext): Promise<CategoryResult> {
  const { slides, reading } = await checkContext.rendering()
  const { numbers } = checkContext
  const narrow = rules.has('narrow')
  const applied = slideRules.filter(({ id }) => rules.has(id))
  const written = rules.has('unseen') && slides.length > 0 ? await readWritten(checkContext.context.root) : []
  const scope = [
    ...(slides.length > 0
      ? [`${slides.length} 种画面（${slides.map(({ skin, aspect }) => `${skinName(skin)} ${aspect}`).join('、')}）`]
      : []),
    ...(narrow ? ['手机阅读页'] : []),
  ]
  return {
    findings: mergeFindings([
      ...slides.flatMap(rendering => [...judgeSlides(rendering, applied), ...judgeWritten(rendering, written)]),
      ...(narrow ? (reading?.flatMap(rendering => judgeReading(rendering, numbers)) ?? [MISSING]) : []),
    ]),
    scope: `版面 ${numbers.length} 页，${scope.join('和')}`,
  }
}

/** Judges all slides in one look; pure. */
export function judgeSlides(
  { skin, aspect, snapshots, problems }: SlidesRendering,
  applied: readonly Rule[],
): PlacedFinding[] {
  const place = placing(snapshots, { skin: skinName(skin), aspect })
  return [
    ...problems.map(({ slide = 0, message }) => place(slide, 0, notReady(message))),
    ...snapshots.flatMap(snapshot =>
      applied.flatMap(({ id, judge }) =>
        judge(snapshot).map(finding => place(snapshot.no, snapshot.clicks, { rule: id, ...finding })),
      ),
    ),
  ]
}

/** Judges whether all that is written on the slides of one look is seen in it at some click; pure. */
function judgeWritten(
  { skin, aspect, snapshots }: SlidesRendering,
  written: readonly Pick<WrittenSlide, 'contentRaw'>[],
): PlacedFinding[] {
  const place = placing(snapshots, { skin: skinName(skin), aspect })
  const states = Map.groupBy(snapshots, ({ no }) => no)
  return [...states].flatMap(([no, own]) =>
    unshownFindings(written[no - 1]?.contentRaw ?? '', own.flatMap(textsOf)).map(finding =>
      place(no, 0, { rule: 'unseen', ...finding }),
    ),
  )
}

/** Judges the page to read, on which all of these slides have to be; pure. */
function judgeReading({ skin, facts, problems }: ReadingRendering, numbers: readonly number[]): PlacedFinding[] {
  const place = placing(facts.snapshots, { skin: skinName(skin), aspect: ON_PHONE })
  return [
    ...[...problems, ...unseen(facts.snapshots, numbers)].map(({ slide = 0, message }) =>
      place(slide, 0, notReady(`阅读页上：${message}`)),
    ),
    ...judgeNarrow(facts, PHONE.width).map(({ slide, ...finding }) => place(slide, 0, { rule: 'narrow', ...finding })),
  ]
}

function placing(
  snapshots: readonly LayoutSnapshot[],
  look: Pick<Place, 'skin' | 'aspect'>,
): (slide: number, clicks: number, finding: RuleFinding & { rule: string }) => PlacedFinding {
  return (slide, clicks, finding) => ({
    slide,
    title: oneLine(snapshots.find(({ no }) => no === slide)?.title ?? ''),
    place: { ...look, clicks },
    ...finding,
  })
}

/** Slides on which there was nothing to measure: not there, or not laid out. */
function unseen(snapshots: readonly LayoutSnapshot[], numbers: readonly number[]): Problem[] {
  return numbers
    .filter(no => !snapshots.some(snapshot => snapshot.no === no && snapshot.pieces.length > 0))
    .map(slide => ({ slide, message: '这一页没有任何文字' }))
}
