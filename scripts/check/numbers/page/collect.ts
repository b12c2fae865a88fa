import type { NumberSnapshot } from '../facts.ts'
import { collectDocument } from './document.ts'
import { collectSheets } from './sheets.ts'
import { addPicture, SnapshotCollector } from './snapshot.ts'

const READ_SLIDE = '.hb-reading-slide'
/** Marks in notes, which Slidev numbers by itself: where the presenter clicks. */
const CLICK_MARK = '.slidev-note-click-mark'

/** Every slide of the print page, at every click step that is on it, and the document around them as slide 0. */
export function collectPrinted(): NumberSnapshot[] {
  const slides = [...document.querySelectorAll<HTMLElement>('.print-slide-container')].map(container => {
    const [no, state] = container.id.split('-').map(Number) as [number, number]
    return { no, clicks: state - 1, ...new SnapshotCollector().collect(container) }
  })
  return withSheets([collectDocument(), ...slides])
}

/** What the reading page has around its slides, as slide 0. */
export function collectAroundReading(): NumberSnapshot[] {
  return withSheets([aroundReading()])
}

/** The same, and every slide of it. */
export function collectReading(): NumberSnapshot[] {
  const slides = [...document.querySelectorAll<HTMLElement>(`.hb-reading ${READ_SLIDE}`)]
  return withSheets([
    aroundReading(),
    ...slides.map(slide => ({
      no: Number(slide.dataset.no),
      clicks: 0,
      ...new SnapshotCollector().collect(slide),
    })),
  ])
}

function aroundReading(): NumberSnapshot {
  const root = document.querySelector<HTMLElement>('.hb-reading')!
  return { no: 0, clicks: 0, ...new SnapshotCollector(READ_SLIDE).collect(root) }
}

/** Gives each its share of what style sheets say; what is for no single slide is the document's, which comes first. */
function withSheets(snapshots: NumberSnapshot[]): NumberSnapshot[] {
  const { declarations, pictures } = collectSheets()
  for (const { no, address } of pictures)
    addPicture(address, snapshots.find(snapshot => snapshot.no === no) ?? snapshots[0]!)
  snapshots[0]!.declarations = declarations
  return snapshots
}

/** The facts that the site serves; empty where it serves none. */
export async function collectFacts(): Promise<string> {
  const link = document.querySelector<HTMLLinkElement>('link[rel=alternate][type="application/json"]')
  const answer = link && (await fetch(link.href))
  return answer?.ok ? await answer.text() : ''
}

interface SlideRecord {
  meta?: { slide?: { noteHTML?: string; title?: string } }
}

/**
 * Titles and notes of all slides as Slidev's pages have them; the notes are laid out one by one, the way those pages
 * do.
 */
export function collectNotes(): { title: string; snapshot: NumberSnapshot }[] {
  const app = (
    document.querySelector('#app') as { __vue_app__?: { _context: { provides: Record<PropertyKey, unknown> } } } | null
  )?.__vue_app__
  const provides = app?._context.provides ?? {}
  const nav = Reflect.ownKeys(provides)
    .map(key => (provides[key] as { nav?: { slides?: SlideRecord[] } } | undefined)?.nav)
    .find(each => Array.isArray(each?.slides))
  if (!nav)
    throw new Error('/notes 上找不到 Slidev 的页面清单：Slidev 换了写法，见 scripts/check/numbers/page/collect.ts')
  const place = document.createElement('div')
  document.body.append(place)
  const snapshots = nav.slides!.map(({ meta }, index) => {
    const note = document.createElement('div')
    note.className = 'slidev-note'
    note.innerHTML = meta?.slide?.noteHTML ?? ''
    place.replaceChildren(note)
    return {
      title: meta?.slide?.title ?? '',
      snapshot: { no: index + 1, clicks: 0, ...new SnapshotCollector(CLICK_MARK).collect(note) },
    }
  })
  place.remove()
  return snapshots
}

/** The texts of drawings, which a page shows as pictures. @param addresses as JSON, in `window.huibaoDrawings` */
export async function collectDrawings(): Promise<{ address: string; texts: string[] }[]> {
  const addresses = (window as { huibaoDrawings?: string[] }).huibaoDrawings ?? []
  return Promise.all(
    addresses.map(async address => {
      const source = await (await fetch(address)).text()
      const drawing = new DOMParser().parseFromString(source, 'image/svg+xml')
      const texts = [...drawing.querySelectorAll('text, title, desc, foreignObject')].map(
        ({ textContent }) => textContent?.replace(/\s+/g, ' ').trim() ?? '',
      )
      const labels = [...drawing.querySelectorAll('[aria-label]')].map(element => element.getAttribute('aria-label')!)
      return { address, texts: [...texts, ...labels].filter(text => text !== '') }
    }),
  )
}
