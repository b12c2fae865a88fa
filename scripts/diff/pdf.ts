import path from 'node:path'
import type { Browser } from 'playwright-chromium'
import sharp from 'sharp'
import { HuibaoError } from '../../model/errors.ts'
import { launchBrowser } from '../browser/launch.ts'
import { describeDocument } from '../export/pdf.ts'
import { renderSlides } from '../export/render.ts'
import { openSheet } from '../export/sheet.ts'
import { openStage, rejectUnwritable, removeStaleStages } from '../export/stage.ts'
import type { Context } from '../lib/command.ts'
import { readDeck, type Deck } from '../lib/deck.ts'
import { withProgress } from '../lib/progress.ts'
import { ensureSite } from '../site/ensure.ts'
import { serveSite } from '../site/serve.ts'
import { shootStrips } from '../visual/studio.ts'
import type { DeckDiff } from './diff.ts'
import { diffPage, drawnSlides, pictureName, type Side } from './pdf-page.ts'

const TIMEOUT = 30_000

/** Of the pictures of slides: letters stay sharp. */
const JPEG = { quality: 90, chromaSubsampling: '4:4:4' } as const

/**
 * Writes a diff as a PDF: what changed in the data, then each slide that differs, before and after side by side, as
 * their sites draw them.
 * @param roots folders of the decks, each one that a site can be built of
 * @param typed the file, relative to the working folder
 * @param tools what is at hand already
 * @returns the file: an absolute path
 * @throws HuibaoError where it cannot be written, or a site cannot be built
 */
export async function writeDiffPdf(
  diff: DeckDiff,
  roots: Readonly<Record<Side, string>>,
  typed: string,
  context: Context,
  tools: { browser?: Browser } = {},
): Promise<string> {
  const { host, life, log } = context
  const file = path.resolve(context.root, typed)
  const folder = path.dirname(file)
  rejectUnwritable(folder)
  await removeStaleStages(folder)
  const browser = tools.browser ?? (await launchBrowser({ host, life, log }))
  const pictures = new Map<string, Buffer>()
  // One behind the other: a build takes all that a small machine has.
  await drawSide('before', diff, roots, file, { browser, pictures, context })
  const deck = await drawSide('after', diff, roots, file, { browser, pictures, context })
  const page = await openSheet(browser, parts => diffPage(diff, deck.lang, parts), pictures)
  const printed = await page.pdf({ tagged: true, outline: true, printBackground: true, preferCSSPageSize: true })
  await page.close()
  const { openPdf, savePdf } = await import('../lib/pdf-document.ts')
  const document = await openPdf(printed)
  describeDocument(document, { ...deck, title: `${deck.title}：改了什么` }, context.date())
  const stage = openStage(folder, life)
  stage.write(path.basename(file), await savePdf(document))
  stage.commit([path.basename(file)])
  await stage.discard()
  return file
}

interface Studio {
  browser: Browser
  /** Where pictures are put, by `pictureName`. */
  pictures: Map<string, Buffer>
  context: Context
}

/** Builds the site of a deck and draws those of its slides that differ. */
async function drawSide(
  side: Side,
  diff: DeckDiff,
  roots: Readonly<Record<Side, string>>,
  file: string,
  { browser, pictures, context }: Studio,
): Promise<Deck> {
  const { host, life, log } = context
  const root = roots[side]
  const deck = await readDeck(root)
  const isOutput = (each: string): boolean => each === file
  const site = await ensureSite({ root, deck, host, life, log, isOutput }).catch((error: unknown) => {
    if (!(error instanceof HuibaoError)) throw error
    throw new HuibaoError(`${diff[side].name}画不出来：${error.message}`, { ...(error.hint && { hint: error.hint }) })
  })
  const numbers = drawnSlides(diff)
    .flatMap(slide => slide[side]?.no ?? [])
    .sort((a, b) => a - b)
  if (numbers.length === 0) return deck
  const origin = await serveSite(site.folder, life)
  const label = side === 'before' ? '正在画原来的各页' : '正在画现在的各页'
  await withProgress(context, label, numbers.length, async tick => {
    const options = { browser, deck, origin, numbers, clicks: false, scale: 1, look: {}, timeout: TIMEOUT }
    const { print, snapshots } = await renderSlides(options)
    const drawn = await shootStrips(print.page, snapshots, 1)
    await print.page.context().close()
    for (const [index, { no }] of snapshots.entries()) {
      pictures.set(pictureName(side, no), await sharp(drawn[index]!).jpeg(JPEG).toBuffer())
      tick()
    }
  })
  return deck
}
