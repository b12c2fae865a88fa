import path from 'node:path'
import type { Browser } from 'playwright-chromium'
import { skinIds } from '../../styles/skin.ts'
import { launchBrowser } from '../browser/launch.ts'
import type { Context } from '../lib/command.ts'
import { readDeck, type Deck } from '../lib/deck.ts'
import { ensureSite } from '../site/ensure.ts'
import { serveSite } from '../site/serve.ts'
import { readFacts } from './attach.ts'
import type { ExportArgs } from './args.ts'
import { attributeFaults } from './attribute.ts'
import { THUMBNAIL_WIDTH } from './contact-sheet-page.ts'
import { drawContactSheet } from './contact-sheet.ts'
import type { SlideSnapshot } from './inspect.ts'
import { skinName } from '../lib/look.ts'
import { withProgress } from '../lib/progress.ts'
import { printHandout, renderHandout } from './handout.ts'
import { contactSheetName, handoutName, isExported } from './names.ts'
import { finishPdf, printPdf } from './pdf.ts'
import { findLostText, readPdfText } from './pdf-text.ts'
import { shootSlides } from './png.ts'
import { describeProblems, type Problem } from './problems.ts'
import { parseRange } from './range.ts'
import { renderSlides, type Rendered, type RenderOptions } from './render.ts'
import { findUnshown } from './unshown.ts'
import { openStage, rejectUnwritable, removeStaleStages, type Stage } from './stage.ts'

/** What an export came to. */
export interface ExportReport {
  ok: boolean
  /** Absolute paths; none where `ok` is false. */
  files: string[]
  /** Pages of the slides' PDF, which also is how many PNG files there are; the handout has pages of its own. */
  pages: number
  /** Pages of the handout, where there is one. */
  handoutPages?: number
  /** The slides exported, by their number in the deck. */
  slides: number[]
  /** Whether the site was kept from an earlier run. */
  cached: boolean
  /** Milliseconds: until site and browser stood ready, until the page was checked, until the files were written. */
  durations: { prepare: number; render: number; write: number; total: number }
  /** Why nothing was exported: a sentence each, which begins with the slide. */
  problems: string[]
  /** What is written on slides and seen at an earlier click alone; what the page wrote to its console as a warning. */
  warnings: string[]
  /** Ids of the photo slots that show their drawn scene, each with the first slide where it does. */
  waiting: { id: string; slide: number }[]
}

/**
 * Exports the deck in the working folder. Where anything is wrong with a slide nothing is written at all.
 * @param tools what is at hand already, such as a browser for several decks
 * @throws HuibaoError where there is nothing to check: a wrong range, no browser, a deck that does not build …
 */
export async function exportDeck(
  args: ExportArgs,
  context: Context,
  tools: { browser?: () => Promise<Browser> } = {},
): Promise<ExportReport> {
  const { root, host, life, log, now } = context
  const start = now()
  const out = path.resolve(root, args.out)
  const deck = await readDeck(root)
  const numbers = parseRange(args.range, deck.total)
  rejectUnwritable(out)
  await removeStaleStages(out)
  const [[site, origin], browser] = await Promise.all([
    ensureSite({
      root,
      deck,
      host,
      life,
      log,
      rebuild: args.rebuild,
      isOutput: file => isExported(path.relative(out, file).split(path.sep).join('/'), deck),
    }).then(async site => [site, await serveSite(site.folder, life)] as const),
    tools.browser?.() ?? launchBrowser({ host, life, log }),
  ])
  const prepared = now()
  const scale = args.forms.includes('png') ? args.scale : 1
  const handout = args.forms.includes('handout')
    ? await renderHandout({ browser, deck, origin, numbers, look: args.look, timeout: args.timeout })
    : undefined
  // A handout alone needs no slides that are drawn as slides.
  const rendered =
    handout && args.forms.length === 1 && !args.contactSheet
      ? handout
      : await renderSlides({
          browser,
          deck,
          origin,
          numbers,
          clicks: args.clicks,
          scale,
          look: args.look,
          timeout: args.timeout,
        })
  const skins = args.contactSheet ? await renderSkins(args, { browser, deck, origin, numbers }) : []
  const extras = [...skins, ...(handout && handout !== rendered ? [handout] : [])]
  const { snapshots } = rendered
  const { clicks, timeout } = args
  const unshown = await findUnshown(root, rendered, { origin, clicks: clicks && rendered !== handout, timeout })
  const problems = [...rendered.problems, ...unshown.never]
  addOthers(
    problems,
    extras.map(each => [placeOf(each, handout), each.problems]),
  )
  const inspected = now()
  const sound = (): boolean =>
    problems.length === 0 && [rendered, ...extras].every(({ print }) => print.watch.faults.size === 0)

  let files: string[] = []
  let handoutPages: number | undefined
  if (sound()) {
    const stage = openStage(out, life, deck.total)
    const result = await writeForms({
      args,
      context,
      deck,
      origin,
      rendered,
      skins,
      handout,
      stage,
      facts: await readFacts(site.folder),
    })
    problems.push(...result.problems)
    handoutPages = result.handoutPages
    // Printing may still bring an error to light.
    if (sound()) files = stage.commit(result.names, result.pngs)
    await stage.discard()
  }
  problems.push(...(await attributeFaults(rendered.print, origin, args.clicks)))
  const others: [string, Problem[]][] = []
  for (const each of extras) others.push([placeOf(each, handout), await attributeFaults(each.print, origin, false)])
  addOthers(problems, others)
  for (const { print } of [rendered, ...extras]) await print.page.context().close()
  const end = now()
  return {
    ok: problems.length === 0,
    files,
    pages: snapshots.length,
    ...(handoutPages !== undefined && { handoutPages }),
    slides: numbers,
    cached: site.cached,
    durations: {
      prepare: Math.round(prepared - start),
      render: Math.round(inspected - prepared),
      write: Math.round(end - inspected),
      total: Math.round(end - start),
    },
    problems: describeProblems(problems, snapshots),
    warnings: [
      ...describeProblems(unshown.earlier, snapshots),
      ...new Set([rendered, ...extras].flatMap(({ print }) => [...print.watch.warnings])),
    ],
    waiting: listWaiting(snapshots),
  }
}

