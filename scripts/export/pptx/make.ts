import type { Page } from 'playwright-chromium'
import { chartThemeOf } from '../../../components/charts/theme.ts'
import { findSkin } from '../../../styles/skin.ts'
import { skins, type as typography, type SkinId } from '../../../styles/tokens.ts'
import type { Deck } from '../../lib/deck.ts'
import { callModule } from '../../lib/page-modules.ts'
import { baseTemplate } from './base/base.ts'
import { describeWithEvidence } from './charts/evidence.ts'
import { readDeckKnowledge } from './deck-data.ts'
import type { DrawingFact, SlideFacts } from './facts.ts'
import { fetchMedia } from './fetch-media.ts'
import { fitForeign } from './foreign/fit.ts'
import type { ForeignTemplate } from './foreign/read.ts'
import { slideShapes } from './from-facts/slide.ts'
import type { DeckModel, DeckTheme, Shape, SlideModel } from './model.ts'
import { drawNatively } from './native.ts'
import { SHOT, SHOT_ATTRIBUTE } from './shots.ts'
import { writePptx } from './write.ts'

const COLLECTOR = 'scripts/export/pptx/page/collect.ts'

interface Job {
  /** The print page, with all slides on it. */
  page: Page
  /** Folder of the deck. */
  root: string
  deck: Deck
  /** Size of the slides as they are drawn. */
  canvas: Deck['canvas']
  date: Date
  /** The organisation's template. Default: that of the deck's skin. */
  template?: ForeignTemplate | undefined
}

/** Makes a presentation of what the print page paints. */
export async function makePptx(job: Job): Promise<{ bytes: Uint8Array; slides: readonly SlideModel[] }> {
  const { page, root, deck, canvas, date, template } = job
  const all = lastStates(await callModule<SlideFacts[]>(page, COLLECTOR, 'collectSlides'))
  const skin = await skinOf(page)
  const { find, figuresOf, notes } = await readDeckKnowledge(root)
  const describe = ({ alt, figures }: DrawingFact): string => alt && describeWithEvidence(alt, figuresOf(figures))
  const drawings = all.flatMap(({ items }) => items.filter(item => item.kind === 'drawing'))
  const native = find && (await drawNatively(page, drawings, { find, theme: chartThemeOf(skin, 'hall'), describe }))
  const slides = all.map((facts): SlideModel => {
    const { no } = facts
    const { background, shapes } = slideShapes(facts, { describe, makeChart: drawing => native?.get(drawing) })
    const layout = deck.layouts[no - 1] ?? 'default'
    return { no, layout, ...(background && { background }), shapes, notes: notes(no) }
  })
  const model: DeckModel = { ...deck, canvas, date, slides, theme: themeOf(skin) }
  const media = await fetchMedia(
    slides.flatMap(({ shapes }) => picturesIn(shapes)),
    source => load(source, page),
  )
  return { bytes: writePptx(model, template ? fitForeign(template, model) : baseTemplate(model), media), slides }
}

/** A slide that is shown once for each click is as it is in the end. */
function lastStates(all: readonly SlideFacts[]): SlideFacts[] {
  return [...new Map(all.map(facts => [facts.no, facts])).values()]
}

async function skinOf(page: Page): Promise<SkinId> {
  return findSkin(await page.evaluate(() => document.documentElement.dataset.skin)) ?? 'red'
}

function themeOf(skin: SkinId): DeckTheme {
  const { name, scheme, color } = skins[skin]
  const bare = (family: string): string => family.replaceAll('"', '')
  return {
    name: `汇报 ${name}`,
    dark: scheme === 'dark',
    colors: color,
    faces: { heading: bare(typography.family.serif), body: bare(typography.family.sans) },
  }
}

function picturesIn(shapes: readonly Shape[]): string[] {
  return shapes.flatMap(shape =>
    shape.kind === 'picture' ? [shape.source] : shape.kind === 'group' ? picturesIn(shape.shapes) : [],
  )
}

async function load(source: string, page: Page): Promise<Uint8Array> {
  if (source.startsWith(SHOT))
    return page.locator(`[${SHOT_ATTRIBUTE}="${source.slice(SHOT.length)}"]`).screenshot({ animations: 'disabled' })
  const response = await fetch(source)
  if (!response.ok) throw new Error(`${source}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
