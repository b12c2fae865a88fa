import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-chromium'
import { ENGINE_ROOT } from '../../model/engine.ts'

/** What of the engine draws, measures and shoots slides. */
const ENGINE = ['components', 'model', 'scripts', 'styles']

/** Digests of what slides are drawn from, by the ids of their elements; undefined where elements alone do not tell. */
export type SlideDigests = ReadonlyMap<string, string | undefined>

/**
 * Digests of all that the slides on a page are drawn from: a slide looks and measures the same where its elements, the
 * style sheets, the fonts and the files that it names are the same, and the browser and the engine.
 * @param site folder of the built site
 */
export async function digestSlides(page: Page, site: string): Promise<SlideDigests> {
  const { shared, slides } = JSON.parse(await page.evaluate(describeSlides)) as Described
  const files = siteFiles(site)
  const named = (text: string): string[] => files.filter(file => text.includes(path.basename(file)))
  const common = digest(
    JSON.stringify([digestEngine(), page.context().browser()?.version(), page.viewportSize(), shared]),
    ...named(shared).map(file => readFileSync(file)),
  )
  return new Map(
    Object.entries(slides).map(([id, html]) => [
      id,
      html === null ? undefined : digest(common, html, ...named(decode(html)).map(file => readFileSync(file))),
    ]),
  )
}

/** A digest of texts and files, in this order. */
export function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part)
  return hash.digest('base64url')
}

interface Described {
  /** What all slides have in common. */
  shared: string
  /** The elements of each slide by its id; null where elements alone do not tell how it looks. */
  slides: Record<string, string | null>
}

/* Runs in the page: may use nothing from outside of itself. */
function describeSlides(): string {
  const rulesOf = (sheet: CSSStyleSheet): string =>
    [...sheet.cssRules]
      .map(rule => rule.cssText + (rule instanceof CSSImportRule && rule.styleSheet ? rulesOf(rule.styleSheet) : ''))
      .join('\n')
  const styles = [...document.styleSheets, ...document.adoptedStyleSheets].map(rulesOf)
  const shells: string[] = []
  for (let each = document.querySelector('.print-slide-container')?.parentElement; each; each = each.parentElement)
    shells.push((each.cloneNode(false) as HTMLElement).outerHTML)
  const slides: [string, string | null][] = [...document.querySelectorAll('.print-slide-container')].map(container => {
    const elements = [...container.querySelectorAll('*')]
    const opaque = elements.some(each => each.matches('canvas, video, iframe, object, embed, input') || each.shadowRoot)
    // ECharts numbers its drawings by the time of day.
    const html = container.outerHTML.replace(/ _echarts_instance_="[^"]*"/g, '')
    return [container.id, opaque ? null : html.replaceAll(location.origin, '')]
  })
  const shared = JSON.stringify([devicePixelRatio, styles, shells]).replaceAll(location.origin, '')
  return JSON.stringify({ shared, slides: Object.fromEntries(slides) })
}

/** Pictures and fonts of a site: absolute paths. */
function siteFiles(site: string): string[] {
  return filesWithin(site).filter(file => !/\.(?:js|css|html|json)$/.test(file))
}

function filesWithin(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .sort()
}

let engine: string | undefined

/** Of the engine's code, as it was when this was first asked for. */
export function digestEngine(): string {
  engine ??= digest(
    ...ENGINE.flatMap(folder => filesWithin(path.join(ENGINE_ROOT, folder))).flatMap(file => [
      path.relative(ENGINE_ROOT, file),
      readFileSync(file),
    ]),
  )
  return engine
}

function decode(html: string): string {
  try {
    return `${html}\n${decodeURI(html)}`
  } catch {
    return html
  }
}
