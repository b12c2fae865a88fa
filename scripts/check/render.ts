import type { Browser, BrowserContext, Page } from 'playwright-chromium'
import { PAPER } from '../export/handout.ts'
import { createContext, openPrintPage, type PrintPage } from '../export/open.ts'
import type { Problem } from '../export/problems.ts'
import { openReadingPage } from '../export/reading-page.ts'
import { openReading } from '../export/reading.ts'
import { settle } from '../export/settle.ts'
import { watchPage } from '../export/watch.ts'
import type { Deck } from '../lib/deck.ts'
import { canvasOf, lookQuery, type Aspect, type Look } from '../lib/look.ts'
import { callModule } from '../lib/page-modules.ts'
import { withProgress } from '../lib/progress.ts'
import { withTimeout } from '../lib/with-timeout.ts'
import { HuibaoError } from '../../model/errors.ts'
import type { SkinId } from '../../styles/tokens.ts'
import type { LayoutSnapshot, ReadingFacts } from './layout/facts.ts'
import { findUnseen } from './layout/unseen.ts'
import type { DrawingTexts, NumberSnapshot } from './numbers/facts.ts'
import {
  PHONE,
  type OtherNumbers,
  type ReadingRendering,
  type RenderContext,
  type Rendering,
  type SlideNumbers,
  type SlidesRendering,
} from './rendering.ts'

const LAYOUT = 'scripts/check/layout/page'
const NUMBERS = 'scripts/check/numbers/page/collect.ts'

/** Where pages are rendered for a check. */
interface Studio {
  renderContext: RenderContext
  browser: Browser
  origin: string
  /** Called after each rendering. */
  tick: () => void
}

/**
 * Renders the deck for the rules that are asked for, in two pages side by side: one has the slides, and changes its
 * look in place; the other one the page to read, and then the notes. So nothing is loaded or drawn twice.
 * @throws HuibaoError where a page cannot be had
 */
export async function renderDeck(renderContext: RenderContext): Promise<Rendering> {
  const { args, context } = renderContext
  const layout = [...(args.rules.get('layout') ?? [])]
  const numbers = args.rules.has('numbers')
  const looks = layout.some(rule => rule !== 'narrow')
    ? args.aspects.flatMap(aspect => args.skins.map(skin => ({ skin, aspect })))
    : []
  const skins = layout.includes('narrow') ? args.skins : []
  const [origin, browser] = await Promise.all([renderContext.site(), renderContext.browser()])
  return withProgress(context, '正在检查页面', looks.length + skins.length, async tick => {
    const studio = { renderContext, origin, browser, tick }
    const [slides, reading] = await Promise.all([
      looks.length > 0 || numbers ? renderSlides(studio, looks, numbers) : undefined,
      skins.length > 0 || numbers ? renderReading(studio, skins, numbers) : undefined,
    ])
    return {
      slides: slides?.looks ?? [],
      reading: reading?.there === false ? undefined : (reading?.phones ?? []),
      numbers: slides?.numbers &&
        reading && {
          ...slides.numbers,
          ...reading.numbers,
          problems: [...slides.problems, ...reading.problems],
        },
    }
  })
}

interface RenderedSlides {
  looks: SlidesRendering[]
  numbers: SlideNumbers | undefined
  problems: Problem[]
}

function renderSlides(
  { renderContext: { args, deck, numbers: range, hasPolicy }, browser, origin, tick }: Studio,
  looks: readonly { skin: SkinId; aspect: Aspect }[],
  numbers: boolean,
): Promise<RenderedSlides> {
  const { references, timeout } = args
  const first = { skin: args.skins[0]!, aspect: args.aspects[0]!, references }
  const canvas = canvasOf(deck, first)
  return inContext(
    { name: '打印页', browser, deck: { ...deck, canvas }, origin, hasPolicy, timeout },
    async browsing => {
      const print = await openPrintPage(browsing, origin, range, true, timeout, first)
      const { page, watch } = print
      let unready = await settle(print, timeout)
      const problems = [...unready]
      const collected = numbers ? await collectSlideNumbers(page) : undefined
      const rendered: SlidesRendering[] = []
      for (const [index, look] of looks.entries()) {
        if (index > 0) {
          await page.setViewportSize(canvasOf(deck, look))
          unready = await changeLook(print, look, unready, timeout)
        }
        const measured = await callModule<LayoutSnapshot[]>(page, `${LAYOUT}/collect.ts`, 'collectPrinted')
        const snapshots = await findUnseen(page, measured)
        rendered.push({ ...look, snapshots, problems: [...unready, ...faultsOf(watch)] })
        tick()
      }
      return { looks: rendered, numbers: collected, problems: [...problems, ...faultsOf(watch)] }
    },
  )
}

async function collectSlideNumbers(page: Page): Promise<SlideNumbers> {
  const slides = await callModule<NumberSnapshot[]>(page, NUMBERS, 'collectPrinted')
  const addresses = [...new Set(slides.flatMap(({ drawings }) => drawings))]
  await page.evaluate(list => {
    ;(window as { huibaoDrawings?: string[] }).huibaoDrawings = list
  }, addresses)
  return {
    slides,
    drawings: await callModule<DrawingTexts[]>(page, NUMBERS, 'collectDrawings'),
    facts: await callModule<string>(page, NUMBERS, 'collectFacts'),
  }
}

interface RenderedReading {
  /** Whether the site has a page to read. */
  there: boolean
  phones: ReadingRendering[]
  numbers: OtherNumbers
  problems: Problem[]
}

