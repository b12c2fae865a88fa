import type { NumberSnapshot } from '../facts.ts'
import { textRun } from '../text-run.ts'
import { SnapshotCollector } from './snapshot.ts'

/** What of a document's metadata is for machines: sizes, colours, addresses. */
const TECHNICAL =
  /^(?:viewport|theme-color|color-scheme|generator|robots|referrer|format-detection|msapplication-|apple-mobile-web-app-(?:capable|status)|mobile-web-app-capable|slidev:|google|(?:og|twitter|fb|al):.*(?:image|video|audio|url|width|height|type|id|card|locale|app)(?!:alt)|.*csrf)/
/**
 * All that a document says besides its slides: title and metadata, what stands outside of the app, its icon.
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
    ],
    drawings: [
      ...around.drawings,
      ...[...document.querySelectorAll<HTMLLinkElement>('link[rel~=icon]')]
        .map(({ href }) => href)
        .filter(href => /^data:image\/svg|\.svg(?:[?#]|$)/i.test(href)),
    ],
  }
}
