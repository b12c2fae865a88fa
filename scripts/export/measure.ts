import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-chromium'
import { writeFileAtomic } from '../../setup/vite/write-file-atomic.ts'
import type { LayoutSnapshot } from '../check/layout/facts.ts'
import { step } from '../lib/steps.ts'
import { checkFonts } from './fonts.ts'
import { inspectSlides, type Inspected, type SlideSnapshot } from './inspect.ts'
import { digest, digestSlides, type SlideDigests } from './slide-digests.ts'

/** Where measures are kept from one export to the next. */
export interface MeasureStore {
  /** The deck's folder. */
  root: string
  /** The folder of the built site. */
  site: string
  /** What a slide is measured for, as JSON: each has its own measures. */
  way: unknown
}

/** A slide with which nothing was wrong. */
interface Measure {
  /** Of all that the slide was drawn from. */
  digest: string
  snapshot: SlideSnapshot
  layout: LayoutSnapshot
}

/** By the ids of the slides' elements. */
type Measures = Partial<Record<string, Measure>>

/**
 * Inspects the slides on a page and checks their fonts. Those that are drawn from the same as at an earlier export,
 * which found nothing wrong with them, are not measured again.
 * @param store measures every slide, and keeps nothing, where it is absent
 */
export async function measureSlides(page: Page, store?: MeasureStore): Promise<Inspected> {
  if (!store) return inspectAll(page)
  const way = digest(JSON.stringify(store.way)).slice(0, 8)
  const file = path.join(store.root, '.huibao', 'exports', `measures-${way}.json`)
  const { digests, kept, known } = await step('compare', async () => {
    const digests = await digestSlides(page, store.site)
    const kept = await readMeasures(file)
    return { digests, kept, known: stillTrue(kept, digests) }
  })
  const fresh = known.size < digests.size ? await inspectUnknown(page, [...known.keys()]) : undefined
  const measures = fresh ? faultless(fresh, digests) : {}
  // Without a record slides are only measured anew the next time.
  if (Object.keys(measures).length > 0)
    await writeFileAtomic(file, JSON.stringify({ ...kept, ...measures })).catch(() => {})
  const inspected = [...digests.keys()].flatMap(id => {
    const own = known.get(id)
    if (own) return [own]
    const index = fresh!.snapshots.findIndex(snapshot => snapshot.id === id)
    return [{ snapshot: fresh!.snapshots[index]!, layout: fresh!.layouts[index]! }]
  })
  return {
    snapshots: inspected.map(({ snapshot }) => snapshot),
    layouts: inspected.map(({ layout }) => layout),
    problems: fresh?.problems ?? [],
  }
}

async function inspectAll(page: Page): Promise<Inspected> {
  const { problems, ...inspected } = await step('inspect', () => inspectSlides(page))
  return { ...inspected, problems: [...problems, ...(await step('fonts', () => checkFonts(page)))] }
}

/** Inspects all slides but those with these ids. */
async function inspectUnknown(page: Page, known: readonly string[]): Promise<Inspected> {
  await page.evaluate(markMeasured, known)
  try {
    return await inspectAll(page)
  } finally {
    await page.evaluate(markMeasured, [])
  }
}

/** What was measured of slides that have not changed since. */
function stillTrue(kept: Measures, digests: SlideDigests): Map<string, Measure> {
  return new Map(
    [...digests].flatMap(([id, own]) => {
      const measure = kept[id]
      return measure && measure.digest === own ? [[id, measure] as const] : []
    }),
  )
}

/** A fault that is no slide's may be anyone's. */
function faultless({ snapshots, layouts, problems }: Inspected, digests: SlideDigests): Measures {
  if (problems.some(({ slide }) => slide === undefined)) return {}
  return Object.fromEntries(
    snapshots.flatMap((snapshot, index) => {
      const own = digests.get(snapshot.id)
      const isSound = own !== undefined && !problems.some(({ slide }) => slide === snapshot.no)
      return isSound ? [[snapshot.id, { digest: own, snapshot, layout: layouts[index]! }]] : []
    }),
  )
}

async function readMeasures(file: string): Promise<Measures> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Measures
  } catch {
    // Nothing was measured yet, or not by an engine that wrote what can be read.
    return {}
  }
}

/* Runs in the page: may use nothing from outside of itself. */
function markMeasured(ids: readonly string[]): void {
  for (const container of document.querySelectorAll('.print-slide-container'))
    container.toggleAttribute('data-huibao-measured', ids.includes(container.id))
}