function renderReading(
  { renderContext: { args, deck, numbers: range, hasPolicy }, browser, origin, tick }: Studio,
  skins: readonly SkinId[],
  numbers: boolean,
): Promise<RenderedReading> {
  const { references, timeout } = args
  const look = { skin: args.skins[0]!, references }
  const phone = { ...deck, canvas: PHONE }
  return inContext({ name: '阅读页', browser, deck: phone, origin, hasPolicy, timeout }, async browsing => {
    const page = await browsing.newPage()
    const reading = { page, watch: watchPage(page, origin, range.length), numbers: range, look }
    const rendered: RenderedReading = {
      // Its slides are those that are printed: numbers look at them only where they are drawn for the layout.
      there: await openReading(page, origin, range, { look, timeout, all: skins.length > 0 }),
      phones: [],
      numbers: { reading: [], notes: [] },
      problems: [],
    }
    if (!rendered.there) return { ...rendered, problems: [{ message: '网站里没有 /read 这一页' }] }
    let unready = skins.length > 0 ? await settle(reading, timeout) : []
    rendered.problems = unready.map(({ message, ...rest }) => ({ ...rest, message: `阅读页上：${message}` }))
    if (numbers)
      rendered.numbers.reading = await callModule<NumberSnapshot[]>(
        page,
        NUMBERS,
        skins.length > 0 ? 'collectReading' : 'collectAroundReading',
      )
    for (const [index, skin] of skins.entries()) {
      if (index > 0) unready = await changeLook(reading, { skin }, unready, timeout)
      const facts = await callModule<ReadingFacts>(page, `${LAYOUT}/reading.ts`, 'collectReading')
      rendered.phones.push({ skin, facts, problems: [...unready, ...faultsOf(reading.watch)] })
      tick()
    }
    if (numbers) {
      // The page that shows notes alone: it draws no slide.
      if (await lead(page, '/notes', '.slidev-note', timeout))
        rendered.numbers.notes = await callModule<OtherNumbers['notes']>(page, NUMBERS, 'collectNotes')
      else rendered.problems.push({ message: '网站里没有 /notes 这一页' })
    }
    return { ...rendered, problems: [...rendered.problems, ...faultsOf(reading.watch)] }
  })
}

/** What numbers stand in on the page to read, laid out for paper: with all of its slides. */
export async function renderPaper({
  args: { references, timeout },
  ...renderContext
}: RenderContext): Promise<NumberSnapshot[]> {
  const [origin, browser] = await Promise.all([renderContext.site(), renderContext.browser()])
  const deck = { ...renderContext.deck, canvas: PAPER }
  const { hasPolicy } = renderContext
  return inContext({ name: '阅读页', browser, deck, origin, hasPolicy, timeout }, async browsing => {
    const options = { look: { references }, media: 'print' } as const
    const reading = await openReadingPage(browsing, origin, renderContext.numbers, timeout, options)
    await settle(reading, timeout)
    return await callModule<NumberSnapshot[]>(reading.page, NUMBERS, 'collectReading')
  })
}

/** Shows a page in another look, in place. @returns what is not ready in it */
async function changeLook(
  print: PrintPage,
  look: Look,
  unready: readonly Problem[],
  timeout: number,
): Promise<Problem[]> {
  const { pathname, searchParams } = new URL(print.page.url())
  for (const [name, value] of Object.entries(lookQuery(look))) searchParams.set(name, value)
  await lead(print.page, `${pathname}?${searchParams}`, 'html', timeout)
  // What has been waited for in vain is not waited for again.
  return settle(print, unready.length > 0 ? 1000 : timeout)
}

/** Leads a page to another address of its site, as a link in it would. @returns whether the site has that page */
async function lead(page: Page, address: string, wanted: string, timeout: number): Promise<boolean> {
  await page.evaluate(async to => {
    const app = (
      document.querySelector('#app') as {
        __vue_app__?: { config: { globalProperties: { $router: { push: (to: string) => Promise<unknown> } } } }
      } | null
    )?.__vue_app__
    await app?.config.globalProperties.$router.push(to)
  }, address)
  // Slidev takes the address of a page that is not there for the name of a slide, and shows its player.
  const either = page.locator(`${wanted}, #slide-container`).first()
  await either.waitFor({ state: 'attached', timeout }).catch(() => {})
  return (await page.locator(wanted).count()) > 0
}

interface Rendered {
  /** What people call the page that is rendered. */
  name: string
  browser: Browser
  deck: Pick<Deck, 'canvas' | 'lang'>
  origin: string
  hasPolicy: boolean | undefined
  timeout: number
}

/** Renders in a context of its own. A script on a slide that never ends must not hold the check up. */
async function inContext<T>(
  { name, browser, deck, origin, hasPolicy, timeout }: Rendered,
  work: (browsing: BrowserContext) => Promise<T>,
): Promise<T> {
  const browsing = await createContext(browser, deck, origin, 1, hasPolicy)
  const limit = 2 * timeout + 30_000
  const hint = '多半是某一页上的脚本停不下来；用 --range 分段检查，可以找出是哪一页。'
  try {
    return await withTimeout(
      work(browsing),
      limit,
      () => new HuibaoError(`${name} ${limit / 1000} 秒没有响应`, { hint }),
    )
  } finally {
    await browsing.close()
  }
}

function faultsOf({ faults }: PrintPage['watch']): Problem[] {
  return [...faults.keys()].map(message => ({ message }))
}
