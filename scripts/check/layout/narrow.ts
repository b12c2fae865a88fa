import type { Browser } from 'playwright-chromium'
import { createContext } from '../../export/open.ts'
import type { Problem } from '../../export/problems.ts'
import { openReading } from '../../export/reading.ts'
import { settle } from '../../export/settle.ts'
import { watchPage } from '../../export/watch.ts'
import { skinName } from '../../lib/look.ts'
import { callModule, offerModules } from '../../lib/page-modules.ts'
import { HuibaoError } from '../../../model/errors.ts'
import { oneLine } from '../../lib/text.ts'
import { withTimeout } from '../../lib/with-timeout.ts'
import type { SkinId } from '../../../styles/tokens.ts'
import type { PlacedFinding } from '../finding.ts'
import type { CheckContext } from '../context.ts'
import type { ReadingFacts } from './facts.ts'
import { notReady } from './ready.ts'
import { judgeNarrow } from './rules/narrow.ts'

/** A phone held upright, in CSS px. */
const PHONE = { width: 390, height: 844 }
const ASPECT = '手机'

const MISSING: PlacedFinding = {
  slide: 0,
  title: '',
  place: { skin: '', aspect: ASPECT, clicks: 0 },
  rule: 'narrow',
  element: '/read',
  text: '',
  measured: '网站没有手机阅读页',
  expected: '打开 /read 就是阅读页',
  advice: '请确认 setup/routes.ts 登记了 /read',
  excess: 0,
}

interface NarrowTask {
  checkContext: CheckContext
  origin: string
  browser: Browser
}

/** Checks the reading page as a phone shows it, with all its slides on it. */
export async function checkNarrow(
  skin: SkinId,
  { checkContext, origin, browser }: NarrowTask,
): Promise<PlacedFinding[]> {
  const {
    deck,
    numbers,
    args: { references, timeout },
  } = checkContext
  const look = { skin, references }
  const browsing = await createContext(browser, { ...deck, canvas: PHONE }, origin, 1)
  const limit = 2 * timeout + 30_000
  const measuring = async (): Promise<PlacedFinding[]> => {
    await offerModules(browsing, origin)
    const page = await browsing.newPage()
    const watch = watchPage(page, origin)
    if (!(await openReading(page, origin, numbers, { look, timeout }))) return [MISSING]
    const unready = await settle({ page, watch, numbers, look }, timeout)
    const facts = await callModule<ReadingFacts>(page, 'scripts/check/layout/page/reading.ts', 'collectReading')
    const found = [
      ...[
        ...unready,
        ...[...watch.faults.keys()].map(message => ({ slide: 0, message })),
        ...unseen(facts, numbers),
      ].map(({ slide, message }) => ({ slide: slide ?? 0, ...notReady(`阅读页上：${message}`) })),
      ...judgeNarrow(facts, PHONE.width).map(finding => ({ rule: 'narrow', ...finding })),
    ]
    return found.map(({ slide, ...finding }) => ({
      slide,
      title: oneLine(facts.snapshots.find(({ no }) => no === slide)?.title ?? ''),
      place: { skin: skinName(skin), aspect: ASPECT, clicks: 0 },
      ...finding,
    }))
  }
  try {
    return await withTimeout(
      measuring(),
      limit,
      () =>
        new HuibaoError(`阅读页 ${limit / 1000} 秒没有响应`, {
          hint: '多半是某一页上的脚本停不下来；用 --range 分段检查，可以找出是哪一页。',
        }),
    )
  } finally {
    await browsing.close()
  }
}

/** Slides on which there was nothing to measure: not there, or not laid out. */
function unseen({ snapshots }: ReadingFacts, numbers: readonly number[]): Problem[] {
  return numbers
    .filter(no => !snapshots.some(snapshot => snapshot.no === no && snapshot.pieces.length > 0))
    .map(slide => ({ slide, message: '这一页没有任何文字' }))
}
