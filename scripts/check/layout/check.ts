import pMap from 'p-map'
import type { Browser } from 'playwright-chromium'
import { createContext, openPrintPage } from '../../export/open.ts'
import { settle } from '../../export/settle.ts'
import { HuibaoError } from '../../../model/errors.ts'
import { canvasOf, skinName, type Look } from '../../lib/look.ts'
import { withProgress } from '../../lib/progress.ts'
import { callModule, offerModules } from '../../lib/page-modules.ts'
import { oneLine } from '../../lib/text.ts'
import { withTimeout } from '../../lib/with-timeout.ts'
import type { CategoryResult, PlacedFinding } from '../finding.ts'
import { mergeFindings } from '../finding.ts'
import type { CheckContext } from '../context.ts'
import type { LayoutSnapshot } from './facts.ts'
import { checkNarrow } from './narrow.ts'
import { notReady } from './ready.ts'
import { slideRules } from './rules/index.ts'

/** Pages that are rendered side by side. */
const AT_ONCE = 2

/** Applies the rules on how slides look to every slide, click step, skin and aspect ratio. */
export async function check(rules: ReadonlySet<string>, checkContext: CheckContext): Promise<CategoryResult> {
  const {
    args: { aspects, skins, references },
    context: { log, life },
  } = checkContext
  const looks = aspects.flatMap(aspect => skins.map(skin => ({ skin, aspect, references })))
  const [origin, browser] = await Promise.all([checkContext.site(), checkContext.browser()])
  const applied = slideRules.filter(({ id }) => rules.has(id))
  const looked = applied.length > 0 || rules.has('ready')
  const tasks = [
    ...(looked ? looks.map(look => () => checkLook(look, { checkContext, origin, browser, applied })) : []),
    ...(rules.has('narrow') ? skins.map(skin => () => checkNarrow(skin, { checkContext, origin, browser })) : []),
  ]
  const findings = await withProgress({ log, life }, '正在检查版面', tasks.length, tick =>
    pMap(
      tasks,
      async task => {
        const found = await task()
        tick()
        return found
      },
      { concurrency: AT_ONCE },
    ),
  )
  const scope = [
    ...(looked
      ? [`${looks.length} 种画面（${looks.map(({ skin, aspect }) => `${skinName(skin)} ${aspect}`).join('、')}）`]
      : []),
    ...(rules.has('narrow') ? ['手机阅读页'] : []),
  ]
  return {
    findings: mergeFindings(findings.flat()),
    scope: `版面 ${checkContext.numbers.length} 页，${scope.join('和')}`,
  }
}

interface LookTask {
  checkContext: CheckContext
  origin: string
  browser: Browser
  applied: typeof slideRules
}

async function checkLook(
  look: Required<Look>,
  { checkContext, origin, browser, applied }: LookTask,
): Promise<PlacedFinding[]> {
  const {
    deck,
    numbers,
    args: { timeout },
  } = checkContext
  const browsing = await createContext(browser, { ...deck, canvas: canvasOf(deck, look) }, origin, 1)
  const limit = 2 * timeout + 30_000
  const measuring = async (): Promise<PlacedFinding[]> => {
    await offerModules(browsing, origin)
    const print = await openPrintPage(browsing, origin, numbers, true, timeout, look)
    const unready = await settle(print, timeout)
    const snapshots = await callModule<LayoutSnapshot[]>(
      print.page,
      'scripts/check/layout/page/collect.ts',
      'collectPrinted',
    )
    const place = { skin: skinName(look.skin), aspect: look.aspect }
    const problems = [...unready, ...[...print.watch.faults.keys()].map(message => ({ slide: 0, message }))]
    return [
      ...problems.map(({ slide, message }) => ({
        slide: slide ?? 0,
        title: titleOf(snapshots, slide ?? 0),
        place: { ...place, clicks: 0 },
        ...notReady(message),
      })),
      ...snapshots.flatMap(snapshot =>
        applied.flatMap(({ id, judge }) =>
          judge(snapshot).map(finding => ({
            slide: snapshot.no,
            title: titleOf(snapshots, snapshot.no),
            place: { ...place, clicks: snapshot.clicks },
            rule: id,
            ...finding,
          })),
        ),
      ),
    ]
  }
  try {
    return await withTimeout(
      measuring(),
      limit,
      () =>
        new HuibaoError(`打印页 ${limit / 1000} 秒没有响应`, {
          hint: '多半是某一页上的脚本停不下来；用 --range 分段检查，可以找出是哪一页。',
        }),
    )
  } finally {
    await browsing.close()
  }
}

function titleOf(snapshots: readonly LayoutSnapshot[], no: number): string {
  return oneLine(snapshots.find(snapshot => snapshot.no === no)?.title ?? '')
}
