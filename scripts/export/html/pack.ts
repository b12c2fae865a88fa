import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { escapeHtml } from '../../../model/escape-html.ts'

/** Media types of what a site holds beside its scripts and style sheets. */
const TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  mp4: 'video/mp4',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  webm: 'video/webm',
  webp: 'image/webp',
  woff2: 'font/woff2',
}

/** Keeps the browser from reaching for anything that is not in the file. */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'font-src data:',
  'media-src data:',
].join('; ')

const HEAD = '<head>'
const ELEMENT = /<link\b[^>]*>|<script\b[^>]*\bsrc="[^"]*"[^>]*><\/script>/g
const OWN_ADDRESS = /\b(?:href|src)="\.\/([^"]*)"/
/** An element that asks for a file. */
const NEEDED = /<(?:img|script|link|source|video)\b[^>]*\b(?:href|src)="(?!data:)[^"]*"/
/** How Vite writes the address of a file beside a script, where a site may lie anywhere. */
const IN_SCRIPT = /new URL\((["'`])([^"'`]+)\1,import\.meta\.url\)\.href/g
const IN_STYLES = /url\((["']?)(?![a-z]+:|#)([^)"']+)\1\)/g

/**
 * Makes one HTML file of a built site whose addresses are relative and that has one script: everything that it needs is
 * within, so that it opens from a stick. The same site gives the same bytes.
 * @param folder of the site
 * @param look of its pages where their address asks for none, as a query; empty for the deck's own
 * @throws Error where something of the site has not found its way into the file
 */
export async function packSite(folder: string, look = ''): Promise<string> {
  const html = await readFile(path.join(folder, 'index.html'), 'utf8')
  const pictures = await publicFiles(folder)
  const parts = new Map<string, string>()
  let scripts = ''
  for (const [element] of html.matchAll(ELEMENT)) {
    const [, file = ''] = OWN_ADDRESS.exec(element) ?? []
    if (file === '') continue
    const text = async (): Promise<string> => readFile(path.join(folder, file), 'utf8')
    if (element.includes('rel="stylesheet"'))
      parts.set(element, `<style>${await packStyles(await text(), folder, file)}</style>`)
    else if (element.startsWith('<script')) {
      const code = asInline(await packScript(await text(), folder, file))
      scripts += code
      parts.set(element, `<script${element.includes('type="module"') ? ' type="module"' : ''}>${code}</script>`)
    } else if (element.includes('rel="icon"'))
      parts.set(element, element.replace(`./${file}`, await dataUrl(folder, file)))
    else if (element.includes('type="application/json"'))
      parts.set(element, `<script type="application/json" id="huibao-facts">${asJson(await text())}</script>`)
    else parts.set(element, '')
  }
  const used = pictures.filter(file => scripts.includes(file))
  const files = Object.fromEntries(await Promise.all(used.map(async file => [file, await dataUrl(folder, file)])))
  const first =
    `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
    `<script>globalThis.huibaoFiles=${JSON.stringify(files)}</script>`
  const packed = html
    .replace(ELEMENT, element => parts.get(element) ?? element)
    .replace(HEAD, () => HEAD + first)
    .replace('<html', look === '' ? '<html' : `<html data-look="${escapeHtml(look)}"`)
  const left = NEEDED.exec(html.replace(ELEMENT, '')) ?? /.{0,40}import\.meta\.url\)\.href/.exec(scripts)
  if (left) throw new Error(`${left[0]} is not in the file: Vite writes addresses in another way than before`)
  return packed
}

/** Files that were copied from `public/`, by the paths that the deck names. */
async function publicFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter(entry => entry.isFile() && path.extname(entry.name).slice(1) in TYPES)
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter(file => file.includes('/') && !file.startsWith('assets/'))
    .sort()
}

async function packScript(code: string, folder: string, file: string): Promise<string> {
  return replaceAsync(code, IN_SCRIPT, async ([, , address]) =>
    JSON.stringify(await dataUrl(folder, path.posix.join(path.posix.dirname(file), address!))),
  )
}

async function packStyles(css: string, folder: string, file: string): Promise<string> {
  const packed = await replaceAsync(
    css,
    IN_STYLES,
    async ([, , address]) => `url(${await dataUrl(folder, path.posix.join(path.posix.dirname(file), address!))})`,
  )
  return packed.replaceAll('</style', '<\\/style')
}

async function replaceAsync(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => Promise<string>,
): Promise<string> {
  const found = [...text.matchAll(pattern)]
  const replaced = await Promise.all(found.map(replace))
  return text.replace(pattern, () => replaced.shift()!)
}

async function dataUrl(folder: string, file: string): Promise<string> {
  const type = TYPES[path.posix.extname(file).slice(1).toLowerCase()]
  if (type === undefined) throw new Error(`${file} is of no known type`)
  return `data:${type};base64,${(await readFile(path.join(folder, decodeURI(file)))).toString('base64')}`
}

/** Data as it may stand within a script element. */
function asJson(text: string): string {
  return text.replaceAll('</', '<\\/').replaceAll('<!--', '\\u003c!--')
}

/** Code as it may stand within a script element: nothing in it ends the element, or begins a comment. */
function asInline(code: string): string {
  return code.replaceAll('</script', '<\\/script').replaceAll('<!--', '\\x3c!--')
}
