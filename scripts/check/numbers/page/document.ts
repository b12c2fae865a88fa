import type { NumberSnapshot, TextRun } from '../facts.ts'
import { textRun } from '../text-run.ts'
import { SnapshotCollector } from './snapshot.ts'

/** What of a document's metadata is for machines: sizes, colours, addresses. */
const TECHNICAL =
  /^(?:viewport|theme-color|color-scheme|generator|robots|referrer|format-detection|msapplication-|apple-mobile-web-app-(?:capable|status)|mobile-web-app-capable|slidev:|google|(?:og|twitter|fb|al):.*(?:image|video|audio|url|width|height|type|id|card|locale|app)(?!:alt)|.*csrf)/
/** What a number in a style sheet's text may be written with. */
const NUMERAL = /[\p{N}一二三四五六七八九十百千万亿半倍成]/u

/**
 * Texts that rules of style sheets would put somewhere, whatever the look, the medium and the window that they are
 * for.
 */
function writtenIn(rules: CSSRuleList): TextRun[] {
  return [...rules].flatMap((rule): TextRun[] => {
    const { style, selectorText = '', cssRules } = rule as CSSStyleRule
    const own = style ? [style.getPropertyValue('content'), style.getPropertyValue('list-style-type')] : []
    const symbols =
      rule instanceof CSSCounterStyleRule
        ? [...`${rule.symbols} ${rule.additiveSymbols}`.matchAll(/"(?:[^"\\]|\\.){2,}"/g)].map(([text]) => text)
        : []
    const texts = [...own, ...symbols]
      .flatMap(value => [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text))
      .filter(text => NUMERAL.test(text))
    return [
      ...texts.map(text => textRun('generated', 'content', selectorText || '@counter-style', text)),
      ...(cssRules ? writtenIn(cssRules) : []),
    ]
  })
}

/** Those of all style sheets that are loaded; a page may bring its own. */
export function writtenInSheets(): TextRun[] {
  return [...document.styleSheets].flatMap(sheet => {
    try {
      return writtenIn(sheet.cssRules)
    } catch {
      // One of another site does not let itself be read; nothing of that kind is loaded.
      return []
    }
  })
}

/**
 * All that a document says besides its slides: title and metadata, what stands outside of the app, its icon, its style
 * sheets.
 */
export function collectDocument(): NumberSnapshot {
  const metas = [...document.querySelectorAll<HTMLMetaElement>('meta[name], meta[property]')]
    .map(meta => ({ name: meta.name || meta.getAttribute('property')!, text: meta.content }))
    .filter(({ name }) => !TECHNICAL.test(name))
  const around = new SnapshotCollector('#app').collect(document.body)
  return {
    ...around,
    no: 0,
    clicks: 0,
    title: '',
    textRuns: [
      textRun('attribute', 'title', 'title', document.title),
      ...metas.map(({ name, text }) => textRun('attribute', name, 'meta', text)),
      ...around.textRuns,
      ...writtenInSheets(),
    ],
    drawings: [
      ...around.drawings,
      ...[...document.querySelectorAll<HTMLLinkElement>('link[rel~=icon]')]
        .map(({ href }) => href)
        .filter(href => /^data:image\/svg|\.svg(?:[?#]|$)/i.test(href)),
    ],
  }
}
