import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-chromium'
import { ENGINE_ROOT, engineVersion } from '../../model/engine.ts'
import { writeFileAtomic } from '../../setup/vite/write-file-atomic.ts'

/** Where it is remembered what the pictures of slides were drawn from, in the deck's folder. */
const RECORD = path.join('.huibao', 'exports', 'pictures.json')
/** What of the engine takes the pictures. */
const SHOOTING = ['scripts/export/shoot.ts', 'scripts/export/open.ts', 'scripts/browser/launch.ts']

/** Pictures of slides that were drawn before, in the folder that they were written to. */
export interface KeptPictures {
  /** The picture of a slide, where the slide is the one that it was drawn from and nobody changed it. */
  find: (file: string, id: string) => Uint8Array | undefined
  /** Notes what a picture was drawn from. */
  note: (file: string, id: string, picture: Uint8Array) => void
  save: () => Promise<void>
}

interface Source {
  /** Digest of all that the slide was drawn from. */
  slide: string
  /** Digest of the picture. */
  picture: string
}

/**
 * Looks for pictures that need not be drawn again: a slide looks the same where its elements, the style sheets, the
 * fonts and the files that it names are the same, and the browser.
 * @param root the deck's folder
 * @param out where the pictures were written to, and will be
 * @param site folder of the built site
 */
export async function openKeptPictures(
  page: Page,
  { root, out, site }: { root: string; out: string; site: string },
): Promise<KeptPictures> {
  const { shared, slides } = JSON.parse(await page.evaluate(describeSlides)) as Described
  const files = siteFiles(site)
  const named = (text: string): string[] => files.filter(file => text.includes(path.basename(file)))
  const common = digest(
    JSON.stringify([engineVersion(), page.context().browser()?.version(), page.viewportSize(), shared]),
    ...SHOOTING.map(name => readCode(path.join(ENGINE_ROOT, name))),
    ...named(shared).map(file => readFileSync(file)),
  )
  const keys = new Map(
    Object.entries(slides).map(([id, html]) => [
      id,
      html === null ? undefined : digest(common, html, ...named(decode(html)).map(file => readFileSync(file))),
    ]),
  )
  const record = path.join(root, RECORD)
  const known = readRecord(record)
  const noted: Record<string, Source> = {}
  return {
    find(file, id) {
      const place = path.join(out, file)
      const source = known[place]
      if (!source || source.slide !== keys.get(id)) return undefined
      const picture = readPicture(place)
      return picture && digest(picture) === source.picture ? picture : undefined
    },
    note(file, id, picture) {
      const slide = keys.get(id)
      if (slide !== undefined) noted[path.join(out, file)] = { slide, picture: digest(picture) }
    },
    // Without a record pictures are only drawn anew the next time.
    save: () => writeFileAtomic(record, JSON.stringify(noted)).catch(() => {}),
  }
}

interface Described {
  /** What all slides have in common. */
  shared: string
  /** The elements of each slide by its id; null where elements alone do not tell how it looks. */
  slides: Record<string, string | null>
}

/* Runs in the page: may use nothing from outside of itself. */
function describeSlides(): string {
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets]
  const styles = sheets.map(sheet => [...sheet.cssRules].map(({ cssText }) => cssText).join('\n'))
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
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.(?:js|css|html|json)$/.test(entry.name))
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .sort()
}

function readRecord(file: string): Partial<Record<string, Source>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<string, Source>>
  } catch {
    return {}
  }
}

function readPicture(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** A module of the engine, as it is written or as it was compiled. */
function readCode(file: string): Uint8Array {
  return readPicture(file) ?? readFileSync(file.replace(/\.ts$/, '.js'))
}

function decode(html: string): string {
  try {
    return `${html}\n${decodeURI(html)}`
  } catch {
    return html
  }
}

function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('base64url')
}
