import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { scanTags } from '../../../model/slides/scan.ts'
import { launchBrowser } from '../../browser/launch.ts'
import type { Context } from '../../lib/command.ts'
import { readDeck } from '../../lib/deck.ts'
import { ensureSite } from '../../site/ensure.ts'
import { serveSite } from '../../site/serve.ts'
import { observeFirstView, type FirstView } from './observe.ts'
import { copyPacked } from '../../site/pack.ts'

/**
 * Opens the first slide of the deck in the working folder on a phone, and then the first one with a chart, each with
 * nothing in the cache. The site is built where it is not there.
 * @throws HuibaoError where the deck does not build, or a slide does not appear
 */
export async function benchFirstView({ root, host, life, log }: Context): Promise<FirstView[]> {
  const deck = await readDeck(root)
  const site = await ensureSite({ root, deck, host, life, log })
  const browser = await launchBrowser({ host, life, log })
  const charted = await firstChart(root)
  log.info('正在用手机打开网站……')
  return measureSite(site.folder, charted, { life, browser })
}

/**
 * What a phone asks of a built site for slide 1 and, where there is one, for slide `charted`: on the page to read,
 * then as slides.
 */
async function measureSite(
  folder: string,
  charted: number | undefined,
  { life, browser }: Pick<Context, 'life'> & { browser: Awaited<ReturnType<typeof launchBrowser>> },
): Promise<FirstView[]> {
  const packed = await mkdtemp(path.join(tmpdir(), 'huibao-bench-'))
  await using part = life.part()
  part.defer(() => rm(packed, { recursive: true, force: true, maxRetries: 5 }))
  await copyPacked(folder, packed)
  const origin = await serveSite(packed, part, { gzip: true })
  const views: FirstView[] = []
  for (const asSlide of [false, true]) {
    views.push(await observeFirstView(browser, origin, 1, { chart: false, asSlide }))
    if (charted !== undefined) views.push(await observeFirstView(browser, origin, charted, { chart: true, asSlide }))
  }
  return views
}

/** The number of the first slide with a component of `components/charts/`. */
export async function firstChart(root: string): Promise<number | undefined> {
  const { loadSlides } = await import('../../../model/slides/load.ts')
  const files = await readdir(path.join(root, 'components', 'charts')).catch(() => [])
  const charts = new Set(files.filter(file => /^[A-Z]/.test(file)).map(file => path.parse(file).name))
  const { slides } = await loadSlides(root)
  const index = slides.findIndex(({ content }) => scanTags(content).some(({ name }) => charts.has(name)))
  return index < 0 ? undefined : index + 1
}
