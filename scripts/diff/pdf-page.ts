import { skins, type as fonts } from '../../styles/tokens.ts'
import { escapeHtml } from '../../model/escape-html.ts'
import type { SheetParts } from '../export/sheet.ts'
import type { DeckDiff, SlideChange } from './diff.ts'
import { chapterParts, countsOf, figureTeller, SLIDES, slideChanges, slideHead, type Line } from './lines.ts'
import type { Stretch } from './words.ts'

/** The two decks of a diff. */
export type Side = 'before' | 'after'

/** The file of a slide's picture. */
export function pictureName(side: Side, no: number): string {
  return `${side}-${no}.jpg`
}

/** The slides that are set beside each other: all that differ in more than their place. */
export function drawnSlides({ slides }: Pick<DeckDiff, 'slides'>): SlideChange[] {
  return slides.filter(({ state }) => state !== 'moved')
}

/** The diff as a page to be printed: what changed in the data, and then each slide that differs, before and after. */
export function diffPage(diff: DeckDiff, lang: string, { fontFaces, addressOf }: SheetParts): string {
  const { before, after } = diff
  const tell = figureTeller(diff)
  const title = `${after.title}：改了什么`
  const parts = chapterParts(diff)
    .map(({ title, sections }) => ({ title, sections: sections.filter(({ heading }) => heading !== SLIDES) }))
    .filter(({ sections }) => sections.length > 0)
  const listed = parts.map(({ title, sections }) => {
    const lists = sections.map(({ heading, lines }) => `<h3>${heading}</h3>${lines.map(lineHtml).join('')}`)
    return `<h2>${escapeHtml(title)}</h2>${lists.join('')}`
  })
  const heads = diff.slides.map(slide => lineHtml(slideHead(slide)))
  const list = heads.length > 0 ? `<h2>${SLIDES}</h2>${heads.join('')}` : ''
  const slides = drawnSlides(diff).map(slide => slideHtml(slide, tell, addressOf))
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>${fontFaces}${STYLE}</style>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(`${before.name} → ${after.name}`)}</p>
<p class="counts">${escapeHtml(countsOf(diff))}</p>
${listed.join('\n')}
${list}
${slides.join('\n')}
</html>
`
}

function slideHtml(slide: SlideChange, tell: (id: string) => Stretch[], addressOf: SheetParts['addressOf']): string {
  const half = (side: Side, caption: string): string => {
    const shown = slide[side]
    return shown
      ? `<figure><img src="${escapeHtml(addressOf(pictureName(side, shown.no)))}" alt="${escapeHtml(shown.title)}"><figcaption>${caption}第 ${shown.no} 页</figcaption></figure>`
      : `<figure><div class="none">${side === 'before' ? '原来没有这一页' : '现在没有这一页'}</div><figcaption>&nbsp;</figcaption></figure>`
  }
  return `<section>
<h2>${slideHead(slide).stretches.map(stretchHtml).join('')}</h2>
<div class="pair">${half('before', '原来')}${half('after', '现在')}</div>
${slideChanges(slide, tell).map(lineHtml).join('\n')}
</section>`
}

function lineHtml({ mark, stretches, alarm }: Line): string {
  const text = stretches.map(stretchHtml).join('')
  const alarmed = alarm === undefined ? '' : ` <strong>！${escapeHtml(alarm)}</strong>`
  return `<p class="${mark === '' ? 'more' : 'line'}">${mark && `<b>${mark}</b> `}${text}${alarmed}</p>`
}

const TAGS = { same: ['', ''], gone: ['<del>', '</del>'], added: ['<ins>', '</ins>'] } as const

function stretchHtml({ kind, text }: Stretch): string {
  const [open, close] = TAGS[kind]
  return open + escapeHtml(text).replaceAll('\n', '<br>') + close
}

const { color } = skins.red
const STYLE = `
@page { size: A4 landscape; margin: 12mm; @bottom-right { content: counter(page) " / " counter(pages); font: 400 12px ${fonts.family.sans}; color: ${color.soft} } }
* { box-sizing: border-box; margin: 0; font-synthesis: none }
body { color: ${color.ink}; font: 400 14px/1.55 ${fonts.family.sans}; text-autospace: normal; text-spacing-trim: trim-start; overflow-wrap: anywhere }
h1 { font: 700 26px/1.3 ${fonts.family.serif}; margin-bottom: 4px }
h2 { margin: 14px 0 4px; padding-bottom: 3px; border-bottom: 2px solid ${color.highlight}; color: ${color.highlight}; font: 700 18px/1.4 ${fonts.family.serif}; break-after: avoid }
h3 { margin-top: 8px; font-size: 14px; break-after: avoid }
b, strong { font-weight: 700 }
strong { color: ${color.highlight} }
.counts { color: ${color.soft} }
.line { padding-left: 1.6em; text-indent: -1.6em; break-inside: avoid }
.more { padding-left: 1.6em }
del { color: ${color.soft}; text-decoration: line-through }
ins { color: ${color.compare}; font-weight: 700; text-decoration: none }
del + ins { margin-left: 0.25em }
section { break-before: page }
section h2 { margin-top: 0 }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; margin: 10px 0; break-inside: avoid }
.pair figure:has(.none) { display: grid; grid-template-rows: 1fr auto }
img, .none { width: 100%; border: 1px solid ${color.line} }
img { display: block }
.none { display: grid; place-items: center; color: ${color.soft}; border-style: dashed }
figcaption { margin-top: 4px; color: ${color.soft} }
`