function listWaiting(snapshots: readonly SlideSnapshot[]): ExportReport['waiting'] {
  const all = snapshots.flatMap(({ no, waiting }) => waiting.map(id => ({ id, slide: no })))
  return all.filter(({ id }, index) => all.findIndex(each => each.id === id) === index)
}

/** Loads the slides once more in every skin, as small as the contact sheet shows them. */
async function renderSkins(
  args: ExportArgs,
  options: Pick<RenderOptions, 'browser' | 'deck' | 'origin' | 'numbers'>,
): Promise<Rendered[]> {
  const scale = THUMBNAIL_WIDTH / options.deck.canvas.width
  const looks: Rendered[] = []
  for (const skin of skinIds)
    looks.push(
      await renderSlides({ ...options, clicks: false, scale, look: { ...args.look, skin }, timeout: args.timeout }),
    )
  return looks
}

/** Where a problem is that the slides themselves do not have. */
function placeOf(rendered: Rendered, handout: Rendered | undefined): string {
  return rendered === handout ? 'A4 讲义上' : `皮肤“${skinName(rendered.print.look.skin)}”里`
}

/** Adds problems that only another skin has, or the handout. */
function addOthers(
  problems: Problem[],
  others: readonly (readonly [place: string, problems: readonly Problem[]])[],
): void {
  for (const [place, theirs] of others) {
    const fresh = theirs.filter(
      ({ slide, message }) => !problems.some(known => known.slide === slide && known.message.endsWith(message)),
    )
    problems.push(...fresh.map(({ slide, message }) => ({ slide, message: `${place}，${message}` })))
  }
}

interface WriteOptions {
  args: ExportArgs
  context: Context
  deck: Deck
  origin: string
  rendered: Rendered
  /** The slides in every skin, for the contact sheet; none where it is not asked for. */
  skins: readonly Rendered[]
  /** The handout, where it is asked for. */
  handout: Rendered | undefined
  stage: Stage
  /** What every PDF carries; undefined for a deck without data. */
  facts: Uint8Array | undefined
}

interface Written {
  /** Files in the folder of the export itself. */
  names: string[]
  /** Files in its PNG folder; undefined where none are exported. */
  pngs?: string[]
  handoutPages?: number
  problems: Problem[]
}

/** Writes what is asked for into the stage. Pictures come first: printing lays the page out anew. */
async function writeForms({
  args,
  context,
  deck,
  origin,
  rendered: { print, snapshots, layouts },
  skins,
  handout,
  stage,
  facts,
}: WriteOptions): Promise<Written> {
  const result: Written = { names: [], problems: [] }
  const { log } = context
  if (args.forms.includes('png')) {
    result.pngs = await withProgress(context, '正在画 PNG', snapshots.length, tick =>
      shootSlides(print.page, snapshots, stage.folder, deck.total, args.clicks, tick),
    )
  }
  if (skins.length > 0) {
    const total = skins.reduce((sum, each) => sum + each.snapshots.length, 0)
    const name = contactSheetName(deck)
    stage.write(
      name,
      await withProgress(context, '正在画缩略图一览', total, tick => drawContactSheet(skins, deck, origin, tick)),
    )
    result.names.push(name)
  }
  if (args.forms.includes('pdf')) {
    log.info('正在印 PDF……')
    const printed = await printPdf(print.page)
    const { bytes, problems } = await finishPdf(printed, deck, snapshots, context.date(), facts)
    const name = `${deck.fileName}.pdf`
    stage.write(name, bytes)
    result.names.push(name)
    result.problems.push(...problems, ...findLostText(layouts, await readPdfText(printed)))
  }
  if (handout) {
    log.info('正在印 A4 讲义……')
    const { bytes, pages, problems } = await printHandout(handout, deck, context.date(), facts)
    stage.write(handoutName(deck), bytes)
    result.names.push(handoutName(deck))
    result.handoutPages = pages
    result.problems.push(...problems)
  }
  return result
}
