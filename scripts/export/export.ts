import path from 'node:path'
import type { BrowserContext } from 'playwright-chromium'
import { launchBrowser } from '../browser/launch.ts'
import type { Context } from '../lib/command.ts'
import { readDeck, type Deck } from '../lib/deck.ts'
import { HuibaoError } from '../lib/errors.ts'
import { within } from '../lib/within.ts'
import { ensureSite } from '../site/ensure.ts'
import { serveSite } from '../site/serve.ts'
import type { ExportArgs } from './args.ts'
import { attributeFaults } from './attribute.ts'
import { checkFonts } from './fonts.ts'
import { inspectSheets, type Sheet } from './inspect.ts'
import { isExported } from './names.ts'
import { createContext, openPrintPage, type PrintPage } from './open.ts'
import { finishPdf, printPdf } from './pdf.ts'
import { shootSheets } from './png.ts'
import { describeProblems, type Problem } from './problems.ts'
import { parseRange } from './range.ts'
import { settle } from './settle.ts'
import { openStage, refuseUnwritable, removeAbandoned, type Stage } from './stage.ts'

/** What an export came to. */
export interface ExportReport {
  ok: boolean
  /** Absolute paths; none where `ok` is false. */
  files: string[]
  /** Pages of the PDF, which also is how many PNG files there are. */
  pages: number
  /** The slides exported, by their number in the deck. */
  slides: number[]
  /** Whether the site was kept from an earlier run. */
  cached: boolean
  /** Milliseconds: until site and browser stood ready, until the page was checked, until the files were written. */
  durations: { prepare: number, render: number, write: number, total: number }
  /** Why nothing was exported: a sentence each, which begins with the slide. */
  problems: string[]
  /** What the page wrote to its console as a warning. */
  warnings: string[]
}

/**
 * Exports the deck in the working folder. Where anything is wrong with a slide nothing is written at all.
 * @throws HuibaoError where there is nothing to check: a wrong range, no browser, a deck that does not build …
 */
export async function exportDeck(args: ExportArgs, context: Context): Promise<ExportReport> {
  const { root, host, life, log, now } = context
  const start = now()
  const out = path.resolve(root, args.out)
  const deck = await readDeck(root)
  const numbers = parseRange(args.range, deck.total)
  refuseUnwritable(out)
  await removeAbandoned(out)
  const [[site, origin], browser] = await Promise.all([
    ensureSite({ root, deck, host, life, log, rebuild: args.rebuild, isOutput: file => isExported(path.relative(out, file).split(path.sep).join('/'), deck) })
      .then(async site => [site, await serveSite(site.folder, life)] as const),
    launchBrowser({ host, life, log }),
  ])
  const prepared = now()
  const scale = args.forms.includes('png') ? args.scale : 1
  const browsing = await createContext(browser, deck, origin, scale)
  const { print, sheets, problems } = await render(browsing, origin, numbers, args)
  const rendered = now()

  let files: string[] = []
  if (problems.length === 0 && print.watch.faults.size === 0) {
    const stage = openStage(out, life, deck.total)
    const result = await writeForms({ args, context, deck, print, sheets, stage })
    problems.push(...result.problems)
    // Printing may still bring an error to light.
    if (problems.length === 0 && print.watch.faults.size === 0) files = stage.commit(result.pdf, result.pngs)
    await stage.discard()
  }
  problems.push(...await attributeFaults(print, origin, args.clicks))
  const end = now()
  return {
    ok: problems.length === 0,
    files,
    pages: sheets.length,
    slides: numbers,
    cached: site.cached,
    durations: {
      prepare: Math.round(prepared - start),
      render: Math.round(rendered - prepared),
      write: Math.round(end - rendered),
      total: Math.round(end - start),
    },
    problems: describeProblems(problems, sheets),
    warnings: [...print.watch.warnings],
  }
}

interface Rendered {
  print: PrintPage
  sheets: Sheet[]
  problems: Problem[]
}

/** Loads the slides and looks at them; a script on a slide that never ends must not hold the export up. */
async function render(browsing: BrowserContext, origin: string, numbers: readonly number[], args: ExportArgs): Promise<Rendered> {
  const limit = 2 * args.timeout + 30_000
  const rendering = async (): Promise<Rendered> => {
    const print = await openPrintPage(browsing, origin, numbers, args.clicks, args.timeout)
    const unready = await settle(print, args.timeout)
    const { sheets, problems } = await inspectSheets(print.page)
    return { print, sheets, problems: [...unready, ...problems, ...await checkFonts(print.page)] }
  }
  return within(rendering(), limit, () => new HuibaoError(`打印页 ${limit / 1000} 秒没有响应`, {
    hint: '多半是某一页上的脚本停不下来；用 --range 分段导出，可以找出是哪一页。',
  }))
}

interface WriteOptions {
  args: ExportArgs
  context: Context
  deck: Deck
  print: PrintPage
  sheets: Sheet[]
  stage: Stage
}

/** Writes the forms asked for into the stage. Pictures come first: printing lays the page out anew. */
async function writeForms({ args, context, deck, print, sheets, stage }: WriteOptions): Promise<{ pdf?: string, pngs?: string[], problems: Problem[] }> {
  const result: { pdf?: string, pngs?: string[], problems: Problem[] } = { problems: [] }
  if (args.forms.includes('png')) {
    const progress = context.log.progress('正在画 PNG', sheets.length)
    const stop = context.life.defer(progress.stop)
    result.pngs = await shootSheets(print.page, sheets, stage.folder, deck.total, args.clicks, progress.tick)
    await stop()
  }
  if (args.forms.includes('pdf')) {
    context.log.info('正在印 PDF……')
    const { bytes, problems } = await finishPdf(await printPdf(print.page), deck, sheets, context.date())
    result.pdf = `${deck.fileName}.pdf`
    stage.writePdf(result.pdf, bytes)
    result.problems.push(...problems)
  }
  return result
}
