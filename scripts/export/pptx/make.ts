import type { Page } from 'playwright-chromium'
import type { FactsDocument } from '../../../model/facts.ts'
import { loadDeckData } from '../../../model/slides/data.ts'
import { loadSlides } from '../../../model/slides/load.ts'
import { findSkin } from '../../../styles/skin.ts'
import { skins, type as typography, type SkinId } from '../../../styles/tokens.ts'
import type { Deck } from '../../lib/deck.ts'
import { callModule } from '../../lib/page-modules.ts'
import { baseTemplate } from './base/base.ts'
import type { SlideFacts } from './facts.ts'
import { fetchMedia } from './fetch-media.ts'
import { slideShapes, type DrawingKnowledge } from './from-facts/slide.ts'
import type { DeckModel, DeckTheme, Shape, SlideModel } from './model.ts'
import { evidenceLines, speechLines } from './speech.ts'
import { writePptx } from './write.ts'

const COLLECTOR = 'scripts/export/pptx/page/collect.ts'

interface Job {
  /** The print page, with all slides on it. */
  page: Page
  root: string
  deck: Deck
  /** Size of the slides as they are drawn. */
  canvas: Deck['canvas']
  /** What every figure is and where it is shown; nothing for a deck without data. */
  facts: Pick<FactsDocument, 'figures'>
  date: Date
}

/** Makes a presentation of what the print page paints. */
export async function makePptx(job: Job): Promise<{ bytes: Uint8Array; slides: readonly SlideModel[] }> {
  const { page, deck, canvas, date } = job
  const all = await callModule<SlideFacts[]>(page, COLLECTOR, 'collectSlides')
  const notes = await notesOf(job)
  const { figures } = job.facts
  const knowledge: DrawingKnowledge = {
    describe: ({ alt, figures: ids }) =>
      alt && [alt, ...evidenceLines(figures.filter(({ id }) => ids.includes(id)))].join('\n'),
    makeChart: () => undefined,
  }
  const slides = lastStates(all).map((facts): SlideModel => {
    const { no } = facts
    const { background, shapes } = slideShapes(facts, knowledge)
    return {
      no,
      layout: deck.layouts[no - 1] ?? 'default',
      ...(background && { background }),
      shapes,
      notes: notes(no),
    }
  })
  const model: DeckModel = { ...deck, canvas, date, slides, theme: themeOf(await skinOf(page)) }
  const media = await fetchMedia(
    slides.flatMap(({ shapes }) => picturesIn(shapes)),
    load,
  )
  return { bytes: writePptx(model, baseTemplate(model), media), slides }
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

/** What the speaker says on each slide, and the evidence of what it shows. */
async function notesOf({ root, facts }: Pick<Job, 'root' | 'facts'>): Promise<(no: number) => string[]> {
  const loaded = await loadDeckData(root)
  const data = 'data' in loaded ? loaded.data : undefined
  const { slides } = await loadSlides(root, data)
  return no => {
    const slide = slides[no - 1]
    return [
      ...speechLines(slide?.source.note, slide?.frontmatter.time, data),
      ...evidenceLines(facts.figures.filter(figure => figure.slides.includes(no))),
    ]
  }
}

function picturesIn(shapes: readonly Shape[]): string[] {
  return shapes.flatMap(shape =>
    shape.kind === 'picture' ? [shape.source] : shape.kind === 'group' ? picturesIn(shape.shapes) : [],
  )
}

async function load(source: string): Promise<Uint8Array> {
  const response = await fetch(source)
  if (!response.ok) throw new Error(`${source}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
