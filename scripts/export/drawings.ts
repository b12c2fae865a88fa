import type { Browser } from 'playwright-chromium'
import { skinIds } from '../../styles/skin.ts'
import type { Deck } from '../lib/deck.ts'
import { skinName } from '../lib/look.ts'
import type { ExportArgs } from './options.ts'
import { attributeFaults } from './attribute.ts'
import { CARD_WIDTH } from './card.ts'
import { THUMBNAIL_WIDTH } from './contact-sheet-page.ts'
import type { Drawings, ExportForm } from './forms/form.ts'
import type { Problem } from './problems.ts'
import { renderSlides, timeoutFor, type Rendered, type RenderOptions } from './render.ts'

interface DrawOptions {
  browser: Browser
  deck: Deck
  origin: string
  numbers: readonly number[]
  /** Where measures of slides are kept from one export to the next; nowhere where it is absent. */
  store?: RenderOptions['store']
}

/** Draws what forms are made from. */
export async function drawFor(forms: readonly ExportForm[], args: ExportArgs, options: DrawOptions): Promise<Drawings> {
  const { look, clicks } = args
  const timeout = timeoutFor(args.timeout, options.numbers.length)
  const draws = new Set(forms.map(({ draws }) => (typeof draws === 'function' ? draws(args) : draws)))
  const scale = forms.some(({ pictures }) => pictures) ? scaleOf(args, options.deck) : 1
  // The first to be drawn, and so the first whose page loads from a cold cache, is the one that most forms need.
  return {
    reading: draws.has('reading')
      ? await (await import('./handout.ts')).renderHandout({ ...options, look, timeout })
      : undefined,
    slides:
      draws.has(undefined) || draws.has('skins')
        ? await renderSlides({ ...options, clicks, scale, look, timeout })
        : undefined,
    skins: draws.has('skins') ? await renderSkins({ ...args, timeout }, options) : [],
    column: draws.has('column')
      ? await (await import('./long-image.ts')).renderColumn({ ...options, look, timeout })
      : undefined,
    card: draws.has('card') ? await renderCard(args, options) : undefined,
  }
}

/** Device pixels for a CSS pixel of pictures. */
function scaleOf({ scale, width }: ExportArgs, { canvas }: Deck): number {
  return width === undefined ? scale : width / canvas.width
}

/** Loads the slides once more in every skin, as small as the contact sheet shows them. */
async function renderSkins({ look, timeout }: ExportArgs, options: DrawOptions): Promise<Rendered[]> {
  const scale = THUMBNAIL_WIDTH / options.deck.canvas.width
  const looks: Rendered[] = []
  for (const skin of skinIds)
    looks.push(await renderSlides({ ...options, clicks: false, scale, look: { ...look, skin }, timeout }))
  return looks
}

/** Loads the cover, as broad as a card and twice as sharp. */
function renderCard({ look, timeout }: ExportArgs, options: DrawOptions): Promise<Rendered> {
  const scale = (2 * CARD_WIDTH) / options.deck.canvas.width
  return renderSlides({
    ...options,
    numbers: [1],
    clicks: false,
    scale,
    look: { ...look, aspect: '16:9' },
    timeout,
  })
}

/** All drawings, each with what people call it. */
function allOf({ slides, skins, reading, column, card }: Drawings): (readonly [place: string, drawn: Rendered])[] {
  const named: (readonly [string, Rendered | undefined])[] = [
    ['幻灯片上', slides],
    ...skins.map(drawn => [`皮肤“${skinName(drawn.print.look.skin)}”里`, drawn] as const),
    ['A4 讲义上', reading],
    ['长图上', column],
    ['封面卡片上', card],
  ]
  return named.flatMap(([place, drawn]) => (drawn ? [[place, drawn] as const] : []))
}

/** The drawing that stands for the deck: whose slides are counted and whose problems come first. */
export function mainOf(drawings: Drawings): Rendered {
  return allOf(drawings)[0]![1]
}

/** The others, each with what people call it. */
export function othersOf(drawings: Drawings): (readonly [place: string, drawn: Rendered])[] {
  return allOf(drawings).slice(1)
}

/** Problems that only one of the others has. */
export function addOthers(
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

/** What went wrong in the pages themselves, so far. */
export async function faultsIn(drawings: Drawings, origin: string, clicks: boolean): Promise<Problem[]> {
  const main = mainOf(drawings)
  const problems = await attributeFaults(main.print, origin, main === drawings.slides && clicks)
  const others: [string, Problem[]][] = []
  for (const [place, { print }] of othersOf(drawings)) others.push([place, await attributeFaults(print, origin, false)])
  addOthers(problems, others)
  return problems
}

/** Whether nothing has gone wrong in the pages themselves. */
export function isFaultless(drawings: Drawings): boolean {
  return [mainOf(drawings), ...othersOf(drawings).map(([, drawn]) => drawn)].every(
    ({ print }) => print.watch.faults.size === 0,
  )
}

/** Closes the pages. */
export async function closeDrawings(drawings: Drawings): Promise<void> {
  for (const { print } of [mainOf(drawings), ...othersOf(drawings).map(([, drawn]) => drawn)])
    await print.page.context().close()
}
