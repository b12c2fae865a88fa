import { escapeHtml } from '../../model/escape-html.ts'
import { skins, space, type } from '../../styles/tokens.ts'

/** Width of a thumbnail in pixels. */
export const THUMBNAIL_WIDTH = 480

/** Where a slide stands in a picture of several, one below the other. */
export interface Thumbnail {
  /** Address of the picture, which is as broad as a thumbnail. */
  address: string
  /** Pixels above it. */
  top: number
  height: number
}

/** One slide of the contact sheet. */
export interface ContactSlide {
  no: number
  /** Empty for a slide without a heading. */
  title: string
  /** Whether a chapter begins here. */
  chapter: boolean
  /** One a skin. */
  thumbnails: readonly Thumbnail[]
}

export interface ContactSheet {
  /** A BCP 47 tag. */
  lang: string
  title: string
  /** Names of the skins, in the order of the thumbnails. */
  skins: readonly string[]
  slides: readonly ContactSlide[]
  /** `@font-face` rules of the deck's families. */
  fontFaces: string
}

/** How many slides stand side by side: few, so that the sheet can be read from top to bottom on a screen. */
export function contactColumns(slides: number): number {
  return Math.max(1, Math.round(Math.sqrt(slides / 6)))
}

/** The contact sheet as a page that shows all slides, each once in every skin. */
export function contactSheetPage({ lang, title, skins: names, slides, fontFaces }: ContactSheet): string {
  const columns = contactColumns(slides.length)
  const heads = Array.from(
    { length: columns },
    () => `<p class="skins">${names.map(name => `<b>${escapeHtml(name)}</b>`).join('')}</p>`,
  )
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>${fontFaces}${style(columns, names.length)}</style>
<h1>${escapeHtml(title)}</h1>
<div class="grid">${heads.join('')}${slides.map(figure).join('')}</div>
</html>
`
}

function figure({ no, title, chapter, thumbnails }: ContactSlide): string {
  const images = thumbnails.map(
    ({ address, top, height }) =>
      `<img src="${escapeHtml(address)}" alt="" style="height: ${height}px; object-position: 0 -${top}px">`,
  )
  return `<figure${chapter ? ' class="chapter"' : ''}><figcaption><b>${no}</b> ${escapeHtml(title)}</figcaption><div class="pictures">${images.join('')}</div></figure>`
}

function style(columns: number, skinCount: number): string {
  const { color } = skins.red
  const slide = skinCount * THUMBNAIL_WIDTH + (skinCount - 1) * space.unit
  const margin = 2 * space.gap
  return `
* { box-sizing: border-box; margin: 0; font-synthesis: none }
body { width: ${columns * slide + (columns - 1) * margin + 2 * margin}px; padding: ${margin}px; color: ${color.ink}; background: ${color.paper}; font: 400 20px/1.4 ${type.family.sans}; text-autospace: normal; text-spacing-trim: trim-start }
h1 { margin-bottom: ${space.gap}px; font: 700 40px/1.3 ${type.family.serif} }
.grid { display: grid; grid-template-columns: repeat(${columns}, ${slide}px); gap: ${space.gap}px ${margin}px }
.skins, .pictures { display: grid; grid-template-columns: repeat(${skinCount}, ${THUMBNAIL_WIDTH}px); gap: ${space.unit}px }
.skins { padding-bottom: ${space.unit}px; border-bottom: 4px solid ${color.highlight}; color: ${color.highlight}; font-size: 24px }
figcaption { margin-bottom: ${space.unit}px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
figcaption b { display: inline-block; min-width: 1.6em; font-variant-numeric: tabular-nums }
.chapter figcaption { color: ${color.highlight}; font-weight: 700 }
img { display: block; width: ${THUMBNAIL_WIDTH}px; object-fit: none; outline: 1px solid ${color.line} }
`
}
