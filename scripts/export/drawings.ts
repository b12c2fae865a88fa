import type { Browser } from 'playwright-chromium'
import { skinIds } from '../../styles/skin.ts'
import type { Deck } from '../lib/deck.ts'
import { skinName } from '../lib/look.ts'
import type { ExportArgs } from './options.ts'
import { attributeFaults } from './attribute.ts'
import { THUMBNAIL_WIDTH } from './contact-sheet-page.ts'
import type { Drawings, ExportForm } from './forms/form.ts'
import { renderHandout } from './handout.ts'
import type { Problem } from './problems.ts'
import { renderSlides, type Rendered, type RenderOptions } from './render.ts'

/** Draws what forms are made from. */
export async function drawFor(
  forms: readonly ExportForm[],
  args: ExportArgs,
  options: { browser: Browser; deck: Deck; origin: string; numbers: readonly number[] },
): Promise<Drawings> {
  const { look, timeout, clicks } = args
  const draws = new Set(forms.map(form => form.draws))
  const scale = forms.some(({ pictures }) => pictures) ? args.scale : 1
  const reading = draws.has('reading') ? await renderHandout({ ...options, look, timeout }) : undefined
  const alone = reading && draws.size === 1
  return {
    reading,
    slides: alone ? undefined : await renderSlides({ ...options, clicks, scale, look, timeout }),
    skins: draws.has('skins') ? await renderSkins(args, options) : [],
  }
}

/** Loads the slides once more in every skin, as small as the contact sheet shows them. */
async function renderSkins(
  { look, timeout }: ExportArgs,
  options: Pick<RenderOptions, 'browser' | 'deck' | 'origin' | 'numbers'>,
): Promise<Rendered[]> {
  const scale = THUMBNAIL_WIDTH / options.deck.canvas.width
  const looks: Rendered[] = []
  for (const skin of skinIds)
    looks.push(await renderSlides({ ...options, clicks: false, scale, look: { ...look, skin }, timeout }))
  return looks
}

/** The drawing that stands for the deck: whose slides are counted and whose problems come first. */
export function mainOf({ slides, reading }: Drawings): Rendered {
  return slides ?? reading!
}

/** The others, each with what people call it. */
export function othersOf({ slides, skins, reading }: Drawings): (readonly [place: string, drawn: Rendered])[] {
  return [
    ...skins.map(drawn => [`皮肤“${skinName(drawn.print.look.skin)}”里`, drawn] as const),
    ...(slides && reading ? [['A4 讲义上', reading] as const] : []),
  ]
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
